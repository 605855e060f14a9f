package org.sightline.map;

import java.awt.Color;
import org.sightline.claim.Status;

/**
 * The colours of one theme. The base is pale (dark: muted) so that claims carry the only strong colours; the colours of
 * statuses keep apart for the common forms of colour blindness and differ in lightness, so that they do in grey too.
 */
record Palette(
        Color sea,
        Color land,
        Color coast,
        Color lake,
        Color shore,
        Color river,
        Color province,
        Color border,
        Color borderBand,
        Color countryText,
        Color provinceText,
        Color waterText,
        Color townText,
        Color townMark,
        Color halo,
        Color graticule,
        Color paper,
        Color ink,
        Color accent) {

    /** How a status is coloured: the body of its pins, what is written on it, and lines and text on the map itself. */
    record Tone(Color body, Color text, Color line) {}

    private static final Palette LIGHT = new Palette(
            rgb(0xD4E4EC),
            rgb(0xF7F5F0),
            rgb(0x9FBAC7),
            rgb(0xD0E2EB),
            rgb(0xA9C5D2),
            rgb(0xB3CFDC),
            rgb(0xD3CCC2),
            rgb(0x9A8F88),
            argb(0x70DDD2CA),
            rgb(0x625A55),
            rgb(0x756C66),
            rgb(0x3A6880),
            rgb(0x3B3A3A),
            rgb(0x55504E),
            argb(0xD8FFFFFF),
            argb(0x5A7F95A1),
            rgb(0xFFFFFF),
            rgb(0x1D2429),
            rgb(0x0B66C3));

    private static final Palette DARK = new Palette(
            rgb(0x151C24),
            rgb(0x242C34),
            rgb(0x41525F),
            rgb(0x17212B),
            rgb(0x34444F),
            rgb(0x2C3D49),
            rgb(0x38424B),
            rgb(0x74818B),
            argb(0x4C46525C),
            rgb(0x94A1AB),
            rgb(0x8C98A2),
            rgb(0x7FA3B7),
            rgb(0xC9D2D8),
            rgb(0x9DA9B1),
            argb(0xC81B222A),
            argb(0x4A8397A6),
            rgb(0x1D252D),
            rgb(0xEEF2F5),
            rgb(0x6FB7FF));

    private static final Palette PRINT = new Palette(
            rgb(0xDDEAF1),
            rgb(0xFCFBF8),
            rgb(0x86A5B4),
            rgb(0xD8E8F0),
            rgb(0x93B3C2),
            rgb(0x9FC0D0),
            rgb(0xC4BCB2),
            rgb(0x837A74),
            argb(0x80E3DAD3),
            rgb(0x6A625E),
            rgb(0x736B66),
            rgb(0x3A6C86),
            rgb(0x2C2B2B),
            rgb(0x44403E),
            argb(0xE6FFFFFF),
            argb(0x70768D9A),
            rgb(0xFFFFFF),
            rgb(0x101417),
            rgb(0x0B57A8));

    private static final Palette MONOCHROME = new Palette(
            rgb(0xE9E9E9),
            rgb(0xFFFFFF),
            rgb(0x8C8C8C),
            rgb(0xE6E6E6),
            rgb(0x9C9C9C),
            rgb(0xB4B4B4),
            rgb(0xC2C2C2),
            rgb(0x767676),
            argb(0x80E2E2E2),
            rgb(0x5E5E5E),
            rgb(0x6A6A6A),
            rgb(0x606060),
            rgb(0x222222),
            rgb(0x333333),
            argb(0xE6FFFFFF),
            argb(0x70808080),
            rgb(0xFFFFFF),
            rgb(0x000000),
            rgb(0x000000));

    static Palette of(MapTheme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case PRINT -> PRINT;
            case MONOCHROME -> MONOCHROME;
        };
    }

    /** The tone of a status in a theme. */
    static Tone tone(Status status, MapTheme theme) {
        return switch (theme) {
            case MONOCHROME -> grey(status);
            case DARK -> onDark(status);
            case LIGHT, PRINT -> onLight(status);
        };
    }

    private static Tone onLight(Status status) {
        return switch (status) {
            case UNVERIFIED -> new Tone(rgb(0xF2A900), rgb(0x241A00), rgb(0x9A6200));
            case CORROBORATED -> new Tone(rgb(0x145DA0), Color.WHITE, rgb(0x145DA0));
            case DISPUTED -> new Tone(rgb(0xB5307F), Color.WHITE, rgb(0xA32872));
            case REFUTED -> new Tone(rgb(0x4B5157), Color.WHITE, rgb(0x4B5157));
            case WITHDRAWN -> new Tone(rgb(0xC9CED2), rgb(0x2B3136), rgb(0x6F777D));
        };
    }

    private static Tone onDark(Status status) {
        return switch (status) {
            case UNVERIFIED -> new Tone(rgb(0xF5B82E), rgb(0x241A00), rgb(0xF5B82E));
            case CORROBORATED -> new Tone(rgb(0x5AA9E6), rgb(0x06192A), rgb(0x6CB4EC));
            case DISPUTED -> new Tone(rgb(0xE27BB4), rgb(0x2E0A1E), rgb(0xE68BBE));
            case REFUTED -> new Tone(rgb(0x7B858D), rgb(0x0C1115), rgb(0x97A1A9));
            case WITHDRAWN -> new Tone(rgb(0x3E4851), rgb(0xD4DBE0), rgb(0x8D98A1));
        };
    }

    private static Tone grey(Status status) {
        return switch (status) {
            case UNVERIFIED -> new Tone(Color.WHITE, Color.BLACK, rgb(0x303030));
            case CORROBORATED -> new Tone(Color.BLACK, Color.WHITE, Color.BLACK);
            case DISPUTED -> new Tone(rgb(0x6E6E6E), Color.WHITE, rgb(0x505050));
            case REFUTED -> new Tone(rgb(0xB4B4B4), Color.BLACK, rgb(0x606060));
            case WITHDRAWN -> new Tone(rgb(0xE4E4E4), rgb(0x404040), rgb(0x808080));
        };
    }

    static Color translucent(Color colour, double opacity) {
        return new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(colour.getAlpha() * opacity));
    }

    private static Color rgb(int rgb) {
        return new Color(rgb);
    }

    private static Color argb(int argb) {
        return new Color(argb, true);
    }
}
