package org.sightline.briefing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colour space of all our colours, sRGB (IEC 61966-2-1), as an ICC profile of version 4.2 (ICC.1:2004-10): three
 * primaries and the transfer curve as its formula. Computed here, so that no profile of others has to be carried along.
 * Stateless.
 */
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int VERSION_4_2 = 0x04200000;

    /** Chromaticities of red, green, blue and of white (D65), IEC 61966-2-1. */
    private static final double[][] PRIMARIES = {{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};

    private static final double[] D65 = xyz(0.3127, 0.3290);

    /** The white of the profile connection space, ICC.1 clause 6.3.4.3. */
    private static final double[] D50 = {0.9642, 1.0, 0.8249};

    /** To the cones' responses, after Bradford; ICC.1 annex E. */
    private static final double[][] CONES = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };

    /** Y = (aX + b)^g from d upwards, cX below; g, a, b, c, d. */
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private SrgbProfile() {}

    static byte[] bytes() {
        double[][] adapted = toD50();
        double[][] columns = multiply(adapted, primaries());
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", words("sRGB"));
        tags.put("cprt", words("No copyright, use freely"));
        tags.put("wtpt", numbers("XYZ ", D50));
        tags.put("chad", numbers("sf32", flat(adapted)));
        tags.put("rXYZ", numbers("XYZ ", column(columns, 0)));
        tags.put("gXYZ", numbers("XYZ ", column(columns, 1)));
        tags.put("bXYZ", numbers("XYZ ", column(columns, 2)));
        tags.put("rTRC", curve());
        return assembled(tags);
    }

    private static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    /** Their XYZ as columns, each as bright as makes white of all three. */
    private static double[][] primaries() {
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double[] xyz = xyz(PRIMARIES[i][0], PRIMARIES[i][1]);
            for (int row = 0; row < 3; row++) {
                m[row][i] = xyz[row];
            }
        }
        return multiply(m, diagonal(times(inverse(m), D65)));
    }

    /** From colours under D65 to those that look the same under D50. */
    private static double[][] toD50() {
        double[] from = times(CONES, D65);
        double[] to = times(CONES, D50);
        double[] gain = {to[0] / from[0], to[1] / from[1], to[2] / from[2]};
        return multiply(inverse(CONES), multiply(diagonal(gain), CONES));
    }

    private static byte[] assembled(Map<String, byte[]> tags) {
        int entries = tags.size() + 2;
        int start = HEADER + 4 + 12 * entries;
        int size = start + tags.values().stream().mapToInt(data -> data.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        header(out, size);
        out.position(HEADER);
        out.putInt(entries);
        int at = start;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            int length = tag.getValue().length;
            entry(out, tag.getKey(), at, length);
            if (tag.getKey().equals("rTRC")) {
                entry(out, "gTRC", at, length);
                entry(out, "bTRC", at, length);
            }
            at += length;
        }
        tags.values().forEach(out::put);
        return out.array();
    }

    private static void entry(ByteBuffer out, String tag, int at, int length) {
        out.put(ascii(tag)).putInt(at).putInt(length);
    }

    /** ICC.1 clause 7.2. The date is that of the standard's edition, since the same profile is always written. */
    private static void header(ByteBuffer out, int size) {
        out.putInt(size).putInt(0).putInt(VERSION_4_2);
        out.put(ascii("mntrRGB XYZ "));
        out.putShort((short) 2004).putShort((short) 10).putShort((short) 1);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        out.put(ascii("acsp"));
        out.position(68);
        for (double value : D50) {
            out.putInt(fixed(value));
        }
    }

    /** multiLocalizedUnicodeType with one record, padded to four bytes. */
    private static byte[] words(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer out = ByteBuffer.allocate((28 + utf16.length + 3) / 4 * 4);
        out.put(ascii("mluc")).putInt(0).putInt(1).putInt(12).put(ascii("enUS"));
        out.putInt(utf16.length).putInt(28).put(utf16);
        return out.array();
    }

    private static byte[] numbers(String type, double[] values) {
        ByteBuffer out = ByteBuffer.allocate(8 + 4 * values.length);
        out.put(ascii(type)).putInt(0);
        for (double value : values) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    /** parametricCurveType, function 3. */
    private static byte[] curve() {
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * CURVE.length);
        out.put(ascii("para")).putInt(0).putShort((short) 3).putShort((short) 0);
        for (double value : CURVE) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    /** s15Fixed16Number. */
    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int col = 0; col < 3; col++) {
                for (int i = 0; i < 3; i++) {
                    product[row][col] += a[row][i] * b[i][col];
                }
            }
        }
        return product;
    }

    private static double[] times(double[][] m, double[] v) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            product[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
        }
        return product;
    }

    private static double[][] diagonal(double[] v) {
        return new double[][] {{v[0], 0, 0}, {0, v[1], 0}, {0, 0, v[2]}};
    }

    /** By cofactors. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            determinant += m[0][i] * cofactor(m, 0, i);
        }
        for (int row = 0; row < 3; row++) {
            for (int col = 0; col < 3; col++) {
                inverse[col][row] = cofactor(m, row, col) / determinant;
            }
        }
        return inverse;
    }

    private static double cofactor(double[][] m, int row, int col) {
        int r1 = (row + 1) % 3;
        int r2 = (row + 2) % 3;
        int c1 = (col + 1) % 3;
        int c2 = (col + 2) % 3;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    }

    private static double[] column(double[][] m, int col) {
        return new double[] {m[0][col], m[1][col], m[2][col]};
    }

    private static double[] flat(double[][] m) {
        double[] flat = new double[9];
        for (int i = 0; i < 9; i++) {
            flat[i] = m[i / 3][i % 3];
        }
        return flat;
    }
}
