package org.sightline.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Clusters of points for every zoom level, made once and asked many times (after V. Agafonkin's supercluster): points
 * within a radius of pixels are gathered from the finest level to the coarsest, each level from the one below, so that a
 * cluster opens into smaller ones as the map comes nearer. Everything is in flat arrays, no object for a point or a
 * cluster, and each level lies in the order of a grid with the radius as its cells, so that neighbours are neighbours in
 * memory too.
 *
 * <p>Zoom z is that of web maps: the world is 256 * 2^z pixels wide in Web Mercator. Immutable once built, safe for any
 * thread; build it off the window's thread.
 */
public final class ClusterIndex {
    private static final double WORLD_PIXELS = 256;
    private static final int MOST_ZOOM = 24;

    /** Bits of a cluster's id that hold its level; the rest is the number of its first member there. */
    private static final int LEVEL_BITS = 5;

    private final int points;
    private final double radius;
    private final int maxZoom;
    private final Level[] levels;

    /**
     * What there is to see: single points and clusters, in flat arrays.
     *
     * @param size how many; the arrays may be longer
     * @param ids of a point, its number; of a cluster, a number from the count of points on
     * @param counts points in each; 1 for a single point
     * @param lons degrees, of a cluster the mean of its points on the Mercator plane
     * @param lats degrees, likewise
     */
    public record Clusters(int size, int[] ids, int[] counts, double[] lons, double[] lats) {}

    /** The points and clusters of one zoom in the order of a grid, and where they went at the next coarser zoom. */
    private static final class Level {
        private final CellGrid grid;
        private final int[] ids;
        private final int[] counts;
        private final int[] parents;

        Level(CellGrid grid, int[] ids, int[] counts) {
            this.grid = grid;
            this.ids = new int[grid.size()];
            this.counts = new int[grid.size()];
            this.parents = new int[grid.size()];
            for (int i = 0; i < grid.size(); i++) {
                this.ids[i] = ids[grid.original(i)];
                this.counts[i] = counts[grid.original(i)];
            }
        }
    }

    private ClusterIndex(int points, double radius, int maxZoom) {
        this.points = points;
        this.radius = radius;
        this.maxZoom = maxZoom;
        this.levels = new Level[maxZoom + 2];
    }

    /**
     * Clusters points from zoom 0 to {@code maxZoom}; beyond that, every point stands alone.
     *
     * @param lons degrees; lats likewise; not kept
     * @param radius pixels within which points are gathered
     * @param maxZoom 0 to 24
     * @throws IllegalArgumentException when there are not as many longitudes as latitudes, or more than 60 million
     */
    public static ClusterIndex of(double[] lons, double[] lats, double radius, int maxZoom) {
        if (lons.length != lats.length || lons.length > 60_000_000) {
            throw new IllegalArgumentException(lons.length + " longitudes and " + lats.length + " latitudes");
        }
        if (maxZoom < 0 || maxZoom > MOST_ZOOM) {
            throw new IllegalArgumentException("Zoom " + maxZoom + " is out of range; it runs from 0 to " + MOST_ZOOM);
        }
        ClusterIndex index = new ClusterIndex(lons.length, radius, maxZoom);
        index.build(lons, lats);
        return index;
    }

    private void build(double[] lons, double[] lats) {
        double[] x = new double[points];
        double[] y = new double[points];
        int[] ids = new int[points];
        int[] counts = new int[points];
        for (int i = 0; i < points; i++) {
            x[i] = x(lons[i]);
            y[i] = y(lats[i]);
            ids[i] = i;
            counts[i] = 1;
        }
        levels[maxZoom + 1] = new Level(new CellGrid(x, y, points, reach(maxZoom)), ids, counts);
        for (int zoom = maxZoom; zoom >= 0; zoom--) {
            levels[zoom] = gathered(levels[zoom + 1], zoom);
        }
    }

    /**
     * Whoever comes first gathers those around that are still free. The largest come first, so that a town's middle and
     * not its edge is what gathers the town; among those about as large, in the order of the grid.
     */
    private Level gathered(Level finer, int zoom) {
        Gathered gathered = new Gathered(finer, zoom);
        CellGrid.Sweep sweep = finer.grid.sweep();
        for (int magnitude = magnitude(Arrays.stream(finer.counts).max().orElse(0)); magnitude >= 0; magnitude--) {
            sweep.restart();
            for (int i = 0; i < finer.grid.size(); i++) {
                if (!gathered.taken[i] && magnitude(finer.counts[i]) == magnitude) {
                    gathered.seed(i, sweep);
                }
            }
        }
        CellGrid grid = new CellGrid(gathered.x, gathered.y, gathered.size, reach(Math.max(0, zoom - 1)));
        return new Level(grid, gathered.ids, gathered.counts);
    }

    private static int magnitude(int count) {
        return 31 - Integer.numberOfLeadingZeros(count | 1);
    }

    /** A level being gathered from the finer one. */
    private final class Gathered {
        private final Level finer;
        private final int zoom;
        private final double[] x;
        private final double[] y;
        private final int[] ids;
        private final int[] counts;
        private final boolean[] taken;
        private final CellGrid.Found around = new CellGrid.Found();
        private int size;

        Gathered(Level finer, int zoom) {
            this.finer = finer;
            this.zoom = zoom;
            int most = finer.grid.size();
            x = new double[most];
            y = new double[most];
            ids = new int[most];
            counts = new int[most];
            taken = new boolean[most];
        }

        void seed(int i, CellGrid.Sweep sweep) {
            around.clear();
            sweep.near(i, around);
            long count = 0;
            double sumX = 0;
            double sumY = 0;
            int id = points + (i << LEVEL_BITS | zoom + 1);
            for (int n = 0; n < around.size(); n++) {
                int one = around.get(n);
                if (!taken[one]) {
                    taken[one] = true;
                    finer.parents[one] = id;
                    count += finer.counts[one];
                    sumX += finer.grid.x(one) * finer.counts[one];
                    sumY += finer.grid.y(one) * finer.counts[one];
                }
            }
            boolean alone = count == finer.counts[i];
            finer.parents[i] = alone ? finer.ids[i] : id;
            ids[size] = finer.parents[i];
            counts[size] = (int) count;
            x[size] = sumX / count;
            y[size] = sumY / count;
            size++;
        }
    }

    /** How many points there are. */
    public int size() {
        return points;
    }

    /** Whether an id is a cluster's, not a point's. */
    public boolean isCluster(int id) {
        return id >= points;
    }

    /**
     * The points and clusters within bounds at a zoom.
     *
     * @param bounds degrees; longitudes may run past 180, to cross the antimeridian
     */
    public Clusters within(Envelope bounds, int zoom) {
        Level level = levels[Math.clamp(zoom, 0, maxZoom + 1)];
        CellGrid.Found found = new CellGrid.Found();
        double south = y(bounds.getMinY());
        double north = y(bounds.getMaxY());
        if (bounds.getWidth() >= 360) {
            level.grid.inside(0, north, 1, south, found);
        } else {
            double west = Math.IEEEremainder(bounds.getMinX(), 360);
            double east = west + bounds.getWidth();
            level.grid.inside(x(west), north, x(Math.min(180, east)), south, found);
            if (east > 180) {
                level.grid.inside(0, north, x(east - 360), south, found);
            }
        }
        return clusters(level, found);
    }

    /** What a cluster opens into at the next finer zoom. */
    public Clusters children(int cluster) {
        int zoom = expansionZoom(cluster);
        Level level = levels[zoom];
        int first = cluster - points >>> LEVEL_BITS;
        if (first >= level.grid.size()) {
            throw noSuchCluster(cluster);
        }
        CellGrid.Found around = new CellGrid.Found();
        level.grid.near(first, around);
        CellGrid.Found found = new CellGrid.Found();
        for (int i = 0; i < around.size(); i++) {
            if (level.parents[around.get(i)] == cluster) {
                found.add(around.get(i));
            }
        }
        return clusters(level, found);
    }

    /** The numbers of all points in a cluster; of a point, its own. */
    public int[] leaves(int id) {
        CellGrid.Found leaves = new CellGrid.Found();
        addLeaves(id, leaves);
        return leaves.toArray();
    }

    private void addLeaves(int id, CellGrid.Found leaves) {
        if (isCluster(id)) {
            Arrays.stream(children(id).ids).forEach(child -> addLeaves(child, leaves));
        } else {
            leaves.add(id);
        }
    }

    /** The coarsest zoom at which a cluster is more than one thing. */
    public int expansionZoom(int cluster) {
        int zoom = cluster - points & (1 << LEVEL_BITS) - 1;
        if (!isCluster(cluster) || zoom < 1 || zoom > maxZoom + 1) {
            throw noSuchCluster(cluster);
        }
        return zoom;
    }

    private static IllegalArgumentException noSuchCluster(int cluster) {
        return new IllegalArgumentException("There is no cluster " + cluster);
    }

    /** The radius within which the points of a zoom are gathered, in widths of the world. */
    private double reach(int zoom) {
        return radius / (WORLD_PIXELS * Math.pow(2, zoom));
    }

    private static Clusters clusters(Level level, CellGrid.Found found) {
        int size = found.size();
        int[] ids = new int[size];
        int[] counts = new int[size];
        double[] lons = new double[size];
        double[] lats = new double[size];
        for (int i = 0; i < size; i++) {
            int at = found.get(i);
            ids[i] = level.ids[at];
            counts[i] = level.counts[at];
            lons[i] = level.grid.x(at) * 360 - 180;
            lats[i] = Math.toDegrees(Math.atan(Math.sinh((0.5 - level.grid.y(at)) * 2 * Math.PI)));
        }
        return new Clusters(size, ids, counts, lons, lats);
    }

    /** Web Mercator with the world as the unit square, y southwards. */
    private static double x(double lon) {
        return lon / 360 + 0.5;
    }

    private static double y(double lat) {
        double sin = Math.sin(Math.toRadians(lat));
        return Math.clamp(0.5 - 0.25 * Math.log((1 + sin) / (1 - sin)) / Math.PI, 0, 1);
    }
}
