package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

/** CSV by the rules of RFC 4180, section 2, and at the edges of what it leaves open, in and out. */
class Rfc4180Test {
    @TempDir
    Path folder;

    private CsvTable table(String text) throws IOException {
        return CsvTable.open(Files.writeString(folder.resolve("table.csv"), text));
    }

    private static List<List<String>> rows(CsvTable table) {
        List<List<String>> all = new ArrayList<>();
        try (Table.Rows rows = table.exactRows()) {
            while (rows.hasNext()) {
                Table.Row row = rows.next();
                List<String> values = new ArrayList<>();
                for (int i = 0; i < table.header().size(); i++) {
                    values.add(row.value(i));
                }
                all.add(values);
            }
        }
        return all;
    }

    private void assertRead(List<List<String>> expected, String text) throws IOException {
        CsvTable table = table(text);
        assertEquals(List.of("a", "b"), table.header(), text);
        assertEquals(expected, rows(table), text);
    }

    @Test
    void linesEndWithCrlfAndTheLastOneNeedNot() throws IOException {
        List<List<String>> expected = List.of(List.of("1", "2"), List.of("3", "4"));
        for (String end : List.of("\r\n", "\n", "\r")) {
            String text = "a,b" + end + "1,2" + end + "3,4";
            assertRead(expected, text);
            assertRead(expected, text + end);
            assertRead(expected, text + end + end);
        }
    }

    @Test
    void quotationMarksHoldCommasLineEndsAndThemselves() throws IOException {
        assertRead(
                List.of(List.of("1,5", "say \"so\""), List.of("two\r\nlines", "lone\rreturn"), List.of("\"", "\n")),
                "a,b\r\n\"1,5\",\"say \"\"so\"\"\"\r\n\"two\r\nlines\",\"lone\rreturn\"\r\n\"\"\"\",\"\n\"\r\n");
    }

    @Test
    void headingsMayStandInQuotationMarksBehindAByteOrderMark() throws IOException {
        assertRead(List.of(List.of("1", "2")), "\uFEFF\"a\",\"b\"\r\n1,2\r\n");
    }

    @Test
    void anEmptyValueIsTheSameWithAndWithoutQuotationMarks() throws IOException {
        assertRead(List.of(List.of("", ""), List.of("", ""), List.of("", "2")), "a,b\r\n,\r\n\"\",\"\"\r\n\"\",2\r\n");
    }

    @Test
    void spacesArePartOfAValue() throws IOException {
        assertRead(List.of(List.of(" 1 ", "  ")), "a,b\r\n 1 ,\"  \"\r\n");
    }

    @Test
    void aQuotationMarkInsideABareValueStaysAsItIs() throws IOException {
        assertRead(List.of(List.of("5\" gun", "it\"s")), "a,b\r\n5\" gun,it\"s\r\n");
    }

    @Test
    void whatGoesOnBehindAClosingQuotationMarkIsRefusedWithItsLine() throws IOException {
        CsvTable table = table("a,b\r\n1,2\r\n\"x\"y,2\r\n");
        DomainException refused = assertThrows(DomainException.class, () -> rows(table));
        assertTrue(refused.getMessage().contains("line 3"), refused.getMessage());
    }

    @Test
    void aValueWithoutAClosingQuotationMarkIsRefusedWithItsLine() throws IOException {
        CsvTable table = table("a,b\r\n1,2\r\n3,\"open\r\n5,6\r\n");
        DomainException refused = assertThrows(DomainException.class, () -> rows(table));
        assertTrue(refused.getMessage().contains("line 3"), refused.getMessage());
    }

    @Test
    void aRowThatIsTooShortOrTooLongIsNamedByItsLineEvenBehindLineEndsInValues() throws IOException {
        for (String ragged : List.of("7", "7,8,9")) {
            CsvTable table = table("a,b\r\n\"1\n1\",2\r\n\r\n" + ragged + "\r\n");
            try (Table.Rows rows = table.exactRows()) {
                rows.next();
                assertTrue(rows.hasNext());
                DomainException refused = assertThrows(DomainException.class, rows::next);
                assertTrue(refused.getMessage().startsWith("Line 5 "), refused.getMessage());
                assertTrue(refused.getMessage().contains("under 2 headings"), refused.getMessage());
            }
        }
    }

    private static byte[] written(Evidence evidence) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport.write(evidence.dossier(), out, true, Untold.PROGRESS);
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenHasAsManyValuesInEachRecordAndQuotesWhatMustBe() throws IOException {
        List<String> hard =
                List.of("plain", "a,b", "say \"so\"", "\"", "two\r\nlines", "lone\rreturn", "lone\nfeed", ",", "\"\"");
        Evidence evidence = new Evidence();
        hard.forEach(words -> evidence.claim(words, Optional.empty()));
        byte[] bytes = written(evidence);
        List<List<String>> records = strict(new String(bytes, StandardCharsets.UTF_8).substring(1));
        assertEquals(hard.size() + 1, records.size());
        records.forEach(record -> assertEquals(TableColumns.names().size(), record.size()));
        assertEquals(TableColumns.names(), records.getFirst());
        for (int i = 0; i < hard.size(); i++) {
            assertEquals(hard.get(i), records.get(i + 1).get(2));
        }
        assertArrayEquals(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'i', 'd', ','}, head(bytes));
    }

    private static byte[] head(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, 6);
    }

    /** Reads by the letter of the grammar: CRLF ends each record, a quotation mark only in escaped values, doubled. */
    private static List<List<String>> strict(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder value = new StringBuilder();
            if (text.charAt(at) == '"') {
                at++;
                while (text.charAt(at) != '"' || at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at += text.charAt(at) == '"' ? 1 : 0;
                    value.append(text.charAt(at++));
                }
                at++;
            } else {
                while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
                    value.append(text.charAt(at++));
                }
            }
            record.add(value.toString());
            if (text.startsWith("\r\n", at)) {
                at += 2;
                records.add(record);
                record = new ArrayList<>();
            } else {
                assertEquals(',', text.charAt(at++), "at " + at);
            }
        }
        assertEquals(List.of(), record, "the last record ends with CRLF");
        return records;
    }
}
