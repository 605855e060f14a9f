package org.sightline.briefing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The typefaces of a briefing: IBM Plex Sans from {@code /assets/fonts}, Latin and Cyrillic, with figures of one width.
 * Read on first use; safe for any thread.
 */
enum Face {
    REGULAR("IBMPlexSans-Regular.ttf"),
    ITALIC("IBMPlexSans-Italic.ttf"),
    MEDIUM("IBMPlexSans-Medium.ttf"),
    SEMIBOLD("IBMPlexSans-SemiBold.ttf"),
    BOLD("IBMPlexSans-Bold.ttf"),
    CONDENSED("IBMPlexSansCondensed-Regular.ttf"),
    CONDENSED_ITALIC("IBMPlexSansCondensed-Italic.ttf"),
    CONDENSED_SEMIBOLD("IBMPlexSansCondensed-SemiBold.ttf");

    /** No hinting and fractional advances: a line is as wide on paper as in a picture. */
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** The font file, for embedding; the caller closes it. */
    InputStream open() {
        InputStream in = Face.class.getResourceAsStream("/assets/fonts/" + file);
        if (in == null) {
            throw new IllegalStateException("The typeface " + file + " is missing from the program.");
        }
        return in;
    }

    Font font(double size) {
        return loaded().font().deriveFont((float) size);
    }

    boolean covers(int codePoint) {
        return loaded().covered().computeIfAbsent(codePoint, loaded().font()::canDisplay);
    }

    /** Width of a text that this face covers, in units of {@code size}. */
    double width(String text, double size) {
        Loaded loaded = loaded();
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            sum += loaded.advances().computeIfAbsent(codePoint, loaded::advance);
            i += Character.charCount(codePoint);
        }
        return sum * size;
    }

    /** The face an AWT font was made from, where it is one of these; the map's labels are drawn in them. */
    static Optional<Face> of(Font font) {
        String name = font.getFontName();
        return Arrays.stream(values())
                .filter(face -> face.loaded().font().getFontName().equals(name))
                .findFirst();
    }

    private Loaded loaded() {
        return Objects.requireNonNull(Loaded.ALL.get(this));
    }

    /** A face as AWT holds it; all are made together on first use. */
    private record Loaded(Font font, ConcurrentMap<Integer, Double> advances, ConcurrentMap<Integer, Boolean> covered) {
        private static final float UNIT = 1000f;
        static final Map<Face, Loaded> ALL = all();

        private static Map<Face, Loaded> all() {
            Map<Face, Loaded> all = new EnumMap<>(Face.class);
            for (Face face : values()) {
                all.put(face, new Loaded(read(face), new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
            }
            return all;
        }

        private static Font read(Face face) {
            try (InputStream in = face.open()) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("The typeface " + face.file + " is damaged.", e);
            }
        }

        private double advance(int codePoint) {
            GlyphVector glyphs = font.deriveFont(UNIT).createGlyphVector(EXACT, Character.toString(codePoint));
            return glyphs.getLogicalBounds().getWidth() / UNIT;
        }
    }
}
