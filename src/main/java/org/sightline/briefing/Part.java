package org.sightline.briefing;

import java.util.Locale;
import java.util.Optional;

/** What a page is made of. Each can be left out; all but the grid can be moved. */
public enum Part {
    TITLE,
    SUMMARY,
    MAP,
    LOCATOR,
    GRID,
    STRIP,
    LEGEND,
    SCALE,
    NORTH,
    PROJECTION,
    SOURCES,
    COLOPHON,
    TABLE,
    CLAIMS,
    SOURCE_LIST,
    BOARD,
    DATE,
    PAGE_NUMBER,
    MARKING_HEAD,
    MARKING_FOOT;

    /** Stable form for files, such as {@code page-number}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Part> ofKey(String key) {
        for (Part part : values()) {
            if (part.key().equals(key)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** Whether it stands in a rectangle of its own; the grid is drawn within the map. */
    public boolean isMovable() {
        return this != GRID;
    }

    /** Whether it is printed on every page, in its head or foot. */
    boolean isFurniture() {
        return switch (this) {
            case BOARD, DATE, PAGE_NUMBER, MARKING_HEAD, MARKING_FOOT -> true;
            default -> false;
        };
    }
}
