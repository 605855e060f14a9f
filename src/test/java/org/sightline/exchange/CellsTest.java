package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.When;
import org.sightline.jobs.Jobs;

/** What a row says is in its claim, in its notes, or in the table of rows that failed; never nowhere. Rows are made up. */
class CellsTest {
    @TempDir
    Path folder;

    private int files;

    private List<Import.Sample> samples(String table, String... mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("t" + files++ + ".csv"), table);
        return Import.open(file, Mapping.parse(List.of(mapping))).sample(10);
    }

    private Claim first(String table, String... mapping) throws IOException {
        Import.Sample sample = samples(table, mapping).getFirst();
        return sample.claim().orElseThrow(() -> new AssertionError(sample.failure()));
    }

    private Quantity quantity(String headings, String row, String... mapping) throws IOException {
        return first("statement," + headings + "\nA," + row + "\n", mapping)
                .quantity()
                .orElseThrow();
    }

    private Place place(String headings, String row) throws IOException {
        return first("statement," + headings + "\nA," + row + "\n").place().orElseThrow();
    }

    @Test
    void theSourceOfARowWithoutAQuoteIsInItsNotes() throws IOException {
        String table = """
                slug,description,sensitive,status,type,tags,date,source_1,source_2,latitude,longitude
                C1,A bridge was hit,No,Done,Civilian,x,2022-10-12,https://a.example/1,https://a.example/2,49.71061,37.61563
                C2,It cannot be read,No,Done,Civilian,x,2022-10-12,https://a.example/3,,north,37.61563
                """;
        Path file = Files.writeString(folder.resolve("atlos.csv"), table);
        try (Board board = Board.create(folder.resolve("b.gpkg"), "B")) {
            Import bringing = Import.open(file, Mapping.GUESSED);
            assertTrue(bringing.explained().contains("source_1, without a quote"), bringing.explained());
            Arrived arrived = bringing.into(board, Jobs.Progress.SILENT);
            assertEquals(1, arrived.claims());
            assertEquals(1, arrived.uncited());
            assertEquals(0, arrived.unplaced());
            try (Snapshot snapshot = board.snapshot()) {
                String notes = snapshot.claims(ClaimQuery.ALL).getFirst().notes();
                assertTrue(notes.contains("source_1: https://a.example/1\nsource_2: https://a.example/2"), notes);
            }
            String kept = Files.readString(arrived.kept().orElseThrow());
            assertTrue(kept.contains("2022-10-12,https://a.example/3,,north"), kept);
        }
    }

    @Test
    void rowsWithAndWithoutAQuoteKeepTheirSourcesBoth() throws IOException {
        Path file = Files.writeString(
                folder.resolve("both.csv"), "statement,quote,source\nA,said so,https://a.example/1\nB,,A paper\n");
        try (Board board = Board.create(folder.resolve("b.gpkg"), "B")) {
            Arrived arrived = Import.open(file, Mapping.GUESSED).into(board, Jobs.Progress.SILENT);
            assertEquals(1, arrived.sources());
            assertEquals(1, arrived.uncited());
            try (Snapshot snapshot = board.snapshot()) {
                List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
                assertEquals("", claims.get(0).notes());
                assertEquals("source: A paper", claims.get(1).notes());
            }
        }
    }

    @Test
    void aUnitWithoutANumberIsInTheNotes() throws IOException {
        assertEquals("unit: tanks", first("statement,quantity,unit\nA,,tanks\n").notes());
        assertEquals("", first("statement,quantity,unit\nA,8,tanks\n").notes());
    }

    @Test
    void notesAreNotesAndNoQuote() throws IOException {
        Import.Sample sample = samples("statement,notes\nA bridge,seen by me\n").getFirst();
        assertEquals("seen by me", sample.claim().orElseThrow().notes());
        Path file = Files.writeString(folder.resolve("n.csv"), "statement,notes\nA bridge,seen by me\n");
        assertFalse(Import.open(file, Mapping.GUESSED).explained().contains("quote"));
    }

    @Test
    void coordinatesInAPlaceAreReadAndNamesAreKept() throws IOException {
        Place place = place("place", "\"51.81, 29.15\"");
        assertEquals(51.81, place.geometry().getCoordinate().y, 1e-9);
        assertEquals(PlacePrecision.LOCALITY, place.precision());
        assertTrue(place("place", "\"51.8136, 29.1544 -> 52.4313, 30.9936\"").isRoute());
        for (String name : List.of("Yelsk", "Minsk -> Moscow", "no such place")) {
            Claim claim = first("statement,place\nA," + name + "\n");
            assertEquals(Optional.empty(), claim.place());
            assertEquals("place: " + name, claim.notes());
        }
    }

    @Test
    void howManyPlacesAreOnlyNamedIsCounted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("p.csv"), "statement,place\nA,Yelsk\nB,\"51.81, 29.15\"\nC,\nD,Minsk -> Moscow\n");
        try (Board board = Board.create(folder.resolve("b.gpkg"), "B")) {
            assertEquals(
                    2,
                    Import.open(file, Mapping.GUESSED)
                            .into(board, Jobs.Progress.SILENT)
                            .unplaced());
        }
    }

    @Test
    void aDecimalCommaIsReadWhereItIsSaidAndElseRefused() throws IOException {
        Quantity tonnes = quantity("quantity", "\"7,5 tonnes\"", "decimals = comma");
        assertEquals("7.5", tonnes.best().orElseThrow().toPlainString());
        assertEquals("tonnes", tonnes.item());
        assertEquals("7,5 tonnes", tonnes.verbatim());
        Quantity more = quantity("quantity", "\"1.234,5 tonnes\"", "decimals = comma");
        assertEquals("1234.5", more.best().orElseThrow().toPlainString());
        assertEquals(
                "7.5",
                quantity("quantity", "7.5 tonnes", "decimals = comma")
                        .best()
                        .orElseThrow()
                        .toPlainString());
        Quantity range = quantity("quantity,unit", "\"2,5-3,5\",tonnes", "decimals = comma");
        assertEquals("2.5 to 3.5 tonnes", range.display());
        for (String row : List.of("\"7,5 tonnes\"", "\"1.234,5 tonnes\"", "\"7,5\"")) {
            String failure =
                    samples("statement,quantity\nA," + row + "\n").getFirst().failure();
            assertTrue(failure.contains("decimals have a comma"), failure);
        }
    }

    @Test
    void theWordsOfAQuantityStayBesideItsBounds() throws IOException {
        String headings = "quantity.verbatim,quantity.best,quantity.lower";
        Quantity tanks = quantity(headings, "8 T-72A tanks,8,8");
        assertEquals("8 T-72A tanks", tanks.verbatim());
        assertEquals("8 T-72A tanks", tanks.display());
        assertEquals("15 to 30 tanks", quantity(headings, "15 to 30 tanks,,15").display());
        assertEquals(
                "more than 100 men",
                quantity(headings, "more than 100 men,,100").display());
        assertEquals(
                "at least 28 trucks",
                quantity(headings, "at least 28 trucks,,28").display());
    }

    @Test
    void boundsCompleteOrOverrideOnlyWhatTheySay() throws IOException {
        String headings = "quantity,lower,upper";
        Quantity about = quantity(headings, "about 7000 soldiers,5000,9000");
        assertEquals("5,000 to 9,000 soldiers", about.display());
        assertEquals("7000", about.best().orElseThrow().toPlainString());
        assertEquals("about 7000 soldiers", about.verbatim());
        assertEquals("8 to 12 tanks", quantity(headings, "8 tanks,,12").display());
        Quantity unread = quantity(headings, "a whole column,5,");
        assertEquals("5", unread.lower().orElseThrow().toPlainString());
        assertEquals("a whole column", unread.verbatim());
        assertTrue(samples("statement," + headings + "\nA,8 tanks,10,\n")
                .getFirst()
                .failure()
                .contains("backwards"));
    }

    @Test
    void acledsPrecisionsAreKept() throws IOException {
        String headings = "event_date,time_precision,event_type,actor1,location,latitude,longitude,geo_precision,"
                + "source,notes,fatalities";
        String rest = ",A paper,Shots were heard.,0\n";
        Claim town = first(headings + "\n13 October 2022,1,Battles,X,Yelsk,51.8136,29.1544,1" + rest);
        assertEquals(PlacePrecision.TOWN, town.place().orElseThrow().precision());
        assertEquals("2022-10-13", town.when().orElseThrow().edtf());
        assertEquals("actor1: X", town.notes());
        Claim near = first(headings + "\n13 October 2022,2,Battles,X,Yelsk,51.8136,29.1544,2" + rest);
        assertEquals(20_000, near.place().orElseThrow().radiusMetres());
        When week = near.when().orElseThrow();
        assertEquals("2022-10-07/2022-10-19", week.edtf());
        assertEquals(When.Precision.WEEK, week.precision());
        assertEquals(When.Extent.SOME, week.extent());
        Claim region = first(headings + "\n13 October 2022,3,Battles,X,Yelsk,51.8136,29.1544,3" + rest);
        assertEquals(PlacePrecision.REGION, region.place().orElseThrow().precision());
        assertEquals("2022-10", region.when().orElseThrow().edtf());
        Claim odd = first(headings + "\n13 October 2022,9,Battles,X,Yelsk,51.8136,29.1544,8" + rest);
        assertEquals("time_precision: 9\nactor1: X\ngeo_precision: 8", odd.notes());
    }

    @Test
    void aGeometryIsAsPreciseAsIsStatedElseAsItsDigits() throws IOException {
        assertEquals(
                PlacePrecision.EXACT, place("wkt", "POINT (29.1544 51.8136)").precision());
        assertEquals(PlacePrecision.DISTRICT, place("wkt", "POINT (29.1 51.8)").precision());
        Place area = place("wkt", "\"POLYGON ((29.1234 51.1234, 29.2 51.1, 29.2 51.3, 29.1234 51.1234))\"");
        assertEquals(PlacePrecision.LOCALITY, area.precision());
        Place stated = place("place.precision,place.radiusMetres,place.wkt", "region,45000,POINT (29.1544 51.8136)");
        assertEquals(PlacePrecision.REGION, stated.precision());
        assertEquals(45_000, stated.radiusMetres());
        Claim unknown = first("statement,place.precision,place.wkt\nA,quite,POINT (29.1544 51.8136)\n");
        assertEquals("place.precision: quite", unknown.notes());
    }

    @Test
    void aRouteKeepsItsName() throws IOException {
        Place named = place("place.name,place.wkt", "Minsk -> Gomel,\"LINESTRING (27.5618 53.9023, 30.9936 52.4313)\"");
        assertEquals("Minsk -> Gomel", named.name());
        assertEquals("Minsk", named.route().orElseThrow().origin());
        assertEquals("Gomel", named.route().orElseThrow().destination());
        assertFalse(named.route().orElseThrow().pathKnown());
        Place road = place("place.name,place.wkt", "M10,\"LINESTRING (27.5618 53.9023, 30.9936 52.4313)\"");
        assertEquals("M10", road.name());
        assertTrue(road.route().orElseThrow().pathKnown());
    }

    @Test
    void aGeometryBesideDegreesThatSaysSomethingElseIsInTheNotes() throws IOException {
        String headings = "statement,latitude,longitude,wkt\n";
        assertEquals("", first(headings + "A,51.8,29.1,POINT (29.1 51.8)\n").notes());
        assertEquals(
                "wkt: POINT (30 52)",
                first(headings + "A,51.8,29.1,POINT (30 52)\n").notes());
        assertEquals("wkt: 0101", first(headings + "A,51.8,29.1,0101\n").notes());
    }
}
