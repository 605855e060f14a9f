package org.sightline.geo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.MathTransformFactory;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;

/**
 * Chooses a projection for an extent, as cartographers do (J. P. Snyder, "Map Projections: A Working Manual", USGS 1987,
 * p. 34; B. Šavrič, B. Jenny and H. Jenny, "Projection Wizard", 2016), and makes it from parameters, without the EPSG
 * database.
 */
final class FittedProjection {
    /** See {@link MapProjection#widestNames}; of letters, N and W are the widest of their kind. */
    static final List<String> WIDEST_NAMES = List.of(
            "Lambert conformal conic, 88.8-88.8 N",
            "Lambert conformal conic, 88.8 N to 88.8 N",
            "transverse Mercator, 188.8 W",
            "Mercator, true to scale at 88.8 N",
            "Lambert azimuthal equal area, 88.8 N 188.8 W",
            "Lambert azimuthal equal area, north pole",
            "Lambert azimuthal equal area, south pole",
            "Equal Earth");

    private static final double KM_PER_DEGREE = 111.2;

    private FittedProjection() {}

    static MapProjection to(Envelope extent) {
        double lon = Math.IEEEremainder(extent.centre().x, 360);
        double south = Math.max(-90, extent.getMinY());
        double north = Math.min(90, extent.getMaxY());
        double lat = (south + north) / 2;
        double widthDegrees = extent.getWidth();
        double height = north - south;
        double widthKm = widthDegrees * Math.cos(Math.toRadians(lat)) * KM_PER_DEGREE;
        double heightKm = height * KM_PER_DEGREE;
        double farthest = Math.max(Math.abs(south), Math.abs(north));
        boolean bothSides = south < 0 && north > 0;
        if (widthDegrees > 200 && (bothSides || height > 60)) {
            return equalEarth();
        }
        if (farthest > 80 && Math.abs(lat) > 60) {
            return azimuthal(Math.abs(lat) > 75 || widthDegrees > 120 ? Math.copySign(90, lat) : lat, lon);
        }
        if (widthDegrees > 110 || height > 55) {
            return widthDegrees > 200 ? equalEarth() : azimuthal(lat, lon);
        }
        if (heightKm > 1.6 * widthKm && widthKm < 1200) {
            return transverseMercator(lat, lon);
        }
        if (Math.abs(lat) < 12) {
            return Math.abs(lat) < 1e-9 || heightKm < 1.2 * widthKm ? mercator(lat, lon) : azimuthal(lat, lon);
        }
        return bothSides && farthest < 25 ? mercator(lat, lon) : conic(lat, lon, south, north);
    }

    /** The projection of one family, about the middle of an extent. */
    static MapProjection to(Envelope extent, MapProjection.Family family) {
        double lon = Math.IEEEremainder(extent.centre().x, 360);
        double south = Math.max(-90, extent.getMinY());
        double north = Math.min(90, extent.getMaxY());
        double lat = (south + north) / 2;
        return switch (family) {
            case ANY -> to(extent);
            case CONIC -> conic(checked(lat), lon, south, north);
            case AZIMUTHAL -> azimuthal(Math.abs(lat) > 75 ? Math.copySign(90, lat) : lat, lon);
            case TRANSVERSE_MERCATOR -> transverseMercator(lat, lon);
        };
    }

    private static double checked(double lat) {
        if (Math.abs(lat) < 5 || Math.abs(lat) > 85) {
            throw new DomainException(
                    "A conic map is not for the equator or a pole; choose an azimuthal one, or let the"
                            + " program choose.");
        }
        return lat;
    }

    private static MapProjection conic(double lat, double lon, double south, double north) {
        // one sixth in from each edge halves the distortion (Snyder 1987, p. 99)
        double first = south + (north - south) / 6;
        double second = north - (north - south) / 6;
        MathTransform transform = make(
                "Lambert_Conformal_Conic_2SP",
                Map.of(
                        "central_meridian", lon,
                        "latitude_of_origin", lat,
                        "standard_parallel_1", first,
                        "standard_parallel_2", second));
        String name = "Lambert conformal conic, " + parallels(first, second);
        double low = lat > 0 ? Math.max(-25, lat - 50) : -88;
        double high = lat > 0 ? 88 : Math.min(25, lat + 50);
        return new TransformProjection(name, transform, 1, around(lon, 100, low, high));
    }

    private static MapProjection transverseMercator(double lat, double lon) {
        MathTransform transform = make(
                "Transverse_Mercator", Map.of("central_meridian", lon, "latitude_of_origin", lat, "scale_factor", 1.0));
        return new TransformProjection(
                "transverse Mercator, " + degrees(lon, "E", "W"), transform, 1, around(lon, 30, -89, 89));
    }

    private static MapProjection mercator(double lat, double lon) {
        MathTransform transform =
                make("Mercator_2SP", Map.of("central_meridian", lon, "standard_parallel_1", Math.abs(lat)));
        return new TransformProjection(
                "Mercator, true to scale at " + degrees(lat, "N", "S"), transform, 1, around(lon, 120, -80, 80));
    }

    private static MapProjection azimuthal(double lat, double lon) {
        MathTransform transform =
                make("Lambert_Azimuthal_Equal_Area", Map.of("longitude_of_center", lon, "latitude_of_center", lat));
        String centre = Math.abs(lat) == 90
                ? lat > 0 ? "north pole" : "south pole"
                : degrees(lat, "N", "S") + " " + degrees(lon, "E", "W");
        double low = lat == 90 ? 0 : Math.max(-89, lat - 80);
        double high = lat == -90 ? 0 : Math.min(89, lat + 80);
        List<Envelope> domain = Math.abs(lat) == 90
                ? List.of(new Envelope(-180, 180, Math.min(lat, low), Math.max(lat, high)))
                : around(lon, 85, low, high);
        return new TransformProjection("Lambert azimuthal equal area, " + centre, transform, 1, domain);
    }

    private static MapProjection equalEarth() {
        MathTransform transform = make("Equal Earth", Map.of());
        return new TransformProjection("Equal Earth", transform, 1, List.of(new Envelope(-180, 180, -90, 90)));
    }

    /** Rectangles from {@code lon - reach} to {@code lon + reach}, two when that passes 180. */
    private static List<Envelope> around(double lon, double reach, double south, double north) {
        double west = lon - reach;
        double east = lon + reach;
        if (west < -180) {
            return List.of(new Envelope(-180, east, south, north), new Envelope(west + 360, 180, south, north));
        }
        if (east > 180) {
            return List.of(new Envelope(west, 180, south, north), new Envelope(-180, east - 360, south, north));
        }
        return List.of(new Envelope(west, east, south, north));
    }

    private static MathTransform make(String method, Map<String, Double> values) {
        MathTransformFactory factory = ReferencingFactoryFinder.getMathTransformFactory(null);
        try {
            ParameterValueGroup parameters = factory.getDefaultParameters(method);
            parameters.parameter("semi_major").setValue(TransverseMercator.SEMI_MAJOR_AXIS);
            parameters
                    .parameter("semi_minor")
                    .setValue(TransverseMercator.SEMI_MAJOR_AXIS * (1 - TransverseMercator.FLATTENING));
            values.forEach((name, value) -> parameters.parameter(name).setValue(value.doubleValue()));
            return factory.createParameterizedTransform(parameters);
        } catch (FactoryException e) {
            throw new IllegalStateException("The program is incomplete: " + method + " cannot be made", e);
        }
    }

    private static String parallels(double first, double second) {
        if (first >= 0 && second >= 0 || first < 0 && second < 0) {
            return String.format(
                    Locale.ROOT,
                    "%.1f-%.1f %s",
                    Math.min(Math.abs(first), Math.abs(second)),
                    Math.max(Math.abs(first), Math.abs(second)),
                    first < 0 ? "S" : "N");
        }
        return degrees(first, "N", "S") + " to " + degrees(second, "N", "S");
    }

    private static String degrees(double value, String positive, String negative) {
        return String.format(Locale.ROOT, "%.1f %s", Math.abs(value), value < 0 ? negative : positive);
    }
}
