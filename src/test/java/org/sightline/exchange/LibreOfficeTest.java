package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.File;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;

/** What LibreOffice reads from a workbook, cell by cell; left out where it is not installed. */
class LibreOfficeTest {
    private static final int LONGEST = 30_000;
    private static final int MOST_SECONDS = 120;
    /** Comma, quotation mark, UTF-8, all values as they are and not as they are shown, text in quotation marks. */
    private static final String AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,1";

    @TempDir
    Path folder;

    private static boolean isInstalled() {
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(place).resolve("soffice"))) {
                return true;
            }
        }
        return false;
    }

    private Path converted(Path workbook) throws Exception {
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        AS_CSV,
                        "--outdir",
                        folder.resolve("out").toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), "LibreOffice does not come to an end");
        } finally {
            process.destroyForcibly();
        }
        try (var made = Files.list(folder.resolve("out"))) {
            return made.findFirst().orElseThrow();
        }
    }

    @Test
    void everyCellOfAWorkbookIsReadAsItIsMeant() throws Exception {
        assumeTrue(isInstalled(), "soffice is not installed (Debian: libreoffice-calc-nogui)");
        Path workbook = folder.resolve("claims.xlsx");
        List<TableColumn.Row> expected = new ArrayList<>();
        try (Board board = RandomBoard.make(folder.resolve("b.gpkg"), 7, 60);
                Snapshot snapshot = board.snapshot()) {
            Handover claims = BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL));
            Export.write(claims, workbook, Export.Scope.PLAIN, Untold.PROGRESS);
            claims.each(entry -> expected.addAll(TableColumns.rows(entry)));
        }
        List<CsvRecord> read;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(false)
                .ofCsvRecord(Files.readString(converted(workbook), StandardCharsets.UTF_8))) {
            read = csv.stream().toList();
        }
        List<TableColumn> columns = TableColumns.chosen(List.of());
        assertEquals(TableColumns.names(), read.getFirst().getFields());
        assertEquals(expected.size(), read.size() - 1);
        for (int row = 0; row < expected.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                assertCell(
                        columns.get(column),
                        columns.get(column).text(expected.get(row)),
                        read.get(row + 1).getField(column),
                        "row " + (row + 2));
            }
        }
    }

    private static void assertCell(TableColumn column, String meant, String read, String where) {
        String what = where + ", " + column.name();
        switch (column.kind()) {
            case NUMBER -> {
                assertEquals(meant.isEmpty(), read.isEmpty(), what);
                if (!meant.isEmpty()) {
                    double number = new BigDecimal(meant).doubleValue(); // shown with 15 digits
                    assertEquals(number, Double.parseDouble(read), Math.abs(number) * 1e-14, what);
                }
            }
            case TRUTH -> assertEquals(meant, read.toLowerCase(java.util.Locale.ROOT), what);
            case INSTANT -> assertInstant(meant, read, what);
            default -> {
                boolean cut = meant.length() > LONGEST && read.endsWith("…"); // the whole is on a sheet of its own
                String whole = lines(meant);
                assertEquals(cut ? whole.substring(0, read.length() - 1) + "…" : whole, lines(read), what);
            }
        }
    }

    /** A date of a workbook is shown to the second; what no such date can hold is text. */
    private static void assertInstant(String meant, String read, String what) {
        String shown = read.replaceFirst("^(\\d+-\\d+-\\d+) ([0-9:]+)$", "$1T$2Z");
        if (!meant.equals(shown)) {
            Duration apart = Duration.between(Instant.parse(meant), Instant.parse(shown));
            assertTrue(apart.abs().compareTo(Duration.ofSeconds(1)) < 0, what + ": " + meant + ", read " + read);
        }
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
