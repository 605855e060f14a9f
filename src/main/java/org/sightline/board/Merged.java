package org.sightline.board;

import java.util.Optional;

/**
 * What merging another board did. Counted are sources, captures, claims and relations.
 *
 * @param added new here
 * @param equal the same in both boards
 * @param older what the other board has in a form that this board had before
 * @param takenOver changed there and not here, so changed here too
 * @param conflicts changed in both boards in different ways; kept for a decision
 * @param open conflicts that wait for a decision, from earlier merges as well
 * @param line in the journal; empty when nothing was new
 */
public record Merged(
        long added, long equal, long older, long takenOver, long conflicts, long open, Optional<JournalEntry> line) {}
