package org.sightline.overlay;

/** How much of a file is taken, so that no file can fill the memory or never end. */
public final class Budget {
    /** Features of a layer; a file with more is refused. */
    public static final int FEATURES = 1_000_000;

    /** Vertices of a layer; a file with more is drawn coarser, and says so. */
    public static final int VERTICES = 2_000_000;

    /** Vertices of one line or ring. */
    public static final int VERTICES_EACH = 4_000_000;

    /** Features up to which names are kept. */
    public static final int NAMES = 100_000;

    /** Characters kept of a name. */
    public static final int NAME_LENGTH = 120;

    /** Collections within collections. */
    public static final int DEPTH = 32;

    /** Bytes that are unpacked from a compressed file. */
    public static final long UNPACKED = 1L << 30;

    /** Bytes of one value in a database: a geometry, a tile. */
    public static final int VALUE = 64 << 20;

    /** Pixels of a picture that must be decoded from its beginning, such as PNG and JPEG. */
    public static final long PICTURE_PIXELS = 200_000_000;

    /** Pixels decoded for one painting. */
    public static final long DECODED_PIXELS = 120_000_000;

    /** Bytes decoded for one painting, before they become colours. */
    public static final long DECODED_BYTES = 400L << 20;

    /** Bytes of one tile or strip of a TIFF, unpacked. */
    public static final long BLOCK = 128L << 20;

    /** Pixels across or down of a map tile. */
    public static final int TILE_SIDE = 2_048;

    /** Bytes of a map tile from a server. */
    public static final int TILE_BYTES = 4 << 20;

    private Budget() {}
}
