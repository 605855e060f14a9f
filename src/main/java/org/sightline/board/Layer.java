package org.sightline.board;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sightline.DomainException;

/**
 * Something that a person has laid over the map: what it is called, where it comes from and how it is painted. A board
 * from elsewhere may say anything here: nothing is read or fetched because of a layer alone.
 *
 * @param id the number people see; 0 before the board gave one
 * @param position layers are painted in this order, the lowest first
 */
public record Layer(long id, UUID uuid, String name, int position, Origin origin, Look look) {
    /** Characters of a name. */
    public static final int LONGEST_NAME = 200;

    /** Where a layer's content lies. */
    public sealed interface Origin {}

    /**
     * A file, left where it is.
     *
     * @param path from the board's folder where it lies in there, with slashes; else absolute
     */
    public record Reference(String path, Content content) implements Origin {}

    /**
     * A file that was copied into the board.
     *
     * @param fileName what the file was called
     */
    public record Copy(String fileName, Content content) implements Origin {}

    /**
     * A server of map tiles in Web Mercator.
     *
     * @param template address with {@code {z}}, {@code {x}} and {@code {y}}, or {@code {-y}} for rows that are counted
     *     from the south; {@code {s}} stands for a, b and c in turn
     * @param shallowest the smallest zoom that the server has
     * @param deepest the largest
     */
    public record Tiles(String template, int shallowest, int deepest) implements Origin {
        /** From the whole world on. */
        public Tiles(String template, int deepest) {
            this(template, 0, deepest);
        }
    }

    /**
     * What a file holds.
     *
     * @param sha256 of the file; of several files as {@link LayerFiles#sha256} says
     * @param bytes of all its files together
     * @param part which of several things in the file, such as a table of a GeoPackage
     * @param crs what its coordinates are in, such as "EPSG:32635", where the file does not say
     */
    public record Content(String sha256, long bytes, Optional<String> part, Optional<String> crs) {}

    /**
     * How it is painted.
     *
     * @param opacity 0 to 1
     * @param nearest smallest N of 1:N at which it is shown
     * @param farthest largest N of 1:N at which it is shown
     * @param stroke colour of lines, edges and points, as #rrggbb
     * @param fill colour within areas, as #rrggbb
     * @param fillOpacity 0 to 1
     * @param size width of lines, and half the width of points, in pixels
     * @param names whether the names of things are written
     * @param attribution who is to be named; empty for nobody
     */
    public record Look(
            boolean visible,
            double opacity,
            OptionalLong nearest,
            OptionalLong farthest,
            String stroke,
            String fill,
            double fillOpacity,
            double size,
            boolean names,
            String attribution) {

        /** Widest line, pixels. */
        public static final double LARGEST = 24;

        /** A plain look in one colour, as #rrggbb. */
        public static Look in(String colour) {
            return new Look(true, 1, OptionalLong.empty(), OptionalLong.empty(), colour, colour, 0.2, 1.8, false, "");
        }

        public Look shown(boolean now) {
            return new Look(now, opacity, nearest, farthest, stroke, fill, fillOpacity, size, names, attribution);
        }

        public Look opaque(double share) {
            return new Look(visible, share, nearest, farthest, stroke, fill, fillOpacity, size, names, attribution);
        }

        public Look between(OptionalLong near, OptionalLong far) {
            return new Look(visible, opacity, near, far, stroke, fill, fillOpacity, size, names, attribution);
        }

        public Look drawn(String line, String area, double areaOpacity, double width) {
            return new Look(visible, opacity, nearest, farthest, line, area, areaOpacity, width, names, attribution);
        }

        public Look naming(boolean now) {
            return new Look(visible, opacity, nearest, farthest, stroke, fill, fillOpacity, size, now, attribution);
        }

        public Look crediting(String words) {
            return new Look(visible, opacity, nearest, farthest, stroke, fill, fillOpacity, size, names, words);
        }

        /** Whether it is to be seen on a map of 1:{@code denominator}. */
        public boolean shownAt(double denominator) {
            return visible
                    && (nearest.isEmpty() || denominator >= nearest.getAsLong())
                    && (farthest.isEmpty() || denominator <= farthest.getAsLong());
        }

        private void check() {
            boolean sound = opacity >= 0
                    && opacity <= 1
                    && fillOpacity >= 0
                    && fillOpacity <= 1
                    && size > 0
                    && size <= LARGEST
                    && stroke.matches("#[0-9a-f]{6}")
                    && fill.matches("#[0-9a-f]{6}")
                    && nearest.orElse(1) > 0
                    && farthest.orElse(1) > 0;
            if (!sound) {
                throw new DomainException("The layer's look is out of range: give opacities from 0 to 1, a size up to "
                        + (int) LARGEST + ", colours as #rrggbb and scales as whole numbers above 0.");
            }
            if (nearest.isPresent() && farthest.isPresent() && nearest.getAsLong() > farthest.getAsLong()) {
                throw new DomainException("The layer would be shown at no scale: 1:" + nearest.getAsLong()
                        + " is farther than 1:" + farthest.getAsLong() + "; exchange the two.");
            }
        }
    }

    /** What a file holds; empty for what is not a file. */
    public Optional<Content> content() {
        return switch (origin) {
            case Reference reference -> Optional.of(reference.content());
            case Copy copy -> Optional.of(copy.content());
            case Tiles tiles -> Optional.empty();
        };
    }

    public Layer named(String other) {
        return new Layer(id, uuid, other, position, origin, look);
    }

    public Layer looking(Look other) {
        return new Layer(id, uuid, name, position, origin, other);
    }

    /** The same with what it comes from found elsewhere or changed. */
    public Layer from(Origin other) {
        return new Layer(id, uuid, name, position, other, look);
    }

    Layer withId(long number) {
        return new Layer(number, uuid, name, position, origin, look);
    }

    Layer at(int place) {
        return new Layer(id, uuid, name, place, origin, look);
    }

    /** @throws DomainException when something is out of range */
    void check() {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new DomainException("A layer needs a name of at most " + LONGEST_NAME + " letters; give it one.");
        }
        look.check();
    }
}
