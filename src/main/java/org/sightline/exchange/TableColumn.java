package org.sightline.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.sightline.claim.Claim;

/**
 * A column of a table of claims, named as the keys in JSON.
 *
 * @param kind what its cells hold
 * @param value of a row; empty for an empty cell
 */
record TableColumn(String name, Kind kind, Function<Row, Optional<?>> value) {

    /** What a cell holds. */
    enum Kind {
        /** Words of somebody's, which a spreadsheet could take for a formula. */
        TEXT,
        /** What the program words itself: identities, dates as text, words of closed lists, geometry. */
        WORD,
        NUMBER,
        TRUTH,
        INSTANT,
        LINK
    }

    /**
     * A claim with one of its quotes, counted from 1; 0 where it has none.
     */
    record Row(Handover.Entry entry, int number, Optional<Handover.Cited> cited) {
        Claim claim() {
            return entry.claim();
        }
    }

    /** Whether its cells hold words of others, which a spreadsheet could run. */
    boolean isForeign() {
        return kind == Kind.TEXT || kind == Kind.LINK;
    }

    /** As text, numbers without an exponent, which some spreadsheets take for text. */
    String text(Row row) {
        Optional<?> cell = value.apply(row);
        return cell.isPresent() ? text(cell.get()) : "";
    }

    private static String text(Object value) {
        if (value instanceof String text) { // most are
            return text;
        }
        return switch (value) {
            case BigDecimal decimal -> decimal.toPlainString();
            case Double number -> plain(number);
            case Instant at -> InstantText.of(at);
            default -> value.toString();
        };
    }

    /** All digits that tell the number from others, and no more; no exponent. */
    static String plain(double number) {
        String digits = Double.toString(number);
        if (digits.indexOf('E') >= 0) {
            digits = new BigDecimal(digits).toPlainString();
        }
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
}
