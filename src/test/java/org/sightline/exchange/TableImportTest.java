package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;
import org.sightline.jobs.Jobs;
import org.sightline.source.Quote;

class TableImportTest {
    private static final String GENERATED = """
            id,lon,lat,title,quote,source_id,category,qty_min,qty_max,unit,ts,confidence
            1,29.152345,51.812345,tanks by rail,"a column, of tanks",1,rail,8,12,tanks,2023-11-19T15:00:37Z,3
            2,30.1,52.4,camp in the wood,палатки в лесу,2,personnel,40,40,,2024-01-02T03:04:05Z,1
            3,,,bridge crossed,"said ""twice""
            on two lines",1,engineering,,,,,
            4,30.25,52.375,said again,"a column, of tanks",1,rail,5,,wagons,2024-01,2
            """;

    @TempDir
    Path folder;

    private Board board;

    @BeforeEach
    void open() {
        board = Board.create(folder.resolve("board.gpkg"), "Rail");
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Path table(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Arrived bring(String text) throws IOException {
        return Import.open(table("table.csv", text, StandardCharsets.UTF_8), Mapping.GUESSED)
                .into(board, new Quiet());
    }

    /** Never cancelled. */
    private static class Quiet implements Jobs.Progress {
        @Override
        public void report(double done, String step) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void check() {}
    }

    private List<Claim> claims() {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claims(ClaimQuery.ALL);
        }
    }

    @Test
    void columnsAreUnderstoodByTheirHeadings() throws IOException {
        Arrived arrived = bring(GENERATED);
        assertEquals(List.of(4L, 2L), List.of(arrived.claims(), arrived.sources()));
        Claim first = claims().getFirst();
        assertEquals("tanks by rail", first.statement());
        assertEquals("rail", first.category().key());
        Quantity quantity = first.quantity().orElseThrow();
        assertEquals("8-12 tanks", quantity.verbatim());
        assertEquals(Quantity.Qualifier.RANGE, quantity.qualifier());
        assertEquals(29.152345, first.place().orElseThrow().geometry().getCoordinate().x);
        assertEquals(PlacePrecision.EXACT, first.place().orElseThrow().precision());
        assertEquals("2023-11-19T15:00:37Z", first.when().orElseThrow().edtf());
        assertEquals("confidence: 3", first.notes());
        Claim second = claims().get(1);
        assertEquals(Quantity.Qualifier.EXACT, second.quantity().orElseThrow().qualifier());
        assertEquals(PlacePrecision.DISTRICT, second.place().orElseThrow().precision());
        Claim third = claims().get(2);
        assertEquals(Optional.empty(), third.place());
        assertEquals(Optional.empty(), third.quantity());
        assertEquals(Optional.empty(), third.when());
        assertEquals(
                Quantity.Qualifier.AT_LEAST,
                claims().get(3).quantity().orElseThrow().qualifier());
    }

    @Test
    void quotesStandInTheirSourcesCapture() throws IOException {
        bring(GENERATED);
        try (Snapshot snapshot = board.snapshot()) {
            for (Claim claim : claims()) {
                Quote quote = claim.quotes().getFirst();
                String text = snapshot.text(quote.capture());
                assertTrue(quote.intactIn(text), quote.toString());
                assertTrue(text.substring(0, quote.start()).endsWith(quote.prefix()), quote.toString());
                assertTrue(text.substring(quote.end()).startsWith(quote.suffix()), quote.toString());
            }
            assertEquals(
                    "a column, of tanks\nsaid \"twice\"\non two lines\na column, of tanks",
                    snapshot.text(claims().getFirst().quotes().getFirst().capture()));
            assertEquals(
                    List.of("Source 1 (quoted in table.csv)", "Source 2 (quoted in table.csv)"),
                    snapshot.sources().stream().map(s -> s.title()).toList());
        }
        assertEquals(List.of(), board.verify().problems());
        assertEquals("Import table.csv", board.nextUndo().orElseThrow().summary());
        board.undo();
        assertEquals(List.of(), claims());
    }

    @Test
    void otherEncodingsAndSeparatorsAreFoundOut() throws IOException {
        String text =
                "quote;source;lat;lon\nтанки стоят на станции;Канал новостей;52,5;x\n".replace("52,5;x", "52.5;30.5");
        for (Charset charset : List.of(Charset.forName("windows-1251"), StandardCharsets.UTF_16LE)) {
            String marked = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" + text : text;
            Import.open(table(charset.name() + ".csv", marked, charset), Mapping.GUESSED)
                    .into(board, new Quiet());
        }
        assertEquals(
                List.of("танки стоят на станции", "танки стоят на станции"),
                claims().stream().map(Claim::statement).toList());
    }

    @Test
    void aRowThatCannotBeReadIsKeptBesideWithTheReasonAndTheOthersComeIn() throws IOException {
        assertKept("title,lat,lon\nfine,51,30\nbad,north,30\n", 1, "Line 3", "north");
        assertKept("title,lat,lon\nfine,51,30\nbad,51,300\n", 1, "Line 3", "300");
        assertKept("title,qty_min,qty_max\nbad,many,3\n", 0, "Line 2", "many");
        assertKept("title,qty_min,qty_max\nbad,5,3\n", 0, "Line 2", "backwards");
        assertKept("title,date\nbad,someday maybe\nfine,2022\n", 1, "Line 2", "someday maybe");
        assertKept("title,quote\n,\n", 0, "Line 2", "says nothing");
        assertKept("title,lat,lon\nfine,51,30\ntoo,many,values,here\n", 1, "Line 3", "4 values under 3");
    }

    @Test
    void aSecondTimeBringsOnlyWhatIsNew() throws IOException {
        bring(GENERATED);
        long sources = sources();
        Arrived again = bring(GENERATED);
        assertEquals(List.of(0L, 4L, 0L), List.of(again.claims(), again.unchanged(), again.sources()));
        Arrived more = bring(GENERATED + "5,30.25,52.375,said again,\"a column, of tanks\",1,rail,6,,wagons,2024-01,2\n"
                + "6,30.25,52.375,said again,\"a column, of tanks\",3,rail,5,,wagons,2024-01,2\n");
        assertEquals(List.of(2L, 4L), List.of(more.claims(), more.unchanged()), "another number, another source");
        assertEquals(sources + 2, sources());
        assertEquals(6, claims().size());
        assertEquals(List.of(), board.verify().problems());
    }

    @Test
    void whatAPersonJudgedOfAKnownRowStays() throws IOException {
        bring("title,quote,source,lat,lon,date\nTrucks,12 trucks,https://example.org/1,51,29,2022-10-13\n");
        Claim judged = claims().getFirst().withStatus(Status.DISPUTED).withNotes("seen on the film");
        board.apply(new Change.EditClaim(judged));
        Path renamed = table(
                "renamed.csv",
                "title,quote,source,lat,lon,date\nTrucks,12 trucks,https://example.org/1,51,29,2022-10-13\n",
                StandardCharsets.UTF_8);
        Arrived again = Import.open(renamed, Mapping.GUESSED).into(board, new Quiet());
        assertEquals(List.of(0L, 1L), List.of(again.claims(), again.unchanged()));
        assertEquals(Status.DISPUTED, claims().getFirst().status());
        assertEquals(
                1,
                Import.open(renamed, Mapping.GUESSED)
                        .rehearse(board, new Quiet())
                        .unchanged());
    }

    @Test
    void rowsWithoutAQuoteAreKnownByPlaceAndTimeAndAllThatTheySay() throws IOException {
        String table = "title,lat,lon,date,more\nShots,51,29,2022-10-13,x\nShots,51,29,,x\nShots,,,2022-10-13,x\n";
        bring(table);
        Arrived again = bring(table);
        assertEquals(List.of(2L, 1L), List.of(again.claims(), again.unchanged()), "without place or time: in doubt");
        assertEquals(
                1, bring("title,lat,lon,date,more\nShots,51,29,2022-10-13,y\n").claims());
    }

    @Test
    void sourcesComeOnlyWithAClaim() throws IOException {
        Arrived none = bring("title,quote,source,lat,lon\nbad,words,A,north,30\nbad,words,B,51,300\n");
        assertEquals(List.of(0L, 0L, 2L), List.of(none.claims(), none.sources(), none.failed()));
        assertEquals(0, sources());
        assertEquals(List.of(), claims());
        Arrived some =
                bring("title,quote,source,lat,lon\nbad,words,A,north,30\nfine,others,B,51,30\nfine too,w,B,51,30\n");
        assertEquals(List.of(2L, 1L, 1L), List.of(some.claims(), some.sources(), some.failed()));
        assertEquals(1, sources());
        assertEquals(List.of(), board.verify().problems());
    }

    private int sources() {
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.sources().size();
        }
    }

    private void assertKept(String text, int claims, String... words) throws IOException {
        int before = claims().size();
        Arrived arrived = bring(text);
        assertEquals(claims, arrived.claims(), text);
        assertEquals(claims, claims().size() - before, text);
        assertEquals(1, arrived.failed(), text);
        String kept = Files.readString(arrived.kept().orElseThrow());
        assertTrue(kept.startsWith("\uFEFF" + text.lines().findFirst().orElseThrow() + ",why not imported\r\n"), kept);
        for (String word : words) {
            assertTrue(
                    arrived.failures().getFirst().contains(word),
                    arrived.failures().toString());
        }
        assertTrue(kept.contains(words[1]), kept);
    }

    /** Both readings of a table leave columns out; what is kept has all values, those under no heading behind. */
    @Test
    void aRowThatIsTooShortOrTooLongIsKeptWhole() throws IOException {
        Arrived arrived = bring("title,quote,source,lat,lon,remark\nshort,said so,Paper,5\n"
                + "\"long, x\",\"said \"\"more\"\"\",Paper,50,30,n,extra,extra2\nok,said,Paper,50,30,n\n");
        assertEquals(List.of(1L, 2L), List.of(arrived.claims(), arrived.failed()));
        List<String> kept = Files.readAllLines(arrived.kept().orElseThrow());
        assertEquals("\uFEFFtitle,quote,source,lat,lon,remark,why not imported", kept.get(0));
        assertTrue(kept.get(1).startsWith("short,said so,Paper,5,,,\"Line 2 of"), kept.get(1));
        assertTrue(kept.get(2).startsWith("\"long, x\",\"said \"\"more\"\"\",Paper,50,30,n,\"Line 3 of"), kept.get(2));
        assertTrue(kept.get(2).endsWith("\",extra,extra2"), kept.get(2));
        Arrived none = bring("title,quote\nonly one\n");
        assertEquals(List.of(0L, 1L), List.of(none.claims(), none.failed()));
        assertTrue(Files.readString(none.kept().orElseThrow()).contains("only one,,"));
    }

    @Test
    void whereRowsCannotBeKeptNothingComesIn() throws IOException {
        Path table = table("ragged.csv", "title,quote\nfine,said\nonly one\n", StandardCharsets.UTF_8);
        Path gone = folder.resolve("no such folder").resolve("ragged.csv");
        try (Failures failures = new Failures(gone, "Line", true)) {
            TableImport importing = new TableImport(CsvTable.open(table, Optional.empty()), Mapping.GUESSED);
            assertThrows(DomainException.class, () -> importing.into(board, false, failures, new Quiet()));
        }
        assertEquals(List.of(), claims());
    }

    @Test
    void anImportThatFailsLeavesNoTableOfRowsBeside() throws IOException {
        assertRefused("title,lat,lon\nbad,north,30\nfine,51,30\ncut,\"51", "cut short");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(f -> f.toString().contains("not-imported")).toList());
        }
    }

    @Test
    void whatIsNoTableOfClaimsIsRefused() throws IOException {
        assertRefused("", "empty");
        assertRefused("colour,size\nred,3\n", "colour, size");
        assertRefused("title,lat\nhere,51\n", "longitude");
        assertRefused("title,quote\n", "no rows");
        assertRefused("\u0000\u0001\u0002\u0003binary", "table.csv");
        assertThrows(DomainException.class, () -> Import.open(folder.resolve("missing.csv"), Mapping.GUESSED));
        Path damaged = folder.resolve("damaged.csv");
        byte[] head = "title,quote\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        head[head.length - 5] = (byte) 0xff;
        Files.write(damaged, head);
        DomainException refused = assertThrows(
                DomainException.class,
                () -> Import.open(damaged, Mapping.GUESSED).into(board, new Quiet()));
        assertTrue(String.valueOf(refused.getMessage()).contains("UTF-8"), refused.getMessage());
    }

    @Test
    void aTableThatEndsInsideAQuotationMarkIsRefusedAndAWholeOneIsNot() throws IOException {
        String head = "title,quote\nfirst,whole\nsecond,";
        for (String cut :
                List.of("\"half a qu", "\"", "\"\n", "\"half\n\n", "\"said \"\"", "\"said \"\"\n", "\"a\"\"b")) {
            assertRefused(head + cut, "cut short", "line 3");
        }
        assertRefused("title,\"quo", "cut short");
        assertEquals(3, bring(head + "\"said \"\"\"\n\n\nthird,\"a\nb\"").claims());
        assertEquals(
                2,
                bring("\"title\";\"quote\"\r\n\"a\";\"b\"\r\n5\" gun;\"\"\r\n").claims());
        assertEquals(1, bring("title,quote\na,b \uFFFF\n").claims());
    }

    private void assertRefused(String text, String... words) {
        DomainException refused = assertThrows(DomainException.class, () -> bring(text));
        for (String word : words) {
            assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
        }
        assertEquals(List.of(), claims());
    }

    @Test
    void aCancelledImportLeavesNothingButALine() throws IOException {
        StringBuilder many = new StringBuilder("title,quote,source\n");
        for (int i = 0; i < 5_000; i++) {
            many.append("claim ")
                    .append(i)
                    .append(",words ")
                    .append(i)
                    .append(',')
                    .append(i % 100)
                    .append('\n');
        }
        Path file = table("many.csv", many.toString(), StandardCharsets.UTF_8);
        assertThrows(
                CancellationException.class,
                () -> Import.open(file, Mapping.GUESSED).into(board, new Quiet() {
                    private boolean begun;

                    @Override
                    public void report(double done, String step) {
                        begun |= done > 0.5;
                    }

                    @Override
                    public void check() {
                        if (begun) {
                            throw new CancellationException();
                        }
                    }
                }));
        assertEquals(List.of(), claims());
        assertEquals("together.failed", board.log(1).getFirst().operation());
        assertEquals(
                5_000,
                Import.open(file, Mapping.GUESSED).into(board, new Quiet()).claims());
        assertEquals(List.of(), board.verify().problems());
    }
}
