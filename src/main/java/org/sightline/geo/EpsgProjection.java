package org.sightline.geo;

import java.util.List;
import java.util.Locale;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import si.uom.SI;

/** Projections of the EPSG registry, through GeoTools' copy of it. */
final class EpsgProjection {
    private static final int WEB_MERCATOR = 3857;

    private static final int SAMPLES = 8;

    /** Plane metres: beyond, a projection says nothing. */
    private static final double FARTHEST = 3e7;

    /** Degrees that a projection is used beyond its stated area. */
    private static final double MARGIN = 10;

    private EpsgProjection() {}

    static MapProjection of(int code) {
        if (code == WEB_MERCATOR) {
            return WebMercator.INSTANCE;
        }
        ProjectedCRS crs = projected(code);
        try {
            return new TransformProjection(
                    crs.getName().getCode() + " (EPSG:" + code + ")",
                    CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true),
                    metresPerUnit(crs),
                    domain(CRS.getGeographicBoundingBox(crs)));
        } catch (FactoryException e) {
            throw new DomainException("EPSG:" + code + " cannot be used: there is no way from WGS 84 to it.", e);
        }
    }

    static MapProjection showing(int code, Envelope extent) {
        MapProjection projection = of(code);
        double[] xy = new double[2];
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                double lon = Math.IEEEremainder(extent.getMinX() + extent.getWidth() * i / SAMPLES, 360);
                double lat = Math.clamp(extent.getMinY() + extent.getHeight() * j / SAMPLES, -90, 90);
                projection.project(lon, lat, xy, 0);
                if (!(Math.hypot(xy[0], xy[1]) < FARTHEST)) {
                    throw new DomainException(projection.name() + " cannot show what is on the map: it is "
                            + extentInWords(code) + "; choose another, or zoom in to where it holds.");
                }
            }
        }
        return projection;
    }

    private static String extentInWords(int code) {
        GeographicBoundingBox area = code == WEB_MERCATOR ? null : CRS.getGeographicBoundingBox(projected(code));
        return area == null
                ? "not for the poles"
                : String.format(
                        Locale.ROOT,
                        "for longitudes %.0f to %.0f and latitudes %.0f to %.0f",
                        area.getWestBoundLongitude(),
                        area.getEastBoundLongitude(),
                        area.getSouthBoundLatitude(),
                        area.getNorthBoundLatitude());
    }

    private static ProjectedCRS projected(int code) {
        CoordinateReferenceSystem crs;
        try {
            crs = CRS.decode("EPSG:" + code, true);
        } catch (NoSuchAuthorityCodeException e) {
            throw new DomainException(
                    "There is no EPSG:" + code + "; give the code of a projected system, such as 3857 or 32635.", e);
        } catch (FactoryException e) {
            throw new DomainException("EPSG:" + code + " cannot be used; give another code, such as 3857.", e);
        }
        if (crs instanceof ProjectedCRS projected) {
            return projected;
        }
        throw new DomainException("EPSG:" + code + " (" + crs.getName().getCode()
                + ") is not a projected system; give one, such as 3857 or 32635.");
    }

    private static double metresPerUnit(ProjectedCRS crs) {
        Unit<?> unit = crs.getCoordinateSystem().getAxis(0).getUnit();
        try {
            return unit.getConverterToAny(SI.METRE).convert(1);
        } catch (IncommensurableException e) {
            throw new DomainException(crs.getName().getCode() + " cannot be used: its unit is not a length.", e);
        }
    }

    private static List<Envelope> domain(@Nullable GeographicBoundingBox area) {
        if (area == null) {
            return List.of(new Envelope(-180, 180, -89, 89));
        }
        double west = area.getWestBoundLongitude() - MARGIN;
        double east = area.getEastBoundLongitude() + MARGIN;
        // a system that is meant for a pole shows it; others may run to infinity there
        double south =
                area.getSouthBoundLatitude() <= -90 ? -90 : Math.max(-89.5, area.getSouthBoundLatitude() - MARGIN);
        double north = area.getNorthBoundLatitude() >= 90 ? 90 : Math.min(89.5, area.getNorthBoundLatitude() + MARGIN);
        boolean across = area.getWestBoundLongitude() > area.getEastBoundLongitude();
        if (!across && east - west >= 360) {
            return List.of(new Envelope(-180, 180, south, north));
        }
        if (west < -180) {
            west += 360;
        }
        if (east > 180) {
            east -= 360;
        }
        return west <= east
                ? List.of(new Envelope(west, east, south, north))
                : List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north));
    }
}
