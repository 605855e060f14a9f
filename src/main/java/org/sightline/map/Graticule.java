package org.sightline.map;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.Position;

/**
 * Meridians and parallels at a round interval, with their degrees at the edges of the map.
 *
 * @param step degrees between lines
 */
public record Graticule(MapView view, double step) {
    private static final double[] STEPS = {
        30, 20, 10, 5, 2, 1, 0.5, 1 / 3.0, 1 / 6.0, 1 / 12.0, 1 / 30.0, 1 / 60.0, 1 / 120.0, 1 / 240.0
    };
    private static final int SEGMENTS = 48;
    private static final double LEAST_APART = 110;

    /** Pixels at the lower edge of a screen. */
    private static final double CREDITS = 38;

    /** Pixels between two figures. */
    private static final double APART = 6;

    /** About four to eight lines each way. */
    public static Graticule of(MapView view) {
        double degrees = view.groundMetresPerPixel() * LEAST_APART / 111_200;
        double step = STEPS[0];
        for (double candidate : STEPS) {
            step = candidate >= degrees ? candidate : step;
        }
        return new Graticule(view, step);
    }

    private record Line(Path2D path, String label, boolean meridian) {}

    /** Draws lines and figures into the view's rectangle. */
    public void paint(Graphics2D g, MapTheme theme) {
        paint(g, theme, 0);
    }

    /**
     * @param inset pixels at each edge that will not be seen; the figures stand inside them
     * @return where the figures stand, pixels within the inset
     */
    List<Rectangle2D> paint(Graphics2D g, MapTheme theme, double inset) {
        Graphics2D own = MapPainter.smooth(g);
        own.clip(new Rectangle2D.Double(0, 0, view.width(), view.height()));
        Palette palette = Palette.of(theme);
        own.setColor(palette.graticule());
        own.setStroke(PinPainter.round(0.6));
        lines().forEach(line -> own.draw(line.path()));
        MapView seen = view.resized((int) (view.width() - 2 * inset), (int) (view.height() - 2 * inset));
        own.translate(inset, inset);
        List<Figure> figures = new Graticule(seen, step).all(theme);
        figures.forEach(figure -> figure.draw(own, palette));
        own.dispose();
        return figures.stream().map(Figure::box).toList();
    }

    /** Where its figures stand, so that others keep clear of them. */
    public List<Rectangle2D> figures(MapTheme theme) {
        return all(theme).stream().map(Figure::box).toList();
    }

    /** Figures that keep clear of one another. */
    private List<Figure> all(MapTheme theme) {
        Optional<double[]> pole = view.pole().map(view::screen);
        List<Figure> kept = new ArrayList<>();
        List<Rectangle2D> taken = new ArrayList<>();
        for (Line line : lines()) {
            Optional<Figure> figure = pole.isPresent() ? aboutPole(line, theme, pole.get()) : figure(line, theme);
            figure.filter(one -> taken.stream().noneMatch(one.box()::intersects))
                    .ifPresent(one -> {
                        Rectangle2D box = one.box();
                        taken.add(new Rectangle2D.Double(
                                box.getX() - APART, box.getY() - 2, box.getWidth() + 2 * APART, box.getHeight() + 4));
                        kept.add(one);
                    });
        }
        return kept;
    }

    /** @param x left end; y: the baseline */
    private record Figure(String text, Font font, double x, double y) {
        Rectangle2D box() {
            double size = font.getSize2D();
            return new Rectangle2D.Double(x, y - 0.8 * size, Text.width(text, font), size);
        }

        void draw(Graphics2D g, Palette palette) {
            Text.halo(g, text, font, (float) x, (float) y, palette.halo(), 2);
            g.setColor(palette.waterText());
            Text.write(g, text, font, (float) x, (float) y);
        }
    }

    private List<Line> lines() {
        Envelope seen = view.extent();
        double south = Math.max(-90, seen.getMinY());
        double north = Math.min(90, seen.getMaxY());
        double meridians = meridianStep(seen);
        double least = view.pole().isPresent() ? meridians / 2 : 0; // about a pole it ends where it has begun
        List<Line> lines = new ArrayList<>();
        for (long i = (long) Math.ceil(seen.getMinX() / meridians); i * meridians <= seen.getMaxX() - least; i++) {
            double lon = i * meridians;
            lines.add(new Line(path(lon, south, lon, north), label(wrapped(lon), 'E', 'W'), true));
        }
        for (long i = (long) Math.ceil(south / step); i * step <= north; i++) {
            double lat = i * step;
            if (Math.abs(lat) > 89.99) {
                continue; // a pole is no line
            }
            lines.add(new Line(path(seen.getMinX(), lat, seen.getMaxX(), lat), label(lat, 'N', 'S'), false));
        }
        return lines;
    }

    /** Degrees between meridians, which draw together towards the poles: there they are farther apart. */
    public double meridianStep() {
        return meridianStep(view.extent());
    }

    private double meridianStep(Envelope seen) {
        double farthest = Math.max(Math.abs(seen.getMinY()), Math.abs(seen.getMaxY()));
        if (farthest < 70) {
            return step;
        }
        double middle = Math.min(87, Math.abs(seen.getMinY() + seen.getMaxY()) / 2);
        double wanted = step / Math.cos(Math.toRadians(middle));
        double chosen = STEPS[0];
        for (double candidate : STEPS) {
            chosen = candidate >= wanted ? candidate : chosen;
        }
        return chosen;
    }

    private static double wrapped(double lon) {
        return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
    }

    private Path2D path(double lon0, double lat0, double lon1, double lat1) {
        int segments = (int) Math.clamp(Math.max(Math.abs(lon1 - lon0), Math.abs(lat1 - lat0)), SEGMENTS, 360);
        double[] xy = new double[2 * (segments + 1)];
        int count = 0;
        for (int i = 0; i <= segments; i++) {
            double lon = wrapped(lon0 + (lon1 - lon0) * i / segments);
            double lat = Math.clamp(lat0 + (lat1 - lat0) * i / segments, -89.9, 89.9);
            view.projection().project(lon, lat, xy, 2 * count);
            if (Double.isFinite(xy[2 * count]) && Double.isFinite(xy[2 * count + 1])) {
                count++;
            }
        }
        Path2D path = new Path2D.Double();
        Trace trace = new Trace(path, new Window(view, 0, 0.2));
        trace.gather(xy, 0, count, false);
        trace.line();
        return path;
    }

    private Optional<Figure> figure(Line line, MapTheme theme) {
        Font font = font(theme);
        return Runs.of(line.path()).longest().filter(run -> run.length() > 30).flatMap(run -> {
            Point2D end = line.meridian() ? topmost(run) : leftmost(run);
            double width = Text.width(line.label(), font);
            double x = line.meridian() ? end.getX() - width / 2 : end.getX() + 3;
            double y = line.meridian() ? end.getY() + font.getSize2D() : end.getY() - 2;
            boolean atEdge = line.meridian() ? end.getY() < 2 : end.getX() < 2;
            boolean inside = x > 14 && x + width < view.width() - 4 || !line.meridian();
            boolean clearOfScale = line.meridian() || isPage(theme) || y < view.height() - CREDITS;
            boolean drawn = atEdge && inside && clearOfScale && y > 2.2 * font.getSize2D() == !line.meridian();
            return drawn ? Optional.of(new Figure(line.label(), font, x, y)) : Optional.empty();
        });
    }

    /** A meridian's figure stands where it leaves the map, a parallel's below the pole, or above where that is not seen. */
    private Optional<Figure> aboutPole(Line line, MapTheme theme, double[] pole) {
        Font font = font(theme);
        double size = font.getSize2D();
        double width = Text.width(line.label(), font);
        if (!line.meridian()) {
            return crossing(line, pole)
                    .map(at -> new Figure(line.label(), font, pole[0] + 4, at - 3))
                    .filter(figure -> isInside(figure.box(), 2.2 * size));
        }
        return Runs.of(line.path()).longest().filter(run -> run.length() > 30).flatMap(run -> {
            Point2D end = farther(run, pole);
            Point2D at = isPage(theme) ? end : overCredits(end, pole);
            double x = Math.clamp(at.getX() - width / 2, 3, view.width() - width - 4);
            double y = Math.clamp(at.getY() + size / 3, size, view.height() - 3);
            boolean atEdge =
                    end.getY() < 2 || end.getX() < 2 || end.getY() > view.height() - 2 || end.getX() > view.width() - 2;
            return atEdge ? Optional.of(new Figure(line.label(), font, x, y)) : Optional.empty();
        });
    }

    /** On a screen the scale and the credits stand along the lower edge: higher up on a meridian, which is straight here. */
    private Point2D overCredits(Point2D end, double[] pole) {
        double row = view.height() - CREDITS;
        if (end.getY() <= row || pole[1] >= row) {
            return end;
        }
        double share = (row - pole[1]) / (end.getY() - pole[1]);
        return new Point2D.Double(pole[0] + share * (end.getX() - pole[0]), row);
    }

    /** The pixel row at which a parallel crosses the column of the pole, on the longer side. */
    private Optional<Double> crossing(Line line, double[] pole) {
        boolean below = view.height() - pole[1] >= pole[1];
        return Runs.of(line.path()).runs().stream()
                .flatMap(run -> run.crossings(pole[0]).stream())
                .filter(y -> below == y > pole[1])
                .findFirst();
    }

    private boolean isInside(Rectangle2D box, double margin) {
        return box.getMinX() > 0
                && box.getMaxX() < view.width()
                && box.getMinY() > margin
                && box.getMaxY() < view.height() - margin;
    }

    private static Point2D farther(Runs.Run run, double[] from) {
        return run.first().distance(from[0], from[1]) > run.last().distance(from[0], from[1])
                ? run.first()
                : run.last();
    }

    private static Font font(MapTheme theme) {
        return Typefaces.NARROW.at(isPage(theme) ? 6.6 : 10);
    }

    private static boolean isPage(MapTheme theme) {
        return theme == MapTheme.PRINT || theme == MapTheme.MONOCHROME;
    }

    private static Point2D topmost(Runs.Run run) {
        return run.first().getY() < run.last().getY() ? run.first() : run.last();
    }

    private static Point2D leftmost(Runs.Run run) {
        return run.first().getX() < run.last().getX() ? run.first() : run.last();
    }

    /** Degrees, and minutes and seconds where the interval needs them. */
    private String label(double degrees, char positive, char negative) {
        long seconds = Math.round(Math.abs(degrees) * 3600);
        String text = seconds / 3600 + "°";
        if (step < 1) {
            text += String.format(Locale.ROOT, "%02d′", seconds / 60 % 60);
        }
        if (step < 1 / 60.0) {
            text += String.format(Locale.ROOT, "%02d″", seconds % 60);
        }
        boolean neither = seconds == 0 || seconds == 180 * 3600 && positive == 'E'; // the same either way
        return neither ? text : text + (degrees < 0 ? negative : positive);
    }

    /** A position's figures as the graticule writes them. */
    String label(Position position) {
        return label(position.lat(), 'N', 'S') + " " + label(position.lon(), 'E', 'W');
    }
}
