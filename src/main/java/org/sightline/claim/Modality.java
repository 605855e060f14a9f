package org.sightline.claim;

/** How a claim's event stands to reality, as the source puts it. */
public enum Modality {
    HAPPENED,
    ONGOING,
    PLANNED,
    PREDICTED,
    DENIED,
    UNKNOWN;

    /** @throws org.sightline.DomainException when it is none of the keys, naming them */
    public static Modality parse(String words) {
        return Vocabulary.parse(values(), "a modality", words);
    }

    /** Stable form for files and the command line, such as {@code unknown}. */
    public String key() {
        return Vocabulary.key(this);
    }

    /** For people. */
    public String label() {
        return Vocabulary.label(this);
    }
}
