package org.sightline.board;

import java.util.List;

/**
 * Indexes over values in no order. Where a load brings no small part of a board's claims, they are dropped and built anew
 * at its end; a board of many claims keeps them, since so many would have to be sorted. One thread.
 */
final class LateIndexes {
    private static final int MANY_CLAIMS = 100_000;
    private static final int SHARE = 4; // what has been built anew is then never more than five times what has come
    private static final List<String> NAMES =
            List.of("claim_when", "claim_category", "claim_quantity", "quote_capture");

    private final Database database;
    private final long before;
    private long come;
    private boolean dropped;

    LateIndexes(Database database) {
        this.database = database;
        this.before = database.number(
                "SELECT count(*) AS n FROM (SELECT 1 FROM claim LIMIT ?)",
                MANY_CLAIMS); // counting a million takes time
    }

    /** One claim more is about to come. */
    void comes() {
        come++;
        if (!dropped && before < MANY_CLAIMS && come >= before / SHARE) {
            NAMES.forEach(name -> database.execute("DROP INDEX " + name));
            dropped = true;
        }
    }

    void finish() {
        if (dropped) {
            NAMES.forEach(name -> database.execute(Schema.definition(name)));
        }
    }
}
