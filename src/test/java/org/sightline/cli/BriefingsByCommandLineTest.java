package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Briefings are designed, kept, printed and checked by the command line. */
class BriefingsByCommandLineTest {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    private String board = "";

    @BeforeEach
    void aBoard() {
        shell = new Shell(folder);
        board = shell.at("board.gpkg");
        shell.run("sample", board).done();
    }

    private String print(String... options) throws IOException {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("brief", board, shell.at("out.pdf")),
                        java.util.stream.Stream.of(options))
                .toArray(String[]::new);
        shell.run(all).done();
        try (PDDocument document = Loader.loadPDF(folder.resolve("out.pdf").toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String code(String text) {
        Matcher matcher = CODE.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group();
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "map-table", "places", "days", "strip", "locator"})
    void everyStartingPointIsPrinted(String start) throws IOException {
        assertTrue(print("--start", start).contains("This sheet"));
    }

    @Test
    void aBriefingIsKeptListedShownPrintedAndRemoved() throws IOException {
        assertTrue(shell.run(
                        "briefing",
                        "save",
                        board,
                        "Weekly",
                        "--start",
                        "places",
                        "--paper",
                        "A3",
                        "--tlp",
                        "GREEN",
                        "--without",
                        "locator,legend",
                        "--note",
                        "Read me",
                        "--search",
                        "tanks")
                .done()
                .out()
                .contains("Add briefing 1: Weekly"));
        JsonNode kept = shell.run("briefings", board, "--json").json();
        assertEquals("Weekly", kept.path(0).path("name").asText());
        assertEquals("places", kept.path(0).path("design").path("start").asText());
        assertTrue(shell.run("briefings", board).done().out().contains("A3 landscape"));
        String text = print("--design", "weekly");
        assertTrue(text.contains("TLP:GREEN") && text.contains("Read me"), text);
        assertTrue(text.contains("Eight T-72A tanks") && !text.contains("purely defensive"), "only what was searched");
        byte[] first = Files.readAllBytes(folder.resolve("out.pdf"));
        Path design = folder.resolve("design.json");
        Files.writeString(
                design, shell.run("briefing", "show", board, "1").done().out());
        print("--design", design.toString());
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("out.pdf")));
        shell.run("briefing", "save", board, "weekly", "--design", "weekly", "--title", "Another")
                .done();
        assertEquals(1, shell.run("briefings", board, "--json").json().size());
        assertTrue(print("--design", "Weekly").contains("Another"));
        shell.run("briefing", "remove", board, "Weekly").done();
        assertEquals(0, shell.run("briefings", board, "--json").json().size());
        shell.run("undo", board).done();
        assertEquals(1, shell.run("briefings", board, "--json").json().size());
        assertEquals(Exit.DONE, shell.run("verify", board).code());
    }

    @Test
    void aSheetIsOfTheBoardNowThenOfItsPastAndNeverOfAnother() throws IOException {
        shell.run("briefing", "save", board, "Weekly", "--start", "strip").done();
        String code = code(print("--design", "Weekly"));
        Shell.Ran now = shell.run("verify", board, "--sheet", code.toLowerCase(java.util.Locale.ROOT));
        assertEquals(Exit.DONE, now.code(), now.error());
        assertTrue(now.out().contains("is of this board as it is now"), now.out());
        assertTrue(now.out().contains("from the briefing \"Weekly\""), now.out());
        shell.run("claim", board, "set", "1", "--status", "disputed").done();
        Shell.Ran later = shell.run("verify", board, "--sheet", code);
        assertEquals(Exit.PROBLEMS, later.code());
        assertTrue(later.out().contains("as it was at line"), later.out());
        JsonNode json = shell.run("verify", board, "--json", "--sheet", code).json();
        assertEquals("earlier", json.path("sheet").path("state").asText());
        assertEquals(1, json.path("sheet").path("changesSince").asInt());
        assertTrue(json.path("ok").asBoolean());
        String other = shell.at("other.gpkg");
        shell.run("new", other).done();
        Shell.Ran elsewhere = shell.run("verify", other, "--sheet", code);
        assertEquals(Exit.PROBLEMS, elsewhere.code());
        assertTrue(elsewhere.out().contains("is not of this board"), elsewhere.out());
    }

    @Test
    void aMistypedCodeIsWrongUsage() throws IOException {
        String code = code(print());
        char last = code.charAt(14);
        String mistyped = code.substring(0, 14) + (last == '7' ? '8' : '7') + code.substring(15);
        assertTrue(shell.run("verify", board, "--sheet", mistyped)
                .complaint(Exit.USAGE)
                .contains("mistyped"));
        assertTrue(shell.run("verify", board, "--sheet", "hello")
                .complaint(Exit.USAGE)
                .contains("not the code"));
    }

    @Test
    void wrongOptionsAreToldInOneSentence() {
        String out = shell.at("out.pdf");
        for (String[] wrong : new String[][] {
            {"--start", "spiral"},
            {"--paper", "A9"},
            {"--tiles", "9"},
            {"--tiles", "2x3", "--overlap", "99"},
            {"--overlap", "5"},
            {"--with", "hologram"},
            {"--design", "x", "--start", "map"},
            {"--tlp", "PURPLE"},
            {"--crs", "EPSG:x"}
        }) {
            String[] all = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("brief", board, out), java.util.stream.Stream.of(wrong))
                    .toArray(String[]::new);
            shell.run(all).complaint(Exit.USAGE);
        }
        assertTrue(shell.run("brief", board, out, "--design", "Nothing")
                .complaint(Exit.FAILED)
                .contains("has no briefing called"));
        shell.file("bad.json", "{\"format\": \"sightline-briefing\", \"start\": \"spiral\"}");
        assertTrue(shell.run("brief", board, out, "--design", shell.at("bad.json"))
                .complaint(Exit.FAILED)
                .contains("starting point"));
    }

    @Test
    void aPosterOfTilesIsPrintedOnItsSheets() throws IOException {
        assertTrue(print("--start", "map", "--tiles", "2x2", "--paper", "A4").contains("Row 2, column 2 of 2"));
        shell.run("brief", board, shell.at("page.svg"), "--start", "map", "--tiles", "2x1")
                .done();
        assertTrue(Files.exists(folder.resolve("page-2.svg")));
    }

    @Test
    void aBoxAcrossTheAntimeridianIsOneMap() throws IOException {
        assertTrue(print("--start", "map", "--bbox", "170,-30,-170,0").contains("No claims"));
    }
}
