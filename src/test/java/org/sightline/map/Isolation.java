package org.sightline.map;

/** Towns' isolation worked out anew, to hold the built-in file against: a k-d tree that grows in order of importance. */
final class Isolation {
    private static final double EARTH_RADIUS = 6_371_008.8;

    private final double[][] axis = new double[3][];
    private final int[] left;
    private final int[] right;
    private double best;

    private Isolation(double[] lat, double[] lon) {
        int count = lat.length;
        left = new int[count];
        right = new int[count];
        for (int a = 0; a < 3; a++) {
            axis[a] = new double[count];
        }
        for (int i = 0; i < count; i++) {
            double phi = Math.toRadians(lat[i]);
            double lambda = Math.toRadians(lon[i]);
            axis[0][i] = Math.cos(phi) * Math.cos(lambda);
            axis[1][i] = Math.cos(phi) * Math.sin(lambda);
            axis[2][i] = Math.sin(phi);
        }
    }

    /**
     * Metres along the chord, most important town first; infinite for the first.
     *
     * @param lat degrees, in order of importance
     */
    static double[] metres(double[] lat, double[] lon) {
        Isolation tree = new Isolation(lat, lon);
        double[] metres = new double[lat.length];
        for (int i = 0; i < lat.length; i++) {
            tree.best = Double.POSITIVE_INFINITY;
            if (i > 0) {
                tree.nearest(0, 0, i);
                tree.insert(i);
            }
            metres[i] = EARTH_RADIUS * Math.sqrt(tree.best);
        }
        return metres;
    }

    private void insert(int town) {
        int node = 0;
        for (int depth = 0; ; depth++) {
            double[] along = axis[depth % 3];
            int[] side = along[town] < along[node] ? left : right;
            if (side[node] == 0) {
                side[node] = town;
                return;
            }
            node = side[node];
        }
    }

    private void nearest(int node, int depth, int town) {
        best = Math.min(best, squared(node, town));
        double[] along = axis[depth % 3];
        double gap = along[town] - along[node];
        int near = gap < 0 ? left[node] : right[node];
        int far = gap < 0 ? right[node] : left[node];
        if (near != 0) {
            nearest(near, depth + 1, town);
        }
        if (far != 0 && gap * gap < best) {
            nearest(far, depth + 1, town);
        }
    }

    private double squared(int a, int b) {
        double sum = 0;
        for (double[] along : axis) {
            double gap = along[a] - along[b];
            sum += gap * gap;
        }
        return sum;
    }
}
