package org.sightline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places by cells of one degree: those near a position are found in the cells around it. Two arrays of integers;
 * immutable, safe for any thread.
 */
final class NearPlaces {
    private static final double FIRST_RADIUS = 5_000;
    private static final double METRES_PER_DEGREE = 110_500;

    private final PlaceTable places;

    /** Where each cell's rows begin in {@link #rows}; cell = (lat + 90) * 360 + (lon + 180). */
    private final int[] starts = new int[180 * 360 + 1];

    private final int[] rows;

    NearPlaces(PlaceTable places) {
        this.places = places;
        rows = new int[places.size()];
        for (int row = 0; row < rows.length; row++) {
            starts[cell(places.lat(row), places.lon(row)) + 1]++;
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        int[] next = starts.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[cell(places.lat(row), places.lon(row))]++] = row;
        }
    }

    private static int cell(double lat, double lon) {
        return latCell(lat) * 360 + Math.floorMod((int) Math.floor(lon + 180), 360);
    }

    private static int latCell(double lat) {
        return Math.clamp((int) Math.floor(lat + 90), 0, 179);
    }

    private record Distant(int row, double metres) {}

    List<Integer> nearest(Position from, int limit) {
        for (double radius = FIRST_RADIUS; ; radius *= 2) {
            List<Distant> found = new ArrayList<>();
            int wanted = Math.min(limit, rows.length);
            collect(from, radius, found);
            if (found.size() >= wanted || radius > 20_100_000) {
                return found.stream()
                        .sorted(Comparator.comparingDouble(Distant::metres).thenComparingInt(Distant::row))
                        .limit(limit)
                        .map(Distant::row)
                        .toList();
            }
        }
    }

    private void collect(Position from, double radius, List<Distant> found) {
        double latReach = radius / METRES_PER_DEGREE;
        double south = from.lat() - latReach;
        double north = from.lat() + latReach;
        double narrowest = Math.cos(Math.toRadians(Math.min(89.9, Math.max(Math.abs(south), Math.abs(north)))));
        double lonReach = Math.min(180, radius / (METRES_PER_DEGREE * Math.max(narrowest, 1e-3)));
        int columns = lonReach >= 179 ? 360 : (int) Math.ceil(2 * lonReach) + 1;
        int west = (int) Math.floor(from.lon() - lonReach + 180);
        for (int y = latCell(south); y <= latCell(north); y++) {
            for (int x = west; x < west + Math.min(360, columns); x++) {
                int cell = y * 360 + Math.floorMod(x, 360);
                for (int i = starts[cell]; i < starts[cell + 1]; i++) {
                    int row = rows[i];
                    double away = Math.abs(places.lon(row) - from.lon());
                    if (Math.abs(places.lat(row) - from.lat()) > latReach || Math.min(away, 360 - away) > lonReach) {
                        continue;
                    }
                    double metres = Geodesic.distance(from.lon(), from.lat(), places.lon(row), places.lat(row));
                    if (metres <= radius) {
                        found.add(new Distant(row, metres));
                    }
                }
            }
        }
    }
}
