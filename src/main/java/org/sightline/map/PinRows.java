package org.sightline.map;

import java.util.List;
import java.util.RandomAccess;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Status;

/**
 * Claims of which only what a map needs is at hand, in columns. A map with very many of them asks row by row, and has a
 * claim made only for the few that it draws one by one; that claim has place, status, category and modality, and need
 * not have more. Immutable, safe for any thread; two are equal only when they are the same.
 */
public interface PinRows extends List<Claim>, RandomAccess {
    long id(int row);

    /** Degrees; NaN when the claim has no place, or one that is a route or an area. */
    double longitude(int row);

    /** Degrees; NaN as the longitude is. */
    double latitude(int row);

    /** Metres within which the place is known; of a route or an area, about its line. */
    double radiusMetres(int row);

    /** Whether the place is a route or an area. */
    boolean shaped(int row);

    Status status(int row);

    Category category(int row);

    Modality modality(int row);

    /** The row of a claim; -1 when it is not among these. */
    int rowOf(long id);

    /** All places, degrees; null (JTS) when there is none. */
    Envelope extent();

    /** How many have a place. */
    int placed();

    /**
     * What these were chosen from: the same object for all lists whose rows are {@linkplain #rowThere rows} of it, so that
     * what was reckoned for one is good for the others. A list that was chosen from nothing is its own.
     */
    default Object whole() {
        return this;
    }

    /** How many rows that has. */
    default int wholeSize() {
        return size();
    }

    /** The row that a row of these has there; -1 when it is not from there. */
    default int rowThere(int row) {
        return row;
    }
}
