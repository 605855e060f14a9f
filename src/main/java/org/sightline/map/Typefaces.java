package org.sightline.map;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The map's letters: IBM Plex Sans (SIL Open Font Licence), loaded from {@code /assets/fonts} and not from the system,
 * so that a map looks the same on every machine. Safe for any thread.
 */
@SuppressWarnings("ImmutableEnumChecker") // a Font cannot be changed, though it does not say so
enum Typefaces {
    REGULAR("IBMPlexSans-Regular"),
    MEDIUM("IBMPlexSans-Medium"),
    BOLD("IBMPlexSans-SemiBold"),
    ITALIC("IBMPlexSans-Italic"),
    NARROW("IBMPlexSansCondensed-Regular"),
    NARROW_BOLD("IBMPlexSansCondensed-SemiBold"),
    NARROW_ITALIC("IBMPlexSansCondensed-Italic");

    private final Font font;

    Typefaces(String file) {
        this.font = load("/assets/fonts/" + file + ".ttf");
    }

    /** @param size pixels of the view */
    Font at(double size) {
        return font.deriveFont((float) size);
    }

    private static Font load(String path) {
        try (InputStream in = Typefaces.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The font " + path + " is missing from this build.");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + path + " in this build cannot be read.", e);
        }
    }
}
