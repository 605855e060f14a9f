package org.sightline.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * How densely claims lie in a view. Each claim counts once, spread as a Gaussian whose standard deviation is half the
 * radius within which its place is known, and never less than {@value #LEAST} pixels, rounded up to a doubling of these: what is known of a district alone
 * makes no sharp spot. Claims are first counted in the cells of a grid, coarser for wider spreads, so that a million are
 * no slower to spread than a few.
 */
final class Density {
    /** The least standard deviation, pixels. */
    private static final int LEAST = 12;

    /** Pixels of a cell where the spread is least; each further grid has cells of twice the size. */
    private static final int CELL = 4;

    private static final int GRIDS = 6;
    private static final double SPREAD = (double) LEAST / CELL; // cells, on every grid
    private static final int REACH = (int) Math.ceil(3 * SPREAD);
    private static final float[] KERNEL = kernel();
    private static final double FAINTEST = 0.04;

    private static final List<Color> LIGHT = List.of(
            new Color(0xFDEBB8), new Color(0xF6B656), new Color(0xDB6A34), new Color(0xA02A45), new Color(0x4E1147));
    private static final List<Color> DARK = List.of(
            new Color(0x5A2A66), new Color(0xA8375F), new Color(0xE2703F), new Color(0xF7B959), new Color(0xFFF2BE));
    private static final List<Color> GREY = List.of(new Color(0xDADADA), new Color(0x8C8C8C), new Color(0x2B2B2B));

    private final int columns;
    private final int rows;
    private final float[] claims;

    private Density(int columns, int rows, float[] claims) {
        this.columns = columns;
        this.rows = rows;
        this.claims = claims;
    }

    static Density of(ClaimField field, MapView view) {
        Grid[] grids = new Grid[GRIDS];
        for (int i = 0; i < field.size(); i++) {
            double spread = field.radiusMetres(i) / 2 / view.metresPerPixel();
            int level = (int) Math.max(0, Math.ceil(Math.log(spread / LEAST) / Math.log(2) - 1e-9));
            if (level < GRIDS) { // wider than any view: no part of it would be seen
                Grid grid = grids[level] == null ? new Grid(view, CELL << level) : grids[level];
                grids[level] = grid;
                grid.count(view.screenX(field.x(i)), view.screenY(field.y(i)));
            }
        }
        int columns = view.width() / CELL + 2;
        int rows = view.height() / CELL + 2;
        float[] sum = new float[columns * rows];
        for (Grid grid : grids) {
            if (grid != null) {
                grid.spread();
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < columns; column++) {
                        sum[row * columns + column] += grid.at((column + 0.5) * CELL, (row + 0.5) * CELL);
                    }
                }
            }
        }
        return new Density(columns, rows, sum);
    }

    /** Claims per square pixel at a pixel. */
    double at(double x, double y) {
        int column = Math.clamp((int) (x / CELL), 0, columns - 1);
        int row = Math.clamp((int) (y / CELL), 0, rows - 1);
        return claims[row * columns + column];
    }

    /** Colours from faint to full, by the square root of the share of the densest spot in the view. */
    void paint(Graphics2D g, MapTheme theme) {
        float most = 0;
        for (float value : claims) {
            most = Math.max(most, value);
        }
        if (most <= 0) {
            return;
        }
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        List<Color> ramp = colours(theme);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                image.setRGB(column, row, colour(ramp, Math.sqrt(claims[row * columns + column] / most)));
            }
        }
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, columns * CELL, rows * CELL, null);
    }

    /** @param share 0 to 1 */
    private static int colour(List<Color> ramp, double share) {
        if (share < FAINTEST) {
            return ramp.getFirst().getRGB() & 0xFFFFFF;
        }
        double at = share * (ramp.size() - 1);
        int below = Math.min((int) at, ramp.size() - 2);
        double part = at - below;
        Color a = ramp.get(below);
        Color b = ramp.get(below + 1);
        int opacity = (int) Math.round(225 * Math.min(1, (share - FAINTEST) / 0.3));
        return opacity << 24
                | mix(a.getRed(), b.getRed(), part) << 16
                | mix(a.getGreen(), b.getGreen(), part) << 8
                | mix(a.getBlue(), b.getBlue(), part);
    }

    private static int mix(int a, int b, double part) {
        return (int) Math.round(a + (b - a) * part);
    }

    /** From few to many: steadily darker, on a dark map steadily lighter, so that they tell in grey and to every eye. */
    static List<Color> colours(MapTheme theme) {
        return switch (theme) {
            case LIGHT, PRINT -> LIGHT;
            case DARK -> DARK;
            case MONOCHROME -> GREY;
        };
    }

    private static float[] kernel() {
        float[] kernel = new float[2 * REACH + 1];
        double sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
            kernel[i + REACH] = (float) Math.exp(-i * i / (2 * SPREAD * SPREAD));
            sum += kernel[i + REACH];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) sum;
        }
        return kernel;
    }

    /** Counts in square cells, about the view as far as a spread reaches into it. */
    private static final class Grid {
        private final int cell;
        private final int columns;
        private final int rows;
        private float[] counts;

        Grid(MapView view, int cell) {
            this.cell = cell;
            this.columns = view.width() / cell + 2 + 2 * REACH;
            this.rows = view.height() / cell + 2 + 2 * REACH;
            this.counts = new float[columns * rows];
        }

        void count(double x, double y) {
            int column = (int) Math.floor(x / cell) + REACH;
            int row = (int) Math.floor(y / cell) + REACH;
            if (column >= 0 && column < columns && row >= 0 && row < rows) {
                counts[row * columns + column]++;
            }
        }

        /** Spreads along rows, then along columns. */
        void spread() {
            counts = spread(counts, rows, columns, columns, 1);
            counts = spread(counts, columns, rows, 1, columns);
        }

        private static float[] spread(float[] from, int lines, int length, int lineStep, int step) {
            float[] to = new float[from.length];
            float[] line = new float[length + 2 * REACH];
            for (int l = 0; l < lines; l++) {
                Arrays.fill(line, 0);
                for (int i = 0; i < length; i++) {
                    line[i + REACH] = from[l * lineStep + i * step];
                }
                for (int i = 0; i < length; i++) {
                    float sum = 0;
                    for (int k = 0; k < KERNEL.length; k++) {
                        sum += line[i + k] * KERNEL[k];
                    }
                    to[l * lineStep + i * step] = sum;
                }
            }
            return to;
        }

        /** Claims per square pixel, between the middles of cells in proportion. */
        float at(double x, double y) {
            double column = Math.clamp(x / cell - 0.5 + REACH, 0, columns - 1.001);
            double row = Math.clamp(y / cell - 0.5 + REACH, 0, rows - 1.001);
            int c = (int) column;
            int r = (int) row;
            double right = column - c;
            double down = row - r;
            int at = r * columns + c;
            double value = (1 - down) * ((1 - right) * counts[at] + right * counts[at + 1])
                    + down * ((1 - right) * counts[at + columns] + right * counts[at + columns + 1]);
            return (float) (value / ((double) cell * cell));
        }
    }
}
