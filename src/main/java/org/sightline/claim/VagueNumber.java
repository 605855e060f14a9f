package org.sightline.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.claim.Lexicon.Phrase;
import org.sightline.claim.Lexicon.Phrases;
import org.sightline.claim.Quantity.Origin;
import org.sightline.claim.Quantity.Qualifier;

/**
 * A number that is only a word: "dozens", "several", "tens of thousands". Its bounds are a convention and therefore
 * derived: twice the unit the word names, up to the unit at which people turn to the next word. "Several" and "a few" take
 * a multiplier: several hundred are 300 to 1,000.
 *
 * @param upperOpen whether the upper bound is left out
 * @param next index of the token after the words
 */
record VagueNumber(BigDecimal lower, BigDecimal upper, boolean upperOpen, int next) {
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Phrases<Span> ALONE = WORDS.phrases("vague", Span::read);
    private static final Phrases<Span> FEW = WORDS.phrases("vague.few", Span::read);
    private static final Map<String, BigDecimal> MULTIPLIERS = WORDS.map("multipliers", BigDecimal::new);
    private static final Set<String> OF = WORDS.set("of");

    private record Span(BigDecimal lower, BigDecimal upper, boolean upperOpen) {
        static Span read(String written) {
            boolean open = written.endsWith(")");
            String[] ends = written.replace(")", "").split("\\.\\.");
            return new Span(new BigDecimal(ends[0]), new BigDecimal(ends[1]), open);
        }
    }

    static Optional<VagueNumber> at(List<Token> tokens, int i) {
        Optional<Phrase<Span>> alone = ALONE.at(tokens, i);
        if (alone.isPresent()) {
            Span span = alone.get().value();
            int next = i + alone.get().words().size();
            return Optional.of(new VagueNumber(span.lower, span.upper, span.upperOpen, next));
        }
        return FEW.at(tokens, i)
                .map(few -> few(few.value(), tokens, i + few.words().size()));
    }

    private static VagueNumber few(Span span, List<Token> tokens, int after) {
        int next = after;
        if (next < tokens.size() && OF.contains(tokens.get(next).lower())) {
            next++;
        }
        BigDecimal multiplier =
                next < tokens.size() ? MULTIPLIERS.get(tokens.get(next).lower()) : null;
        return multiplier == null
                ? new VagueNumber(span.lower, span.upper, false, after)
                : new VagueNumber(span.lower.multiply(multiplier), span.upper.multiply(multiplier), false, next + 1);
    }

    Quantity quantity(String item) {
        return new Quantity(
                "",
                item,
                Optional.empty(),
                Optional.of(lower),
                Optional.of(upper),
                false,
                upperOpen,
                Qualifier.VAGUE,
                Origin.DERIVED);
    }
}
