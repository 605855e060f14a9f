package org.sightline.geo;

import java.util.Locale;
import org.sightline.DomainException;

/**
 * A point on WGS 84.
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record Position(double lat, double lon) {
    public Position {
        if (!(Math.abs(lat) <= 90)) {
            throw new DomainException("Latitude " + lat + " is out of range; it runs from -90 to 90 degrees.");
        }
        if (!(Math.abs(lon) <= 180)) {
            throw new DomainException("Longitude " + lon + " is out of range; it runs from -180 to 180 degrees.");
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.5f, %.5f", lat, lon);
    }
}
