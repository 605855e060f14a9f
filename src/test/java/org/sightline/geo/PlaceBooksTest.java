package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.DomainException;

class PlaceBooksTest {
    private static final PlaceBooks.Progress SILENT = (share, count) -> {};

    @TempDir
    Path folder;

    private PlaceBooks books;

    @BeforeEach
    void open() {
        books = new PlaceBooks(folder.resolve("places"));
    }

    private PlaceBooks.Book add(Path... files) {
        return books.add(List.of(files), SILENT);
    }

    private Path dump() throws IOException {
        return GeoNamesDump.zip(folder.resolve("BY.zip"), GeoNamesDump.PLACES);
    }

    private List<String> found(String words) {
        return books.gazetteer().search(words, 5).stream()
                .map(Gazetteer.Entry::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Ozyornaya Gorka, Ozyornaya Gorka",
        "ozyornaya g, Ozyornaya Gorka",
        "Озёрная Горка, Ozyornaya Gorka",
        "Azyornaya Horka, Ozyornaya Gorka",
        "Staraja Zvonka, Staraya Zvonka",
        "Стара Дзвінка, Staraya Zvonka",
        "ستارايا زفونكا, Staraya Zvonka",
        "ZVK, Aerodrom Zvonka"
    })
    void placesThatWereAddedAreFoundByAnyOfTheirNames(String words, String name) throws IOException {
        add(dump());
        assertEquals(name, found(words).getFirst());
    }

    @Test
    void whatWasAddedStandsBesideTheBuiltInPlaces() throws IOException {
        PlaceBooks.Book book = add(dump());
        assertEquals("BY", book.name());
        assertEquals(5, book.places());
        assertEquals(0, book.leftOut());
        assertEquals(List.of(book), books.list());
        assertEquals(
                "Yelsk",
                books.gazetteer().search("Yelsk, BY", 1).getFirst().name().replace("’", ""));
        Gazetteer.Entry brook = books.gazetteer().search("Zvonka", 5).stream()
                .filter(entry -> entry.name().equals("Zvonka"))
                .findFirst()
                .orElseThrow();
        assertEquals(Gazetteer.Kind.FEATURE, brook.kind());
        assertEquals(
                List.of(Gazetteer.Kind.TOWN, Gazetteer.Kind.FEATURE, Gazetteer.Kind.SITE, Gazetteer.Kind.DISTRICT),
                books.gazetteer().near(new Position(52.2, 28.3), 4).stream()
                        .map(Gazetteer.Entry::kind)
                        .toList());
    }

    @Test
    void aPlaceThatIsBuiltInAsWellIsFoundOnce() throws IOException {
        Gazetteer.Entry yelsk = Gazetteer.builtIn().search("Yelsk, BY", 1).getFirst();
        long id = 619_598; // GeoNames' number of Yelsk
        add(GeoNamesDump.text(
                folder.resolve("BY.txt"),
                GeoNamesDump.row(
                        id,
                        "Yel’sk",
                        "Elsk",
                        yelsk.position().lat(),
                        yelsk.position().lon(),
                        "P",
                        "PPLA2",
                        9_800)));
        long count = books.gazetteer().search("Yelsk", 10).stream()
                .filter(entry -> entry.country().equals("BY"))
                .count();
        assertEquals(1, count);
        assertEquals(
                new Gazetteer.Resolution.Found(
                        books.gazetteer().search("Yelsk", 1).getFirst()),
                books.gazetteer().resolve("Yelsk"));
    }

    @Test
    void alternateNamesComeFromATableOfTheirOwn() throws IOException {
        Path more = GeoNamesDump.zip(folder.resolve("alternateNamesV2.zip"), GeoNamesDump.ALTERNATES);
        add(more, dump());
        assertEquals("Staraya Zvonka", found("Old Bell").getFirst());
        assertTrue(found("Elsewhere").stream().noneMatch("Staraya Zvonka"::equals));
    }

    @Test
    void whatIsAddedAgainIsReplacedAndWhatIsRemovedIsGone() throws IOException {
        add(dump());
        assertEquals("Ozyornaya Gorka", found("Ozyornaya Gorka").getFirst());
        add(GeoNamesDump.zip(
                folder.resolve("BY.zip"), GeoNamesDump.row(90000009, "Qwertovka", "", 52, 28, "P", "PPL", 1)));
        assertEquals(1, books.list().size());
        assertEquals("Qwertovka", found("Qwertovka").getFirst());
        assertTrue(found("Ozyornaya Gorka").stream().noneMatch("Ozyornaya Gorka"::equals));
        books.remove("by");
        assertEquals(List.of(), books.list());
        assertTrue(found("Qwertovka").stream().noneMatch("Qwertovka"::equals));
        assertTrue(message(() -> books.remove("BY")).contains("No place names called \"BY\""));
    }

    @Test
    void rowsThatCannotBeAreLeftOutAndCounted() throws IOException {
        PlaceBooks.Book book = add(GeoNamesDump.text(
                folder.resolve("BY.txt"),
                GeoNamesDump.PLACES
                        + GeoNamesDump.row(90000010, "Nowhere", "", 95, 28, "P", "PPL", 0)
                        + GeoNamesDump.row(90000011, "", "", 52, 28, "P", "PPL", 0)));
        assertEquals(5, book.places());
        assertEquals(2, book.leftOut());
    }

    /** A dump that cannot be used: its bytes, and what is said of it. */
    private record Bad(byte[] bytes, String message) {
        static Bad of(String text, String message) {
            return new Bad(text.getBytes(StandardCharsets.UTF_8), message);
        }
    }

    @Test
    void badDumpsSayWhatIsWrongAndLeaveTheOldOneInPlace() throws IOException {
        add(dump());
        byte[] zip = Files.readAllBytes(folder.resolve("BY.zip"));
        byte[] before = Files.readAllBytes(folder.resolve("places/BY.places.zip"));
        String rows = GeoNamesDump.PLACES;
        List<Bad> all = List.of(
                new Bad(Arrays.copyOf(zip, zip.length / 2), "damaged or cut off"),
                Bad.of(rows.substring(0, rows.length() - 30), "is cut off in line 5"),
                new Bad(
                        rows.replace("Staraya", "Größe").getBytes(StandardCharsets.ISO_8859_1),
                        "Line 2 of \"BY.txt\" is not UTF-8"),
                new Bad(rows.getBytes(StandardCharsets.UTF_16), "is UTF-16"),
                Bad.of("name\tlat\tlon\nYelsk\t51.8\t29.1\n", "line 1 has 3 columns and not 19"),
                Bad.of(rows + "half a row\n", "line 6 has 1 columns"),
                Bad.of("", "holds no places"),
                Bad.of("\n\n\n", "holds no places"),
                new Bad("x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8), "longer than any line"),
                Bad.of(GeoNamesDump.ALTERNATES, "only alternate names"));
        for (Bad bad : all) {
            Path file = Files.write(folder.resolve("BY.txt"), bad.bytes());
            String said = message(() -> add(file));
            assertTrue(said.contains(bad.message()), said);
            assertArrayEquals(before, Files.readAllBytes(folder.resolve("places/BY.places.zip")), said);
        }
        try (Stream<Path> left = Files.list(folder.resolve("places"))) {
            assertEquals(1, left.count());
        }
        assertEquals("Ozyornaya Gorka", found("Ozyornaya Gorka").getFirst());
    }

    @Test
    void addingCanBeCancelled() throws IOException {
        add(dump());
        Path large = GeoNamesDump.text(folder.resolve("BY.txt"), GeoNamesDump.PLACES.repeat(10_000));
        assertThrows(
                CancellationException.class,
                () -> books.add(List.of(large), (share, count) -> {
                    if (share > 0.3) {
                        throw new CancellationException();
                    }
                }));
        assertEquals(5, books.list().getFirst().places());
        try (Stream<Path> left = Files.list(folder.resolve("places"))) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void damagedPlaceNamesAreListedAndTakeNothingElseWithThem() throws IOException {
        add(dump());
        Files.write(folder.resolve("places/XX.places.zip"), new byte[] {1, 2, 3});
        assertEquals("Ozyornaya Gorka", found("Ozyornaya Gorka").getFirst());
        List<PlaceBooks.Book> listed = books.list();
        assertEquals(
                List.of("BY", "XX"), listed.stream().map(PlaceBooks.Book::name).toList());
        assertTrue(listed.get(1).problem().orElse("").contains("damaged"));
        books.remove("XX");
        assertEquals(1, books.list().size());
    }

    private static String message(org.junit.jupiter.api.function.Executable work) {
        return String.valueOf(assertThrows(DomainException.class, work).getMessage());
    }
}
