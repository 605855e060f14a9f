package org.sightline.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (mark) {
            text.write('\uFEFF');
        }
        // Not closed here: the stream is the caller's.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns.stream().map(TableColumn::name).toList());
        Told told = new Told(claims, progress);
        claims.each(entry -> {
            told.one();
            for (TableColumn.Row row : TableColumns.rows(entry)) {
                csv.writeRecord(columns.stream().map(c -> cell(c, row)).toList());
            }
        });
        csv.flush();
        text.flush();
    }

    private static String cell(TableColumn column, TableColumn.Row row) {
        String text = column.text(row);
        return switch (column.kind()) {
            case TEXT, LINK -> SpreadsheetText.guard(text);
            default -> text;
        };
    }
}
