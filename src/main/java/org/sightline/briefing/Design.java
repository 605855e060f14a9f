package org.sightline.briefing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;

/**
 * What a briefing is to look like, whole: paper, look, and what stands on its pages and where. Immutable; {@link
 * DesignFile} reads and writes it.
 *
 * @param start which pages there are
 * @param title blank for the board's
 * @param paper of each sheet
 * @param landscape whether sheets lie on their long side
 * @param tiles sheets that make one page
 * @param marking in head and foot
 * @param look colours, signs, coordinates
 * @param numbering of the claims
 * @param claims which claims it is of; empty for those that are at hand
 * @param parts what differs from the starting point's own; no entry for what is as there
 * @param notes words of one's own, at most {@value #MOST_NOTES}
 */
public record Design(
        Start start,
        String title,
        PaperSize paper,
        boolean landscape,
        Tiles tiles,
        Marking marking,
        Look look,
        Numbering numbering,
        Chosen claims,
        Map<Part, Element> parts,
        List<Note> notes) {
    public static final int MOST_NOTES = 20;
    static final int LONGEST_TITLE = 500;

    /** @throws DomainException when there are too many notes, or the title is too long */
    public Design {
        parts = Map.copyOf(parts);
        notes = List.copyOf(notes);
        if (notes.size() > MOST_NOTES || title.length() > LONGEST_TITLE) {
            throw new DomainException(Phrases.of("error.tooMuch", MOST_NOTES, LONGEST_TITLE));
        }
    }

    /**
     * What a reader may do with it, or who may.
     *
     * @param tlp Traffic Light Protocol
     * @param classification words such as "Internal"; empty for none
     */
    public record Marking(Optional<BriefingSpec.Tlp> tlp, String classification) {
        public static final Marking NONE = new Marking(Optional.empty(), "");
    }

    /**
     * Claims by what they say; as on the command line.
     *
     * @param search words; empty for all
     * @param filter condition in ECQL; empty for all
     */
    public record Chosen(String search, String filter) {
        public static final Chosen ALL = new Chosen("", "");

        /** Claims that can be chosen one by one. */
        public static final int MOST_NUMBERED = 1000;

        /** Those of these numbers on their board; all, where there are none. */
        public static Chosen numbered(Collection<Long> ids) {
            String numbers = ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            return numbers.isEmpty() ? ALL : new Chosen("", "number IN (" + numbers + ")");
        }

        /** Those whose place meets an extent, degrees; one that runs past 180 degrees east or west is two. */
        public static Chosen within(Envelope extent) {
            if (extent.getWidth() >= 360) {
                return new Chosen("", box(-180, 180, extent));
            }
            double turn = 360 * Math.floor((extent.getMinX() + 180) / 360);
            double west = extent.getMinX() - turn;
            double east = extent.getMaxX() - turn;
            return new Chosen(
                    "",
                    east <= 180
                            ? box(west, east, extent)
                            : box(west, 180, extent) + " OR " + box(-180, east - 360, extent));
        }

        private static String box(double west, double east, Envelope extent) {
            return String.format(
                    Locale.ROOT,
                    "BBOX(place, %.4f, %.4f, %.4f, %.4f)",
                    west,
                    Math.max(-90, extent.getMinY()),
                    east,
                    Math.min(90, extent.getMaxY()));
        }

        public boolean isAll() {
            return search.isBlank() && filter.isBlank();
        }
    }

    /** A starting point on A4, upright where one reads down and lying where the map counts most. */
    public static Design from(Start start) {
        return new Design(
                start,
                "",
                PaperSize.A4,
                true,
                Tiles.NONE,
                Marking.NONE,
                Look.PLAIN,
                Numbering.READING,
                Chosen.ALL,
                Map.of(),
                List.of());
    }

    /** The one form of briefing that needs no design: a map, and the claims on the pages after it, as they are listed. */
    public static Design of(BriefingSpec spec) {
        return from(Start.MAP)
                .titled(spec.title())
                .on(PaperSize.parse(spec.paper().name()), spec.landscape())
                .marked(new Marking(spec.tlp(), ""))
                .looking(
                        new Look(spec.extent(), spec.theme(), spec.notation(), spec.epsg(), spec.dpi(), spec.symbols()))
                .numbered(Numbering.LIST)
                .with(Part.CLAIMS, element -> element.shown(true));
    }

    /** A part as it is here. */
    public Element part(Part part) {
        Element own = parts.get(part);
        return own != null ? own : new Element(start.shows(part), Optional.empty());
    }

    /** Whether a part is on the pages. */
    public boolean shows(Part part) {
        return start.offers(part) && part(part).shown();
    }

    /** Whether nothing differs from the starting point but what a person says of every briefing. */
    public boolean isMoved() {
        return parts.values().stream().anyMatch(e -> e.box().isPresent())
                || notes.stream().anyMatch(n -> n.box().isPresent());
    }

    /** Width of a page, millimetres: of the whole poster where it has tiles. */
    public double pageWidthMm() {
        return tiles.isPoster() ? tiles.acrossMm(sheetWidthMm()) : sheetWidthMm();
    }

    /** Height of a page, millimetres. */
    public double pageHeightMm() {
        return tiles.isPoster() ? tiles.downMm(sheetHeightMm()) : sheetHeightMm();
    }

    double sheetWidthMm() {
        return landscape ? paper.heightMm() : paper.widthMm();
    }

    double sheetHeightMm() {
        return landscape ? paper.widthMm() : paper.heightMm();
    }

    /** With another starting point: parts are where it puts them, and on or off as it has them. */
    public Design startingFrom(Start other) {
        return new Design(
                other, title, paper, landscape, tiles, marking, look, numbering, claims, Map.of(), unplaced(notes));
    }

    private static List<Note> unplaced(List<Note> notes) {
        return notes.stream().map(note -> note.at(Optional.empty())).toList();
    }

    public Design titled(String words) {
        return new Design(start, words, paper, landscape, tiles, marking, look, numbering, claims, parts, notes);
    }

    /** On other paper; what was put somewhere keeps its share of the page. */
    public Design on(PaperSize size, boolean lying) {
        return resized(new Design(start, title, size, lying, tiles, marking, look, numbering, claims, parts, notes));
    }

    /** On other tiles, likewise. */
    public Design on(Tiles sheets) {
        return resized(
                new Design(start, title, paper, landscape, sheets, marking, look, numbering, claims, parts, notes));
    }

    private Design resized(Design other) {
        double across = other.pageWidthMm() / pageWidthMm();
        double down = other.pageHeightMm() / pageHeightMm();
        UnaryOperator<Optional<Box>> scale = box -> box.map(b -> b.scaled(across, down));
        Map<Part, Element> moved = new EnumMap<>(Part.class);
        parts.forEach((part, element) -> moved.put(part, element.at(scale.apply(element.box()))));
        return other.having(moved)
                .noting(notes.stream().map(n -> n.at(scale.apply(n.box()))).toList());
    }

    public Design marked(Marking other) {
        return new Design(start, title, paper, landscape, tiles, other, look, numbering, claims, parts, notes);
    }

    public Design looking(Look other) {
        return new Design(start, title, paper, landscape, tiles, marking, other, numbering, claims, parts, notes);
    }

    public Design numbered(Numbering other) {
        return new Design(start, title, paper, landscape, tiles, marking, look, other, claims, parts, notes);
    }

    public Design of(Chosen other) {
        return new Design(start, title, paper, landscape, tiles, marking, look, numbering, other, parts, notes);
    }

    public Design noting(List<Note> other) {
        return new Design(start, title, paper, landscape, tiles, marking, look, numbering, claims, parts, other);
    }

    /** With one part changed. */
    public Design with(Part part, UnaryOperator<Element> change) {
        Map<Part, Element> changed = new EnumMap<>(Part.class);
        changed.putAll(parts);
        Element now = change.apply(part(part));
        if (now.equals(new Element(start.shows(part), Optional.empty()))) {
            changed.remove(part);
        } else {
            changed.put(part, now);
        }
        return having(changed);
    }

    /** With one note changed. */
    public Design withNote(int index, UnaryOperator<Note> change) {
        List<Note> changed = new ArrayList<>(notes);
        changed.set(index, change.apply(changed.get(index)));
        return noting(changed);
    }

    private Design having(Map<Part, Element> other) {
        return new Design(start, title, paper, landscape, tiles, marking, look, numbering, claims, other, notes);
    }

    /** Everything back where the starting point puts it; what is off stays off. */
    public Design tidied() {
        Design tidy = noting(unplaced(notes));
        for (Part part : parts.keySet()) {
            tidy = tidy.with(part, element -> element.at(Optional.empty()));
        }
        return tidy;
    }
}
