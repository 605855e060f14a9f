package org.sightline.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;

/**
 * Where one looks: a projection, a centre on its plane, a resolution and a size. Immutable.
 *
 * <p>A pixel here is a unit of the {@link java.awt.Graphics2D} that is painted on: a logical pixel on a screen, a point
 * on a page. A finer device scales its graphics, not the view.
 *
 * @param centreX plane metres
 * @param centreY plane metres
 * @param metresPerPixel plane metres for each pixel
 * @param width pixels
 * @param height pixels
 */
public record MapView(
        MapProjection projection, double centreX, double centreY, double metresPerPixel, int width, int height) {

    /** Pixels in an inch of an ordinary screen. */
    public static final double SCREEN_PIXELS_PER_INCH = 96;

    /** More than from 89.9 degrees to the pole. */
    private static final double NEAR_POLE_METRES = 20_000;

    private static final double METRES_PER_INCH = 0.0254;
    private static final int SAMPLES = 24;

    /** Degrees of longitude: with no wider gap a pole is in sight, or the whole world. */
    private static final double ALL_AROUND = 20;

    /** A sample beyond this latitude means the pole is near enough to count. */
    private static final double POLAR = 70;

    /**
     * The view that shows all of an extent, as near as possible.
     *
     * @param degrees longitude and latitude; a point is shown at 1 km across
     * @param padding pixels kept free on each side
     */
    public static MapView fit(MapProjection projection, Envelope degrees, int width, int height, double padding) {
        Envelope plane = planeBounds(projection, degrees);
        double across = Math.max(1, width - 2 * padding);
        double down = Math.max(1, height - 2 * padding);
        double resolution = Math.max(plane.getWidth() / across, plane.getHeight() / down);
        double nearest = 1_000 / Math.min(across, down);
        return new MapView(
                projection,
                (plane.getMinX() + plane.getMaxX()) / 2,
                (plane.getMinY() + plane.getMaxY()) / 2,
                Math.max(resolution, nearest),
                width,
                height);
    }

    private static Envelope planeBounds(MapProjection projection, Envelope degrees) {
        Envelope plane = new Envelope();
        double[] xy = new double[2];
        double farthest = projection.equals(MapProjection.webMercator()) ? 85.05 : 89.9;
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                double lon = within(degrees.getMinX() + degrees.getWidth() * i / SAMPLES);
                double lat = degrees.getMinY() + degrees.getHeight() * j / SAMPLES;
                projection.project(lon, Math.clamp(lat, -farthest, farthest), xy, 0);
                if (Math.abs(lat) > farthest) {
                    takePole(projection, lon, lat, xy);
                }
                if (Double.isFinite(xy[0]) && Double.isFinite(xy[1])) {
                    plane.expandToInclude(xy[0], xy[1]);
                }
            }
        }
        return plane.isNull() ? new Envelope(0, 0, 0, 0) : plane;
    }

    /** A pole itself, where the plane has it near by; in cylindrical projections it is far off or a line. */
    private static void takePole(MapProjection projection, double lon, double lat, double[] near) {
        double[] xy = new double[2];
        projection.project(lon, Math.clamp(lat, -90, 90), xy, 0);
        if (Math.hypot(xy[0] - near[0], xy[1] - near[1]) < NEAR_POLE_METRES) {
            near[0] = xy[0];
            near[1] = xy[1];
        }
    }

    private static double within(double lon) {
        return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
    }

    /** Pixel column (0 at left) of a plane x. */
    public double screenX(double x) {
        return (x - centreX) / metresPerPixel + width / 2.0;
    }

    /** Pixel row (0 at top) of a plane y. */
    public double screenY(double y) {
        return height / 2.0 - (y - centreY) / metresPerPixel;
    }

    public double planeX(double screenX) {
        return (screenX - width / 2.0) * metresPerPixel + centreX;
    }

    public double planeY(double screenY) {
        return (height / 2.0 - screenY) * metresPerPixel + centreY;
    }

    /** Pixels of a position, x then y; NaN where the projection does not reach. */
    public double[] screen(Position position) {
        double[] xy = new double[2];
        projection.project(position.lon(), position.lat(), xy, 0);
        xy[0] = screenX(xy[0]);
        xy[1] = screenY(xy[1]);
        return xy;
    }

    /** The position under a pixel; empty off the edge of the world. */
    public Optional<Position> position(double screenX, double screenY) {
        double[] lonLat = new double[2];
        projection.unproject(planeX(screenX), planeY(screenY), lonLat, 0);
        boolean onEarth = Math.abs(lonLat[0]) <= 180 && Math.abs(lonLat[1]) <= 90;
        return onEarth ? Optional.of(new Position(lonLat[1], lonLat[0])) : Optional.empty();
    }

    /** The view on a plane, metres. */
    public Envelope plane() {
        return new Envelope(
                centreX - width / 2.0 * metresPerPixel,
                centreX + width / 2.0 * metresPerPixel,
                centreY - height / 2.0 * metresPerPixel,
                centreY + height / 2.0 * metresPerPixel);
    }

    /**
     * An envelope, in degrees, of what is seen: the whole world when the view reaches beyond it. Samples the view; a
     * margin is added so that nothing at an edge is missed.
     */
    public Envelope degrees() {
        Envelope seen = new Envelope();
        double[] lonLat = new double[2];
        boolean beyond = false;
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                double px = (double) width * i / SAMPLES;
                double py = (double) height * j / SAMPLES;
                projection.unproject(planeX(px), planeY(py), lonLat, 0);
                if (Math.abs(lonLat[0]) <= 180 && Math.abs(lonLat[1]) <= 90) {
                    seen.expandToInclude(lonLat[0], lonLat[1]);
                } else {
                    beyond = true;
                }
            }
        }
        if (beyond || seen.isNull() || seen.getWidth() > 180) {
            return new Envelope(-180, 180, -90, 90);
        }
        seen.expandBy(seen.getWidth() / SAMPLES + 1e-6, seen.getHeight() / SAMPLES + 1e-6);
        return seen;
    }

    /**
     * An envelope, in degrees, of what is seen, whose longitudes run on past 180 where the antimeridian is in sight, such
     * as 170 to 190; from -180 to 180 where a pole is.
     */
    public Envelope extent() {
        List<Double> lons = new ArrayList<>();
        double south = 90;
        double north = -90;
        double[] lonLat = new double[2];
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                projection.unproject(
                        planeX((double) width * i / SAMPLES), planeY((double) height * j / SAMPLES), lonLat, 0);
                if (Math.abs(lonLat[0]) <= 180 && Math.abs(lonLat[1]) <= 90) {
                    lons.add(lonLat[0]);
                    south = Math.min(south, lonLat[1]);
                    north = Math.max(north, lonLat[1]);
                }
            }
        }
        if (lons.isEmpty()) {
            return new Envelope(-180, 180, -90, 90);
        }
        Collections.sort(lons);
        double gap = lons.getFirst() + 360 - lons.getLast();
        int after = 0;
        for (int i = 1; i < lons.size(); i++) {
            if (lons.get(i) - lons.get(i - 1) > gap) {
                gap = lons.get(i) - lons.get(i - 1);
                after = i;
            }
        }
        if (gap < ALL_AROUND) {
            return new Envelope(-180, 180, south < -POLAR ? -90 : south, north > POLAR ? 90 : north);
        }
        double west = lons.get(after);
        Envelope seen = new Envelope(west, west + 360 - gap, south, north);
        seen.expandBy(seen.getWidth() / SAMPLES + 1e-6, seen.getHeight() / SAMPLES + 1e-6);
        return seen;
    }

    /** The pole that is in sight as a point, as in azimuthal projections; elsewhere it is far off or a line. */
    Optional<Position> pole() {
        return Stream.of(90, -90)
                .filter(lat -> isPoint(lat))
                .map(lat -> new Position(lat, 0))
                .findFirst();
    }

    private boolean isPoint(int lat) {
        double[] here = screen(new Position(lat, 0));
        double[] there = screen(new Position(lat, 180));
        return Math.hypot(here[0] - there[0], here[1] - there[1]) < 1
                && here[0] >= 0
                && here[0] <= width
                && here[1] >= 0
                && here[1] <= height;
    }

    /** What is seen as one or two envelopes of degrees within -180 to 180: two where the antimeridian is in sight. */
    public List<Envelope> areas() {
        Envelope seen = extent();
        double south = Math.max(-90, seen.getMinY());
        double north = Math.min(90, seen.getMaxY());
        if (degrees().getWidth() < 360 || seen.getWidth() >= 360) {
            return List.of(degrees());
        }
        if (seen.getMinX() >= -180 && seen.getMaxX() <= 180) {
            return List.of(new Envelope(seen.getMinX(), seen.getMaxX(), south, north));
        }
        double west = within(seen.getMinX());
        double east = within(seen.getMaxX());
        return west <= east
                ? List.of(new Envelope(-180, 180, south, north))
                : List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north));
    }

    /** True metres on the ground for a pixel at the centre. */
    public double groundMetresPerPixel() {
        double[] lonLat = new double[2];
        projection.unproject(centreX, centreY, lonLat, 0);
        double factor = projection.scaleFactor(lonLat[0], lonLat[1]);
        return Double.isFinite(factor) && factor > 0 ? metresPerPixel / factor : metresPerPixel;
    }

    /**
     * The N of 1:N at the centre.
     *
     * @param pixelsPerInch {@value #SCREEN_PIXELS_PER_INCH} for a screen, 72 for a page in points
     */
    public double scaleDenominator(double pixelsPerInch) {
        return groundMetresPerPixel() * pixelsPerInch / METRES_PER_INCH;
    }

    public MapView resized(int newWidth, int newHeight) {
        return new MapView(projection, centreX, centreY, metresPerPixel, newWidth, newHeight);
    }

    /** The same centre at another resolution. */
    public MapView at(double newMetresPerPixel) {
        return new MapView(projection, centreX, centreY, newMetresPerPixel, width, height);
    }

    /** The same resolution about another centre; unchanged where the projection does not reach. */
    public MapView centredOn(Position position) {
        double[] xy = new double[2];
        projection.project(position.lon(), position.lat(), xy, 0);
        return Double.isFinite(xy[0]) && Double.isFinite(xy[1])
                ? new MapView(projection, xy[0], xy[1], metresPerPixel, width, height)
                : this;
    }

    public MapView panned(double screenDx, double screenDy) {
        return new MapView(
                projection,
                centreX - screenDx * metresPerPixel,
                centreY + screenDy * metresPerPixel,
                metresPerPixel,
                width,
                height);
    }

    /** Zooms by {@code factor} (2 is twice as near) about a pixel, which stays where it is. */
    public MapView zoomed(double factor, double aboutX, double aboutY) {
        double x = planeX(aboutX);
        double y = planeY(aboutY);
        double resolution = metresPerPixel / factor;
        return new MapView(
                projection,
                x - (aboutX - width / 2.0) * resolution,
                y + (aboutY - height / 2.0) * resolution,
                resolution,
                width,
                height);
    }
}
