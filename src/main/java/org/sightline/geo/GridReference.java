package org.sightline.geo;

import java.util.Optional;

/**
 * Where a position is in the UTM grid and its MGRS squares, for drawing grids (NGA.STND.0037, 2014). Written forms are
 * {@link Notation}'s.
 *
 * @param zone 1 to 60
 * @param south whether northings count from 10,000 km at the equator
 * @param easting metres
 * @param northing metres
 * @param square grid zone and 100 km square, such as "35U PT"
 */
public record GridReference(int zone, boolean south, double easting, double northing, String square) {

    /** Empty beyond 80 degrees south and 84 degrees north, where the grid ends. */
    public static Optional<GridReference> of(Position position) {
        if (!Utm.covers(position)) {
            return Optional.empty();
        }
        Utm utm = Utm.of(position);
        return Optional.of(new GridReference(utm.zone(), utm.band() < 'N', utm.easting(), utm.northing(), utm.mgrs(0)));
    }

    /** The position of a grid crossing; meant for eastings and northings in or near the zone. */
    public static Position position(int zone, boolean south, double easting, double northing) {
        return Utm.position(zone, south, easting, northing);
    }
}
