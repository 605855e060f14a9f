package org.sightline.briefing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * How far two pictures of one page differ, to the eye: painters smooth edges differently, so cells of some pixels are
 * compared by their mean.
 *
 * @param mean difference of lightness over all cells, 0 to 255
 * @param worst share of the cells that differ by more than {@link #CLEARLY}
 */
record Likeness(double mean, double worst) {
    private static final int CELL = 4;
    private static final int CLEARLY = 40;

    static Likeness of(BufferedImage a, BufferedImage b) {
        double[] first = cells(a, a.getWidth(), a.getHeight());
        double[] second = cells(b, a.getWidth(), a.getHeight());
        double sum = 0;
        int clearly = 0;
        for (int i = 0; i < first.length; i++) {
            double apart = Math.abs(first[i] - second[i]);
            sum += apart;
            clearly += apart > CLEARLY ? 1 : 0;
        }
        return new Likeness(sum / first.length, (double) clearly / first.length);
    }

    /** Whether it is one page that two painters painted. */
    boolean isOnePage() {
        return mean < 4 && worst < 0.012;
    }

    /** Whether something on it is to be seen at all. */
    static boolean isBlank(BufferedImage picture) {
        double[] cells = cells(picture, picture.getWidth(), picture.getHeight());
        for (double cell : cells) {
            if (cell < 250) {
                return false;
            }
        }
        return true;
    }

    private static double[] cells(BufferedImage picture, int width, int height) {
        BufferedImage same = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = same.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        int columns = width / CELL;
        int rows = height / CELL;
        double[] cells = new double[columns * rows];
        for (int y = 0; y < rows * CELL; y++) {
            for (int x = 0; x < columns * CELL; x++) {
                cells[y / CELL * columns + x / CELL] += lightness(same.getRGB(x, y)) / (CELL * CELL);
            }
        }
        return cells;
    }

    private static double lightness(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }
}
