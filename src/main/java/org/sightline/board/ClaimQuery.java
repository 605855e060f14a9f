package org.sightline.board;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.ClaimCondition;

/**
 * Which claims to read, and in what order; parts are combined with "and". Begin with {@link #ALL} and narrow it.
 *
 * @param search words to find in statements, quotes, claimants, places, tags and notes; Cyrillic and Latin spellings
 *     find each other. Words are joined by "and"; {@code "in quotation marks"} a phrase; {@code word*} the beginning of
 *     a word; {@code -word} excludes
 * @param bounds west, south, east, north in degrees; the place's envelope meets one of them, bounds included. Two where
 *     they cross the antimeridian; none for everywhere, also nowhere
 * @param filter a condition, such as one in ECQL
 * @param order in which they come
 * @param limit most claims to return; 0 for all
 * @param trash whether to read the trash instead of the board
 */
public record ClaimQuery(
        Optional<String> search,
        List<Envelope> bounds,
        Optional<ClaimCondition> filter,
        Order order,
        int limit,
        boolean trash) {
    public static final ClaimQuery ALL =
            new ClaimQuery(Optional.empty(), List.of(), Optional.empty(), Order.BEST, 0, false);

    public ClaimQuery {
        search = search.filter(words -> !words.isBlank());
        bounds = bounds.stream().map(Envelope::copy).toList();
    }

    /** In which order claims come. */
    public enum Order {
        /** With a search, what holds the very words before what holds them otherwise; without one, by number. */
        BEST,
        /** By number. */
        NUMBER,
        /** By number, highest first. */
        NEWEST,
        /** By the first instant of their time, those without one last, then by number. */
        TIME
    }

    public static ClaimQuery search(String words) {
        return ALL.searching(Optional.of(words));
    }

    public ClaimQuery searching(Optional<String> words) {
        return new ClaimQuery(words, bounds, filter, order, limit, trash);
    }

    public ClaimQuery within(Envelope... parts) {
        return within(List.of(parts));
    }

    /** @param parts degrees; none for everywhere */
    public ClaimQuery within(List<Envelope> parts) {
        return new ClaimQuery(search, parts, filter, order, limit, trash);
    }

    public ClaimQuery matching(Optional<? extends ClaimCondition> condition) {
        return new ClaimQuery(search, bounds, condition.map(c -> c), order, limit, trash);
    }

    public ClaimQuery inOrder(Order newOrder) {
        return new ClaimQuery(search, bounds, filter, newOrder, limit, trash);
    }

    /** @param most 0 for all */
    public ClaimQuery limitedTo(int most) {
        return new ClaimQuery(search, bounds, filter, order, most, trash);
    }

    public ClaimQuery inTrash(boolean inTrash) {
        return new ClaimQuery(search, bounds, filter, order, limit, inTrash);
    }
}
