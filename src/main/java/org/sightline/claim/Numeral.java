package org.sightline.claim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A number in digits or words ("20,000", "20 thousand", "twenty-five", "half a million", "a hundred").
 *
 * @param value exact
 * @param next index of the token after it
 * @param digits whether it begins with digits
 * @param scaled whether a multiplier is part of it
 * @param suffix what was joined to the digits, or ""
 */
record Numeral(BigDecimal value, int next, boolean digits, boolean scaled, String suffix) {
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Map<String, BigDecimal> UNITS = WORDS.map("units", BigDecimal::new);
    private static final Map<String, BigDecimal> TENS = WORDS.map("tens", BigDecimal::new);
    private static final Map<String, BigDecimal> MULTIPLIERS = WORDS.map("multipliers", BigDecimal::new);
    private static final Map<String, BigDecimal> SUFFIXES = WORDS.map("suffixes", BigDecimal::new);
    private static final Set<String> ARTICLES = WORDS.set("articles");
    private static final Set<String> AND = WORDS.set("and");
    private static final Set<String> HALF = WORDS.set("half");
    private static final BigDecimal ONE_HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Words of one number, at most. */
    private static final int MOST_WORDS = 16;

    /** More digits than any count has; longer ones are keys and account numbers. */
    private static final int MOST_DIGITS = 24;

    static Optional<Numeral> at(List<Token> tokens, int i) {
        if (i >= tokens.size()) {
            return Optional.empty();
        }
        return tokens.get(i).isNumber() ? inDigits(tokens, i) : inWords(tokens, i);
    }

    private static Optional<Numeral> inDigits(List<Token> tokens, int i) {
        Matcher m = Token.NUMBER.matcher(tokens.get(i).text());
        if (!m.matches()) {
            return Optional.empty();
        }
        String digits = m.group(1).replaceAll("[^0-9.]", "");
        if (digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        String suffix = m.group(2) == null ? "" : m.group(2).toLowerCase(Locale.ROOT);
        BigDecimal value = new BigDecimal(digits);
        boolean scaled = SUFFIXES.containsKey(suffix);
        if (scaled) {
            value = value.multiply(SUFFIXES.getOrDefault(suffix, BigDecimal.ONE));
        }
        return Optional.of(multiplied(tokens, i + 1, value, true, scaled, suffix));
    }

    /** Takes the multipliers that follow: 20 thousand, 1.5 hundred thousand. */
    private static Numeral multiplied(
            List<Token> tokens, int from, BigDecimal value, boolean digits, boolean scaled, String suffix) {
        int next = from;
        BigDecimal product = value;
        while (next < Math.min(tokens.size(), from + 3)
                && MULTIPLIERS.containsKey(tokens.get(next).lower())) {
            product = product.multiply(MULTIPLIERS.getOrDefault(tokens.get(next).lower(), BigDecimal.ONE));
            next++;
        }
        return new Numeral(plain(product), next, digits, scaled || next > from, suffix);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<Numeral> inWords(List<Token> tokens, int i) {
        Optional<Numeral> half = half(tokens, i);
        if (half.isPresent()) {
            return half;
        }
        int next = i;
        boolean article = false;
        if (ARTICLES.contains(word(tokens, i)) && MULTIPLIERS.containsKey(word(tokens, i + 1))) {
            next++;
            article = true;
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal group = BigDecimal.ZERO;
        boolean any = false;
        boolean scaled = false;
        while (next < Math.min(tokens.size(), i + MOST_WORDS)) {
            String word = word(tokens, next);
            BigDecimal small = small(word);
            BigDecimal multiplier = MULTIPLIERS.get(word);
            if (small != null && (!any || scaled && follows(group, small))) {
                group = group.add(small);
            } else if (multiplier != null && (any || article)) {
                group = (group.signum() == 0 ? BigDecimal.ONE : group).multiply(multiplier);
                scaled = true;
                if (multiplier.compareTo(HUNDRED) > 0) {
                    total = total.add(group);
                    group = BigDecimal.ZERO;
                }
            } else if (any
                    && scaled
                    && AND.contains(word)
                    && small(word(tokens, next + 1)) != null
                    && group.signum() > 0) {
                next++;
                continue;
            } else {
                break;
            }
            any = true;
            next++;
            Optional<Numeral> andAHalf = andAHalf(tokens, next, total.add(group));
            if (andAHalf.isPresent()) {
                return andAHalf;
            }
        }
        return any ? Optional.of(new Numeral(plain(total.add(group)), next, false, scaled, "")) : Optional.empty();
    }

    /** Five hundred twenty: each part is smaller than the one before it. */
    private static boolean follows(BigDecimal group, BigDecimal small) {
        return group.remainder(HUNDRED).signum() == 0 && small.compareTo(HUNDRED) < 0;
    }

    /** Half a million; half a dozen. */
    private static Optional<Numeral> half(List<Token> tokens, int i) {
        String first = word(tokens, i);
        if (first.startsWith("half-") && MULTIPLIERS.containsKey(first.substring(5))) {
            BigDecimal multiplier = MULTIPLIERS.getOrDefault(first.substring(5), BigDecimal.ONE);
            return Optional.of(new Numeral(plain(multiplier.multiply(ONE_HALF)), i + 1, false, true, ""));
        }
        if (HALF.contains(first)
                && ARTICLES.contains(word(tokens, i + 1))
                && MULTIPLIERS.containsKey(word(tokens, i + 2))) {
            return Optional.of(multiplied(tokens, i + 2, ONE_HALF, false, true, ""));
        }
        return Optional.empty();
    }

    /** One and a half thousand. */
    private static Optional<Numeral> andAHalf(List<Token> tokens, int i, BigDecimal before) {
        boolean said = AND.contains(word(tokens, i))
                && ARTICLES.contains(word(tokens, i + 1))
                && HALF.contains(word(tokens, i + 2));
        return said ? Optional.of(multiplied(tokens, i + 3, before.add(ONE_HALF), false, false, "")) : Optional.empty();
    }

    private static @Nullable BigDecimal small(String word) {
        BigDecimal unit = UNITS.get(word);
        if (unit != null) {
            return unit;
        }
        int hyphen = word.indexOf('-');
        if (hyphen > 0
                && TENS.containsKey(word.substring(0, hyphen))
                && UNITS.containsKey(word.substring(hyphen + 1))) {
            return COMPOUNDS.get(word);
        }
        return TENS.get(word);
    }

    private static final Map<String, BigDecimal> COMPOUNDS = compounds();

    private static Map<String, BigDecimal> compounds() {
        Map<String, BigDecimal> compounds = new HashMap<>();
        TENS.forEach((ten, tenValue) -> UNITS.forEach((unit, value) -> {
            if (value.signum() > 0 && value.compareTo(BigDecimal.TEN) < 0) {
                compounds.put(ten + "-" + unit, tenValue.add(value));
            }
        }));
        return Map.copyOf(compounds);
    }

    private static String word(List<Token> tokens, int i) {
        return i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
