package org.sightline.geo;

/**
 * Where a position is in the UTM grid, or around the poles in the UPS grid, and its MGRS squares, for drawing grids
 * (NGA.STND.0037, 2014). Written forms are {@link Notation}'s.
 *
 * @param zone 1 to 60; {@link #POLAR} around the poles
 * @param south whether northings count from 10,000 km at the equator; around the poles, which pole it is
 * @param easting metres
 * @param northing metres
 * @param square grid zone and 100 km square, such as "35U PT" or "Z AH"
 */
public record GridReference(int zone, boolean south, double easting, double northing, String square) {
    /** The zone north of 84 degrees, 84 included, and south of 80 degrees south. */
    public static final int POLAR = 0;

    public static GridReference of(Position position) {
        if (!Utm.covers(position)) {
            Ups ups = Ups.of(position);
            return new GridReference(POLAR, ups.south(), ups.easting(), ups.northing(), ups.mgrs(0));
        }
        Utm utm = Utm.of(position);
        return new GridReference(utm.zone(), utm.band() < 'N', utm.easting(), utm.northing(), utm.mgrs(0));
    }

    /** The grid zone's designator, such as "35U" or "Z". */
    public String designator() {
        return square.substring(0, square.indexOf(' '));
    }

    /** The position of a grid crossing; meant for eastings and northings in or near the zone. */
    public static Position position(int zone, boolean south, double easting, double northing) {
        return zone == POLAR
                ? new Ups(south, easting, northing).position()
                : Utm.position(zone, south, easting, northing);
    }
}
