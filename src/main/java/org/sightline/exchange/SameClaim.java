package org.sightline.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.source.Quote;

/** Whether two claims say the same, whatever their numbers and the captures that hold their words. Stateless. */
final class SameClaim {
    private SameClaim() {}

    static boolean is(Claim a, Claim b) {
        return plain(a).equals(plain(b)) && samePlace(a.place(), b.place()) && sameQuotes(a.quotes(), b.quotes());
    }

    private static Claim plain(Claim claim) {
        return claim.withId(0)
                .withQuotes(List.of())
                .withPlace(Optional.empty())
                .withQuantity(claim.quantity().map(SameClaim::plain))
                .withDistance(claim.distance()
                        .map(d -> new org.sightline.claim.StatedDistance(
                                d.verbatim(), plain(d.value()), d.unit(), d.reference(), d.direction())))
                .withRemoved(Optional.empty());
    }

    private static Quantity plain(Quantity q) {
        return new Quantity(
                q.verbatim(),
                q.item(),
                q.best().map(SameClaim::plain),
                q.lower().map(SameClaim::plain),
                q.upper().map(SameClaim::plain),
                q.lowerOpen(),
                q.upperOpen(),
                q.qualifier(),
                q.origin());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private static boolean samePlace(Optional<Place> a, Optional<Place> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        Place one = a.get();
        Place other = b.get();
        return one.name().equals(other.name())
                && one.geometry().equalsExact(other.geometry())
                && one.precision() == other.precision()
                && one.radiusMetres() == other.radiusMetres()
                && one.country().equals(other.country())
                && one.route().equals(other.route());
    }

    private static boolean sameQuotes(List<Quote> a, List<Quote> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = plain(a.get(i), b.get(i)).equals(b.get(i).withId(0));
        }
        return same;
    }

    private static Quote plain(Quote q, Quote like) {
        return new Quote(
                0, q.uuid(), like.capture(), q.start(), q.end(), q.exact(), q.prefix(), q.suffix(), q.relays());
    }
}
