package org.sightline.briefing;

import java.util.Locale;

/** In which order claims are numbered, and listed. */
public enum Numbering {
    /** As one reads the map: from the top down, each row from the left. */
    READING,
    /** By their time; those without one last. */
    TIME,
    /** As they were given: by the order of the list they come from. */
    LIST;

    /** Stable form for files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
