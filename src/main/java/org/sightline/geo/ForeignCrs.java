package org.sightline.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.metadata.IIOMetadata;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffMetadata2CRSAdapter;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.geotools.referencing.operation.transform.AffineTransform2D;
import org.geotools.util.factory.Hints;
import org.sightline.DomainException;

/**
 * The coordinate reference system of somebody else's file, and the way from it to WGS 84 degrees and back, over
 * GeoTools. Immutable, safe for any thread; made off the window's thread, the first in over a second.
 */
public final class ForeignCrs {
    private static final Pattern CODE = Pattern.compile("(?i)(?:urn:ogc:def:crs:)?EPSG:(?:[\\d.]*:)?(\\d{4,6})");
    private static final Pattern CRS84 = Pattern.compile("(?i)(?:urn:ogc:def:crs:)?(?:OGC:)?(?:[\\d.]*:)?CRS84");
    private static final int LONGEST_WKT = 20_000;

    private static final ForeignCrs WGS84 =
            new ForeignCrs("WGS 84", true, true, Optional.empty(), Optional.empty(), false);

    private final String name;
    private final boolean geographic;
    private final boolean plain;
    private final Optional<MathTransform> toDegrees;
    private final Optional<MathTransform> fromDegrees;
    private final boolean northFirst;

    private ForeignCrs(
            String name,
            boolean geographic,
            boolean plain,
            Optional<MathTransform> toDegrees,
            Optional<MathTransform> fromDegrees,
            boolean northFirst) {
        this.name = name;
        this.geographic = geographic;
        this.plain = plain;
        this.toDegrees = toDegrees;
        this.fromDegrees = fromDegrees;
        this.northFirst = northFirst;
    }

    /** Longitude and latitude on WGS 84, ready at once. */
    public static ForeignCrs wgs84() {
        return WGS84;
    }

    /**
     * A code such as "EPSG:32635" or "urn:ogc:def:crs:EPSG::32635", or well-known text. Eastings and longitudes come first
     * whatever the registry says, as they do in files.
     *
     * @throws DomainException when it cannot be understood
     */
    public static ForeignCrs read(String words) {
        String given = words.strip();
        Matcher code = CODE.matcher(given);
        if (code.matches()) {
            return epsg(Integer.parseInt(code.group(1)));
        }
        if (CRS84.matcher(given).matches() || given.equalsIgnoreCase("WGS84")) {
            return WGS84;
        }
        if (given.indexOf('[') > 0 && given.length() <= LONGEST_WKT) {
            return wkt(given);
        }
        throw new DomainException(unknown(given));
    }

    /** @throws DomainException when there is no such code, or it has no two coordinates on the ground */
    public static ForeignCrs epsg(int code) {
        if (code == 4326) {
            return WGS84;
        }
        try {
            return of(CRS.decode("EPSG:" + code, true));
        } catch (FactoryException e) {
            throw unknown("EPSG:" + code, e);
        }
    }

    private static ForeignCrs wkt(String text) {
        try {
            return of(CRS.parseWKT(text));
        } catch (FactoryException | RuntimeException e) { // the parser throws what it likes at nonsense
            throw unknown(text, e);
        }
    }

    private static ForeignCrs of(CoordinateReferenceSystem given) throws FactoryException {
        CoordinateReferenceSystem crs = CRS.getHorizontalCRS(given);
        if (crs == null) {
            throw new DomainException(unknown(given.getName().getCode()));
        }
        CoordinateReferenceSystem shifted = withShift(crs);
        MathTransform there = CRS.findMathTransform(shifted, DefaultGeographicCRS.WGS84, true);
        MathTransform back = CRS.findMathTransform(DefaultGeographicCRS.WGS84, shifted, true);
        boolean northFirst = CRS.getAxisOrder(shifted) == CRS.AxisOrder.NORTH_EAST;
        return new ForeignCrs(
                crs.getName().getCode(),
                shifted instanceof GeographicCRS,
                there.isIdentity() && !northFirst,
                Optional.of(there),
                Optional.of(back),
                northFirst);
    }

    /**
     * Well-known text seldom says how its datum lies to WGS 84; the registry's entry of the same system does. Without it
     * places could be some hundred metres off.
     */
    private static CoordinateReferenceSystem withShift(CoordinateReferenceSystem crs) throws FactoryException {
        boolean known = CRS.getEllipsoid(crs) == null
                || !(((org.geotools.api.referencing.crs.SingleCRS) crs).getDatum()
                        instanceof DefaultGeodeticDatum datum)
                || datum.getBursaWolfParameters().length > 0
                || sameAsWgs84(datum.getName().getCode())
                || !crs.getIdentifiers().isEmpty();
        if (known) {
            return crs;
        }
        Integer code = CRS.lookupEpsgCode(crs, true);
        return code == null ? crs : CRS.decode("EPSG:" + code, true);
    }

    private static boolean sameAsWgs84(String datum) {
        String plain = datum.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return plain.contains("WGS1984") || plain.contains("WGS84") || plain.contains("WORLDGEODETICSYSTEM1984");
    }

    private static DomainException unknown(String words, Throwable cause) {
        return new DomainException(unknown(words), cause);
    }

    private static String unknown(String words) {
        String shown = words.length() > 60 ? words.substring(0, 60) + "\u2026" : words;
        return "The coordinate system \"" + shown.replaceAll("\\s+", " ")
                + "\" is not known; give its EPSG code, such as EPSG:32635.";
    }

    /**
     * How the pixels of a GeoTIFF lie on the ground.
     *
     * @param crs empty when the file does not say
     * @param pixelToGround affine: a pixel's upper left corner to coordinates of {@code crs}
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record TiffPlace(Optional<ForeignCrs> crs, double[] pixelToGround) {}

    /**
     * Reads the GeoTIFF tags (OGC 19-008r4) of a picture; empty when it has none.
     *
     * @throws DomainException when they say something that cannot be used
     */
    public static Optional<TiffPlace> ofTiff(IIOMetadata metadata) {
        try {
            GeoTiffIIOMetadataDecoder tags = new GeoTiffIIOMetadataDecoder(metadata);
            boolean placed = tags.hasModelTrasformation() || (tags.hasPixelScales() && tags.hasTiePoints());
            if (!placed) {
                return Optional.empty();
            }
            MathTransform transform = GeoTiffMetadata2CRSAdapter.getRasterToModel(tags);
            if (!(transform instanceof AffineTransform2D affine)) {
                return Optional.empty();
            }
            double[] matrix = new double[6];
            new java.awt.geom.AffineTransform(affine).getMatrix(matrix);
            // GeoTools' transform starts from the middles of pixels
            matrix[4] -= (matrix[0] + matrix[2]) / 2;
            matrix[5] -= (matrix[1] + matrix[3]) / 2;
            return Optional.of(new TiffPlace(tiffCrs(tags), matrix));
        } catch (DomainException e) {
            throw e;
        } catch (Exception e) { // the adapter declares nothing narrower
            throw new DomainException(
                    "The picture's GeoTIFF tags cannot be used; save it again with another program.", e);
        }
    }

    private static Optional<ForeignCrs> tiffCrs(GeoTiffIIOMetadataDecoder tags) throws Exception {
        if (!tags.hasGeoKey()) {
            return Optional.empty();
        }
        String code = tags.getGeoKey(3072) == null ? tags.getGeoKey(2048) : tags.getGeoKey(3072);
        if (code != null && code.matches("\\d{4,5}") && !code.equals("32767")) {
            return Optional.of(epsg(Integer.parseInt(code)));
        }
        Hints longitudeFirst = new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, true);
        return Optional.of(of(new GeoTiffMetadata2CRSAdapter(longitudeFirst).createCoordinateSystem(tags)));
    }

    public String name() {
        return name;
    }

    /** Whether its coordinates are degrees of longitude and latitude. */
    public boolean geographic() {
        return geographic;
    }

    /** Turns coordinates into longitude and latitude in place, degrees; NaN where that is not possible. */
    public void toDegrees(double[] xy, int count) {
        if (!plain) {
            if (northFirst) {
                swap(xy, count);
            }
            toDegrees.ifPresent(transform -> run(transform, xy, count));
        }
    }

    /** The other way. */
    public void fromDegrees(double[] lonLat, int count) {
        if (!plain) {
            fromDegrees.ifPresent(transform -> run(transform, lonLat, count));
            if (northFirst) {
                swap(lonLat, count);
            }
        }
    }

    private static void swap(double[] xy, int count) {
        for (int i = 0; i < 2 * count; i += 2) {
            double first = xy[i];
            xy[i] = xy[i + 1];
            xy[i + 1] = first;
        }
    }

    private static void run(MathTransform transform, double[] xy, int count) {
        for (int i = 0; i < 2 * count; i += 2) {
            if (Double.isNaN(xy[i]) || Double.isNaN(xy[i + 1])) {
                undefined(xy, i);
                continue;
            }
            try {
                transform.transform(xy, i, xy, i, 1);
            } catch (TransformException | RuntimeException e) { // no image: some projections throw, some assert
                undefined(xy, i);
            }
            if (!Double.isFinite(xy[i]) || !Double.isFinite(xy[i + 1])) {
                undefined(xy, i);
            }
        }
    }

    private static void undefined(double[] xy, int i) {
        xy[i] = Double.NaN;
        xy[i + 1] = Double.NaN;
    }

    @Override
    public String toString() {
        return name;
    }
}
