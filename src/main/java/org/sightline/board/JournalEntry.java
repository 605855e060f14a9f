package org.sightline.board;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal.
 *
 * @param sequence 1, 2, 3 ... without gaps
 * @param actor who did it (the system's user name unless set)
 * @param operation stable key, such as {@code claim.add}, {@code undo}
 * @param summary one line for people, such as "Add claim 3: Eight T-72A ..."
 * @param entity what it touched: {@code claim}, {@code source} ...
 * @param entityUuid which one, where it is one
 * @param before canonical JSON; empty for what was new
 * @param after canonical JSON; empty for what is gone
 * @param undoes sequence of the change this one takes back, where it does
 * @param previousHash SHA-256 of the line before, hexadecimal
 * @param hash own SHA-256, hexadecimal
 */
public record JournalEntry(
        long sequence,
        Instant at,
        String actor,
        String operation,
        String summary,
        String entity,
        Optional<String> entityUuid,
        Optional<String> before,
        Optional<String> after,
        Optional<Long> undoes,
        String previousHash,
        String hash) {

    /** What it is about: of an undo or a redo, the summary of the change that it takes back or does again. */
    public String subject() {
        return undoes.isPresent() ? summary.substring(summary.indexOf(": ") + 2) : summary;
    }
}
