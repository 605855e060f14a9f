package org.sightline.claim;

/** What the researcher has made of a claim so far. */
public enum Status {
    UNVERIFIED,
    CORROBORATED,
    DISPUTED,
    REFUTED,
    WITHDRAWN;

    /** @throws org.sightline.DomainException when it is none of the keys, naming them */
    public static Status parse(String words) {
        return Vocabulary.parse(values(), "a status", words);
    }

    /** Stable form for files and the command line, such as {@code withdrawn}. */
    public String key() {
        return Vocabulary.key(this);
    }

    /** For people. */
    public String label() {
        return Vocabulary.label(this);
    }
}
