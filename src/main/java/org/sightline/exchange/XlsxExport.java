package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.jobs.Jobs;

/**
 * Claims as a workbook in the columns of {@link TableColumns}: numbers, times and truth values are such, addresses are
 * links, the headings are frozen and filtered. A number that a spreadsheet could not hold to its last digit, and a time
 * before 1900, are texts. Texts stand as they are, since a cell of text is never run. A text too long for a cell goes
 * whole to the sheet "Long texts" in parts, by row and column. Stateless.
 */
final class XlsxExport {
    static final String LONG_TEXTS = "Long texts";
    static final List<String> LONG_HEADINGS = List.of("sheet", "row", "column", "part", "text");

    private static final int PART = 32_000;
    private static final int KEPT = 8;
    private static final long MILLIS_A_DAY = 86_400_000;
    private static final long EPOCH = 25_569; // 1 January 1970, days since 30 December 1899
    private static final Instant FIRST = Instant.parse("1900-03-01T00:00:00Z"); // before, spreadsheets disagree
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final XlsxWriter book;
    private final List<TableColumn> columns;
    private final LongTexts longTexts = new LongTexts();
    private int sheet;
    private int row;

    private XlsxExport(OutputStream out, List<TableColumn> columns) {
        this.book = new XlsxWriter(out);
        this.columns = columns;
    }

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    static void write(Handover claims, List<TableColumn> columns, OutputStream out, Jobs.Progress progress)
            throws IOException {
        XlsxExport export = new XlsxExport(out, columns);
        export.beginSheet();
        boolean ofQuotes = TableColumns.tellOfQuotes(columns);
        Told told = new Told(claims, progress);
        claims.each(entry -> {
            told.one();
            for (TableColumn.Row one : TableColumns.rows(entry, ofQuotes)) {
                export.row(one);
            }
        });
        export.book.endSheet();
        export.longTexts.write(export.book);
        export.book.end();
    }

    private void beginSheet() throws IOException {
        sheet++;
        row = 1;
        book.sheet(
                sheet == 1 ? "Claims" : "Claims " + sheet,
                columns.stream().map(TableColumn::name).toList());
    }

    private void row(TableColumn.Row values) throws IOException {
        if (!book.hasRoom()) {
            book.endSheet();
            beginSheet();
        }
        row++;
        book.beginRow();
        for (TableColumn column : columns) {
            cell(column, values);
        }
        book.endRow();
    }

    private void cell(TableColumn column, TableColumn.Row values) {
        Optional<?> value = column.value().apply(values);
        if (value.isEmpty()) {
            book.empty();
            return;
        }
        switch (column.kind()) {
            case TRUTH -> book.truth((Boolean) value.get());
            case NUMBER -> number(column.text(values));
            case INSTANT -> instant((Instant) value.get());
            case TEXT, WORD -> text(column.name(), column.text(values));
            case LINK -> {
                String address = column.text(values);
                if (address.matches("(?i)https?://\\S+") && address.length() < PART) {
                    book.link(address, address);
                } else {
                    text(column.name(), address);
                }
            }
        }
    }

    private void number(String digits) {
        double nearest = Double.parseDouble(digits);
        boolean exact = Double.isFinite(nearest)
                && new BigDecimal(Double.toString(nearest))
                        .toPlainString()
                        .replaceFirst("\\.0$", "")
                        .equals(digits);
        if (exact && digits.length() <= 17) {
            book.number(digits);
        } else {
            book.text(digits);
        }
    }

    private void instant(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST) || !at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
            book.text(at.toString());
        } else {
            book.instant((double) at.toEpochMilli() / MILLIS_A_DAY + EPOCH);
        }
    }

    /** What {@link #instant} wrote, to the millisecond. */
    static Instant instant(double serial) {
        return Instant.ofEpochMilli(Math.round((serial - EPOCH) * MILLIS_A_DAY));
    }

    private void text(String column, String text) {
        if (text.isEmpty()) {
            book.empty();
        } else if (XlsxText.encode(text).length() <= PART) {
            book.text(text);
        } else {
            longTexts.add(sheet, row, column, text);
            int end = Character.isHighSurrogate(text.charAt(PART / KEPT - 1)) ? PART / KEPT - 1 : PART / KEPT;
            book.text(text.substring(0, end) + "…");
        }
    }

    /** Few, as a rule: a text of more than thirty thousand letters. */
    private static final class LongTexts {
        private record Text(int sheet, int row, String column, String text) {}

        private final List<Text> texts = new ArrayList<>();

        void add(int sheet, int row, String column, String text) {
            texts.add(new Text(sheet, row, column, text));
        }

        void write(XlsxWriter book) throws IOException {
            if (texts.isEmpty()) {
                return;
            }
            book.sheet(LONG_TEXTS, LONG_HEADINGS);
            for (Text text : texts) {
                int part = 0;
                for (int from = 0; from < text.text().length(); ) {
                    int to = end(text.text(), from);
                    book.beginRow();
                    book.number(Integer.toString(text.sheet()));
                    book.number(Integer.toString(text.row()));
                    book.text(text.column());
                    book.number(Integer.toString(++part));
                    book.text(text.text().substring(from, to));
                    book.endRow();
                    from = to;
                }
            }
            book.endSheet();
        }

        /** An escape takes seven characters, so a part has room for every one being escaped. */
        private static int end(String text, int from) {
            int to = Math.min(text.length(), from + PART / KEPT);
            return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
        }
    }
}
