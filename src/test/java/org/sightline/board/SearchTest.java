package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Claim;

class SearchTest {
    @TempDir
    Path folder;

    private Board board;

    @BeforeEach
    void makeABoard() {
        board = Board.create(folder.resolve("board.gpkg"), "Rail");
    }

    @AfterEach
    void close() {
        board.close();
    }

    private void add(String... statements) {
        for (String statement : statements) {
            board.apply(new Change.AddClaim(Material.bare(statement)));
        }
    }

    private List<String> found(String words) {
        return BoardTest.statements(board, ClaimQuery.search(words));
    }

    @Test
    void cyrillicAndLatinSpellingsFindEachOther() {
        List<String> spellings = List.of("Ельск", "Yelsk", "Jelsk", "Elsk", "Yel'sk", "Yel’sk");
        spellings.forEach(this::add);
        for (String spelling : spellings) {
            assertEquals(spellings.size(), found(spelling).size(), spelling + " finds " + found(spelling));
        }
        assertEquals("Ельск", found("ельск").getFirst());
    }

    @Test
    void otherNamesMeetAsWell() {
        add("Київ", "Гомель", "Чернігів", "Хойники", "Житомир", "Луганськ", "Грозный");
        for (String latin : List.of(
                "Kyiv", "Homel", "Gomel", "chernihiv", "Khoyniki", "zhytomyr", "Luhansk", "Lugansk", "Grozny")) {
            assertEquals(1, found(latin).size(), latin);
        }
    }

    @Test
    void wordsAreFoundByTheirBeginningAndByAPart() {
        add("Eight tanks", "Flatcars at the station", "Antitank mines");
        assertEquals(List.of("Eight tanks", "Antitank mines"), found("tank"));
        assertEquals(List.of("Flatcars at the station"), found("latca"));
        assertEquals(List.of("Flatcars at the station"), found("stat flat"));
        assertEquals(List.of(), found("flat tank"));
    }

    @Test
    void aWholeWordStandsBeforeAPart() {
        add("Tankers on the road", "A tank on the road");
        assertEquals("A tank on the road", found("tank").getFirst());
    }

    @Test
    void quotationMarksFindAPhrase() {
        add("training camp near Yelsk", "camp for training");
        assertEquals(List.of("training camp near Yelsk"), found("\"training camp\""));
        assertEquals(List.of("camp for training"), found("«camp for»"));
    }

    @Test
    void anAsteriskFindsBeginningsAlone() {
        add("Eight tanks", "Antitank mines", "Танкист");
        assertEquals(List.of("Eight tanks"), found("tank* eight"));
        assertEquals(2, found("tank*").size());
        assertEquals(List.of("Eight tanks"), found("eigh*"));
        assertEquals(List.of(), found("ight*"));
    }

    @Test
    void aMinusExcludes() {
        add("Tanks at night", "Tanks by day", "Trucks by day", "Half-tracks");
        assertEquals(List.of("Tanks by day"), found("tanks -night"));
        assertEquals(List.of("Tanks at night"), found("tanks -\"by day\""));
        assertEquals(List.of("Trucks by day", "Half-tracks"), found("-tanks"));
        assertEquals(List.of("Half-tracks"), found("half-tracks"));
    }

    @Test
    void theVeryWordsStandBeforeOthersAndInStatementsFirst() {
        add("Tankers", "A supertank", "tank");
        Claim noted = Material.bare("Steel on the road").withNotes("a tank");
        board.apply(new Change.AddClaim(noted));
        assertEquals(List.of("tank", "Steel on the road", "Tankers", "A supertank"), found("tank"));
    }

    @Test
    void claimIdsAreThoseOfTheClaimsInTheSameOrder() {
        add("tank", "Tankers", "A tank beside a road", "nothing");
        for (ClaimQuery.Order order : ClaimQuery.Order.values()) {
            ClaimQuery query = ClaimQuery.search("tank").inOrder(order);
            try (Snapshot snapshot = board.snapshot()) {
                List<Long> ids = snapshot.claims(query).stream().map(Claim::id).toList();
                assertEquals(
                        ids, Arrays.stream(snapshot.claimIds(query)).boxed().toList());
                assertEquals(3, ids.size());
            }
        }
    }

    @Test
    void wordsWithoutEndAreCutAndFindNothing() {
        add("Eight tanks");
        for (String part : List.of("x", "tanks ", "-", "\"", "a* ", "(", "NOT ", "\0", "ж", "\"a\" -\"b\" ")) {
            assertTrue(found(part.repeat(100_000 / part.length())).size() <= 1, part);
        }
    }

    @Test
    void diacriticsDoNotMatter() {
        add("Café Müller");
        assertEquals(1, found("cafe muller").size());
        assertEquals(1, found("CAFÉ").size());
    }

    @Test
    void quotesPlacesTagsAndClaimantsAreSearched() {
        Change.AddSource add = Material.addSource("First report", Material.TEXT);
        board.apply(add);
        board.apply(new Change.AddClaim(Material.full(add.capture(), Material.TEXT)));
        for (String words : List.of("T-72A", "Yelsk", "Minsk", "танки", "monitoring", "twice")) {
            assertEquals(1, found(words).size(), words);
        }
        try (Snapshot snapshot = board.snapshot()) {
            assertEquals(1, snapshot.sources("river camp").size());
            assertEquals(1, snapshot.sources("Yelsk").size());
            assertEquals(0, snapshot.sources("nowhere").size());
        }
    }

    @Test
    void nothingThatIsTypedIsASyntaxError() {
        add("Eight tanks");
        for (String typed : List.of(
                "\"",
                "\"\"",
                "'",
                "*",
                "a* OR",
                "AND",
                "NOT tanks",
                "NEAR(",
                "(",
                ")",
                "^",
                "{x}:",
                "statement:",
                "-",
                "+",
                "tanks\"",
                "col : \"",
                "\0",
                "tanks\0",
                "\ud800",
                "😀",
                "a\"b\"c",
                "“tanks",
                "%",
                "_",
                "\\",
                ";--")) {
            assertTrue(found(typed).size() <= 1, typed);
        }
        assertEquals(List.of(), found("!!!"));
        assertEquals(List.of("Eight tanks"), found("tanks\""));
        assertEquals(List.of("Eight tanks"), found("   "));
        assertEquals(List.of(), found("tanks ".repeat(5) + "x".repeat(5000)));
    }

    @Test
    void editsAreFoundAndOldWordsAreNot() {
        Claim claim = Material.bare("Eight tanks");
        board.apply(new Change.AddClaim(claim));
        board.apply(new Change.EditClaim(Material.stating(claim, "Nine trucks")));
        assertEquals(List.of("Nine trucks"), found("trucks"));
        assertEquals(List.of(), found("tanks"));
        board.undo();
        assertEquals(List.of("Eight tanks"), found("tanks"));
    }

    @Test
    void boundsAreExact() {
        board.apply(new Change.AddClaim(Material.at(Material.bare("West"), 29.1, 51.8)));
        board.apply(new Change.AddClaim(Material.at(Material.bare("East"), 29.2, 51.8)));
        Envelope bounds = new Envelope(29.0, 29.2 - 1e-9, 51, 52);
        ClaimQuery query = ClaimQuery.ALL.within(bounds);
        assertEquals(List.of("West"), BoardTest.statements(board, query));
        ClaimQuery both =
                ClaimQuery.search("east").within(new Envelope(29, 30, 51, 52)).limitedTo(10);
        assertEquals(List.of("East"), BoardTest.statements(board, both));
    }

    @Test
    void aLimitKeepsTheBest() {
        add("A tank beside a road", "tank", "Tankers");
        ClaimQuery query = ClaimQuery.search("tank").limitedTo(1);
        assertEquals(List.of("tank"), BoardTest.statements(board, query));
    }
}
