package org.sightline.claim;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.sightline.DomainException;

/**
 * How many, as the words say it: an interval of exact decimals. Immutable.
 *
 * @param verbatim the words it was read from
 * @param item what is counted, singular or plural as stated; "%" for a share, "% of voters" where it says of whom
 * @param best the one value given, where there is one
 * @param lower lower bound; empty when unbounded
 * @param upper upper bound; empty when unbounded
 * @param lowerOpen whether the lower bound itself is excluded
 * @param upperOpen whether the upper bound itself is excluded
 */
public record Quantity(
        String verbatim,
        String item,
        Optional<BigDecimal> best,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        boolean lowerOpen,
        boolean upperOpen,
        Qualifier qualifier,
        Origin origin) {

    /** How the number was qualified. */
    public enum Qualifier {
        EXACT,
        RANGE,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN,
        ABOUT,
        VAGUE;

        /** @throws DomainException when it is none of the keys, naming them */
        public static Qualifier parse(String words) {
            return Vocabulary.parse(values(), "a qualifier", words);
        }

        /** Stable form for files and the command line, such as {@code at-least}. */
        public String key() {
            return Vocabulary.key(this);
        }

        /** For people. */
        public String label() {
            return Vocabulary.label(this);
        }
    }

    /** Whether the bounds were stated, or derived from a vague word. */
    public enum Origin {
        STATED,
        DERIVED;

        /** @throws DomainException when it is none of the keys, naming them */
        public static Origin parse(String words) {
            return Vocabulary.parse(values(), "an origin", words);
        }

        /** Stable form for files, such as {@code stated}. */
        public String key() {
            return Vocabulary.key(this);
        }

        /** For people. */
        public String label() {
            return Vocabulary.label(this);
        }
    }

    /** @throws DomainException when the lower bound lies above the upper one */
    public Quantity {
        item = item.strip();
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            throw new DomainException("The quantity \"" + verbatim + "\" runs backwards, from "
                    + lower.get().toPlainString() + " to " + upper.get().toPlainString()
                    + "; put the smaller number first.");
        }
    }

    /** Exactly so many. */
    public static Quantity exactly(BigDecimal value, String item) {
        Optional<BigDecimal> bound = Optional.of(value);
        Quantity quantity = new Quantity("", item, bound, bound, bound, false, false, Qualifier.EXACT, Origin.STATED);
        return quantity.withVerbatim(quantity.display());
    }

    /**
     * Reads words that are one quantity, such as "15-30 tanks" or "at least 28 Ural trucks". {@link #find} is for words
     * that hold others besides.
     *
     * @throws org.sightline.DomainException when there is none, or more than one, or words or digits are left over
     */
    public static Quantity parse(String words) {
        List<Found> found = find(words);
        if (found.isEmpty() || found.size() == 1 && !found.get(0).isAllOf(words)) {
            List<Found> bare = QuantityReading.bare(words);
            found = found.isEmpty() || bare.size() == 1 && bare.get(0).isAllOf(words) ? bare : found;
        }
        if (found.isEmpty()) {
            throw new DomainException("\"" + words.strip() + "\" holds no quantity; write it like 8 tanks, 15-30,"
                    + " at least 28, more than 100, up to 20, about 7,000 or tens of thousands.");
        }
        if (found.size() > 1) {
            throw new DomainException("\"" + words.strip() + "\" holds " + found.size() + " quantities ("
                    + found.stream().map(f -> f.quantity.verbatim).collect(Collectors.joining("; ")) + "); give one.");
        }
        if (!found.get(0).isAllOf(words)) {
            throw new DomainException("Of \"" + words.strip() + "\" only \"" + found.get(0).quantity.verbatim
                    + "\" can be read as a quantity; give a number and what is counted and no more, with a point before"
                    + " decimals (7.5 tonnes).");
        }
        return found.get(0).quantity;
    }

    /** A quantity and where in the text it stands, UTF-16 code units, end exclusive. */
    public record Found(Quantity quantity, int start, int end) {
        /** Whether nothing is said around it: no letter, no digit, no sign before the number. */
        private boolean isAllOf(String text) {
            boolean signed = start > 0 && "-\u2212".indexOf(text.charAt(start - 1)) >= 0;
            return !signed
                    && (text.substring(0, start) + text.substring(end))
                            .codePoints()
                            .noneMatch(Character::isLetterOrDigit);
        }
    }

    /** Every quantity in a text, in order. Designations, dates and years are not quantities. */
    public static List<Found> find(String text) {
        return QuantityReading.find(text);
    }

    public Quantity withVerbatim(String words) {
        return new Quantity(words, item, best, lower, upper, lowerOpen, upperOpen, qualifier, origin);
    }

    public Quantity withItem(String counted) {
        return new Quantity(verbatim, counted, best, lower, upper, lowerOpen, upperOpen, qualifier, origin);
    }

    /** Whether it is a share and not a count. */
    public boolean isShare() {
        return item.startsWith("%");
    }

    /** Whether both count the same thing, or one of them a kind of the other. */
    public boolean countsAlike(Quantity other) {
        return Item.of(item).alike(Item.of(other.item));
    }

    /**
     * Whether two counts of the same thing agree: they meet, contradict each other when stated intervals are disjoint,
     * or are in tension when a bound that keeps them apart was derived. Counts of different things always meet. That
     * place and time match is the caller's to know; {@link Agreement#between} does.
     */
    public Agreement compare(Quantity other) {
        return countsAlike(other) ? Interval.compare(this, other) : new Agreement.Meet();
    }

    /** The same in words for people, such as "15 to 30 tanks", "at least 28 Ural trucks", "about 7,000 soldiers". */
    public String display() {
        String number = switch (qualifier) {
            case EXACT -> shown(best.or(() -> lower));
            case RANGE -> (origin == Origin.DERIVED ? "about " : "") + shown(lower) + " to " + shown(upper);
            case AT_LEAST -> "at least " + shown(lower);
            case MORE_THAN -> "more than " + shown(lower);
            case AT_MOST -> "up to " + shown(upper);
            case LESS_THAN -> "fewer than " + shown(upper);
            case ABOUT -> "about " + shown(best);
            case VAGUE -> verbatim.isBlank() ? shown(lower) + " to " + shown(upper) : "";
        };
        if (number.isEmpty()) {
            return verbatim.replaceAll("\\s+", " ").strip();
        }
        if (isShare()) {
            return number + item;
        }
        return item.isEmpty() ? number : isCurrency() ? withCurrency(number) : number + " " + item;
    }

    private boolean isCurrency() {
        return item.length() == 1 && Character.getType(item.charAt(0)) == Character.CURRENCY_SYMBOL;
    }

    /** The sign stands before the first digit. */
    private String withCurrency(String number) {
        return number.replaceFirst("(?=\\d)", Matcher.quoteReplacement(item));
    }

    private static String shown(Optional<BigDecimal> number) {
        DecimalFormat format =
                new DecimalFormat("#,##0.##################", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return number.map(format::format).orElse("?");
    }
}
