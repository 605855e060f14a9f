package org.sightline.claim;

import java.util.UUID;
import org.sightline.DomainException;

/** How one claim bears on another: {@code from} supports, contradicts, duplicates or refines {@code to}. */
public record Relation(long id, UUID uuid, UUID from, Kind kind, UUID to) {

    /** What the first claim does to the second. */
    public enum Kind {
        SUPPORTS,
        CONTRADICTS,
        DUPLICATES,
        REFINES;

        /** @throws DomainException when it is none of the keys, naming them */
        public static Kind parse(String words) {
            return Vocabulary.parse(values(), "a relation", words);
        }

        /** Stable form for files and the command line, such as {@code supports}. */
        public String key() {
            return Vocabulary.key(this);
        }

        /** For people. */
        public String label() {
            return Vocabulary.label(this);
        }
    }

    public Relation {
        if (from.equals(to)) {
            throw new DomainException("A claim cannot be related to itself; name two claims.");
        }
    }

    /** A new relation. */
    public static Relation of(UUID from, Kind kind, UUID to) {
        return new Relation(0, UUID.randomUUID(), from, kind, to);
    }
}
