package org.sightline.claim;

import java.util.UUID;

/** How one claim bears on another: {@code from} supports, contradicts, duplicates or refines {@code to}. */
public record Relation(long id, UUID uuid, UUID from, Kind kind, UUID to) {

    /** What the first claim does to the second. */
    public enum Kind {
        SUPPORTS,
        CONTRADICTS,
        DUPLICATES,
        REFINES
    }
}
