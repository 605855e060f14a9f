package org.sightline.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recomputes everything that can be recomputed. */
final class Verifier {
    private final Database database;
    private final List<Verification.Problem> problems = new ArrayList<>();

    Verifier(Database database) {
        this.database = database;
    }

    Verification verify() {
        database.each("PRAGMA integrity_check", row -> {
            String found = row.text("integrity_check");
            if (!found.equals("ok")) {
                problems.add(new Verification.Problem("file-damaged", "board", Optional.empty(), found));
            }
        });
        return new Verification(Digests.NONE, List.copyOf(problems));
    }
}
