package org.sightline.board;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Which claims to read; parts are combined with "and".
 *
 * @param search words to find in statements, quotes, claimants, places and tags; Cyrillic and Latin spellings find each
 *     other
 * @param bounds west, south, east, north in degrees; a west greater than east crosses the antimeridian (then
 *     {@code bounds} is split by the caller)
 * @param limit most claims to return; 0 for all
 * @param trash whether to read the trash instead of the board
 */
public record ClaimQuery(Optional<String> search, Optional<Envelope> bounds, int limit, boolean trash) {
    public static final ClaimQuery ALL = new ClaimQuery(Optional.empty(), Optional.empty(), 0, false);

    public static ClaimQuery search(String words) {
        return new ClaimQuery(Optional.of(words), Optional.empty(), 0, false);
    }
}
