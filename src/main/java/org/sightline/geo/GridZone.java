package org.sightline.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A grid zone of MGRS (NGA.STND.0037, 2014): 6 by 8 degrees, with the exceptions of Norway and Svalbard, and four around the
 * poles.
 *
 * @param designator such as "35U" or "Z"
 * @param extent degrees
 */
public record GridZone(String designator, Envelope extent) {
    private static final List<GridZone> ALL = zones();

    /** Every grid zone; together they cover the earth once. */
    public static List<GridZone> all() {
        return ALL;
    }

    private static List<GridZone> zones() {
        List<GridZone> zones = new ArrayList<>();
        for (int south = -80; south < 80; south += 8) {
            double north = south == 72 ? 84 : south + 8;
            double west = -180;
            while (west < 180) {
                double middle = (south + north) / 2;
                String designator = GridReference.of(new Position(middle, west)).designator();
                double east = west + 3;
                while (east < 180
                        && GridReference.of(new Position(middle, east))
                                .designator()
                                .equals(designator)) {
                    east += 3;
                }
                zones.add(new GridZone(designator, new Envelope(west, east, south, north)));
                west = east;
            }
        }
        zones.add(new GridZone("A", new Envelope(-180, 0, -90, -80)));
        zones.add(new GridZone("B", new Envelope(0, 180, -90, -80)));
        zones.add(new GridZone("Y", new Envelope(-180, 0, 84, 90)));
        zones.add(new GridZone("Z", new Envelope(0, 180, 84, 90)));
        return List.copyOf(zones);
    }
}
