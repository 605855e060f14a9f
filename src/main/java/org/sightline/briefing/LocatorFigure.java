package org.sightline.briefing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;
import org.sightline.map.GroundNames;
import org.sightline.map.MapContent;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;

/** A small map that tells where in the world a large one is, with the large one's frame on it. Immutable. */
final class LocatorFigure {
    /** How much more of the world than the large map, across and down. */
    private static final double WIDER = 5;

    private static final double LEAST_DEGREES = 12;
    private static final double SCALE = 0.62;
    private static final int SAMPLES = 24;
    private static final MapContent NOTHING = MapContent.of(List.of());
    private static final Color FRAME = new Color(0xC4161C);

    private final Rectangle2D frame;
    private final MapView large;
    private final MapView view;
    private final MapTheme theme;

    LocatorFigure(Rectangle2D frame, MapView large, MapTheme theme) {
        this.frame = frame;
        this.large = large;
        this.theme = theme;
        Envelope around = around(large.extent());
        this.view = MapView.fit(
                MapProjection.fittedTo(around),
                around,
                (int) Math.ceil(frame.getWidth() / SCALE),
                (int) Math.ceil(frame.getHeight() / SCALE),
                0);
    }

    private static Envelope around(Envelope seen) {
        Envelope wide = new Envelope(seen);
        double across = Math.max(seen.getWidth() * WIDER, LEAST_DEGREES * 1.5);
        double down = Math.max(seen.getHeight() * WIDER, LEAST_DEGREES);
        wide.expandBy(Math.min(across - seen.getWidth(), 360 - seen.getWidth()) / 2, (down - seen.getHeight()) / 2);
        double south = Math.max(-85, wide.getMinY());
        double north = Math.min(85, wide.getMaxY());
        return new Envelope(wide.getMinX(), wide.getMaxX(), Math.min(south, north), Math.max(south, north));
    }

    void put(Page page, Ink ink) {
        page.add(new Mark.Drawing(
                frame.getX(),
                frame.getY(),
                frame.getWidth(),
                frame.getHeight(),
                SCALE,
                this::paint,
                Phrases.of("locator.alternative")));
        page.add(new Mark.Lined(frame, ink.text(), 0.9));
    }

    private void paint(Graphics2D g) {
        MapPainter painter = new MapPainter();
        painter.paintBase(g, view, theme);
        painter.paintLabels(
                g, view, NOTHING, theme, new GroundNames(List.of(outline().getBounds2D()), List.of()));
        Graphics2D own = (Graphics2D) g.create();
        own.clip(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        own.setColor(theme == MapTheme.MONOCHROME ? Color.BLACK : FRAME);
        own.setStroke(new BasicStroke(2.4f));
        own.draw(outline());
        own.dispose();
    }

    /** The large map's frame, which is straight there and may be bent here; never too small to be seen. */
    private Path2D outline() {
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int side = 0; side < 4; side++) {
            for (int i = 0; i < SAMPLES; i++) {
                Optional<double[]> at = corner(side, (double) i / SAMPLES);
                if (at.isPresent() && begun) {
                    path.lineTo(at.get()[0], at.get()[1]);
                } else if (at.isPresent()) {
                    path.moveTo(at.get()[0], at.get()[1]);
                    begun = true;
                }
            }
        }
        if (begun) {
            path.closePath();
        }
        Rectangle2D box = path.getBounds2D();
        double least = 7;
        if (box.getWidth() < least || box.getHeight() < least) {
            double w = Math.max(box.getWidth(), least);
            double h = Math.max(box.getHeight(), least);
            return new Path2D.Double(new Rectangle2D.Double(box.getCenterX() - w / 2, box.getCenterY() - h / 2, w, h));
        }
        return path;
    }

    private Optional<double[]> corner(int side, double share) {
        double w = large.width();
        double h = large.height();
        double x = switch (side) {
            case 0 -> share * w;
            case 1 -> w;
            case 2 -> (1 - share) * w;
            default -> 0;
        };
        double y = switch (side) {
            case 0 -> 0;
            case 1 -> share * h;
            case 2 -> h;
            default -> (1 - share) * h;
        };
        Optional<Position> at = large.position(x, y);
        return at.map(view::screen).filter(xy -> Double.isFinite(xy[0]) && Double.isFinite(xy[1]));
    }
}
