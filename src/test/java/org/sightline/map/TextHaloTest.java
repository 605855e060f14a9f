package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The soft edge behind letters covers what a stroke about them covers, and their counters besides. */
class TextHaloTest {
    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 160;
    private static final double ZOOM = 4;

    @ParameterizedTest
    @CsvSource({
        "REGULAR, 11, 2.6, Gomel & Žiežmariai %‰ Śródmieście",
        "MEDIUM, 13, 2.6, MINSK aeobpqg ®©@ Øłę ½",
        "ITALIC, 17, 2, Ёлск Київ їґ Ў «»",
        "NARROW, 11, 2.4, ij ÄÖÜ; Ångström ÷ 8:30"
    })
    void coversWhatAStrokeCovers(Typefaces face, double size, double width, String text) {
        Font font = face.at(size);
        BufferedImage haloed = drawn(g -> Text.halo(g, text, font, 8, 28, Color.WHITE, width));
        BufferedImage stroked = drawn(g -> {
            g.setColor(Color.WHITE);
            g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(font.createGlyphVector(new FontRenderContext(null, true, true), text)
                    .getOutline(8, 28));
        });
        BufferedImage written = drawn(g -> {
            g.setColor(Color.WHITE);
            g.setFont(font);
            g.drawString(text, 8, 28);
        });
        int edges = 0;
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                int halo = grey(haloed, x, y);
                assertTrue(
                        halo >= Math.max(grey(stroked, x, y), grey(written, x, y)) - 128,
                        "not covered at " + x + ", " + y);
                edges += grey(stroked, x, y) > 128 ? 1 : 0;
                if (halo > 128) {
                    assertTrue(isNear(stroked, x, y, (int) (size * ZOOM / 2)), "covered at " + x + ", " + y);
                }
            }
        }
        assertTrue(edges > 1_000);
        assertEquals(0, grey(haloed, WIDTH - 1, HEIGHT - 1));
    }

    /** Whether a stroke is met in all four directions, or is there. */
    private static boolean isNear(BufferedImage image, int x, int y, int reach) {
        return meets(image, x, y, 1, 0, reach)
                && meets(image, x, y, -1, 0, reach)
                && meets(image, x, y, 0, 1, reach)
                && meets(image, x, y, 0, -1, reach);
    }

    private static boolean meets(BufferedImage image, int x, int y, int right, int down, int reach) {
        for (int i = 0; i <= reach; i++) {
            if (grey(image, Math.clamp(x + i * right, 0, WIDTH - 1), Math.clamp(y + i * down, 0, HEIGHT - 1)) > 64) {
                return true;
            }
        }
        return false;
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    private interface Drawing {
        void on(Graphics2D g);
    }

    private static BufferedImage drawn(Drawing drawing) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = MapPainter.smooth(image.createGraphics());
        g.scale(ZOOM, ZOOM);
        drawing.on(g);
        g.dispose();
        return image;
    }
}
