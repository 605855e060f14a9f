package org.sightline.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sightline.claim.Claim;

/**
 * Takes back the images of one line of the journal, last first, many claims at a time: claims that were new with it and
 * stand there one after another are read, noted and removed together; all else goes through {@link Reversal} one by one.
 * Inside one transaction.
 */
final class BulkReversal {
    private static final int TOGETHER = 2048;

    private final Database database;
    private final Reversal reversal;
    private final Editor editor;
    private final JournalImages images;
    private final BulkReader reader;
    private final List<UUID> waiting = new ArrayList<>(TOGETHER);

    BulkReversal(Database database, Editor editor, JournalImages images) {
        this.database = database;
        this.reversal = new Reversal(database, editor, images);
        this.editor = editor;
        this.images = images;
        this.reader = new BulkReader(database, new BoardReader(database));
    }

    /**
     * Takes back one image, at the latest with the next {@link #finish}.
     *
     * @param done as it stands in the journal
     */
    void takeBack(EntityChange done) {
        if (done.entity().equals("claim")
                && done.before().isEmpty()
                && done.after().isPresent()) {
            waiting.add(UUID.fromString(done.uuid()));
            if (waiting.size() >= TOGETHER) {
                finish();
            }
        } else {
            finish();
            reversal.takeBack(done.canonical());
        }
    }

    /** Removes the claims that wait. */
    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        List<String> names =
                waiting.stream().map(uuid -> '"' + uuid.toString() + '"').toList();
        long[] ids = database
                .list(
                        "SELECT id FROM claim WHERE uuid IN (SELECT value FROM json_each(?))",
                        row -> row.number("id"),
                        names.toString())
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
        Map<UUID, Claim> now = new HashMap<>();
        reader.claims(ids, claim -> now.put(claim.uuid(), claim));
        for (UUID uuid : waiting) {
            images.add(new EntityChange(
                    "claim",
                    uuid.toString(),
                    Optional.ofNullable(now.get(uuid)).map(ClaimImage::write),
                    Optional.empty()));
        }
        Arrays.sort(ids);
        editor.removeClaims(ids);
        waiting.clear();
    }
}
