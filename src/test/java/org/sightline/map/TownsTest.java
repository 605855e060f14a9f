package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Position;

class TownsTest {
    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    private record Key(String name, Position position) {}

    private static Key key(Towns.Town town) {
        return new Key(town.name(), town.position());
    }

    /** The file beside the gazetteer it was made from, town by town. */
    @Test
    void isolationIsTheDistanceToTheNearestMoreImportantTown() {
        List<Gazetteer.Entry> places = Gazetteer.builtIn().largestIn(WORLD, Integer.MAX_VALUE);
        Map<Key, Integer> order = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            order.putIfAbsent(new Key(places.get(i).name(), places.get(i).position()), i);
        }
        List<Towns.Town> towns = new ArrayList<>(Towns.builtIn().apart(0, 0, WORLD));
        assertEquals(places.size(), towns.size());
        assertEquals(places.size(), Towns.builtIn().size());
        towns.sort(Comparator.comparingDouble(Towns.Town::importance)
                .reversed()
                .thenComparingInt(town -> order.getOrDefault(key(town), -1)));
        double[] metres = Isolation.metres(
                towns.stream().mapToDouble(t -> t.position().lat()).toArray(),
                towns.stream().mapToDouble(t -> t.position().lon()).toArray());
        for (int i = 1; i < metres.length; i++) {
            assertEquals(metres[i], towns.get(i).isolation(), 1, towns.get(i).name());
            int place = order.getOrDefault(key(towns.get(i)), -1);
            assertEquals(places.get(place).population(), towns.get(i).population());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Valletta, 14.51, 35.9, STATE",
        "Vaduz, 9.52, 47.14, STATE",
        "Funafuti, 179.19, -8.52, STATE",
        "Castries, -61, 14, STATE",
        "Fort-de-France, -61.07, 14.6, REGION",
        "Nouméa, 166.45, -22.27, REGION",
        "Homyel', 30.98, 52.43, REGION"
    })
    void capitalsAreThoseOfStatesHoweverSmall(String name, double lon, double lat, Towns.Seat seat) {
        Envelope near = new Envelope(lon - 0.1, lon + 0.1, lat - 0.1, lat + 0.1);
        Towns.Town town = Towns.builtIn().apart(0, 0, near).stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertEquals(seat, town.seat());
    }

    @Test
    void farViewsNameOnlyTheMostIsolated() {
        List<Towns.Town> far = Towns.builtIn().apart(1_000_000, 0, WORLD);
        assertTrue(far.size() > 20 && far.size() < 300, "" + far.size());
        for (int i = 1; i < far.size(); i++) {
            assertTrue(far.get(i - 1).isolation() >= far.get(i).isolation());
        }
        Towns.Town minsk =
                Towns.builtIn().apart(100_000, 0, new Envelope(23, 33, 51, 56)).getFirst();
        assertEquals("Minsk", minsk.name());
        assertEquals(Towns.Seat.STATE, minsk.seat());
        assertTrue(Towns.builtIn().apart(0, 3_000_000, new Envelope(23, 33, 51, 56)).stream()
                .allMatch(town -> town.importance() >= 3_000_000));
    }
}
