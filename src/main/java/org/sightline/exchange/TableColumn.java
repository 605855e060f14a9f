package org.sightline.exchange;

import java.math.BigDecimal;
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

    /** As text, numbers without an exponent, which some spreadsheets take for text. */
    String text(Row row) {
        return value.apply(row).map(TableColumn::text).orElse("");
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.toPlainString();
            case Double number -> plain(number);
            default -> value.toString();
        };
    }

    private static String plain(double number) {
        String digits = new BigDecimal(Double.toString(number)).toPlainString();
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
}
