package org.sightline.geo;

/**
 * A table of places, ready to be searched. Immutable, safe for any thread.
 *
 * @param search finds its places, and the areas whose names are in the same index
 */
record PlaceBook(PlaceTable places, NameSearch search, NearPlaces near) {
    PlaceBook(PlaceTable places, NameIndex names, AreaTable areas) {
        this(places, new NameSearch(names, places, areas), new NearPlaces(places));
    }
}
