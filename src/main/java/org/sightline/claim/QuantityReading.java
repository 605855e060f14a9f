package org.sightline.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.claim.Lexicon.Phrase;
import org.sightline.claim.Lexicon.Phrases;
import org.sightline.claim.Quantity.Found;
import org.sightline.claim.Quantity.Origin;
import org.sightline.claim.Quantity.Qualifier;

/**
 * Finds the quantities of a text. Dates, clock times, distances, web addresses and coordinates are masked first;
 * designations never become numbers ({@link Token}); what is left is read left to right, as qualifier, number or range,
 * and the noun phrase counted. Stateless.
 */
final class QuantityReading {
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Phrases<Qualifier> QUALIFIERS = WORDS.phrases("qualifiers", Qualifier::valueOf);
    private static final Phrases<Qualifier> POSTFIXES = WORDS.phrases("postfixes", Qualifier::valueOf);
    private static final Phrases<String> PERCENT = WORDS.phrases("percent", w -> w);
    private static final Phrases<BigDecimal> SHARES = WORDS.phrases("shares", BigDecimal::new);
    private static final Phrases<String> IN = WORDS.phrases("in", w -> w);
    private static final Set<String> TO = WORDS.set("to");
    private static final Map<String, String> CURRENCIES =
            Map.of("$", "$", "€", "€", "£", "£", "₴", "₴", "₽", "₽", "¥", "¥");
    /** Words of qualification before a number, about; more are no speech but an attack on our time. */
    private static final int MOST_QUALIFYING = 8;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String text;
    private final List<Token> tokens;
    private final NumberContext context;

    private QuantityReading(String text, CharSequence masked, boolean lenient) {
        this.text = text;
        this.tokens = Token.of(masked);
        this.context = new NumberContext(tokens, lenient);
    }

    static List<Found> find(String text) {
        return new QuantityReading(text, NotCounts.mask(text), false).all();
    }

    /** For words typed as a quantity: there, "2020" and "3 days" are counts. */
    static List<Found> bare(String text) {
        return new QuantityReading(text, text, true).all();
    }

    private List<Found> all() {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Optional<Reading> reading = at(i);
            if (reading.isPresent()) {
                Reading r = reading.get();
                int start = tokens.get(i).start();
                int end = tokens.get(r.next - 1).end();
                found.add(new Found(r.quantity.withVerbatim(text.substring(start, end)), start, end));
                i = r.next;
            } else {
                i++;
            }
        }
        return found;
    }

    private record Reading(Quantity quantity, int next) {}

    /** A number or two, and the index of the token after them. */
    private record Numbers(BigDecimal low, BigDecimal high, int next, String suffix) {
        boolean isRange() {
            return low.compareTo(high) != 0;
        }
    }

    private Optional<Reading> at(int i) {
        Optional<Reading> vague = VagueNumber.at(tokens, i).map(v -> {
            ItemPhrase item = ItemPhrase.at(tokens, v.next());
            return new Reading(v.quantity(item.in(text, tokens)), item.isEmpty() ? v.next() : item.next());
        });
        if (vague.isPresent()) {
            return vague.filter(r -> context.notATime(r.next, i));
        }
        return share(i).or(() -> qualified(i));
    }

    /** Half of the voters; one in ten; nine out of ten. */
    private Optional<Reading> share(int i) {
        Optional<Phrase<BigDecimal>> named = SHARES.at(tokens, i);
        if (named.isPresent()) {
            int next = i + named.get().words().size();
            boolean ofSomething =
                    next < tokens.size() && tokens.get(next).lower().equals("of");
            return ofSomething ? Optional.of(percent(named.get().value(), next)) : Optional.empty();
        }
        Optional<Numeral> part = Numeral.at(tokens, i).filter(n -> !n.scaled());
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Optional<Phrase<String>> in = IN.at(tokens, part.get().next());
        if (in.isEmpty()) {
            return Optional.empty();
        }
        Optional<Numeral> whole =
                Numeral.at(tokens, part.get().next() + in.get().words().size());
        return whole.filter(w -> !context.isTimeUnit(w.next()) && !context.isMeasure(w.next()))
                .flatMap(w -> ratio(part.get().value(), w.value()).map(p -> percent(p, ofItem(w.next()), w.next())));
    }

    /** Only where it is exact: one in three is no decimal, and none is invented for it. */
    private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
        boolean sensible =
                part.signum() > 0 && part.compareTo(whole) < 0 && whole.compareTo(BigDecimal.valueOf(1000)) <= 0;
        if (!sensible) {
            return Optional.empty();
        }
        BigDecimal percent = part.multiply(HUNDRED).divide(whole, 6, RoundingMode.DOWN);
        return percent.multiply(whole).compareTo(part.multiply(HUNDRED)) == 0
                ? Optional.of(Numeral.plain(percent))
                : Optional.empty();
    }

    private Reading percent(BigDecimal value, int next) {
        return percent(value, shareOf(next), next);
    }

    /** @param of what it is a share of, as it stands after the number; may be empty */
    private Reading percent(BigDecimal value, String of, int next) {
        Optional<BigDecimal> bound = Optional.of(value);
        return new Reading(
                new Quantity("", "%" + of, bound, bound, bound, false, false, Qualifier.EXACT, Origin.STATED),
                of.isEmpty() ? next : ItemPhrase.at(tokens, next).next());
    }

    /** " of Belarusians", or nothing. */
    private String shareOf(int next) {
        return next < tokens.size() && tokens.get(next).lower().equals("of") ? ofItem(next) : "";
    }

    private String ofItem(int at) {
        ItemPhrase item = ItemPhrase.at(tokens, at);
        return item.isEmpty() ? "" : " of " + item.in(text, tokens);
    }

    private Optional<Reading> qualified(int i) {
        int at = i;
        Optional<Qualifier> said = Optional.empty();
        Optional<Phrase<Qualifier>> phrase = QUALIFIERS.at(tokens, at);
        while (phrase.isPresent() && at < i + MOST_QUALIFYING) {
            // the first that sets a bound stands: "up to about 20" is at most 20
            boolean bounds = said.filter(q -> q != Qualifier.EXACT && q != Qualifier.ABOUT)
                    .isPresent();
            said = bounds ? said : phrase.map(Phrase::value);
            at += phrase.get().words().size();
            phrase = QUALIFIERS.at(tokens, at);
        }
        Optional<Qualifier> qualifier = said;
        String opener = at < tokens.size() ? tokens.get(at).lower() : "";
        boolean opened = opener.equals("between") || opener.equals("from");
        Optional<Numbers> numbers = opened ? openedRange(at, opener) : numbers(at);
        return numbers.flatMap(n -> completed(n, qualifier, i));
    }

    /** Between 15 and 30; from 15 to 30. */
    private Optional<Numbers> openedRange(int at, String opener) {
        Set<String> joint = opener.equals("between") ? Set.of("and") : Set.of("to");
        return context.countAt(at + 1).flatMap(low -> rangeFrom(low, joint));
    }

    private Optional<Numbers> numbers(int at) {
        int sign = at < tokens.size() && CURRENCIES.containsKey(tokens.get(at).text()) ? 1 : 0;
        Optional<Numeral> low = context.countAt(at + sign);
        Optional<Numbers> range = low.flatMap(n -> rangeFrom(n, TO));
        return range.or(() -> low.filter(n -> !context.runsOn(n.next()))
                .map(n -> new Numbers(n.value(), n.value(), n.next(), n.suffix())));
    }

    private Optional<Numbers> rangeFrom(Numeral low, Set<String> joints) {
        int joint = low.next();
        if (joint >= tokens.size() || !joints.contains(tokens.get(joint).lower())) {
            return Optional.empty();
        }
        return context.countAfterJoint(joint + 1)
                .filter(high -> low.digits() == high.digits())
                .map(high -> {
                    // "15-30 thousand" scales both ends
                    BigDecimal scale = high.scaled() && !low.scaled() ? scaleOf(high, joint + 1) : BigDecimal.ONE;
                    return new Numbers(low.value().multiply(scale), high.value(), high.next(), high.suffix());
                })
                .filter(n -> n.low.compareTo(n.high) < 0);
    }

    private BigDecimal scaleOf(Numeral high, int at) {
        BigDecimal unscaled = Numeral.at(List.of(tokens.get(at).withoutSuffix()), 0)
                .map(Numeral::value)
                .orElse(high.value());
        return unscaled.signum() == 0
                ? BigDecimal.ONE
                : high.value().divide(unscaled, 6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private Optional<Reading> completed(Numbers n, Optional<Qualifier> before, int i) {
        int next = n.next;
        Optional<Qualifier> qualifier = before;
        if (next < tokens.size()
                && tokens.get(next).isMark("+")
                && tokens.get(next - 1).touches(tokens.get(next))) {
            qualifier = Optional.of(Qualifier.AT_LEAST);
            next++;
        }
        if (n.suffix.equals("-odd") || n.suffix.equals("-plus")) {
            qualifier = Optional.of(n.suffix.equals("-odd") ? Qualifier.ABOUT : Qualifier.AT_LEAST);
        }
        Optional<Phrase<Qualifier>> after = POSTFIXES.at(tokens, next);
        if (after.isPresent()) {
            qualifier = after.map(Phrase::value);
            next += after.get().words().size();
        }
        if (next < tokens.size() && tokens.get(next).isMark("x×")) {
            next++;
        }
        next = context.afterRepetition(next);
        if (!context.notATime(next, i)) {
            return Optional.empty();
        }
        Bounds bounds = Bounds.of(qualifier, n.low, n.high, n.isRange());
        Optional<Phrase<String>> percent = PERCENT.at(tokens, next);
        if (percent.isPresent()
                && !context.isTimeUnit(next + percent.get().words().size())) {
            next += percent.get().words().size();
            String of = shareOf(next);
            return Optional.of(new Reading(
                    bounds.of("%" + of),
                    of.isEmpty() ? next : ItemPhrase.at(tokens, next).next()));
        }
        Optional<String> currency = currency(i, next);
        if (currency.isPresent()) {
            return Optional.of(new Reading(bounds.of(currency.get()), next));
        }
        ItemPhrase item = ItemPhrase.at(tokens, next);
        if (item.isEmpty()) {
            return Optional.of(new Reading(bounds.of(item.in(text, tokens)), next));
        }
        Optional<Phrase<Qualifier>> last = qualifier.isPresent() ? Optional.empty() : afterItem(item.next());
        Bounds said = last.isPresent() ? Bounds.of(last.map(Phrase::value), n.low, n.high, n.isRange()) : bounds;
        int words = last.map(phrase -> phrase.words().size()).orElse(0);
        return Optional.of(new Reading(said.of(item.in(text, tokens)), item.next() + words));
    }

    /** Eight tanks or more; but not: eight tanks or less than before. */
    private Optional<Phrase<Qualifier>> afterItem(int at) {
        return POSTFIXES.at(tokens, at).filter(phrase -> {
            int next = at + phrase.words().size();
            return next >= tokens.size() || !tokens.get(next).lower().equals("than");
        });
    }

    private Optional<String> currency(int from, int next) {
        return tokens.subList(from, next).stream()
                .map(t -> t.text().toUpperCase(Locale.ROOT))
                .filter(CURRENCIES::containsKey)
                .findFirst();
    }

    /** Numbers with their qualifier made bounds. */
    private record Bounds(
            Optional<BigDecimal> best,
            Optional<BigDecimal> lower,
            Optional<BigDecimal> upper,
            boolean lowerOpen,
            boolean upperOpen,
            Qualifier qualifier,
            Origin origin) {
        static Bounds of(Optional<Qualifier> said, BigDecimal low, BigDecimal high, boolean range) {
            Optional<BigDecimal> none = Optional.empty();
            Optional<BigDecimal> lower = Optional.of(low);
            Optional<BigDecimal> upper = Optional.of(high);
            Qualifier qualifier = said.filter(q -> !range || q != Qualifier.ABOUT && q != Qualifier.EXACT)
                    .orElse(range ? Qualifier.RANGE : Qualifier.EXACT);
            // "about 15-30": the ends are not stated, only near what is stated
            Origin origin = range && said.equals(Optional.of(Qualifier.ABOUT)) ? Origin.DERIVED : Origin.STATED;
            return switch (qualifier) {
                case EXACT -> new Bounds(lower, lower, lower, false, false, qualifier, origin);
                case RANGE, VAGUE -> new Bounds(none, lower, upper, false, false, qualifier, origin);
                case AT_LEAST -> new Bounds(none, lower, none, false, false, qualifier, origin);
                case MORE_THAN -> new Bounds(none, lower, none, true, false, qualifier, origin);
                case AT_MOST -> new Bounds(none, none, upper, false, false, qualifier, origin);
                case LESS_THAN -> new Bounds(none, none, upper, false, true, qualifier, origin);
                case ABOUT -> new Bounds(lower, none, none, false, false, qualifier, origin);
            };
        }

        Quantity of(String item) {
            return new Quantity("", item, best, lower, upper, lowerOpen, upperOpen, qualifier, origin);
        }
    }
}
