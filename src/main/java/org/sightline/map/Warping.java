package org.sightline.map;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;

/**
 * Carries the pixels of a {@link GroundImage} into a view. Positions are worked out exactly on a grid and interpolated
 * between its nodes; cells in which the picture bends too much, or ends, are worked out pixel by pixel. Pixels are taken
 * bilinearly.
 */
final class Warping {
    /** Device pixels between nodes. */
    private static final int CELL = 12;

    /** How many pixels of the picture its middle may be off before a cell is worked out pixel by pixel. */
    private static final double BEND = 0.4;

    /** Pixels that are read at once. */
    private static final long MOST_READ = 24_000_000;

    private final GroundImage image;
    private final MapView view;
    private final double scale;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final double[] nodes;

    private Warping(GroundImage image, MapView view, double scale) {
        this.image = image;
        this.view = view;
        this.scale = scale;
        this.width = (int) Math.ceil(view.width() * scale);
        this.height = (int) Math.ceil(view.height() * scale);
        this.columns = (width + CELL - 1) / CELL + 1;
        this.rows = (height + CELL - 1) / CELL + 1;
        this.nodes = new double[2 * columns * rows];
    }

    /**
     * The part of the picture that is seen, in device pixels of the view; empty when none is.
     *
     * @param scale device pixels for each pixel of the view
     */
    static Optional<BufferedImage> of(GroundImage image, MapView view, double scale) {
        Warping warping = new Warping(image, view, scale);
        warping.locateNodes();
        Rectangle seen = warping.seen();
        return seen.isEmpty() ? Optional.empty() : Optional.of(warping.warped(seen));
    }

    private void locateNodes() {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                degrees(column * CELL, row * CELL, nodes, 2 * (row * columns + column));
            }
        }
        image.locate(nodes, columns * rows);
    }

    private void degrees(double x, double y, double[] into, int offset) {
        view.projection().unproject(view.planeX(x / scale), view.planeY(y / scale), into, offset);
    }

    /** The part of the picture whose pixels are wanted, with a margin. */
    private Rectangle seen() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        double across = 0;
        for (int i = 0; i < nodes.length; i += 2) {
            double x = nodes[i];
            double y = nodes[i + 1];
            if (Double.isFinite(x) && Double.isFinite(y)) {
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                across = Math.max(across, span(i));
            }
        }
        if (!(right > 0 && left < image.width() && bottom > 0 && top < image.height())) {
            return new Rectangle();
        }
        double margin = Math.min(across, Math.max(image.width(), image.height())) + 4;
        int x0 = (int) Math.max(0, Math.floor(left - margin));
        int y0 = (int) Math.max(0, Math.floor(top - margin));
        int x1 = (int) Math.min(image.width(), Math.ceil(right + margin));
        int y1 = (int) Math.min(image.height(), Math.ceil(bottom + margin));
        return new Rectangle(x0, y0, x1 - x0, y1 - y0);
    }

    /** Pixels of the picture from a node to its right neighbour, where they are neighbours in the picture as well. */
    private double span(int i) {
        if (i + 3 >= nodes.length || (i / 2 + 1) % columns == 0) {
            return 0;
        }
        double span = Math.hypot(nodes[i + 2] - nodes[i], nodes[i + 3] - nodes[i + 1]);
        return Double.isFinite(span) && span < image.width() / 2.0 + 2 ? span : 0;
    }

    private BufferedImage warped(Rectangle seen) {
        int step = image.step(Math.max(1e-6, typicalSpan(seen) / CELL));
        while ((long) (seen.width / step + 1) * (seen.height / step + 1) > MOST_READ) {
            int coarser = image.step(step * 2.0);
            if (coarser <= step) {
                throw new org.sightline.DomainException(
                        "This part of the picture has too many pixels to be shown at once; zoom in.");
            }
            step = coarser;
        }
        int x0 = seen.x / step * step;
        int y0 = seen.y / step * step;
        Rectangle part = new Rectangle(x0, y0, seen.x + seen.width - x0, seen.y + seen.height - y0);
        Pixels pixels = new Pixels(image.read(part, step), x0, y0, step);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] target = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                cell(row, column, pixels, target);
            }
        }
        return out;
    }

    /** The median distance of neighbouring nodes, pixels of the picture. */
    private double typicalSpan(Rectangle seen) {
        double[] spans = new double[nodes.length / 2];
        int count = 0;
        for (int i = 0; i < nodes.length; i += 2) {
            double span = seen.contains(nodes[i], nodes[i + 1]) ? span(i) : 0;
            if (span > 0) {
                spans[count++] = span;
            }
        }
        if (count == 0) { // all of the picture lies between two nodes
            return Math.max(CELL, Math.max(image.width(), image.height()));
        }
        Arrays.sort(spans, 0, count);
        return spans[count / 2];
    }

    private void cell(int row, int column, Pixels pixels, int[] target) {
        int a = 2 * (row * columns + column);
        int b = a + 2;
        int c = a + 2 * columns;
        int d = c + 2;
        int x0 = column * CELL;
        int y0 = row * CELL;
        int x1 = Math.min(width, x0 + CELL);
        int y1 = Math.min(height, y0 + CELL);
        if (straight(a, b, c, d, x0, y0)) {
            if (apart(a, b, c, d)) {
                return;
            }
            for (int y = y0; y < y1; y++) {
                double v = (y - y0 + 0.5) / CELL;
                for (int x = x0; x < x1; x++) {
                    double u = (x - x0 + 0.5) / CELL;
                    double px = blend(nodes[a], nodes[b], nodes[c], nodes[d], u, v);
                    double py = blend(nodes[a + 1], nodes[b + 1], nodes[c + 1], nodes[d + 1], u, v);
                    target[y * width + x] = pixels.at(px, py);
                }
            }
            return;
        }
        double[] line = new double[2 * CELL];
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                degrees(x + 0.5, y + 0.5, line, 2 * (x - x0));
            }
            image.locate(line, x1 - x0);
            for (int x = x0; x < x1; x++) {
                target[y * width + x] = pixels.at(line[2 * (x - x0)], line[2 * (x - x0) + 1]);
            }
        }
    }

    private static double blend(double a, double b, double c, double d, double u, double v) {
        return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
    }

    /** Whether positions within a cell can be interpolated: its middle is where it should be. */
    private boolean straight(int a, int b, int c, int d, int x0, int y0) {
        double x = (nodes[a] + nodes[b] + nodes[c] + nodes[d]) / 4;
        double y = (nodes[a + 1] + nodes[b + 1] + nodes[c + 1] + nodes[d + 1]) / 4;
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return false;
        }
        double[] middle = new double[2];
        degrees(x0 + CELL / 2.0, y0 + CELL / 2.0, middle, 0);
        image.locate(middle, 1);
        double allowed = Math.max(BEND, span(a) / CELL * BEND);
        return Math.abs(middle[0] - x) <= allowed && Math.abs(middle[1] - y) <= allowed;
    }

    /** Whether a cell lies wholly beside the picture. */
    private boolean apart(int a, int b, int c, int d) {
        double left = Math.min(Math.min(nodes[a], nodes[b]), Math.min(nodes[c], nodes[d]));
        double right = Math.max(Math.max(nodes[a], nodes[b]), Math.max(nodes[c], nodes[d]));
        double top = Math.min(Math.min(nodes[a + 1], nodes[b + 1]), Math.min(nodes[c + 1], nodes[d + 1]));
        double bottom = Math.max(Math.max(nodes[a + 1], nodes[b + 1]), Math.max(nodes[c + 1], nodes[d + 1]));
        return right < 0 || left > image.width() || bottom < 0 || top > image.height();
    }

    /** What was read of the picture. */
    private final class Pixels {
        private final int[] argb;
        private final int across;
        private final int down;
        private final int x0;
        private final int y0;
        private final int step;

        Pixels(BufferedImage read, int x0, int y0, int step) {
            this.across = read.getWidth();
            this.down = read.getHeight();
            this.x0 = x0;
            this.y0 = y0;
            this.step = step;
            if (read.getType() == BufferedImage.TYPE_INT_ARGB_PRE) {
                this.argb = ((DataBufferInt) read.getRaster().getDataBuffer()).getData();
            } else {
                BufferedImage copy = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB_PRE);
                java.awt.Graphics2D g = copy.createGraphics();
                g.drawImage(read, 0, 0, null);
                g.dispose();
                this.argb = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
            }
        }

        /** The colour at a place of the picture; transparent beside it. */
        int at(double px, double py) {
            if (!(px >= 0 && py >= 0 && px < image.width() && py < image.height())) {
                return 0;
            }
            double x = (px - x0) / step - 0.5;
            double y = (py - y0) / step - 0.5;
            int left = (int) Math.floor(x);
            int top = (int) Math.floor(y);
            int u = (int) ((x - left) * 256);
            int v = (int) ((y - top) * 256);
            return mixed(
                    mixed(pixel(left, top), pixel(left + 1, top), u),
                    mixed(pixel(left, top + 1), pixel(left + 1, top + 1), u),
                    v);
        }

        private int pixel(int x, int y) {
            return argb[Math.clamp(y, 0, down - 1) * across + Math.clamp(x, 0, across - 1)];
        }

        /** Two premultiplied colours, {@code share} of 256 parts of the second. */
        private static int mixed(int a, int b, int share) {
            if (a == b) {
                return a;
            }
            int rest = 256 - share;
            int even = ((a & 0xFF00FF) * rest + (b & 0xFF00FF) * share >>> 8) & 0xFF00FF;
            int odd = ((a >>> 8 & 0xFF00FF) * rest + (b >>> 8 & 0xFF00FF) * share) & 0xFF00FF00;
            return even | odd;
        }
    }
}
