package org.sightline.geo;

/** Local scale of a projection, by differences over some metres. */
final class ScaleFactor {
    /** Degrees: 10 to 20 metres. */
    private static final double STEP = 1e-4;

    private ScaleFactor() {}

    /** Mean of the scales along the meridian and along the parallel (Snyder, "Map Projections", 1987, p. 20). */
    static double at(MapProjection projection, double lon, double lat) {
        double south = Math.max(-90, lat - STEP);
        double north = Math.min(90, lat + STEP);
        double west = lon - STEP < -180 ? lon : lon - STEP;
        double east = lon + STEP > 180 ? lon : lon + STEP;
        double alongMeridian = ratio(projection, lon, south, lon, north);
        double alongParallel = Math.abs(lat) > 89.99 ? alongMeridian : ratio(projection, west, lat, east, lat);
        return (alongMeridian + alongParallel) / 2;
    }

    private static double ratio(MapProjection projection, double lonA, double latA, double lonB, double latB) {
        double[] xy = new double[4];
        projection.project(lonA, latA, xy, 0);
        projection.project(lonB, latB, xy, 2);
        return Math.hypot(xy[2] - xy[0], xy[3] - xy[1]) / Geodesic.distance(lonA, latA, lonB, latB);
    }
}
