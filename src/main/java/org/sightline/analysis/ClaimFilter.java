package org.sightline.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;
import org.sightline.claim.ClaimCondition;
import org.sightline.claim.ClaimTerms;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.geo.Ecql;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * A condition on claims in ECQL. The names are the keys that a claim has in JSON: {@code quantity.lower >= 15},
 * {@code category = 'movement'}, {@code when.earliest AFTER 2022-10-10T00:00:00Z}, {@code claimant ILIKE '%hajun%'},
 * {@code BBOX(place, 23, 51, 33, 56)}, {@code DWITHIN(place, POINT(29.15 51.81), 50, kilometers)}. Beside them,
 * {@code place} is the name in a comparison and the geometry in a spatial condition; {@code publisher}, {@code url} and
 * {@code quotes} have one text for each quote or source, {@code tags} one for each tag, and a comparison holds when it
 * holds for one of them. A claim that lacks a value never meets a comparison with it; it
 * does meet one turned round by {@code NOT}, {@code NOT IN} or {@code <>}, which ECQL reads as {@code NOT (a = b)}.
 * A day without a time of day is the whole day, in UTC. Immutable, safe for any thread.
 */
public final class ClaimFilter implements ClaimCondition {
    private static final Map<String, BiFunction<Claim, Corroboration, Optional<?>>> ATTRIBUTES = Map.ofEntries(
            Map.entry("id", (c, s) -> Optional.of(c.id())),
            // "id" is a word of the language's own and must be quoted: "id" = 3; this one need not be.
            Map.entry("number", (c, s) -> Optional.of(c.id())),
            Map.entry("uuid", (c, s) -> Optional.of(c.uuid().toString())),
            Map.entry("statement", (c, s) -> Optional.of(c.statement())),
            Map.entry("category", (c, s) -> Optional.of(c.category().key())),
            Map.entry("claimant", (c, s) -> c.claimant()),
            Map.entry("modality", (c, s) -> Optional.of(words(c.modality()))),
            Map.entry("status", (c, s) -> Optional.of(words(c.status()))),
            Map.entry("credibility", (c, s) -> c.credibility().map(Credibility::grade)),
            Map.entry("notes", (c, s) -> Optional.of(c.notes())),
            Map.entry("tags", (c, s) -> Optional.of(new Ecql.Several(List.copyOf(c.tags()), ", "))),
            Map.entry("quantity.item", (c, s) -> c.quantity().map(Quantity::item)),
            Map.entry("quantity.best", (c, s) -> c.quantity().flatMap(Quantity::best)),
            Map.entry("quantity.lower", (c, s) -> c.quantity().flatMap(Quantity::lower)),
            Map.entry("quantity.upper", (c, s) -> c.quantity().flatMap(Quantity::upper)),
            Map.entry("quantity.qualifier", (c, s) -> c.quantity().map(q -> words(q.qualifier()))),
            Map.entry("quantity.origin", (c, s) -> c.quantity().map(q -> words(q.origin()))),
            Map.entry("when.edtf", (c, s) -> c.when().map(When::edtf)),
            Map.entry("when.earliest", (c, s) -> c.when().flatMap(When::earliest)),
            Map.entry("when.latest", (c, s) -> c.when().flatMap(When::latest)),
            Map.entry("when.precision", (c, s) -> c.when().map(w -> words(w.precision()))),
            Map.entry("place", (c, s) -> c.place().map(p -> new Ecql.Located(p.name(), p.geometry()))),
            Map.entry("place.name", (c, s) -> c.place().map(Place::name)),
            Map.entry("place.country", (c, s) -> c.place().flatMap(Place::country)),
            Map.entry("place.precision", (c, s) -> c.place().map(p -> words(p.precision()))),
            Map.entry("place.radiusMetres", (c, s) -> c.place().map(Place::radiusMetres)),
            Map.entry("place.geometry", (c, s) -> c.place().map(Place::geometry)),
            Map.entry("distance.value", (c, s) -> c.distance().map(StatedDistance::value)),
            Map.entry("distance.unit", (c, s) -> c.distance().map(StatedDistance::unit)),
            Map.entry("distance.reference", (c, s) -> c.distance().map(StatedDistance::reference)),
            Map.entry("independentRoots", (c, s) -> Optional.of(s.roots(c).size())),
            Map.entry("quotes", (c, s) -> several(c.quotes().stream().map(Quote::exact))),
            Map.entry("publisher", (c, s) -> several(s.sourcesOf(c).stream().map(Source::shortName))),
            Map.entry(
                    "url",
                    (c, s) -> several(s.sourcesOf(c).stream().map(Source::url).flatMap(Optional::stream))));

    /** Those that ask who stands behind a claim. */
    private static final Set<String> TRACED = Set.of("independentRoots", "publisher", "url");

    private static final Ecql.Kind AMOUNT = new Ecql.Kind.Amount();
    private static final Ecql.Kind TIME = new Ecql.Kind.Time();

    /** Of those that are not text. */
    private static final Map<String, Ecql.Kind> KINDS = Map.ofEntries(
            Map.entry("id", AMOUNT),
            Map.entry("number", AMOUNT),
            Map.entry("modality", oneOf(Modality.values())),
            Map.entry("status", oneOf(Status.values())),
            Map.entry("credibility", AMOUNT),
            Map.entry("quantity.best", AMOUNT),
            Map.entry("quantity.lower", AMOUNT),
            Map.entry("quantity.upper", AMOUNT),
            Map.entry("quantity.qualifier", oneOf(Quantity.Qualifier.values())),
            Map.entry("quantity.origin", oneOf(Quantity.Origin.values())),
            Map.entry("when.earliest", TIME),
            Map.entry("when.latest", TIME),
            Map.entry("when.precision", oneOf(When.Precision.values())),
            Map.entry("place.precision", oneOf(PlacePrecision.values())),
            Map.entry("place.radiusMetres", AMOUNT),
            Map.entry("distance.value", AMOUNT),
            Map.entry("independentRoots", AMOUNT));

    private final Ecql condition;

    private ClaimFilter(Ecql condition) {
        this.condition = condition;
    }

    /** @throws org.sightline.DomainException when it is not ECQL, or asks for an attribute that claims do not have */
    public static ClaimFilter parse(String ecql) {
        return new ClaimFilter(Ecql.parse(ecql, names(), KINDS));
    }

    /** What a filter can ask for. */
    public static Set<String> names() {
        return ATTRIBUTES.keySet();
    }

    /** @param corroboration of the board that the claim is on */
    public boolean accepts(Claim claim, Corroboration corroboration) {
        return accepts(claim, () -> corroboration);
    }

    @Override
    public ClaimTerms terms() {
        return condition.told(new Terms());
    }

    @Override
    public Predicate<Claim> over(Surroundings board) {
        Supplier<Corroboration> corroboration = new Once<>(() -> Corroboration.of(board));
        return claim -> accepts(claim, corroboration);
    }

    private boolean accepts(Claim claim, Supplier<Corroboration> corroboration) {
        return condition.test(name -> {
            BiFunction<Claim, Corroboration, Optional<?>> attribute = ATTRIBUTES.get(name);
            return attribute == null
                    ? Optional.empty()
                    : attribute.apply(claim, TRACED.contains(name) ? corroboration.get() : Corroboration.NONE);
        });
    }

    /** The same conditions in the words of the room of claims. */
    private static final class Terms implements Ecql.Parts<ClaimTerms> {
        private static final Set<String> PLACES = Set.of("place", "place.geometry");

        @Override
        public ClaimTerms all(List<ClaimTerms> parts) {
            return new ClaimTerms.All(parts);
        }

        @Override
        public ClaimTerms any(List<ClaimTerms> parts) {
            return new ClaimTerms.Any(parts);
        }

        @Override
        public ClaimTerms compared(String name, Ecql.Comparison how, Object value, boolean holds) {
            return new ClaimTerms.Compared(name, comparison(how), value, holds);
        }

        private static ClaimTerms.Comparison comparison(Ecql.Comparison how) {
            return switch (how) {
                case EQUAL -> ClaimTerms.Comparison.EQUAL;
                case LESS -> ClaimTerms.Comparison.LESS;
                case AT_MOST -> ClaimTerms.Comparison.AT_MOST;
                case MORE -> ClaimTerms.Comparison.MORE;
                case AT_LEAST -> ClaimTerms.Comparison.AT_LEAST;
            };
        }

        @Override
        public ClaimTerms like(String name, String pattern, boolean matchCase, boolean holds) {
            return new ClaimTerms.Like(name, pattern, matchCase, holds);
        }

        @Override
        public ClaimTerms missing(String name, boolean holds) {
            return new ClaimTerms.Missing(name, holds);
        }

        @Override
        public ClaimTerms near(String name, List<Envelope> bounds, boolean suffices) {
            return PLACES.contains(name) ? new ClaimTerms.Near(bounds, suffices) : open();
        }

        @Override
        public ClaimTerms open() {
            return new ClaimTerms.Open();
        }
    }

    /** A value that is made when it is first asked for. One thread. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private Optional<T> made = Optional.empty();

        private Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            if (made.isEmpty()) {
                made = Optional.of(maker.get());
            }
            return made.get();
        }
    }

    private static Ecql.Kind oneOf(Enum<?>... values) {
        return new Ecql.Kind.OneOf(Arrays.stream(values).map(ClaimFilter::words).collect(Collectors.toSet()));
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Optional<Ecql.Several> several(Stream<String> parts) {
        return Optional.of(new Ecql.Several(parts.toList(), "; "));
    }
}
