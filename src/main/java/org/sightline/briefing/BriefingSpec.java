package org.sightline.briefing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/**
 * What a briefing is to look like.
 *
 * @param extent degrees; empty fits the claims
 * @param epsg projection of the map; empty for one fitted to the extent
 * @param theme {@link MapTheme#PRINT} or {@link MapTheme#MONOCHROME}
 * @param dpi of pictures; pages as PDF and SVG are vectors
 * @param symbols which signs stand for claims, on the map and in the list
 */
public record BriefingSpec(
        String title,
        Optional<Envelope> extent,
        Paper paper,
        boolean landscape,
        Optional<Tlp> tlp,
        MapTheme theme,
        Notation notation,
        OptionalInt epsg,
        int dpi,
        SymbolSet symbols) {

    /** With our own pins. */
    public BriefingSpec(
            String title,
            Optional<Envelope> extent,
            Paper paper,
            boolean landscape,
            Optional<Tlp> tlp,
            MapTheme theme,
            Notation notation,
            OptionalInt epsg,
            int dpi) {
        this(title, extent, paper, landscape, tlp, theme, notation, epsg, dpi, SymbolSet.PINS);
    }

    /** Paper sizes, points (1/72 inch), portrait. */
    public enum Paper {
        A4(595.276, 841.89),
        A3(841.89, 1190.551),
        LETTER(612, 792);

        private final double width;
        private final double height;

        Paper(double width, double height) {
            this.width = width;
            this.height = height;
        }

        public double width() {
            return width;
        }

        public double height() {
            return height;
        }
    }

    /** Traffic Light Protocol 2.0 markings (FIRST). */
    public enum Tlp {
        CLEAR,
        GREEN,
        AMBER,
        AMBER_STRICT,
        RED;

        /** As printed, such as "TLP:AMBER+STRICT". */
        public String label() {
            return "TLP:" + word();
        }

        /** As it is typed, such as "AMBER+STRICT". */
        public String word() {
            return name().replace('_', '+');
        }

        /** Reads "AMBER+STRICT" or "tlp:green"; empty when it is no marking. */
        public static Optional<Tlp> parse(String words) {
            String wanted = words.strip().toUpperCase(Locale.ROOT).replaceFirst("^TLP:", "");
            return Arrays.stream(values())
                    .filter(tlp -> tlp.word().equals(wanted.replace('_', '+')))
                    .findFirst();
        }
    }

    public static BriefingSpec titled(String title) {
        return new BriefingSpec(
                title,
                Optional.empty(),
                Paper.A4,
                true,
                Optional.empty(),
                MapTheme.PRINT,
                Notation.DECIMAL,
                OptionalInt.empty(),
                150);
    }

    /** The same with another extent, degrees; empty fits the claims. */
    public BriefingSpec showing(Optional<Envelope> other) {
        return new BriefingSpec(title, other, paper, landscape, tlp, theme, notation, epsg, dpi, symbols);
    }

    /** The same on other paper. */
    public BriefingSpec on(Paper other, boolean inLandscape) {
        return new BriefingSpec(title, extent, other, inLandscape, tlp, theme, notation, epsg, dpi, symbols);
    }

    /** The same with another marking. */
    public BriefingSpec marked(Optional<Tlp> other) {
        return new BriefingSpec(title, extent, paper, landscape, other, theme, notation, epsg, dpi, symbols);
    }

    /** The same in colour ({@link MapTheme#PRINT}) or in black and white ({@link MapTheme#MONOCHROME}). */
    public BriefingSpec in(MapTheme other) {
        return new BriefingSpec(title, extent, paper, landscape, tlp, other, notation, epsg, dpi, symbols);
    }

    /** The same with coordinates written another way. */
    public BriefingSpec writing(Notation other) {
        return new BriefingSpec(title, extent, paper, landscape, tlp, theme, other, epsg, dpi, symbols);
    }

    /** The same in another projection; empty for one fitted to the extent. */
    public BriefingSpec projected(OptionalInt code) {
        return new BriefingSpec(title, extent, paper, landscape, tlp, theme, notation, code, dpi, symbols);
    }

    /** The same with pictures of another resolution. */
    public BriefingSpec at(int dotsPerInch) {
        return new BriefingSpec(title, extent, paper, landscape, tlp, theme, notation, epsg, dotsPerInch, symbols);
    }

    /** The same with other signs for claims. */
    public BriefingSpec as(SymbolSet set) {
        return new BriefingSpec(title, extent, paper, landscape, tlp, theme, notation, epsg, dpi, set);
    }
}
