package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sightline.analysis.Dossier;
import org.sightline.jobs.Jobs;

/**
 * Claims as CSV (RFC 4180: comma, CRLF, UTF-8) in the columns of {@link TableColumns}. Text is guarded against formulas
 * by {@link SpreadsheetText}, which can be undone; numbers, dates and geometry (WKT) are written plain. Absent values are
 * empty cells. Stateless.
 */
public final class CsvExport {
    /** Letters below 128 that are written as they are wherever they stand behind the first. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = c != ',' && c != '"' && c != ';';
        }
    }

    private CsvExport() {}

    /**
     * @param mark whether a byte order mark goes first, without which Excel reads UTF-8 as the system's old code page; for
     *     files yes, for pipes no
     * @throws java.util.concurrent.CancellationException when the job is cancelled
     */
    public static void write(Dossier dossier, OutputStream out, boolean mark, Jobs.Progress progress)
            throws IOException {
        write(Handover.of(dossier), TableColumns.chosen(List.of()), out, mark, progress);
    }

    static void write(
            Handover claims, List<TableColumn> columns, OutputStream out, boolean mark, Jobs.Progress progress)
            throws IOException {
        Utf8Out text = new Utf8Out(out);
        if (mark) {
            text.text("\uFEFF");
        }
        TableColumn[] all = columns.toArray(TableColumn[]::new);
        for (int i = 0; i < all.length; i++) {
            if (i > 0) {
                text.ascii(',');
            }
            cell(all[i].name(), text);
        }
        text.text("\r\n");
        text.flush();
        boolean ofQuotes = TableColumns.tellOfQuotes(columns);
        SourceCells sources = new SourceCells(columns);
        WrittenClaims.write(
                claims, (entry, to) -> rows(entry, all, ofQuotes, sources, to), out, new Told(claims, progress));
    }

    private static void rows(
            Handover.Entry entry, TableColumn[] columns, boolean ofQuotes, SourceCells sources, Utf8Out text)
            throws IOException {
        for (TableColumn.Row row : TableColumns.rows(entry, ofQuotes)) {
            int at = 0;
            while (at < columns.length) {
                int end = sources.endOfRun(at, row);
                if (end == at) {
                    cell(columns[at], at, row, text);
                    at++;
                    continue;
                }
                byte[] known = sources.known(at, row);
                if (known != null) {
                    text.bytes(known);
                } else {
                    int mark = text.length();
                    for (int i = at; i < end; i++) {
                        cell(columns[i], i, row, text);
                    }
                    sources.keep(at, row, text.since(mark));
                }
                at = end;
            }
            text.text("\r\n");
        }
    }

    private static void cell(TableColumn column, int number, TableColumn.Row row, Utf8Out text) throws IOException {
        if (number > 0) {
            text.ascii(',');
        }
        String value = column.text(row);
        if (!isPlain(value) || !text.shortAscii(value, PLAIN)) {
            cell(column.isForeign() ? SpreadsheetText.guard(value) : value, text);
        }
    }

    /** Whether a cell does not begin as one that may have to be guarded does. */
    private static boolean isPlain(String value) {
        return value.isEmpty() || Character.isLetterOrDigit(value.charAt(0));
    }

    private static void cell(String value, Utf8Out out) throws IOException {
        if (!mustBeQuoted(value)) {
            out.text(value);
            return;
        }
        out.ascii('"');
        int from = 0;
        for (int mark = value.indexOf('"'); mark >= 0; mark = value.indexOf('"', from)) {
            out.text(value, from, mark + 1);
            out.ascii('"');
            from = mark + 1;
        }
        out.text(value, from, value.length());
        out.ascii('"');
    }

    // four searches, which the JVM does many letters at a time
    private static boolean mustBeQuoted(String value) {
        return value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
    }
}
