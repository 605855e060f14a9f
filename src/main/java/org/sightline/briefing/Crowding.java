package org.sightline.briefing;

import java.util.Locale;

/** What becomes of pins that would hide one another on a printed map. */
public enum Crowding {
    /** Each stands for itself, moved aside and joined to its place by a line. */
    SPREAD,
    /** Where they are many, one ring with their number stands for all; the list has each of them. */
    GATHERED;

    /** Stable form for files, such as {@code spread}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
