package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.When;
import org.sightline.source.Quote;

/** Claims in the form in which they are stored. */
final class Claims {
    private Claims() {}

    /**
     * The claim as it will be read back: instants to the millisecond, two-dimensional WGS 84 coordinates.
     *
     * @throws DomainException when a part of it cannot be stored
     */
    static Claim storable(Claim claim, long id, Optional<Claim.Removal> removed) {
        return storable(claim, id, claim.quotes(), removed);
    }

    /** The same with other quotes. */
    static Claim storable(Claim claim, long id, List<Quote> quotes, Optional<Claim.Removal> removed) {
        if (claim.statement().isBlank()) {
            throw new DomainException("A claim needs a statement; write one sentence.");
        }
        claim.place().map(Place::geometry).ifPresent(Claims::checkCoordinates);
        return new Claim(
                id,
                claim.uuid(),
                claim.statement(),
                claim.category(),
                claim.claimant(),
                claim.modality(),
                claim.quantity(),
                claim.when().map(Claims::storable),
                claim.place(),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                claim.notes(),
                claim.tags(),
                quotes,
                removed.map(r -> new Claim.Removal(Timestamps.stored(r.at()), r.reason())));
    }

    private static When storable(When when) {
        if (when.earliest().filter(Claims::finer).isEmpty()
                && when.latest().filter(Claims::finer).isEmpty()) {
            return when;
        }
        return new When(
                when.verbatim(),
                when.edtf(),
                when.earliest().map(Timestamps::stored),
                when.latest().map(Timestamps::stored),
                when.precision(),
                when.extent(),
                when.zone());
    }

    private static boolean finer(Instant instant) {
        return !instant.equals(Timestamps.stored(instant));
    }

    private static void checkCoordinates(Geometry geometry) {
        for (Coordinate at : geometry.getCoordinates()) {
            // not (inside) rather than outside, so that NaN is refused as well
            if (!(Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90)) {
                throw new DomainException("The coordinates " + at.y + ", " + at.x
                        + " are out of range; give a latitude of -90 to 90 and a longitude of -180 to 180.");
            }
        }
    }

    static Claim with(Claim claim, long id, List<Quote> quotes) {
        return new Claim(
                id,
                claim.uuid(),
                claim.statement(),
                claim.category(),
                claim.claimant(),
                claim.modality(),
                claim.quantity(),
                claim.when(),
                claim.place(),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                claim.notes(),
                claim.tags(),
                quotes,
                claim.removed());
    }

    static Quote with(Quote quote, long id) {
        return new Quote(
                id,
                quote.uuid(),
                quote.capture(),
                quote.start(),
                quote.end(),
                quote.exact(),
                quote.prefix(),
                quote.suffix(),
                quote.relays());
    }

    /** The same tag has the same identity in every board. */
    static UUID tagUuid(String name) {
        return UUID.nameUUIDFromBytes(("org.sightline/tag/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** "claim 3: Eight T-72A ..." for the journal and for undo. */
    static String named(Claim claim) {
        return "claim " + claim.id() + ": " + shortened(claim.statement());
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= 80) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, 79)) + "…";
    }
}
