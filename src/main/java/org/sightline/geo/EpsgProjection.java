package org.sightline.geo;

import java.util.List;
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
        double south = Math.max(-89.5, area.getSouthBoundLatitude() - MARGIN);
        double north = Math.min(89.5, area.getNorthBoundLatitude() + MARGIN);
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
