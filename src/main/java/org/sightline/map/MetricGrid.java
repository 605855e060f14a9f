package org.sightline.map;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.GridReference;
import org.sightline.geo.Position;

/**
 * The UTM or MGRS grid of a map: ticks with figures at its edges, crosses within it, the names of the 100 km squares, and
 * the lines between zones, on either side of which the grid begins anew.
 *
 * @param step metres between lines, at most 100 km
 * @param mgrs figures as in MGRS, two digits of kilometres within a named square; otherwise whole kilometres as in UTM
 */
public record MetricGrid(MapView view, double step, boolean mgrs) {
    private static final double SQUARE = 100_000;
    private static final double[] STEPS = {100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100};
    private static final double LEAST_APART = 40;
    private static final double LEAST_NAMED = 48;
    private static final double TICK = 5;
    private static final double CROSS = 2.5;
    private static final double SAMPLE = 2;
    private static final int LATTICE = 48;
    /** Points of the lattice, a hundredth of the map. */
    private static final int LEAST_PART = 24;

    private static final double SIDE = 1e-7;
    private static final double PALE = 0.85;
    private static final double AIR = 4;

    /** Empty for maps of so large a part of the world that the grid's squares would be too small to be read. */
    public static Optional<MetricGrid> of(MapView view, boolean mgrs) {
        double least = view.groundMetresPerPixel() * LEAST_APART;
        double step = 0;
        for (double candidate : STEPS) {
            step = candidate >= least ? candidate : step;
        }
        return step == 0 ? Optional.empty() : Optional.of(new MetricGrid(view, step, mgrs));
    }

    /** The zones that are seen, ascending. */
    public SortedSet<Integer> zones() {
        SortedSet<Integer> zones = new TreeSet<>();
        lattice().forEach(reference -> zones.add(reference.zone()));
        return zones;
    }

    private List<GridReference> lattice() {
        List<GridReference> all = new ArrayList<>();
        for (int i = 0; i <= LATTICE; i++) {
            for (int j = 0; j <= LATTICE; j++) {
                reference(view.width() * (double) i / LATTICE, view.height() * (double) j / LATTICE)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<GridReference> reference(double x, double y) {
        return view.position(x, y).map(GridReference::of);
    }

    /**
     * Draws the grid into the view's rectangle.
     *
     * @return where its words stand, pixels
     */
    public List<Rectangle2D> paint(Graphics2D g, MapTheme theme) {
        Graphics2D own = MapPainter.smooth(g);
        own.clip(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        Brush brush = new Brush(own, Palette.of(theme), theme, new ArrayList<>());
        draw(brush);
        own.dispose();
        return List.copyOf(brush.written());
    }

    /** Where its words stand, so that others keep clear of them. */
    public List<Rectangle2D> figures(MapTheme theme) {
        Graphics2D unseen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<Rectangle2D> written = paint(unseen, theme);
        unseen.dispose();
        return written;
    }

    private void draw(Brush brush) {
        zoneLines(brush); // words give way to those written before them, and crosses to all words
        edge(brush, true, 0, 1);
        edge(brush, true, view.height(), -1);
        edge(brush, false, 0, 1);
        edge(brush, false, view.width(), -1);
        squares(brush);
        crosses(brush);
    }

    /** @param written gathers where words have been written */
    private record Brush(Graphics2D g, Palette palette, MapTheme theme, List<Rectangle2D> written) {
        void line(double x1, double y1, double x2, double y2) {
            g.draw(new Line2D.Double(x1, y1, x2, y2));
        }

        /**
         * Leaves out what would lie over words that are written: at a zone's border the figures of both grids meet.
         *
         * @param along share of the text's width that lies before x
         */
        void text(String text, double x, double baseline, double along, Font font) {
            text(text, x, baseline, along, font, palette.waterText());
        }

        /** @return whether there was room */
        boolean text(String text, double x, double baseline, double along, Font font, Color colour) {
            double width = Text.width(text, font);
            float left = (float) (x - along * width);
            double size = font.getSize2D();
            Rectangle2D box = new Rectangle2D.Double(left, baseline - 0.8 * size, width, size);
            Rectangle2D aired = new Rectangle2D.Double(left - AIR, box.getY() - 1, width + 2 * AIR, size + 2);
            if (written.stream().anyMatch(aired::intersects)) {
                return false;
            }
            written.add(box);
            Text.halo(g, text, font, left, (float) baseline, palette.halo(), 2);
            g.setColor(colour);
            Text.write(g, text, font, left, (float) baseline);
            return true;
        }

        Font figures() {
            return Typefaces.NARROW.at(theme == MapTheme.PRINT || theme == MapTheme.MONOCHROME ? 6.6 : 10);
        }

        void pen(double width) {
            g.setColor(palette.waterText());
            g.setStroke(PinPainter.round(width));
        }
    }

    /** Ticks along one edge: eastings at top and bottom, northings at the sides; figures at top and left. */
    private void edge(Brush brush, boolean level, double at, int inward) {
        double length = level ? view.width() : view.height();
        double inside = at + inward * 0.5;
        Optional<GridReference> before = Optional.empty();
        for (double along = 0; along <= length; along += SAMPLE) {
            Optional<GridReference> now = level ? reference(along, inside) : reference(inside, along);
            if (before.isPresent() && now.isPresent() && sameGrid(before.get(), now.get())) {
                double from = level ? before.get().easting() : before.get().northing();
                double to = level ? now.get().easting() : now.get().northing();
                double line = Math.floor(Math.max(from, to) / step) * step;
                if (line > Math.min(from, to)) {
                    tick(brush, level, at, inward, along - SAMPLE + SAMPLE * (line - from) / (to - from), line);
                }
            }
            before = now;
        }
    }

    private static boolean sameGrid(GridReference a, GridReference b) {
        return a.zone() == b.zone() && a.south() == b.south();
    }

    private void tick(Brush brush, boolean level, double at, int inward, double along, double metres) {
        brush.pen(0.8);
        if (level) {
            brush.line(along, at, along, at + inward * TICK);
        } else {
            brush.line(at, along, at + inward * TICK, along);
        }
        String figure = figure(metres, level);
        Font font = brush.figures();
        boolean room = along > 24 && along < (level ? view.width() : view.height()) - 24;
        if (inward > 0 && room && !figure.isEmpty()) {
            double size = font.getSize2D();
            if (level) {
                brush.text(figure, along, TICK + 1 + size, 0.5, font);
            } else {
                brush.text(figure, TICK + 2, along + 0.35 * size, 0, font);
            }
        }
    }

    /** A line between squares needs no figure in MGRS: the squares have names. */
    private String figure(double metres, boolean easting) {
        if (!mgrs) {
            String kilometres = String.format(Locale.ROOT, step < 1000 ? "%.1f" : "%.0f", metres / 1000);
            return kilometres + (easting ? " km E" : " km N");
        }
        long within = Math.round(metres) % (long) SQUARE;
        return within == 0
                ? ""
                : step < 1000
                        ? String.format(Locale.ROOT, "%03d", within / 100)
                        : String.format(Locale.ROOT, "%02d", within / 1000);
    }

    private record Grid(int zone, boolean south) {}

    private Set<Grid> grids(List<GridReference> lattice) {
        Set<Grid> grids = new HashSet<>();
        lattice.forEach(reference -> grids.add(new Grid(reference.zone(), reference.south())));
        return grids;
    }

    private void crosses(Brush brush) {
        List<GridReference> lattice = lattice();
        for (Grid grid : grids(lattice)) {
            for (Point2D at : crossings(grid, lattice, step, 0)) {
                Rectangle2D box = new Rectangle2D.Double(at.getX() - CROSS, at.getY() - CROSS, 2 * CROSS, 2 * CROSS);
                if (brush.written().stream().anyMatch(box::intersects)) {
                    continue;
                }
                brush.pen(0.6);
                brush.line(at.getX() - CROSS, at.getY(), at.getX() + CROSS, at.getY());
                brush.line(at.getX(), at.getY() - CROSS, at.getX(), at.getY() + CROSS);
            }
        }
    }

    /** Where the lines of one zone's grid cross, seen and in the zone, in pixels. */
    private List<Point2D> crossings(Grid grid, List<GridReference> lattice, double apart, double offset) {
        List<GridReference> seen = lattice.stream()
                .filter(r -> r.zone() == grid.zone() && r.south() == grid.south())
                .toList();
        double east = seen.stream().mapToDouble(GridReference::easting).max().orElse(0);
        double north = seen.stream().mapToDouble(GridReference::northing).max().orElse(0);
        double west = seen.stream().mapToDouble(GridReference::easting).min().orElse(0);
        double south = seen.stream().mapToDouble(GridReference::northing).min().orElse(0);
        List<Point2D> points = new ArrayList<>();
        for (double e = Math.floor(west / apart) * apart + offset; e <= east + apart; e += apart) {
            for (double n = Math.floor(south / apart) * apart + offset; n <= north + apart; n += apart) {
                double[] xy = view.screen(GridReference.position(grid.zone(), grid.south(), e, n));
                boolean inView = xy[0] > 0 && xy[0] < view.width() && xy[1] > 0 && xy[1] < view.height();
                if (inView
                        && reference(xy[0], xy[1])
                                .filter(r -> r.zone() == grid.zone())
                                .isPresent()) {
                    points.add(new Point2D.Double(xy[0], xy[1]));
                }
            }
        }
        return points;
    }

    /** The names of 100 km squares, in MGRS, where they are large enough. */
    private void squares(Brush brush) {
        if (!mgrs || SQUARE / view.groundMetresPerPixel() < LEAST_NAMED) {
            return;
        }
        Color pale = Palette.translucent(brush.palette().waterText(), PALE);
        List<GridReference> lattice = lattice();
        Set<String> named = new HashSet<>();
        for (Grid grid : grids(lattice)) {
            for (Point2D at : crossings(grid, lattice, SQUARE, SQUARE / 2)) {
                reference(at.getX(), at.getY()).ifPresent(r -> {
                    if (square(brush, r, at.getX(), at.getY(), pale)) {
                        named.add(r.zone() + r.square());
                    }
                });
            }
        }
        squaresInPart(brush, named, pale);
    }

    /** Names a square at a place, unless the name would be cut by the map's edge or lie on its ticks. */
    private boolean square(Brush brush, GridReference reference, double x, double y, Color colour) {
        Font font = brush.figures();
        double side = Text.width(reference.square(), font) / 2 + TICK;
        double size = font.getSize2D();
        boolean inside = x > side && x < view.width() - side && y > size + TICK && y < view.height() - TICK;
        return inside && brush.text(reference.square(), x, y, 0.5, font, colour);
    }

    /** A square of which only a part is seen, without its middle, is named in the middle of that part. */
    private void squaresInPart(Brush brush, Set<String> named, Color colour) {
        Map<String, List<Point2D>> parts = new TreeMap<>();
        for (int i = 0; i <= LATTICE; i++) {
            for (int j = 0; j <= LATTICE; j++) {
                Point2D at =
                        new Point2D.Double(view.width() * (double) i / LATTICE, view.height() * (double) j / LATTICE);
                reference(at.getX(), at.getY())
                        .ifPresent(r -> parts.computeIfAbsent(r.zone() + r.square(), key -> new ArrayList<>())
                                .add(at));
            }
        }
        parts.forEach((key, points) -> {
            if (!named.contains(key) && points.size() >= LEAST_PART) {
                double x = points.stream().mapToDouble(Point2D::getX).average().orElse(0);
                double y = points.stream().mapToDouble(Point2D::getY).average().orElse(0);
                reference(x, y).ifPresent(r -> square(brush, r, x, y, colour));
            }
        });
    }

    /** Zones end at meridians 3 degrees apart or multiples of that, not at all latitudes the same (Norway, Svalbard). */
    private void zoneLines(Brush brush) {
        new ZoneBorders(view).lines(brush.g(), brush.theme());
        Envelope seen = view.degrees();
        for (double lon = Math.ceil(seen.getMinX() / 3) * 3; lon <= seen.getMaxX() && lon < 180; lon += 3) {
            if (lon > -180) {
                zoneNames(brush, lon);
            }
        }
    }

    /** On either side of a zone's line, where it leaves the map at the bottom. */
    private void zoneNames(Brush brush, double lon) {
        double y = view.height() - TICK - 3;
        for (double x = SAMPLE; x < view.width(); x += SAMPLE) {
            Optional<Position> left = view.position(x - SAMPLE, y);
            Optional<Position> right = view.position(x, y);
            if (left.isPresent()
                    && right.isPresent()
                    && left.get().lon() < lon
                    && right.get().lon() >= lon) {
                double lat = right.get().lat();
                if (lat > -80 && lat < 84 && divides(lat, lon)) {
                    brush.text(zone(lat, lon - SIDE) + " ", x - 1, y, 1, brush.figures());
                    brush.text(" " + zone(lat, lon + SIDE), x + 1, y, 0, brush.figures());
                }
            }
        }
    }

    private static boolean divides(double lat, double lon) {
        return zone(lat, lon - SIDE) != zone(lat, lon + SIDE);
    }

    private static int zone(double lat, double lon) {
        return GridReference.of(new Position(lat, lon)).zone();
    }
}
