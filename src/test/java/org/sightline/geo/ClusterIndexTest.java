package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.ClusterIndex.Clusters;

class ClusterIndexTest {
    private static final Envelope WORLD = new Envelope(-180, 180, -85, 85);

    private static double[][] towns(int count) {
        var towns = Gazetteer.builtIn().largestIn(WORLD, count);
        return new double[][] {
            towns.stream().mapToDouble(t -> t.position().lon()).toArray(),
            towns.stream().mapToDouble(t -> t.position().lat()).toArray()
        };
    }

    @Test
    void everyPointIsInExactlyOneClusterAtEachZoom() {
        double[][] towns = towns(5000);
        ClusterIndex index = ClusterIndex.of(towns[0], towns[1], 40, 16);
        int before = 0;
        for (int zoom = 0; zoom <= 17; zoom++) {
            Clusters clusters = index.within(WORLD, zoom);
            assertEquals(5000, Arrays.stream(clusters.counts()).sum());
            assertTrue(clusters.size() >= before);
            before = clusters.size();
        }
        assertEquals(5000, index.within(WORLD, 17).size());
        TreeSet<Integer> leaves = new TreeSet<>();
        Clusters coarse = index.within(WORLD, 1);
        for (int i = 0; i < coarse.size(); i++) {
            int[] members = index.leaves(coarse.ids()[i]);
            assertEquals(coarse.counts()[i], members.length);
            for (int member : members) {
                assertTrue(leaves.add(member));
            }
        }
        assertEquals(5000, leaves.size());
    }

    @Test
    void clustersOfOneZoomStandApart() {
        double[][] towns = towns(3000);
        ClusterIndex index = ClusterIndex.of(towns[0], towns[1], 40, 16);
        Clusters clusters = index.within(new Envelope(-10, 40, 35, 70), 4);
        assertTrue(clusters.size() > 10 && clusters.size() < 400, "" + clusters.size());
        assertTrue(Arrays.stream(clusters.counts()).limit(clusters.size()).max().orElseThrow() > 20);
    }

    @Test
    void aClusterOpensAtItsExpansionZoom() {
        double[] lons = {27.56, 27.57, 29.15, 29.1501};
        double[] lats = {53.9, 53.9, 51.81, 51.81};
        ClusterIndex index = ClusterIndex.of(lons, lats, 40, 16);
        Clusters world = index.within(WORLD, 0);
        assertEquals(1, world.size());
        assertEquals(4, world.counts()[0]);
        assertTrue(index.isCluster(world.ids()[0]));
        int zoom = index.expansionZoom(world.ids()[0]);
        assertEquals(1, index.within(WORLD, zoom - 1).size());
        assertTrue(index.within(WORLD, zoom).size() > 1);
        assertEquals(53, world.lats()[0], 1);
        int[] leaves = index.leaves(world.ids()[0]);
        Arrays.sort(leaves);
        assertArrayEquals(new int[] {0, 1, 2, 3}, leaves);
    }

    @Test
    void boundsMayCrossTheAntimeridian() {
        ClusterIndex index = ClusterIndex.of(new double[] {179.5, -179.5, 0}, new double[] {-17, -17, 0}, 40, 16);
        assertEquals(2, index.within(new Envelope(179, 181, -20, -10), 10).size());
        assertEquals(1, index.within(new Envelope(179, 180, -20, -10), 10).size());
    }

    @Test
    void noPointsGiveNoClusters() {
        ClusterIndex index = ClusterIndex.of(new double[0], new double[0], 40, 16);
        assertEquals(0, index.within(WORLD, 5).size());
        assertFalse(index.isCluster(-1));
        assertThrows(IllegalArgumentException.class, () -> ClusterIndex.of(new double[1], new double[2], 40, 16));
        assertThrows(IllegalArgumentException.class, () -> index.children(12));
    }

    @Test
    void clustersAreAsFewAsThePointsAllow() {
        Random random = new Random(5);
        double[] lons = new double[4000];
        double[] lats = new double[4000];
        for (int i = 0; i < lons.length; i++) { // four towns, each a small part of a cluster's radius wide
            lons[i] = 30 + i % 4 * 8 + random.nextGaussian() * 0.05;
            lats[i] = 50 + random.nextGaussian() * 0.05;
        }
        ClusterIndex index = ClusterIndex.of(lons, lats, 40, 16);
        assertEquals(4, index.within(WORLD, 5).size());
    }

    @Test
    void theGridFindsWhatAScanFinds() {
        Random random = new Random(3);
        int size = 3000;
        double[] xs = coarse(random, size);
        double[] ys = coarse(random, size);
        for (double cell : new double[] {0.3, 0.07, 0.005, 1e-6}) {
            CellGrid grid = new CellGrid(xs, ys, size, cell);
            CellGrid.Sweep sweep = grid.sweep();
            for (int i = 0; i < size; i++) {
                assertEquals(xs[grid.original(i)], grid.x(i));
                CellGrid.Found near = new CellGrid.Found();
                sweep.near(i, near);
                CellGrid.Found searched = new CellGrid.Found();
                grid.near(i, searched);
                assertArrayEquals(near.toArray(), searched.toArray());
                if (i % 60 == 0) {
                    assertEquals(scan(grid, grid.x(i), grid.y(i), cell), set(near));
                }
            }
            for (int i = 0; i < 50; i++) {
                Envelope box = new Envelope(
                        random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
                CellGrid.Found found = new CellGrid.Found();
                grid.inside(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), found);
                Set<Integer> inside = new TreeSet<>();
                for (int p = 0; p < size; p++) {
                    if (box.contains(grid.x(p), grid.y(p))) {
                        inside.add(p);
                    }
                }
                assertEquals(inside, set(found));
            }
        }
    }

    /** Many on the same lines, so that edges and equal places are met. */
    private static double[] coarse(Random random, int size) {
        return random.doubles(size).map(d -> Math.rint(d * 200) / 200).toArray();
    }

    private static Set<Integer> scan(CellGrid grid, double x, double y, double reach) {
        Set<Integer> near = new TreeSet<>();
        for (int p = 0; p < grid.size(); p++) {
            double dx = grid.x(p) - x;
            double dy = grid.y(p) - y;
            if (dx * dx + dy * dy <= reach * reach) {
                near.add(p);
            }
        }
        return near;
    }

    private static Set<Integer> set(CellGrid.Found found) {
        Set<Integer> set = new TreeSet<>();
        Arrays.stream(found.toArray()).forEach(set::add);
        return set;
    }
}
