package org.sightline.overlay;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.ForeignCrs;
import org.sightline.map.GroundImage;

/** Map tiles in several resolutions as one large picture. Keeps the tiles it has shown last. One thread at a time. */
final class TilePyramid implements GroundImage {
    /** Pixels of an ordinary tile. */
    static final int SIDE = 256;

    private static final double WORLD = 20_037_508.342789244;
    private static final long MOST_PIXELS = 1L << 30;
    private static final long KEPT_PIXELS = 10_000_000;
    private static final double WHOLE = 1e-4;

    /** Tiles of a server for one painting. */
    private static final int MOST_AT_ONCE = 800;

    /** How many levels coarser a tile may be that stands in for one that is not there. */
    private static final int STAND_IN = 5;

    /** @param pixelX ground units for each pixel */
    record Level(int zoom, long columns, long rows, int tileWidth, int tileHeight, double pixelX, double pixelY) {
        boolean sound() {
            return columns > 0
                    && rows > 0
                    && tileWidth > 0
                    && tileHeight > 0
                    && tileWidth <= Budget.TILE_SIDE
                    && tileHeight <= Budget.TILE_SIDE
                    && columns * tileWidth > 0
                    && columns * tileWidth <= MOST_PIXELS
                    && rows * tileHeight > 0
                    && rows * tileHeight <= MOST_PIXELS
                    && pixelX > 0
                    && pixelY > 0;
        }
    }

    /** A tile; rows count from the north. */
    record Place(int zoom, long column, long row) {
        /** The tile of a coarser level that it is a part of. */
        Place above(int levels) {
            return new Place(zoom - levels, column >> levels, row >> levels);
        }
    }

    /** Gives tiles; rows count from the north. */
    @FunctionalInterface
    interface Source {
        /** Empty where there is none, or none yet. */
        Optional<BufferedImage> tile(int zoom, long column, long row);
    }

    /** Gives tiles of Web Mercator that may come later, and keeps them itself. */
    interface Server extends Source {
        /** Is told of all tiles of a painting before it is asked for the first, the middle ones first. */
        void wanted(List<Place> places);

        /** A tile if it is there now. */
        Optional<BufferedImage> atHand(Place place);
    }

    private final AffineGround ground;
    private final List<Level> levels;
    private final List<Integer> steps;
    private final Optional<Envelope> bounds;
    private final Source source;
    private final Map<Place, BufferedImage> kept = new LinkedHashMap<>(64, 0.75f, true);

    private TilePyramid(
            AffineGround ground, List<Level> levels, List<Integer> steps, Optional<Envelope> bounds, Source source) {
        this.ground = ground;
        this.levels = levels;
        this.steps = steps;
        this.bounds = bounds;
        this.source = source;
    }

    /**
     * @param extent of the tile matrix, in {@code crs}
     * @param levels finest first
     * @param bounds what of it is filled, degrees; empty for all
     */
    static TilePyramid of(
            OverlayQuestion question,
            ForeignCrs crs,
            Envelope extent,
            List<Level> levels,
            Optional<Envelope> bounds,
            Source source) {
        List<Level> usable = levels.stream().filter(Level::sound).toList();
        if (usable.isEmpty()) {
            throw question.damaged("has no tiles of a size that can be shown; it is damaged or not meant for this.");
        }
        return of(crs, extent, usable, bounds, source);
    }

    static TilePyramid of(
            ForeignCrs crs, Envelope extent, List<Level> levels, Optional<Envelope> bounds, Source source) {
        Level finest = levels.getFirst();
        List<Level> fitting = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        for (Level level : levels) {
            double factor = level.pixelX() / finest.pixelX();
            if (Math.abs(factor - Math.rint(factor)) <= WHOLE * factor) {
                fitting.add(level);
                steps.add((int) Math.rint(factor));
            }
        }
        AffineTransform pixels =
                new AffineTransform(finest.pixelX(), 0, 0, -finest.pixelY(), extent.getMinX(), extent.getMaxY());
        int width = (int) (finest.columns() * finest.tileWidth());
        int height = (int) (finest.rows() * finest.tileHeight());
        return new TilePyramid(new AffineGround(crs, pixels, width, height), fitting, steps, bounds, source);
    }

    /** A level of Web Mercator as servers and MBTiles have it. */
    static Level mercator(int zoom, int side) {
        double pixel = 2 * WORLD / ((double) side * (1L << zoom));
        return new Level(zoom, 1L << zoom, 1L << zoom, side, side, pixel, pixel);
    }

    /** The square of Web Mercator, metres. */
    static Envelope world() {
        return new Envelope(-WORLD, WORLD, -WORLD, WORLD);
    }

    @Override
    public int width() {
        return ground.width();
    }

    @Override
    public int height() {
        return ground.height();
    }

    @Override
    public Optional<Envelope> extent() {
        return bounds.or(ground::extent);
    }

    @Override
    public void locate(double[] lonLat, int count) {
        ground.locate(lonLat, count);
    }

    @Override
    public int step(double wanted) {
        int best = steps.getFirst();
        for (int step : steps) {
            // of a server the level nearest in size, so that its letters can be read; else the next finer one
            if (step <= (source instanceof Server ? wanted * 1.5 : wanted + WHOLE)) {
                best = Math.max(best, step);
            }
        }
        return best;
    }

    @Override
    public BufferedImage read(Rectangle part, int step) {
        Level level = levels.get(Math.max(0, steps.indexOf(step)));
        int width = (part.width + step - 1) / step;
        int height = (part.height + step - 1) / step;
        int left = part.x / step;
        int top = part.y / step;
        BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        List<Place> places = places(level, left, top, width, height);
        if (source instanceof Server server) {
            if (places.size() > MOST_AT_ONCE) {
                return all; // far coarser than the server's coarsest level
            }
            server.wanted(places);
        }
        Graphics2D g = all.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (Place place : places) {
            int x = (int) (place.column() * level.tileWidth() - left);
            int y = (int) (place.row() * level.tileHeight() - top);
            tile(place)
                    .ifPresentOrElse(
                            tile -> g.drawImage(tile, x, y, level.tileWidth(), level.tileHeight(), null),
                            () -> standIn(g, place, x, y));
        }
        g.dispose();
        return all;
    }

    private static List<Place> places(Level level, int left, int top, int width, int height) {
        long lastColumn = Math.min(level.columns() - 1, (left + width - 1) / level.tileWidth());
        long lastRow = Math.min(level.rows() - 1, (top + height - 1) / level.tileHeight());
        double middleColumn = (left + width / 2.0) / level.tileWidth() - 0.5;
        double middleRow = (top + height / 2.0) / level.tileHeight() - 0.5;
        List<Place> places = new ArrayList<>();
        for (long row = top / level.tileHeight(); row <= lastRow; row++) {
            for (long column = left / level.tileWidth(); column <= lastColumn; column++) {
                places.add(new Place(level.zoom(), column, row));
            }
        }
        places.sort(Comparator.comparingDouble(
                place -> Math.hypot(place.column() - middleColumn, place.row() - middleRow)));
        return places;
    }

    /** Until a server's tile has come, and where it has none, the same part of a coarser one. */
    private void standIn(Graphics2D g, Place place, int x, int y) {
        if (!(source instanceof Server server)) {
            return;
        }
        for (int up = 1; up <= Math.min(STAND_IN, place.zoom()); up++) {
            Optional<BufferedImage> coarser = server.atHand(place.above(up));
            if (coarser.isPresent()) {
                BufferedImage tile = coarser.get();
                int across = Math.max(1, tile.getWidth() >> up);
                int down = Math.max(1, tile.getHeight() >> up);
                int fromX = (int) (place.column() & (1L << up) - 1) * tile.getWidth() >> up;
                int fromY = (int) (place.row() & (1L << up) - 1) * tile.getHeight() >> up;
                g.drawImage(tile, x, y, x + SIDE, y + SIDE, fromX, fromY, fromX + across, fromY + down, null);
                return;
            }
        }
    }

    private Optional<BufferedImage> tile(Place place) {
        if (source instanceof Server server) {
            return server.tile(place.zoom(), place.column(), place.row());
        }
        Optional<BufferedImage> known = Optional.ofNullable(kept.get(place));
        if (known.isPresent()) {
            return known;
        }
        Optional<BufferedImage> tile = source.tile(place.zoom(), place.column(), place.row());
        tile.ifPresent(picture -> keep(place, picture));
        return tile;
    }

    private void keep(Place place, BufferedImage picture) {
        kept.put(place, picture);
        long most = Math.max(4, KEPT_PIXELS / ((long) picture.getWidth() * picture.getHeight()));
        while (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next()); // the one that was looked at longest ago
        }
    }
}
