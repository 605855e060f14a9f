package org.sightline.board;

import java.time.Instant;
import java.util.Optional;

/**
 * A board at a glance.
 *
 * @param bytes size of the file
 * @param trashed claims in the trash, not counted in {@code claims}
 * @param journalHash SHA-256 of the journal's last line, which stands for all that was ever done to the board
 */
public record BoardInfo(
        String title,
        int schemaVersion,
        long sources,
        long captures,
        long claims,
        long trashed,
        long quotes,
        long relations,
        long changes,
        long bytes,
        Optional<Instant> lastChange,
        Optional<String> journalHash) {}
