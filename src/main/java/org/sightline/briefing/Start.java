package org.sightline.briefing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sightline.DomainException;

/** What a design begins from: which pages there are, and which parts stand on them unless a person says otherwise. */
public enum Start {
    /** One map on one page. */
    MAP,
    /** A map with the claims as a table beside or below it. */
    MAP_TABLE,
    /** A page for each place: its map, its claims. */
    PLACES,
    /** A page for each day, all of the same extent. */
    DAYS,
    /** Small maps of the same extent, one after another in time. */
    STRIP,
    /** A map with a small one that tells where in the world it is. */
    LOCATOR;

    /** Whether a part is on the page unless it is taken off. */
    public boolean shows(Part part) {
        return switch (part) {
            case MAP -> this != STRIP;
            case LOCATOR -> this == LOCATOR || this == PLACES;
            case STRIP -> this == STRIP;
            case TABLE -> this == MAP_TABLE;
            case CLAIMS -> isGrouped();
            case SOURCE_LIST -> false;
            default -> true;
        };
    }

    /** Whether a part has a meaning here: a strip of maps has no single map, and the others no strip. */
    public boolean offers(Part part) {
        return switch (part) {
            case MAP, LOCATOR -> this != STRIP;
            case STRIP -> this == STRIP;
            default -> true;
        };
    }

    /** Whether there is a page for each of several groups of claims. */
    boolean isGrouped() {
        return this == PLACES || this == DAYS;
    }

    /** Stable form for files, such as {@code map-table}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws DomainException when there is none of that name, naming them */
    public static Start parse(String words) {
        String key = words.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(start -> start.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new DomainException(Phrases.of(
                        "error.start",
                        words.strip(),
                        Arrays.stream(values()).map(Start::key).collect(Collectors.joining(", ")))));
    }
}
