package org.sightline.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.source.Quote;

class CsvExportTest {
    private final Evidence evidence = new Evidence();

    @Test
    void everyQuoteHasARowWithAllThatTracesIt() throws IOException {
        evidence.claim("Trucks", Optional.of(Evidence.wkt("POINT (29.1544 -51.8)")), "12 trucks", "A second line");
        List<NamedCsvRecord> rows = rows(bytes(true));
        assertEquals(2, rows.size());
        NamedCsvRecord row = rows.get(0);
        assertEquals("12 trucks", row.getField("quote.exact"));
        assertEquals("1", row.getField("quote.number"));
        assertEquals("true", row.getField("quote.intact"));
        assertEquals("https://example.org/a?b=1,2", row.getField("source.url"));
        assertEquals(evidence.capture.sha256(), row.getField("capture.sha256"));
        assertEquals("2023-05-04", row.getField("source.published"));
        assertEquals("-51.8", row.getField("place.latitude"));
        assertEquals("A second line", rows.get(1).getField("quote.exact"));
        int start = Integer.parseInt(row.getField("quote.start"));
        int end = Integer.parseInt(row.getField("quote.end"));
        assertEquals("12 trucks", Evidence.TEXT.substring(start, end));
        byte[] text = Evidence.TEXT.getBytes(UTF_8);
        int byteStart = Integer.parseInt(row.getField("quote.byteStart"));
        int byteEnd = Integer.parseInt(row.getField("quote.byteEnd"));
        assertTrue(byteStart > start, "Cyrillic letters take two bytes");
        assertArrayEquals("12 trucks".getBytes(UTF_8), Arrays.copyOfRange(text, byteStart, byteEnd));
    }

    @Test
    void textIsGuardedAgainstFormulasAndComesBack() throws IOException {
        evidence.claim("=cmd|' /C calc'!A0", Optional.empty(), "=HYPERLINK stood there");
        NamedCsvRecord row = rows(bytes(true)).get(0);
        assertEquals("'=cmd|' /C calc'!A0", row.getField("statement"));
        assertEquals("=cmd|' /C calc'!A0", SpreadsheetText.plain(row.getField("statement")));
        assertEquals("'=Notebook", row.getField("source.publisher"));
        assertEquals("'@resident", row.getField("claimant"));
        assertEquals("=HYPERLINK stood there", SpreadsheetText.plain(row.getField("quote.exact")));
    }

    @Test
    void lineBreaksInsideTextStayAsTheyAre() throws IOException {
        evidence.claim("Trucks, \"many\"", Optional.empty(), "12 trucks");
        NamedCsvRecord row = rows(bytes(true)).get(0);
        assertEquals("first line\r\nsecond line", row.getField("notes"));
        assertEquals("Trucks, \"many\"", row.getField("statement"));
        assertEquals("a\\;b; road", row.getField("tags"));
    }

    @Test
    void orphanedQuoteIsShownInTheExport() throws IOException {
        Quote moved =
                new Quote(9, UUID.randomUUID(), evidence.capture.uuid(), 3, 12, "13 trucks", "", "", Optional.empty());
        evidence.claim("Trucks", Optional.empty(), List.of(moved));
        NamedCsvRecord row = rows(bytes(true)).get(0);
        assertEquals("false", row.getField("quote.intact"));
        assertEquals("13 trucks", row.getField("quote.exact"));
        assertEquals("", row.getField("quote.byteStart"));
    }

    @Test
    void claimWithoutAQuoteHasARowToo() throws IOException {
        evidence.claim("Nothing quoted", Optional.empty());
        NamedCsvRecord row = rows(bytes(true)).get(0);
        assertEquals("Nothing quoted", row.getField("statement"));
        assertEquals("", row.getField("quote.exact"));
        assertEquals("", row.getField("quote.intact"));
    }

    @Test
    void fileHasAByteOrderMarkAndAPipeHasNone() throws IOException {
        evidence.claim("Trucks", Optional.empty(), "12 trucks");
        assertTrue(new String(bytes(true), UTF_8).startsWith("\uFEFFid,"));
        assertTrue(new String(bytes(false), UTF_8).startsWith("id,"));
    }

    @Test
    void rowsEndWithCarriageReturnAndLineFeed() throws IOException {
        evidence.claim("Trucks", Optional.empty(), "12 trucks");
        String text = new String(bytes(false), UTF_8);
        assertTrue(text.endsWith("\r\n"));
        assertEquals(text.indexOf("\r\n") + 1, text.indexOf('\n'), "the header's end");
    }

    private byte[] bytes(boolean mark) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport.write(evidence.dossier(), out, mark, Untold.PROGRESS);
        return out.toByteArray();
    }

    private static List<NamedCsvRecord> rows(byte[] csv) {
        String text = new String(csv, UTF_8).replaceFirst("^\uFEFF", "");
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }
}
