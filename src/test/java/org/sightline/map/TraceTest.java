package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.geo.MapProjection;

/** Lines thinned for painting: fewer vertices, and none of those left out farther off than can be seen. */
class TraceTest {
    private static final MapView VIEW = new MapView(MapProjection.webMercator(), 0, 0, 1, 4_000, 4_000);
    private static final Window WINDOW = new Window(VIEW, 24, 0.5);

    /** Pixels: a vertex dropped for being close, and then a straight line past the one before it. */
    private static final double UNSEEN = 0.5 * Math.sqrt(2) + 0.3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noVertexIsFarFromTheLineThatIsDrawn(int seed) {
        Random random = new Random(seed);
        double step = 0.2 + seed * 0.4;
        double turn = seed % 4 * 0.5;
        double[] xy = new double[2 * 3_000];
        double heading = 0;
        for (int i = 2; i < xy.length; i += 2) {
            heading +=
                    (random.nextDouble() - 0.5) * turn + (random.nextInt(50) == 0 ? Math.PI * random.nextDouble() : 0);
            xy[i] = Math.clamp(xy[i - 2] + step * Math.cos(heading), -1_990, 1_990);
            xy[i + 1] = Math.clamp(xy[i - 1] + step * Math.sin(heading), -1_990, 1_990);
        }
        List<Line2D> drawn = traced(xy);
        for (int i = 0; i < xy.length; i += 2) {
            double x = VIEW.screenX(xy[i]);
            double y = VIEW.screenY(xy[i + 1]);
            double off =
                    drawn.stream().mapToDouble(s -> s.ptSegDist(x, y)).min().orElseThrow();
            assertTrue(off <= UNSEEN, "vertex " + i / 2 + " is " + off + " pixels off");
        }
        Line2D last = drawn.getLast();
        assertEquals(VIEW.screenX(xy[xy.length - 2]), last.getX2(), 1e-9);
        assertEquals(VIEW.screenY(xy[xy.length - 1]), last.getY2(), 1e-9);
    }

    @Test
    void whatIsStraightIsOneStretchAndWhatTurnsBackIsNot() {
        double[] straight = new double[200];
        for (int i = 0; i < 100; i++) {
            straight[2 * i] = 5 * i;
            straight[2 * i + 1] = 2 * i + (i % 2 == 0 ? 0.1 : -0.1);
        }
        assertEquals(1, traced(straight).size());
        assertEquals(2, traced(new double[] {0, 0, 50, 0, 100, 0, 60, 0, 20, 0}).size());
        assertEquals(3, traced(new double[] {0, 0, 100, 0, 100, 100, 0, 100}).size());
    }

    private static List<Line2D> traced(double[] xy) {
        Path2D path = new Path2D.Double();
        Trace trace = new Trace(path, WINDOW);
        trace.gather(xy, 0, xy.length / 2, false);
        trace.line();
        List<Line2D> segments = new ArrayList<>();
        double[] at = new double[6];
        double lastX = 0;
        double lastY = 0;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_LINETO) {
                segments.add(new Line2D.Double(lastX, lastY, at[0], at[1]));
            }
            lastX = at[0];
            lastY = at[1];
        }
        return segments;
    }
}
