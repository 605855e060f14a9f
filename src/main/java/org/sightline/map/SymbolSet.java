package org.sightline.map;

/** Which signs stand for claims on a map. */
public enum SymbolSet {
    /** Our own pins: shape by category, colour by status. */
    PINS(1),
    /** Frames and icons after MIL-STD-2525 and APP-6: src/docs/military-symbols.md. */
    MILITARY(1.25);

    private final double size;

    SymbolSet(double size) {
        this.size = size;
    }

    /** Of a head, pixels of the view. */
    double radius(MapTheme theme) {
        return PinShape.radius(theme) * size;
    }
}
