package org.sightline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job by the command line: capture, pin, list, export, brief, take back, verify. */
class MainJobTest {
    private static final String TEXT = """
            Записка for this test. On Wednesday a resident counted 12 trucks on the road from Mazyr to Yelsk.
            The depot, 17 km from the border, stands near Mazyr; the depot holds 15-30 tanks.
            """;

    @TempDir
    Path folder;

    private Shell shell;
    private String board = "";

    @BeforeEach
    void makeBoard() {
        shell = new Shell(folder);
        board = shell.at("board.gpkg");
        shell.run("new", board, "--title", "Check").done();
        shell.run(
                        "capture",
                        board,
                        shell.file("note.txt", TEXT),
                        "--publisher",
                        "Notebook",
                        "--published",
                        "2023-05-04")
                .done();
    }

    @Test
    void textIsPrintedExactly() {
        assertArrayEquals(
                TEXT.getBytes(UTF_8), shell.run("text", board, "1").done().bytes());
    }

    @Test
    void standardInputIsCaptured() {
        shell.input("Typed by hand.\n".getBytes(UTF_8));
        String said =
                shell.run("capture", board, "-", "--title", "Typed").done().out();
        assertTrue(said.startsWith("Source 2: Typed"), said);
        assertEquals("Typed by hand.\n", shell.run("text", board, "2").done().out());
    }

    @Test
    void claimIsPinnedWithAllItsFields() {
        JsonNode claim = pinTrucks();
        assertEquals(
                "Twelve trucks went from Mazyr to Yelsk", claim.get("statement").asText());
        assertEquals(12, claim.at("/quantity/lower").asInt());
        assertEquals("trucks", claim.at("/quantity/item").asText());
        assertEquals("2023-05-03", claim.at("/when/edtf").asText());
        assertEquals("LineString", claim.at("/place/geometry/type").asText());
        assertEquals("movement", claim.get("category").asText());
        assertEquals("happened", claim.get("modality").asText());
        assertEquals(2, claim.get("credibility").asInt());
        assertEquals("[\"convoy\",\"road\"]", claim.get("tags").toString());
        assertEquals(1, claim.get("independentRoots").asInt());
        JsonNode quote = claim.at("/quotes/0");
        assertEquals("12 trucks", quote.get("exact").asText());
        byte[] text = shell.run("text", board, "1").bytes();
        assertEquals(
                "12 trucks",
                new String(
                        Arrays.copyOfRange(
                                text,
                                quote.get("byteStart").asInt(),
                                quote.get("byteEnd").asInt()),
                        UTF_8));
    }

    @Test
    void rangeChoosesAmongEqualWords() {
        int second = TEXT.lastIndexOf("depot");
        JsonNode claim = shell.run(
                        "claim",
                        board,
                        "add",
                        "--json",
                        "--statement",
                        "A depot",
                        "--source",
                        "1",
                        "--quote",
                        "depot",
                        "--range",
                        second + ":" + (second + 5))
                .done()
                .json();
        assertEquals(second, claim.at("/quotes/0/start").asInt());
    }

    @Test
    void placeKeepsNoMorePrecisionThanItsWords() {
        JsonNode town = pin("--quote", "17 km from the border", "--place", "Yelsk");
        assertEquals("town", town.at("/place/precision").asText());
        JsonNode vague = pin("--quote", "17 km from the border", "--place", "51.8, 29.2");
        assertEquals("district", vague.at("/place/precision").asText());
        JsonNode told = pin("--quote", "17 km from the border", "--place", "Yelsk", "--place-precision", "district");
        assertEquals("district", told.at("/place/precision").asText());
        assertEquals(20_000, told.at("/place/radiusMetres").asDouble());
    }

    @Test
    void statedDistanceIsKeptAndShownBesideTheMaps() {
        String said = shell.run(
                        "claim",
                        board,
                        "add",
                        "--statement",
                        "Near the border",
                        "--source",
                        "1",
                        "--quote",
                        "17 km from the border",
                        "--place",
                        "Yelsk",
                        "--distance",
                        "17 km from border:UA")
                .done()
                .out();
        assertTrue(said.contains("17 km from border:UA") && said.matches("(?s).*on the map 1[67][.]\\d km.*"), said);
    }

    @Test
    void fieldsAreSetAndTakenAway() {
        pinTrucks();
        JsonNode set = shell.run("claim", board, "set", "1", "--status", "disputed", "--claimant", "", "--json")
                .done()
                .json();
        assertEquals("disputed", set.get("status").asText());
        assertTrue(set.get("claimant").isNull());
        assertEquals(12, set.at("/quantity/lower").asInt());
    }

    @Test
    void secondSourceAddsARootUnlessItRelays() {
        pinTrucks();
        shell.run("capture", board, shell.file("b.txt", "They too saw 12 trucks."), "--title", "B")
                .done();
        shell.run("capture", board, shell.file("c.txt", "Retold: 12 trucks."), "--title", "C", "--relays", "1")
                .done();
        String two = shell.run("claim", board, "quote", "1", "--source", "2", "--quote", "12 trucks", "--json")
                .done()
                .out();
        assertTrue(two.contains("\"independentRoots\": 2"), two);
        JsonNode three = shell.run("claim", board, "quote", "1", "--source", "3", "--quote", "12 trucks", "--json")
                .done()
                .json();
        assertEquals(2, three.get("independentRoots").asInt());
        assertEquals("[\"C\",\"Notebook\"]", three.at("/quotes/2/relayChain").toString());
    }

    @Test
    void claimsAreListedSearchedAndFiltered() {
        pinTrucks();
        pin("--quote", "15-30 tanks", "--quantity", "15-30 tanks", "--place", "Mazyr");
        assertEquals(2, shell.run("claims", board, "--json").done().json().size());
        assertEquals(
                1,
                shell.run("claims", board, "--search", "trucks", "--json")
                        .done()
                        .json()
                        .size());
        assertEquals(1, list("--filter", "quantity.lower >= 15"));
        assertEquals(1, list("--filter", "category = 'movement' AND publisher = 'Notebook'"));
        assertEquals(2, list("--bbox", "28,51,30,53"));
        assertEquals(0, list("--bbox", "170,51,-170,53"));
        assertEquals(1, list("--limit", "1"));
        assertTrue(
                shell.run("claims", board, "--limit", "0").complaint(Exit.USAGE).contains("give 1 or more"));
        String table = shell.run("claims", board).done().out();
        assertEquals(3, table.lines().count());
        assertTrue(table.contains("15 to 30 tanks"), table);
    }

    @Test
    void listsAsCsvForPipes() {
        pinTrucks();
        String csv = shell.run("claims", board, "--format", "csv").done().out();
        assertTrue(csv.startsWith("id,uuid,statement"), csv);
    }

    @Test
    void changesAreTakenBackAndDoneAgain() {
        String before = shell.content(board);
        pinTrucks();
        String after = shell.content(board);
        String undone = shell.run("undo", board).done().out();
        assertTrue(undone.startsWith("Undone: "), undone);
        assertEquals(0, list());
        assertEquals(before, shell.content(board));
        assertTrue(shell.run("redo", board).done().out().startsWith("Done again: "));
        assertEquals(after, shell.content(board));
        shell.run("undo", board, "2").done();
        shell.run("redo", board, "2").done();
        assertEquals(after, shell.content(board));
        String nothing = shell.run("redo", board).complaint(Exit.FAILED);
        assertTrue(nothing.contains("nothing"), nothing);
    }

    @Test
    void removedClaimLiesInTheTrashWithItsReason() {
        pinTrucks();
        shell.run("claim", board, "remove", "1", "--reason", "Read wrongly").done();
        assertEquals(0, list());
        assertEquals(1, list("--trash"));
        assertTrue(shell.run("info", board).done().out().contains("1 in the trash"));
        String said =
                shell.run("claim", board, "set", "1", "--status", "disputed").complaint(Exit.FAILED);
        assertTrue(said.contains("Read wrongly"), said);
    }

    @Test
    void gradeAndRelationAreKept() {
        pinTrucks();
        pin("--quote", "15-30 tanks");
        shell.run("grade", board, "1", "c").done();
        shell.run("relate", board, "1", "supports", "2").done();
        assertEquals(
                "C",
                shell.run("sources", board, "--json")
                        .json()
                        .get(0)
                        .get("reliability")
                        .asText());
        assertEquals(
                1, shell.run("info", board, "--json").json().get("relations").asInt());
    }

    @Test
    void exportsAreWritten() throws IOException {
        pinTrucks();
        shell.run("export", board, shell.at("claims.csv")).done();
        assertTrue(Files.readString(folder.resolve("claims.csv")).contains("12 trucks"));
        shell.run("export", board, shell.at("claims.geojson"), "--filter", "quantity.lower > 100")
                .done();
        assertTrue(Files.readString(folder.resolve("claims.geojson")).endsWith("\n]}\n"));
    }

    @Test
    void journalTellsWhatWasDone() {
        pinTrucks();
        JsonNode log = shell.run("log", board, "--json").done().json();
        assertEquals("claim.add", log.get(0).get("operation").asText());
        assertEquals(1, shell.run("log", board, "--limit", "1", "--json").json().size());
        assertTrue(shell.run("log", board).done().out().contains("Twelve trucks"));
    }

    @Test
    void verifyIsOk() {
        pinTrucks();
        assertTrue(shell.run("verify", board).done().out().contains("is ok"));
        JsonNode verified = shell.run("verify", board, "--json").done().json();
        assertTrue(verified.get("ok").asBoolean());
        assertEquals(64, verified.get("boardSha256").asText().length());
    }

    @Test
    void secondCaptureIsANewVersionOfTheSource() {
        String said = shell.run("capture", board, shell.file("note.txt", "Corrected."), "--again", "1")
                .done()
                .out();
        assertTrue(said.startsWith("Source 1, capture 2"), said);
        JsonNode sources = shell.run("sources", board, "--json").json();
        assertEquals(1, sources.size());
        assertEquals(2, sources.get(0).get("captures").size());
        assertEquals("Corrected.", shell.run("text", board, "1").out());
    }

    @Test
    void whatIsKnownOfASourceIsNotSaidWithAnotherCapture() {
        String refused = shell.run(
                        "capture", board, shell.at("note.txt"), "--again", "1", "--title", "T", "--author", "A")
                .complaint(Exit.USAGE);
        assertTrue(refused.contains("leave out --author, --title"), refused);
    }

    /** Quotes stay where they were read; what the new text still has is told, and the old text can still be quoted. */
    @Test
    void anEarlierCaptureCanStillBeQuoted() {
        pinTrucks();
        String first = shell.run("sources", board, "--json")
                .json()
                .get(0)
                .get("captures")
                .get(0)
                .get("sha256")
                .asText();
        Shell.Ran again = shell.run("capture", board, shell.file("new.txt", "Nothing of it."), "--again", "1");
        assertTrue(again.error().contains("of 1 quote the words of 0 also stand in the new text"), again.error());

        String[] seen = {"claim", board, "add", "--statement", "Seen", "--source", "1", "--quote", "a resident counted"
        };
        String refused = shell.run(seen).complaint(Exit.FAILED);
        assertTrue(refused.contains("--capture " + first.substring(0, 12)), refused);
        List<String> there = new ArrayList<>(List.of(seen));
        there.addAll(List.of("--capture", first.substring(0, 8), "--json"));
        JsonNode quote = shell.run(there.toArray(String[]::new))
                .done()
                .json()
                .get("quotes")
                .get(0);
        assertEquals("a resident counted", quote.get("exact").asText());
        there.set(there.indexOf("--capture") + 1, "00ff00ff");
        String none = shell.run(there.toArray(String[]::new)).complaint(Exit.FAILED);
        assertTrue(none.contains("begins with 00ff00ff") && none.contains(first.substring(0, 12)), none);
    }

    @Test
    void bytesThatAreNoCharactersAreNoted() {
        byte[] good = "Двенадцать танков видели у Ельска вчера утром. ".getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(good, good.length + 1);
        cut[good.length] = (byte) 0xD0;
        Shell.Ran ran = shell.run("capture", board, shell.file("cut.txt", cut));
        assertEquals(Exit.DONE, ran.code());
        assertTrue(ran.error().contains("1 place is no character of UTF-8 and stands as U+FFFD, at 47;"), ran.error());
    }

    @Test
    void sameBytesTwiceAreNoted() {
        Shell.Ran ran = shell.run("capture", board, shell.at("note.txt"));
        assertEquals(Exit.DONE, ran.code());
        assertTrue(ran.error().contains("source 1"), ran.error());
    }

    @Test
    void distanceToTheBorderIsMeasured() {
        String said = shell.run("measure", "Yelsk", "border:UA").done().out();
        assertTrue(said.matches("(?s)1[67][.]\\d km from .*Yel.*\\(BY\\) to the border of UA with BY.*"), said);
        double metres = shell.run("measure", "Yelsk", "border:UA", "--json")
                .json()
                .get("metres")
                .asDouble();
        assertEquals(17_000, metres, 1_000);
        assertTrue(
                shell.run("measure", "53.9 N 27.56667 E", "Yelsk").done().out().startsWith("256 km"));
    }

    @Test
    void placesAreFoundInAnySpelling() {
        for (String name : new String[] {"Yelsk", "yelsk", "Yel'sk", "Ельск", "Jelsk"}) {
            JsonNode found = shell.run("places", name, "--json").done().json();
            assertEquals(51.81363, found.get(0).get("latitude").asDouble(), 1e-5, name);
        }
    }

    @Test
    void placeKeepsTheNameItIsGiven() {
        assertEquals(
                "Yelsk",
                pin("--quote", "12 trucks", "--place", "Yelsk, BY")
                        .at("/place/name")
                        .asText());
        assertEquals(
                "Ельск",
                pin("--quote", "12 trucks", "--place", "Ельск")
                        .at("/place/name")
                        .asText());
        assertEquals(
                "Yel’sk",
                pin("--quote", "12 trucks", "--place", "yelsk")
                        .at("/place/name")
                        .asText());
        assertEquals(
                "Belarus",
                pin("--quote", "12 trucks", "--place", "BY").at("/place/name").asText());
    }

    @Test
    void routeIntoACountryEndsAtItsBorder() {
        JsonNode place =
                pin("--quote", "12 trucks", "--route", "Minsk -> Russia").get("place");
        assertEquals("Minsk -> Russia", place.get("name").asText());
        assertEquals("country", place.get("precision").asText());
        JsonNode line = place.at("/geometry/coordinates");
        double lon = line.get(line.size() - 1).get(0).asDouble();
        assertTrue(lon > 29 && lon < 33, "the arrow ends where Russia begins, not in Siberia: " + lon);
        JsonNode back =
                pin("--quote", "12 trucks", "--route", "Russia -> Belarus").get("place");
        assertTrue(back.at("/geometry/coordinates/0/0").asDouble() < 33);
    }

    private int list(String... options) {
        String[] args = Arrays.copyOf(new String[] {"claims", board, "--json"}, 3 + options.length);
        System.arraycopy(options, 0, args, 3, options.length);
        return shell.run(args).done().json().size();
    }

    private JsonNode pinTrucks() {
        return shell.run(
                        "claim",
                        board,
                        "add",
                        "--json",
                        "--statement",
                        "Twelve trucks went from Mazyr to Yelsk",
                        "--source",
                        "1",
                        "--quote",
                        "12 trucks",
                        "--quantity",
                        "12 trucks",
                        "--route",
                        "Mazyr -> Yelsk",
                        "--when",
                        "3 May 2023",
                        "--category",
                        "movement",
                        "--modality",
                        "happened",
                        "--claimant",
                        "a resident",
                        "--credibility",
                        "2",
                        "--tag",
                        "road",
                        "--tag",
                        "convoy")
                .done()
                .json();
    }

    private JsonNode pin(String... options) {
        String[] fixed = {"claim", board, "add", "--json", "--statement", "A claim", "--source", "1"};
        String[] args = Arrays.copyOf(fixed, fixed.length + options.length);
        System.arraycopy(options, 0, args, fixed.length, options.length);
        return shell.run(args).done().json();
    }
}
