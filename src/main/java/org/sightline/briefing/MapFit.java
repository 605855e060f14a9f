package org.sightline.briefing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.geo.MapProjection;
import org.sightline.map.MapView;
import org.sightline.map.PinRows;

/**
 * Chooses extent, projection and scale of a printed map. The scale is a round number, so that "1 : 2 500 000" is what
 * the map is and not what it is near. Stateless.
 */
final class MapFit {
    /** Below this the built-in base map (1:10 million) has nothing left to say. */
    private static final double NEAREST = 250_000;

    private static final double METRES_PER_POINT = 0.0254 / 72;
    private static final double METRES_PER_DEGREE = 111_320;
    /** Degrees of latitude from which on a map that reaches the pole goes all round it. */
    private static final double ALL_ROUND = 80;

    private static final int MOST_POINTS = 100_000;
    private static final double MARGIN = 0.07;
    private static final double LEAST_HALF_METRES = 25_000;

    /** Steps along either side of a map in which its scale is looked at: so many that a world's outline is met. */
    private static final int SAMPLES = 16;

    /** One in so many placed claims may be left off the map for being vague and far away. */
    private static final int FEW = 4;

    /** Steps between 1 and 10 that people read as round. */
    private static final double[] ROUND = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10};

    private MapFit() {}

    /**
     * @param view in units of the map, of which {@code scale} points make one
     * @param denominator the N of 1 : N at the middle of the map
     * @param variation share by which the scale differs over the map, 0.02 for 2 %
     */
    record Fitted(MapView view, double scale, double denominator, double variation) {
        /** The same map in points. */
        MapView inPoints() {
            return view.at(view.metresPerPixel() / scale)
                    .resized((int) (view.width() * scale), (int) (view.height() * scale));
        }
    }

    /**
     * @param width of the frame, units of the map
     * @param height of the frame, units of the map
     * @param scale points for each unit of the map
     */
    static Fitted fit(BriefingSpec spec, List<Claim> claims, int width, int height, double scale) {
        return fit(spec, claims, width, height, scale, 1);
    }

    /** @param zoom how many points on paper a point of the frame has */
    static Fitted fit(BriefingSpec spec, List<Claim> claims, int width, int height, double scale, double zoom) {
        Envelope wanted = spec.extent().map(MapFit::checked).orElseGet(() -> around(claims));
        MapProjection projection =
                spec.epsg().isPresent() ? MapProjection.epsg(spec.epsg().getAsInt()) : MapProjection.fittedTo(wanted);
        Scaled first = at(projection, wanted, spec, width, height, scale, zoom);
        if (spec.epsg().isPresent()) {
            return first.fitted(scale);
        }
        // once more for what the frame really shows, which is more than was asked for
        MapProjection better = MapProjection.fittedTo(first.view().extent());
        return at(better, wanted, spec, width, height, scale, zoom).fitted(scale);
    }

    private static Envelope checked(Envelope extent) {
        boolean sound = !extent.isNull()
                && extent.getMinX() >= -180
                && extent.getMaxX() <= 360
                && extent.getMinY() >= -90
                && extent.getMaxY() <= 90;
        if (!sound) {
            throw new DomainException(Phrases.of("error.extent", extent));
        }
        Envelope wide = new Envelope(extent);
        double least = 0.002;
        wide.expandBy(Math.max(0, least - wide.getWidth()) / 2, Math.max(0, least - wide.getHeight()) / 2);
        return wide;
    }

    /** A view at a round scale. */
    private record Scaled(MapView view, double denominator) {
        Fitted fitted(double scale) {
            return new Fitted(view, scale, denominator, variation(view));
        }
    }

    private static Scaled at(
            MapProjection projection,
            Envelope wanted,
            BriefingSpec spec,
            int width,
            int height,
            double scale,
            double zoom) {
        MapView near = MapView.fit(projection, wanted, width, height, 0);
        double exact = near.groundMetresPerPixel() / (scale * zoom * METRES_PER_POINT);
        if (!Double.isFinite(exact) || near.plane().getWidth() <= 0) {
            throw new DomainException(
                    Phrases.of("error.epsg", Integer.toString(spec.epsg().orElse(0))));
        }
        double least = spec.extent().isPresent() ? 1_000 : NEAREST;
        double denominator = rounded(Math.max(exact, least));
        return new Scaled(near.at(near.metresPerPixel() * denominator / exact), denominator);
    }

    /** The next round number that is not smaller. */
    static double rounded(double denominator) {
        double power = Math.pow(10, Math.floor(Math.log10(denominator)));
        for (double step : ROUND) {
            if (step * power >= denominator * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Over what is on the earth: beside a world map's outline the projection has no places, and no scale. */
    static double variation(MapView view) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double[] lonLat = new double[2];
        double[] back = new double[2];
        double close = view.metresPerPixel();
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                double x = view.planeX((double) view.width() * i / SAMPLES);
                double y = view.planeY((double) view.height() * j / SAMPLES);
                view.projection().unproject(x, y, lonLat, 0);
                view.projection().project(lonLat[0], lonLat[1], back, 0);
                boolean onMap = Math.hypot(back[0] - x, back[1] - y) < close; // not where it is NaN
                double factor = onMap ? view.projection().scaleFactor(lonLat[0], lonLat[1]) : Double.NaN;
                if (Double.isFinite(factor) && factor > 0) {
                    least = Math.min(least, factor);
                    most = Math.max(most, factor);
                }
            }
        }
        return most == 0 ? 0 : most / least - 1;
    }

    /**
     * The extent of the claims with a margin. Places known only to a region or a country count with their middle. Where
     * they are few, only those near the others count: a map of a town is not drawn at the scale of a continent because
     * one claim says "Russia". Where they are many, the map is theirs as much as anyone's.
     */
    static Envelope around(List<Claim> claims) {
        if (claims instanceof PinRows rows && !rows.extent().isNull()) {
            return padded(rows.extent().getWidth() > 180 ? enclosing(rows) : rows.extent());
        }
        List<Place> places = claims.stream().flatMap(c -> c.place().stream()).toList();
        List<Coordinate> fine = new ArrayList<>();
        List<Coordinate> coarse = new ArrayList<>();
        List<Place> vague = places.stream()
                .filter(place -> place.precision().compareTo(PlacePrecision.REGION) >= 0)
                .toList();
        boolean few = vague.size() * FEW < places.size();
        for (Place place : places) {
            List<Coordinate> kind = few && vague.contains(place) ? coarse : fine;
            kind.addAll(List.of(place.geometry().getCoordinates()));
        }
        if (fine.isEmpty() && coarse.isEmpty()) {
            return new Envelope(-170, 190, -56, 75);
        }
        Envelope extent = enclosing(fine.isEmpty() ? coarse : fine);
        if (!fine.isEmpty()) {
            includeNear(extent, coarse);
        }
        return padded(extent);
    }

    private static void includeNear(Envelope extent, List<Coordinate> coarse) {
        Envelope reach = new Envelope(extent);
        reach.expandBy(Math.max(extent.getWidth() * 0.75, 2), Math.max(extent.getHeight() * 0.75, 1.2));
        coarse.stream().filter(reach::contains).forEach(extent::expandToInclude);
    }

    /** Of points alone: lines and areas are not cut in two by a map that looks the other way round. */
    private static Envelope enclosing(PinRows rows) {
        List<Coordinate> points = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.shaped(row) || points.size() == MOST_POINTS) {
                return rows.extent();
            }
            if (!Double.isNaN(rows.latitude(row))) {
                points.add(new Coordinate(rows.longitude(row), rows.latitude(row)));
            }
        }
        return enclosing(points);
    }

    /** The narrower of the two ways round the world; the second one runs past 180 degrees east. */
    private static Envelope enclosing(List<Coordinate> points) {
        Envelope plain = new Envelope();
        Envelope pacific = new Envelope();
        for (Coordinate at : points) {
            plain.expandToInclude(at);
            pacific.expandToInclude(at.x < 0 ? at.x + 360 : at.x, at.y);
        }
        return pacific.getWidth() < plain.getWidth() ? pacific : plain;
    }

    private static Envelope padded(Envelope extent) {
        double middle = Math.toRadians(Math.min(Math.abs((extent.getMinY() + extent.getMaxY()) / 2), 80));
        double leastY = LEAST_HALF_METRES / METRES_PER_DEGREE;
        double leastX = leastY / Math.cos(middle);
        double growX = Math.max(extent.getWidth() * MARGIN, leastX - extent.getWidth() / 2);
        double growY = Math.max(extent.getHeight() * MARGIN, leastY - extent.getHeight() / 2);
        double south = extent.getMinY() - growY;
        double north = extent.getMaxY() + growY;
        if (south > ALL_ROUND && north >= 90 || north < -ALL_ROUND && south <= -90) {
            return new Envelope(-180, 180, Math.max(-90, south), Math.min(90, north)); // the pole in the middle
        }
        return new Envelope(
                extent.getMinX() - growX, extent.getMaxX() + growX, Math.max(-90, south), Math.min(90, north));
    }
}
