package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a board has said to be saved, line of the journal by line, and whether a board holds it. */
record Acknowledged(Map<Long, String> hashes) {
    private static final Pattern IMPORTED = Pattern.compile("(Import \\S+) (\\d+) of (\\d+)");

    Acknowledged() {
        this(new TreeMap<>());
    }

    Acknowledged copy() {
        return new Acknowledged(new TreeMap<>(hashes));
    }

    void note(JournalEntry entry) {
        hashes.put(entry.sequence(), entry.hash());
    }

    /** Those of these that a board's journal does not hold. */
    List<Long> missingFrom(Board board) {
        Map<Long, String> there = new HashMap<>();
        board.log(0).forEach(entry -> there.put(entry.sequence(), entry.hash()));
        return hashes.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(there.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Fails unless all of it is there, the journal, tables and indexes agree with each other, and each import is whole
     * or absent.
     */
    void assertIn(Path file, Board.Mode mode, String circumstances) {
        try (Board board = Board.open(file, mode)) {
            assertEquals(List.of(), missingFrom(board), circumstances);
            assertWhole(board, circumstances);
        }
    }

    static void assertWhole(Board board, String circumstances) {
        assertEquals(List.of(), board.verify().problems(), circumstances);
        Map<String, Integer> found = new TreeMap<>();
        Map<String, Integer> whole = new TreeMap<>();
        try (Snapshot snapshot = board.snapshot()) {
            snapshot.eachClaim(ClaimQuery.ALL, claim -> {
                Matcher imported = IMPORTED.matcher(claim.statement());
                if (imported.matches()) {
                    found.merge(imported.group(1), 1, Integer::sum);
                    whole.put(imported.group(1), Integer.parseInt(imported.group(3)));
                }
            });
        }
        assertEquals(whole, found, circumstances);
    }
}
