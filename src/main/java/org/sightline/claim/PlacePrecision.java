package org.sightline.claim;

/** How precisely a place is known. */
public enum PlacePrecision {
    EXACT(10),
    VICINITY(100),
    LOCALITY(1_000),
    TOWN(3_000),
    DISTRICT(20_000),
    REGION(100_000),
    COUNTRY(300_000);

    private final double radiusMetres;

    PlacePrecision(double radiusMetres) {
        this.radiusMetres = radiusMetres;
    }

    /** Uncertainty radius assumed where none is stated, metres. */
    public double radiusMetres() {
        return radiusMetres;
    }

    /**
     * Digits of an MGRS reference that the precision warrants, both halves together; 0 when none may be printed, since
     * even the 10 km square would say too much.
     */
    public int mgrsDigits() {
        return switch (this) {
            case EXACT -> 8;
            case VICINITY -> 6;
            case LOCALITY, TOWN -> 4;
            case DISTRICT, REGION, COUNTRY -> 0;
        };
    }

    /** @throws org.sightline.DomainException when it is none of the keys, naming them */
    public static PlacePrecision parse(String words) {
        return Vocabulary.parse(values(), "a place precision", words);
    }

    /** Stable form for files and the command line, such as {@code town}. */
    public String key() {
        return Vocabulary.key(this);
    }

    /** For people. */
    public String label() {
        return Vocabulary.label(this);
    }
}
