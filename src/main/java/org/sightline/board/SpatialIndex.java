package org.sightline.board;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Lets the R-tree rest while very many claims change, and builds it anew afterwards, packed: taking away box after box
 * makes SQLite put the rest of each node elsewhere, which takes longer than all else that a claim's removal needs.
 * Inside one transaction.
 */
final class SpatialIndex {
    private static final List<String> TRIGGERS = List.of(
            "rtree_claim_geometry_insert",
            "rtree_claim_geometry_update1",
            "rtree_claim_geometry_update2",
            "rtree_claim_geometry_update3",
            "rtree_claim_geometry_update4",
            "rtree_claim_geometry_delete");
    private static final int SHARE =
            32; // of the claims that a new tree takes in, in the time that one by one takes for one
    private static final int FEW = 500;

    private SpatialIndex() {}

    /** Does something that changes so many claims. */
    static void during(Database database, long changes, Runnable work) {
        boolean rests = changes > FEW
                && changes > database.number("SELECT count(*) AS n FROM rtree_claim_geometry_rowid") / SHARE;
        if (rests) {
            TRIGGERS.forEach(name -> database.execute("DROP TRIGGER " + name));
        }
        work.run();
        if (rests) {
            rebuild(database);
            TRIGGERS.forEach(name -> database.execute(Schema.definition(name)));
        }
    }

    private static void rebuild(Database database) {
        PackedRTree boxes = new PackedRTree();
        database.each("SELECT id, geometry FROM claim WHERE geometry IS NOT NULL", row -> {
            Envelope box = ClaimTable.readable(() -> row.maybeBlob("geometry").map(GeometryBlob::envelope))
                    .orElseGet(Envelope::new);
            boxes.add(row.number("id"), box);
        });
        boxes.write(database);
    }
}
