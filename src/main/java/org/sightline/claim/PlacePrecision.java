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
}
