package org.sightline.geo;

/**
 * The transverse Mercator projection of the WGS 84 ellipsoid: Krüger's series in the third flattening to the sixth
 * order (C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011, equations 7
 * to 36). Exact to a micrometre within 35 degrees of the central meridian. Immutable, safe for any thread.
 */
final class TransverseMercator {
    /** WGS 84. */
    static final double SEMI_MAJOR_AXIS = 6378137;

    static final double FLATTENING = 1 / 298.257223563;

    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
    private static final double RECTIFYING_RADIUS =
            SEMI_MAJOR_AXIS / (1 + N) * (1 + N * N / 4 + Math.pow(N, 4) / 64 + Math.pow(N, 6) / 256);

    private static final double[] ALPHA = {
        series(1, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
        series(2, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
        series(3, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
        series(4, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
        series(5, 34729 / 80640.0, -3418889 / 1995840.0),
        series(6, 212378941 / 319334400.0),
    };

    private static final double[] BETA = {
        series(1, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
        series(2, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
        series(3, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
        series(4, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
        series(5, 4583 / 161280.0, -108847 / 3991680.0),
        series(6, 20648693 / 638668800.0),
    };

    private final double centralMeridian;
    private final double radius;
    private final double falseEasting;
    private final double falseNorthing;

    /**
     * @param centralMeridian degrees
     * @param scale on the central meridian, such as 0.9996
     * @param falseEasting metres
     * @param falseNorthing metres
     */
    TransverseMercator(double centralMeridian, double scale, double falseEasting, double falseNorthing) {
        this.centralMeridian = centralMeridian;
        this.radius = scale * RECTIFYING_RADIUS;
        this.falseEasting = falseEasting;
        this.falseNorthing = falseNorthing;
    }

    private static double series(int power, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * N + coefficients[i];
        }
        return sum * Math.pow(N, power);
    }

    /** Degrees to metres: easting, then northing, into {@code xy[offset], xy[offset + 1]}; NaN beyond 89 degrees. */
    void project(double lon, double lat, double[] xy, int offset) {
        double lambda = Math.toRadians(Math.IEEEremainder(lon - centralMeridian, 360));
        if (!(Math.abs(lambda) < Math.toRadians(89))) {
            xy[offset] = Double.NaN;
            xy[offset + 1] = Double.NaN;
            return;
        }
        double conformal = conformalTangent(Math.tan(Math.toRadians(lat)));
        double cos = Math.cos(lambda);
        double xi0 = Math.atan2(conformal, cos);
        double eta0 = asinh(Math.sin(lambda) / Math.hypot(conformal, cos));
        double xi = xi0;
        double eta = eta0;
        for (int j = 1; j <= ALPHA.length; j++) {
            xi += ALPHA[j - 1] * Math.sin(2 * j * xi0) * Math.cosh(2 * j * eta0);
            eta += ALPHA[j - 1] * Math.cos(2 * j * xi0) * Math.sinh(2 * j * eta0);
        }
        xy[offset] = falseEasting + radius * eta;
        xy[offset + 1] = falseNorthing + radius * xi;
    }

    /** Metres to degrees: longitude, then latitude, into {@code lonLat[offset], lonLat[offset + 1]}. */
    void unproject(double x, double y, double[] lonLat, int offset) {
        double xi = (y - falseNorthing) / radius;
        double eta = (x - falseEasting) / radius;
        double xi0 = xi;
        double eta0 = eta;
        for (int j = 1; j <= BETA.length; j++) {
            xi0 -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            eta0 -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double sinh = Math.sinh(eta0);
        double conformal = Math.sin(xi0) / Math.hypot(sinh, Math.cos(xi0));
        double lambda = Math.toDegrees(Math.atan2(sinh, Math.cos(xi0)));
        lonLat[offset] = Math.IEEEremainder(centralMeridian + lambda, 360);
        lonLat[offset + 1] = Math.toDegrees(Math.atan(geodeticTangent(conformal)));
    }

    /** The tangent of the conformal latitude from that of the geodetic one (Karney 2011, equations 7 to 9). */
    static double conformalTangent(double tau) {
        double secant = Math.hypot(1, tau);
        double sigma = Math.sinh(ECCENTRICITY * atanh(ECCENTRICITY * tau / secant));
        return tau * Math.hypot(1, sigma) - sigma * secant;
    }

    /** The inverse, by Newton's method (equations 19 to 21); two or three steps do. */
    static double geodeticTangent(double conformal) {
        double squared = ECCENTRICITY * ECCENTRICITY;
        double tau = conformal / (1 - squared);
        for (int i = 0; i < 6; i++) {
            double reached = conformalTangent(tau);
            double step = (conformal - reached)
                    / Math.hypot(1, reached)
                    * (1 + (1 - squared) * tau * tau)
                    / ((1 - squared) * Math.hypot(1, tau));
            tau += step;
            if (Math.abs(step) < 1e-14 * Math.max(1, Math.abs(tau))) {
                break;
            }
        }
        return tau;
    }

    private static double asinh(double x) {
        return Math.copySign(Math.log1p(Math.abs(x) * (1 + Math.abs(x) / (Math.hypot(1, x) + 1))), x);
    }

    private static double atanh(double x) {
        return Math.log1p(2 * x / (1 - x)) / 2;
    }
}
