package org.sightline.briefing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.briefing.Galley.Strip;

/**
 * What a person has put somewhere on a scene's page. Words never come to lie over words: where two would, the later one
 * goes to the nearest free place. Over a map they stand on a white ground. One thread.
 */
final class Placed {
    private static final double AIR = 4;

    private final Setting setting;
    private final Scene.Subject subject;
    private final Optional<Pictures> pictures;
    private final List<Piece> pieces = new ArrayList<>();
    private Optional<Rectangle2D> locator = Optional.empty();

    /** @param note which of the person's notes; -1 for a part */
    private record Piece(Part part, int note, List<Strip> strips, Rectangle2D box) {}

    Placed(Setting setting, Scene.Subject subject, Optional<Pictures> pictures) {
        this.setting = setting;
        this.subject = subject;
        this.pictures = pictures;
    }

    /**
     * Finds a place for each.
     *
     * @param written where something is written already
     * @param concerns gathers what could not be done
     */
    void settle(List<Rectangle2D> written, Heading heading, Set<Long> offMap, List<String> concerns) {
        Collisions others = new Collisions(setting.sheet().whole());
        written.forEach(others::take);
        pictures.flatMap(Pictures::inset).ifPresent(others::take);
        box(Part.LOCATOR)
                .filter(box -> pictures.isPresent() && setting.shows(Part.MAP))
                .ifPresent(box -> {
                    Rectangle2D free = others.nearest(box).orElse(box);
                    others.take(free);
                    locator = Optional.of(free);
                    countHidden(Part.LOCATOR, free, concerns);
                });
        for (Part part : Part.values()) {
            box(part).ifPresent(box -> {
                List<Strip> strips = strips(part, box.getWidth(), heading, offMap);
                if (!strips.isEmpty()) {
                    settle(part, -1, strips, box, others, concerns);
                }
            });
        }
        List<Note> notes = setting.design().notes();
        for (int i = 0; i < notes.size() && subject.first(); i++) {
            int which = i;
            Note note = notes.get(i);
            note.box()
                    .map(setting.sheet()::points)
                    .filter(box -> !note.text().isBlank())
                    .ifPresent(box -> settle(
                            Part.TITLE, which, heading.note(note.text(), box.getWidth()), box, others, concerns));
        }
    }

    private Optional<Rectangle2D> box(Part part) {
        return setting.shows(part) ? setting.design().part(part).box().map(setting.sheet()::points) : Optional.empty();
    }

    private void settle(
            Part part, int note, List<Strip> strips, Rectangle2D box, Collisions others, List<String> concerns) {
        Rectangle2D wanted = new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), MapMargin.height(strips));
        Optional<Rectangle2D> free = others.nearest(wanted);
        if (free.isEmpty()) {
            concerns.add(Phrases.of("concern.noRoom", name(part, note)));
            return; // rather missed than written over something
        }
        others.take(free.get());
        pieces.add(new Piece(part, note, strips, free.get()));
        countHidden(part, free.get(), concerns);
    }

    private void countHidden(Part part, Rectangle2D box, List<String> concerns) {
        long hidden = hidden(List.of(box));
        if (hidden > 0) {
            concerns.add(Phrases.of("concern.hidden", name(part, -1), hidden));
        }
    }

    /** How many pins are covered by what stands in some boxes. */
    long hidden(List<Rectangle2D> boxes) {
        return pictures.map(Pictures::heads).orElse(List.of()).stream()
                .filter(head -> head.getWidth() > 6 && boxes.stream().anyMatch(box -> head.intersects(grown(box))))
                .count();
    }

    private static String name(Part part, int note) {
        return Phrases.of(note >= 0 ? "part.NOTE" : "part." + part.name());
    }

    private List<Strip> strips(Part part, double width, Heading heading, Set<Long> offMap) {
        MapMargin margin = new MapMargin(setting.design().look().theme(), width);
        boolean map = pictures.isPresent();
        return switch (part) {
            case TITLE -> heading.title(width);
            case SUMMARY -> heading.summary(width, offMap);
            case LEGEND ->
                map
                        ? Frames.sections(setting, subject, width).stream()
                                .flatMap(List::stream)
                                .toList()
                        : List.of();
            case SCALE ->
                pictures.map(p -> margin.scale(p.fitted(), setting.onPaper(), false))
                        .orElse(List.of());
            case NORTH -> pictures.map(p -> margin.north(p.fitted())).orElse(List.of());
            case PROJECTION ->
                pictures.map(p -> margin.projection(p.fitted(), p.gridInWords()))
                        .orElse(List.of());
            case SOURCES -> pictures.map(p -> margin.sources(p.credits())).orElse(List.of());
            case COLOPHON ->
                margin.colophon(Colophon.of(
                        setting.design(), setting.dossier(), setting.sheet().asOf()));
            case MAP,
                    LOCATOR,
                    GRID,
                    STRIP,
                    TABLE,
                    CLAIMS,
                    SOURCE_LIST,
                    BOARD,
                    DATE,
                    PAGE_NUMBER,
                    MARKING_HEAD,
                    MARKING_FOOT -> List.of();
        };
    }

    static Rectangle2D grown(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() - AIR, box.getY() - AIR, box.getWidth() + 2 * AIR, box.getHeight() + 2 * AIR);
    }

    /** What lies over maps. */
    List<Rectangle2D> boxes() {
        List<Rectangle2D> boxes = new ArrayList<>();
        pieces.forEach(piece -> boxes.add(grown(piece.box())));
        locator.ifPresent(boxes::add);
        return boxes;
    }

    void put(Page page) {
        locator.ifPresent(box -> {
            MapFit.Fitted fitted = pictures.orElseThrow().fitted();
            new LocatorFigure(box, fitted.view(), setting.design().look().theme()).put(page, setting.ink());
            page.spot(Part.LOCATOR, box, true);
        });
        List<Rectangle2D> maps = pictures.map(Pictures::frames).orElse(List.of());
        for (Piece piece : pieces) {
            Rectangle2D panel = grown(piece.box());
            if (maps.stream().anyMatch(map -> map.intersects(panel))) {
                page.add(new Mark.Filled(panel, Color.WHITE));
                page.add(new Mark.Lined(panel, setting.ink().rule(), 0.6));
            }
            MapMargin.put(piece.strips(), page, piece.box().getX(), piece.box().getY());
            if (piece.note() >= 0) {
                page.noteSpot(piece.note(), piece.box(), true);
            } else {
                page.spot(piece.part(), piece.box(), true);
            }
        }
    }
}
