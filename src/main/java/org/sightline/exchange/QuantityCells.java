package org.sightline.exchange;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sightline.DomainException;
import org.sightline.claim.Quantity;
import org.sightline.claim.Quantity.Origin;
import org.sightline.claim.Quantity.Qualifier;

/**
 * Reads a quantity from the cells that may tell it: its words, its bounds, what is counted. The words come first and
 * stay; bounds complete them, or override those that the words set. Immutable.
 */
final class QuantityCells {
    private static final int MOST_DIGITS = 1_000;
    private static final Pattern PLAIN = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern SPACE = Pattern.compile("[ \u00a0\u202f]");

    private final boolean decimalComma;

    QuantityCells(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    /**
     * Cells may be blank.
     *
     * @throws DomainException when a cell can be read only in part, or they do not agree
     */
    Optional<Quantity> read(String words, String lower, String upper, String item) {
        if (lower.isEmpty() && upper.isEmpty()) {
            return words.isEmpty() ? Optional.empty() : Optional.of(counted(words, item));
        }
        Optional<BigDecimal> from = decimal(lower);
        Optional<BigDecimal> to = decimal(upper);
        if (words.isEmpty()) {
            return Optional.of(bounded(from, to, verbatim(from.equals(to), lower, upper, item), item));
        }
        return Optional.of(readable(words, item)
                .map(said -> completed(said, from, to))
                .orElseGet(() -> bounded(from, to, words, item)));
    }

    private Quantity counted(String words, String item) {
        String pointed = decimalComma ? DecimalComma.pointed(words) : words;
        if (PLAIN.matcher(pointed).matches()) {
            return Quantity.exactly(new BigDecimal(pointed), item).withVerbatim(joined(words, item));
        }
        Quantity said = parsed(pointed, words);
        String whole = words.contains(item) ? words : joined(words, item);
        return said.item().isEmpty() ? said.withItem(item).withVerbatim(whole) : said.withVerbatim(whole);
    }

    private Quantity parsed(String pointed, String words) {
        try {
            return Quantity.parse(pointed);
        } catch (DomainException e) {
            if (!decimalComma && DecimalComma.mayBeIn(words)) {
                throw new DomainException(
                        "\"" + words + "\" cannot be read as a quantity; if its comma stands before decimals, say that"
                                + " decimals have a comma.",
                        e);
            }
            throw e;
        }
    }

    /** Empty where only the bounds can be read. */
    private Optional<Quantity> readable(String words, String item) {
        try {
            return Optional.of(counted(words, item));
        } catch (DomainException e) { // the words are kept as they are
            return Optional.empty();
        }
    }

    private static Quantity bounded(Optional<BigDecimal> from, Optional<BigDecimal> to, String words, String item) {
        boolean exact = from.isPresent() && same(from, to);
        return new Quantity(
                words,
                item,
                exact ? from : Optional.empty(),
                from,
                to,
                false,
                false,
                qualifier(from, to),
                Origin.STATED);
    }

    private static Quantity completed(Quantity said, Optional<BigDecimal> from, Optional<BigDecimal> to) {
        boolean newLower = from.isPresent() && !same(from, said.lower());
        boolean newUpper = to.isPresent() && !same(to, said.upper());
        if (!newLower && !newUpper) {
            return said;
        }
        Optional<BigDecimal> lower = newLower ? from : said.lower();
        Optional<BigDecimal> upper = newUpper ? to : said.upper();
        Quantity completed = new Quantity(
                said.verbatim(),
                said.item(),
                said.best(),
                lower,
                upper,
                !newLower && said.lowerOpen(),
                !newUpper && said.upperOpen(),
                qualifier(lower, upper),
                newLower && newUpper ? Origin.STATED : said.origin());
        if (said.best().filter(best -> outside(best, lower, upper)).isPresent()) {
            throw new DomainException(
                    "\"" + said.verbatim() + "\" lies outside of the bounds beside it; correct one of them.");
        }
        return completed;
    }

    private static boolean outside(BigDecimal best, Optional<BigDecimal> lower, Optional<BigDecimal> upper) {
        return lower.filter(bound -> best.compareTo(bound) < 0).isPresent()
                || upper.filter(bound -> best.compareTo(bound) > 0).isPresent();
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent()
                && other.filter(value -> value.compareTo(one.get()) == 0).isPresent();
    }

    private static Qualifier qualifier(Optional<BigDecimal> from, Optional<BigDecimal> to) {
        if (from.isEmpty()) {
            return Qualifier.AT_MOST;
        }
        return to.isEmpty() ? Qualifier.AT_LEAST : same(from, to) ? Qualifier.EXACT : Qualifier.RANGE;
    }

    private static String verbatim(boolean exact, String lower, String upper, String item) {
        String number = exact
                ? lower
                : lower.isEmpty() ? "at most " + upper : upper.isEmpty() ? "at least " + lower : lower + "-" + upper;
        return joined(number, item);
    }

    private static String joined(String words, String item) {
        return item.isEmpty() ? words : words + " " + item;
    }

    private Optional<BigDecimal> decimal(String digits) {
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        try {
            String plain =
                    decimalComma ? DecimalComma.pointed(SPACE.matcher(digits).replaceAll("")) : digits;
            BigDecimal number = new BigDecimal(plain);
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw new DomainException("\"" + digits + "\" has more digits than are kept.");
            }
            return Optional.of(number);
        } catch (NumberFormatException e) {
            throw new DomainException("\"" + digits + "\" is not a number; write it with digits and a point.", e);
        }
    }
}
