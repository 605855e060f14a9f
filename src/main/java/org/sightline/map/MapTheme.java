package org.sightline.map;

/** The palettes of a map: for a light or a dark screen, for colour print and for black and white. */
public enum MapTheme {
    LIGHT,
    DARK,
    PRINT,
    MONOCHROME
}
