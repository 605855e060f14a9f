package org.sightline.sample;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.claim.Claim;

/**
 * Writes the sample board: the facts of an article of October 2022 about Belarus and the war, as digests in our own words
 * of three sources that quote one another. Everything about it is fixed, identities and times included, so that two
 * sample boards hold the same content. Not on the window's thread.
 */
public final class SampleBoard {
    /** When the digests were taken; no earlier than what they tell of. */
    static final Instant TAKEN = Instant.parse("2026-01-01T09:00:00Z");

    private SampleBoard() {}

    /** @throws org.sightline.DomainException when something is there already or the folder cannot be written */
    public static void write(Path file) {
        SampleSources sources = SampleSources.read();
        SampleClaims claims = new SampleClaims(sources);
        List<Claim> pinned = claims.all();
        try (Board board = Board.create(
                file,
                "Belarus and the war, October 2022 (sample)",
                Clock.fixed(TAKEN, ZoneOffset.UTC),
                SampleSources.identity("board", "sample"))) {
            board.actor("sample");
            sources.changes().forEach(board::apply);
            pinned.forEach(claim -> board.apply(new Change.AddClaim(claim)));
            claims.relations().forEach(relation -> board.apply(new Change.AddRelation(relation)));
        }
    }
}
