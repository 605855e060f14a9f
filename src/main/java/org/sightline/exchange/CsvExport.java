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
            cell(all[i].name(), i == 0, text);
        }
        text.text("\r\n");
        Told told = new Told(claims, progress);
        claims.each(entry -> {
            told.one();
            for (TableColumn.Row row : TableColumns.rows(entry)) {
                for (int i = 0; i < all.length; i++) {
                    String value = all[i].text(row);
                    cell(all[i].isForeign() ? SpreadsheetText.guard(value) : value, i == 0, text);
                }
                text.text("\r\n");
            }
        });
        text.flush();
    }

    private static void cell(String value, boolean first, Utf8Out out) throws IOException {
        if (!first) {
            out.ascii(',');
        }
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
