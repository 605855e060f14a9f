package org.sightline.briefing;

import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.sightline.map.MapView;

/** What a map shows, for those who do not see it. Stateless. */
final class MapWords {
    private MapWords() {}

    /** "51.2 to 54.9 degrees north, 23 to 32 degrees east": as far as its corners and sides reach. */
    static String extent(MapView view) {
        Envelope shown = view.extent();
        return Phrases.of(
                "extent",
                range(shown.getMinY(), shown.getMaxY(), "north", "south"),
                range(wrapped(shown.getMinX()), wrapped(shown.getMaxX()), "east", "west"));
    }

    private static double wrapped(double longitude) {
        return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
    }

    private static String range(double from, double to, String positive, String negative) {
        String first = from < 0 ? negative : positive;
        String last = to < 0 ? negative : positive;
        return first.equals(last)
                ? Phrases.of("extent.oneSide", degrees(from), degrees(to), Phrases.of("extent." + first))
                : Phrases.of(
                        "extent.bothSides",
                        degrees(from),
                        Phrases.of("extent." + first),
                        degrees(to),
                        Phrases.of("extent." + last));
    }

    private static String degrees(double value) {
        String tenths = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        return tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths;
    }
}
