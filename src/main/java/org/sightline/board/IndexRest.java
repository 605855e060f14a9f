package org.sightline.board;

import java.util.List;

/**
 * Lets the indexes of claims rest while very many claims change, and brings them up to date afterwards. Inside one
 * transaction.
 */
final class IndexRest {
    /** Of values in no order; what others refer to keeps its indexes. */
    private static final List<String> VALUES = List.of("claim_when", "claim_category", "claim_quantity");

    private static final int FEW = 500;
    /** Of the claims: sorting all values anew takes as long as this share of changes one by one. */
    private static final int SHARE = 4;

    private IndexRest() {}

    /** Does something that changes so many claims. */
    static void during(Database database, SearchIndex index, long changes, Runnable work) {
        if (changes <= FEW) {
            work.run();
            return;
        }
        boolean most = changes > database.number("SELECT count(*) AS n FROM claim") / SHARE;
        if (most) {
            VALUES.forEach(name -> database.execute("DROP INDEX " + name));
        }
        SpatialIndex.during(database, changes, () -> index.withoutMerging(work));
        if (most) {
            VALUES.forEach(name -> database.execute(Schema.definition(name)));
        }
    }
}
