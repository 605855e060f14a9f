package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake gets one sentence that names the thing, the right exit code, and changes nothing. */
class BadInputTest {
    private static final String TEXT =
            "Seen near Mazyr: 12 trucks. Later, 12 trucks again. Nobody counted the tanks.\n";

    @TempDir
    Path folder;

    private Shell shell;
    private String board = "";
    private String before = "";

    @BeforeEach
    void makeBoard() {
        shell = new Shell(folder);
        board = shell.at("board.gpkg");
        shell.run("new", board).done();
        shell.run("capture", board, shell.file("note.txt", TEXT), "--published", "2023-05-04")
                .done();
        before = shell.content(board);
    }

    @AfterEach
    void nothingWasChanged() {
        assertEquals(before, shell.content(board));
    }

    @Test
    void missingFile() {
        String said = shell.run("capture", board, shell.at("absent.txt")).complaint(Exit.FAILED);
        assertTrue(said.contains("absent.txt"), said);
    }

    @Test
    void emptyFile() {
        String said = shell.run("capture", board, shell.file("empty.txt", "")).complaint(Exit.FAILED);
        assertTrue(said.contains("empty.txt") && said.contains("empty"), said);
    }

    @Test
    void emptyStandardInput() {
        String said = shell.run("capture", board, "-").complaint(Exit.FAILED);
        assertTrue(said.contains("standard input"), said);
    }

    @Test
    void folderInsteadOfAFile() {
        String said = shell.run("capture", board, folder.toString()).complaint(Exit.FAILED);
        assertTrue(said.contains("is a folder"), said);
    }

    @Test
    void binaryFileNamedText() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1};
        String said =
                shell.run("capture", board, shell.file("picture.txt", png)).complaint(Exit.FAILED);
        assertTrue(said.contains("picture.txt"), said);
    }

    @Test
    void unknownEncoding() {
        String said = shell.run("capture", board, shell.at("note.txt"), "--charset", "klingon-8")
                .complaint(Exit.FAILED);
        assertTrue(said.contains("klingon-8"), said);
    }

    @Test
    void quoteThatIsNotInTheText() {
        String said = add("--quote", "13 trucks").complaint(Exit.FAILED);
        assertTrue(said.contains("13 trucks"), said);
    }

    @Test
    void quoteThatIsThereTwice() {
        String said = add("--quote", "12 trucks").complaint(Exit.FAILED);
        assertTrue(said.contains("12 trucks") && said.contains("17:26") && said.contains("35:44"), said);
    }

    @Test
    void rangeThatReadsOtherwiseThanTheQuote() {
        String said = add("--quote", "12 trucks", "--range", "0:9").complaint(Exit.FAILED);
        assertTrue(said.contains("Seen near"), said);
    }

    @Test
    void rangeBeyondTheText() {
        String said = add("--range", "10:1000").complaint(Exit.USAGE);
        assertTrue(said.contains("10:1000"), said);
    }

    @Test
    void rangeThatIsNone() {
        add("--range", "ten").complaint(Exit.USAGE);
        add("--range", "20:10").complaint(Exit.USAGE);
    }

    @Test
    void noQuoteAtAll() {
        add().complaint(Exit.USAGE);
        add("--quote", "").complaint(Exit.USAGE);
    }

    @Test
    void sourceThatTheBoardDoesNotHave() {
        String said = shell.run("claim", board, "add", "--statement", "S", "--source", "9", "--quote", "Nobody counted")
                .complaint(Exit.FAILED);
        assertTrue(said.contains("source 9"), said);
    }

    @Test
    void placeThatIsNotFound() {
        String said = add("--quote", "Nobody counted", "--place", "Xyzzyopolis").complaint(Exit.FAILED);
        assertTrue(said.contains("Xyzzyopolis"), said);
    }

    @Test
    void placeThatIsAmbiguous() {
        String said = add("--quote", "Nobody counted", "--place", "Springfield").complaint(Exit.FAILED);
        assertTrue(said.contains("Springfield, Missouri, US") && said.contains("Springfield, Illinois, US"), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--place           | 95.0, 29.0                | 95",
                "--place           | 51.8 N 190 E              | 190",
                "--route           | Minsk                     | Minsk",
                "--route           | Minsk ->                  | Minsk",
                "--when            | the day after never       | the day after never",
                "--quantity        | a lot of nothing          | a lot of nothing",
                "--quantity        | 5 tanks and 6 trucks      | 5 tanks and 6 trucks",
                "--credibility     | 7                         | 7",
                "--credibility     | good                      | good",
                "--modality        | maybe                     | maybe",
                "--status          | true                      | true",
                "--place-precision | close                     | close",
                "--radius          | -5                        | -5",
                "--distance        | far away                  | far away",
                "--distance        | 17 km from border:Ukraine | border:Ukraine",
            })
    void valueThatCannotBeRead(String option, String value, String named) {
        List<String> options = new ArrayList<>(List.of("--quote", "Nobody counted", option, value));
        if (option.equals("--radius") || option.equals("--place-precision")) {
            options.addAll(List.of("--place", "51.8, 29.1"));
        }
        String said = add(options.toArray(String[]::new)).complaint(Exit.USAGE);
        assertTrue(said.contains(option) && said.contains(named), said);
    }

    @Test
    void unreadablePublicationDate() {
        String said = shell.run("capture", board, shell.at("note.txt"), "--published", "13 October")
                .complaint(Exit.USAGE);
        assertTrue(said.contains("13 October"), said);
    }

    @Test
    void boardThatIsNoBoard() throws IOException {
        String text = shell.at("note.txt");
        String said = shell.run("info", text).complaint(Exit.FAILED);
        assertTrue(said.contains("note.txt"), said);
        shell.run("capture", text, text).complaint(Exit.FAILED);
        assertEquals(TEXT, Files.readString(Path.of(text)));
    }

    @Test
    void boardThatIsMissing() {
        String said = shell.run("info", shell.at("absent.gpkg")).complaint(Exit.FAILED);
        assertTrue(said.contains("absent.gpkg"), said);
        assertFalse(Files.exists(folder.resolve("absent.gpkg")));
    }

    @Test
    void boardThatExistsAlready() {
        String said = shell.run("new", board).complaint(Exit.FAILED);
        assertTrue(said.contains("board.gpkg"), said);
        shell.run("sample", board).complaint(Exit.FAILED);
    }

    @Test
    void unwritableFolder() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "rights are not kept here");
        String said = shell.run("new", locked.resolve("b.gpkg").toString()).complaint(Exit.FAILED);
        assertTrue(said.contains("locked"), said);
        shell.run("export", board, locked.resolve("c.csv").toString()).complaint(Exit.FAILED);
        assertTrue(locked.toFile().setWritable(true));
    }

    /** The rights of a folder do not bind an administrator; the kernel's own folder does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void folderThatNobodyMayWriteTo() {
        String said = shell.run("new", "/proc/b.gpkg").complaint(Exit.FAILED);
        assertTrue(said.contains("/proc"), said);
        shell.run("export", board, "/proc/c.csv").complaint(Exit.FAILED);
    }

    @Test
    void folderThatIsMissing() {
        String said = shell.run("new", shell.at("no/b.gpkg")).complaint(Exit.FAILED);
        assertTrue(said.contains("no"), said);
        shell.run("export", board, shell.at("no/c.csv")).complaint(Exit.FAILED);
        shell.run("brief", board, shell.at("no/c.pdf")).complaint(Exit.FAILED);
    }

    @Test
    void formatsThatAreNone() throws IOException {
        String said = shell.run("export", board, shell.at("claims.doc")).complaint(Exit.USAGE);
        assertTrue(said.contains("claims.doc") && said.contains(".csv"), said);
        shell.run("export", board, board).complaint(Exit.USAGE);
        shell.run("brief", board, board).complaint(Exit.USAGE);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".doc")));
        }
    }

    @Test
    void aColumnThatIsNoneIsBlamedOnItsOption() {
        String said = shell.run("export", board, shell.at("claims.csv"), "--columns", "colour")
                .complaint(Exit.USAGE);
        assertTrue(said.startsWith("--columns: ") && said.contains("\"colour\""), said);
        said = shell.run("export", board, shell.at("claims.geojson"), "--columns", "id")
                .complaint(Exit.USAGE);
        assertTrue(said.startsWith("--columns: "), said);
        said = shell.run("export", board, shell.at("claims.csv"), "--captures").complaint(Exit.USAGE);
        assertTrue(said.startsWith("--captures: "), said);
        assertFalse(Files.exists(folder.resolve("claims.csv")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claims | --filter | quantity.lower >>> 3",
                "claims | --filter | colour = 'red'",
                "claims | --bbox   | 1,2,3",
                "claims | --bbox   | 23,95,33,99",
                "claims | --bbox   | a,b,c,d",
                "claims | --limit  | many",
                "claims | --limit  | -1",
                "claims | --format | xml",
                "export | --filter | nonsense (",
            })
    void selectionThatCannotBeRead(String command, String option, String value) {
        List<String> args = new ArrayList<>(List.of(command, board));
        if (command.equals("export")) {
            args.add(shell.at("claims.csv"));
        }
        args.add(option + "=" + value);
        shell.run(args.toArray(String[]::new)).complaint(Exit.USAGE);
        assertFalse(Files.exists(folder.resolve("claims.csv")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--paper | A7",
                "--tlp   | PURPLE",
                "--crs   | Mercator",
                "--dpi   | 5",
                "--bbox  | 1,2,3",
            })
    void briefingThatCannotBeLaidOut(String option, String value) {
        shell.run("brief", board, shell.at("b.pdf"), option, value).complaint(Exit.USAGE);
        assertFalse(Files.exists(folder.resolve("b.pdf")));
    }

    @Test
    void claimAndSourceThatTheBoardDoesNotHave() {
        shell.run("claim", board, "set", "7", "--status", "disputed").complaint(Exit.FAILED);
        shell.run("claim", board, "remove", "7", "--reason", "r").complaint(Exit.FAILED);
        shell.run("relate", board, "1", "supports", "2").complaint(Exit.FAILED);
        shell.run("grade", board, "7", "B").complaint(Exit.FAILED);
        shell.run("text", board, "7").complaint(Exit.FAILED);
        shell.run("text", board, "seven").complaint(Exit.USAGE);
    }

    @Test
    void gradeThatIsNone() {
        String said = shell.run("grade", board, "1", "G").complaint(Exit.USAGE);
        assertTrue(said.contains("\"G\""), said);
    }

    @Test
    void commandsAndOptionsThatAreNone() {
        assertTrue(shell.run("clam", board).complaint(Exit.USAGE).contains("claim"));
        assertTrue(
                shell.run("claims", board, "--serch", "x").complaint(Exit.USAGE).contains("--search"));
        shell.run("info").complaint(Exit.USAGE);
        shell.run("claim", board).complaint(Exit.USAGE);
        shell.run("claim", board, "set", "1").complaint(Exit.USAGE);
    }

    @Test
    void measuringToNowhere() {
        shell.run("measure", "Yelsk", "border:ZZ").complaint(Exit.FAILED);
        shell.run("measure", "Yelsk", "border:Ukraine").complaint(Exit.USAGE);
        shell.run("measure", "Yelsk", "99 N 20 E").complaint(Exit.USAGE);
        shell.run("places", "Xyzzyopolis").complaint(Exit.FAILED);
    }

    @Test
    void addressThatCannotBeReached() {
        String said = shell.run("capture", board, "http://127.0.0.1:9/page").complaint(Exit.FAILED);
        assertTrue(said.contains("http://127.0.0.1:9/page"), said);
    }

    @Test
    void windowWithoutADisplay() {
        assertTrue(shell.run().complaint(Exit.FAILED).contains("sightline help"));
        assertTrue(shell.run("open", board).complaint(Exit.FAILED).contains("no display"));
        assertTrue(shell.run(board).complaint(Exit.FAILED).contains("no display"));
        assertTrue(shell.run("open", shell.at("absent.gpkg"))
                .complaint(Exit.FAILED)
                .contains("absent.gpkg"));
    }

    @Test
    void detailsAreShownOnlyWhenAskedFor() {
        assertFalse(shell.run("info", shell.at("absent.gpkg")).error().contains("\tat "));
        assertTrue(shell.run("info", shell.at("absent.gpkg"), "--debug").error().contains("\tat "));
    }

    private Shell.Ran add(String... options) {
        List<String> args =
                new ArrayList<>(List.of("claim", board, "add", "--statement", "Trucks were seen", "--source", "1"));
        args.addAll(List.of(options));
        return shell.run(args.toArray(String[]::new));
    }
}
