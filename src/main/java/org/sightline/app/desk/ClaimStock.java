package org.sightline.app.desk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.sightline.app.desk.BoardView.Quoted;
import org.sightline.claim.Claim;
import org.sightline.source.Source;

/**
 * What the window has at hand of a board's claims. A small board's are there whole. Of a large board there are the
 * columns that map, time line and list need, and the few claims that are in sight; what is not at hand is empty at
 * first, and {@link Workspace#arrivals} tells when more is.
 *
 * <p>Thread rule: window's thread.
 */
interface ClaimStock {
    /** By id, those in the trash left out; {@link LeanClaims} on a large board. */
    List<Claim> list();

    Optional<Claim> claim(UUID uuid);

    Optional<Claim> claim(long id);

    /** Independent roots. */
    OptionalInt roots(Claim claim);

    /** The quotes from a capture, in the order of the text. */
    Optional<List<Quoted>> quoted(UUID capture);

    /** How many claims quote a source. */
    OptionalLong quoting(Source source, List<UUID> captures);

    boolean holds(UUID uuid);
}
