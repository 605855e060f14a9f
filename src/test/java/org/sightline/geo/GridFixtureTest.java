package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Points on and a hair beside the edges of zones and bands, as GeoConvert has them; written by {@code GeoConvertRun}. */
class GridFixtureTest {
    private static List<String[]> fixture() throws IOException {
        try (var in = Objects.requireNonNull(GridFixtureTest.class.getResourceAsStream("geoconvert.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }

    @Test
    void gridReferencesAtTheEdgesAreThoseOfGeographicLib() throws IOException {
        List<String[]> rows = fixture();
        assertTrue(rows.size() > 1_500);
        for (String[] row : rows) {
            Position position = new Position(Double.parseDouble(row[0]), Double.parseDouble(row[1]));
            String mgrs = Notation.MGRS.write(position, 1).replace(" ", "");
            assertEquals(row[2], Character.isDigit(mgrs.charAt(1)) || mgrs.charAt(0) > '9' ? mgrs : "0" + mgrs);
            GridReference ours = GridReference.of(position);
            String zone = ours.zone() == GridReference.POLAR ? "" : String.format(Locale.ROOT, "%02d", ours.zone());
            String[] utm = row[3].split(" ");
            assertEquals(utm[0], zone + (ours.south() ? "s" : "n"), position.toString());
            assertEquals(Double.parseDouble(utm[1]), ours.easting(), 0.0011);
            assertEquals(Double.parseDouble(utm[2]), ours.northing(), 0.0011);
        }
    }

    @Test
    void theSameReferencesAreReadBack() throws IOException {
        for (String[] row : fixture()) {
            Position position = new Position(Double.parseDouble(row[0]), Double.parseDouble(row[1]));
            Position read = Notation.read(row[2]).orElseThrow();
            assertTrue(Geodesic.distance(position, read) < 0.75, row[2]);
        }
    }
}
