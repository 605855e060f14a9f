package org.sightline.briefing;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * What is done for characters that the typefaces lack: another font of the system gives their outline, or they are
 * named ("[U+1F600]"), but they are never left out. Stateless but for a cache; safe for any thread.
 */
final class Fallback {
    private Fallback() {}

    /** How a grapheme cluster gets onto paper. */
    enum Way {
        /** Through the typeface itself. */
        FACE,
        /** As the outline of a system font. */
        SYSTEM,
        /** By name. */
        NAMED,
        /** Not at all: it has no appearance of its own. */
        SILENT
    }

    private static final ConcurrentMap<Integer, Boolean> DRAWABLE = new ConcurrentHashMap<>();

    static Way wayOf(String cluster, Face face) {
        if (cluster.length() == 1) { // as nearly all are
            char c = cluster.charAt(0);
            if (!Character.isSurrogate(c) && !isDirection(c) && !isInvisible(c) && face.covers(c)) {
                return Way.FACE;
            }
        }
        boolean seen = false;
        boolean covered = true;
        boolean drawable = true;
        for (int codePoint : cluster.codePoints().toArray()) {
            if (isDirection(codePoint)) {
                return Way.NAMED;
            }
            if (isInvisible(codePoint)) {
                continue;
            }
            seen = true;
            covered &= face.covers(codePoint);
            drawable &= face.covers(codePoint) || DRAWABLE.computeIfAbsent(codePoint, Fallback::hasOutline);
        }
        if (!seen) {
            return Way.SILENT;
        }
        return covered ? Way.FACE : drawable ? Way.SYSTEM : Way.NAMED;
    }

    /** Characters of a text that stand by their numbers on paper, direction marks and the like left out. */
    static IntStream named(String text) {
        return text.codePoints()
                .filter(c -> c > 0x7E && !isDirection(c))
                .filter(c -> wayOf(Character.toString(c), Face.REGULAR) == Way.NAMED);
    }

    /**
     * Embeddings and overrides can make words look like other words (Trojan Source, CVE-2021-42574); in evidence they
     * are shown.
     */
    private static boolean isDirection(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    private static boolean isInvisible(int codePoint) {
        return codePoint == 0xAD
                || codePoint == 0xFEFF
                || codePoint >= 0x200B && codePoint <= 0x200F
                || codePoint == 0x2060
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    /** Colour bitmaps have a glyph and no outline; they cannot be printed as a shape. */
    private static boolean hasOutline(int codePoint) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 100);
        if (!font.canDisplay(codePoint)) {
            return false;
        }
        boolean mark = Character.getType(codePoint) == Character.NON_SPACING_MARK;
        String text = Character.toString(codePoint);
        return mark
                || Character.isWhitespace(codePoint)
                || !font.createGlyphVector(Face.EXACT, text)
                        .getOutline()
                        .getBounds2D()
                        .isEmpty();
    }

    /** "[U+1F600]"; controls such as a direction mark look the same. */
    static String name(String cluster) {
        StringBuilder name = new StringBuilder("[");
        cluster.codePoints()
                .filter(c -> !isInvisible(c))
                .forEach(c -> name.append(name.length() > 1 ? " " : "").append(String.format("U+%04X", c)));
        return name.append(']').toString();
    }

    /** Shaped and ordered as its script asks. */
    static TextLayout layout(String text, TextStyle style, boolean rightToLeft) {
        Map<TextAttribute, Object> attributes = new HashMap<>();
        boolean strong = style.face() == Face.BOLD || style.face() == Face.SEMIBOLD;
        attributes.put(TextAttribute.FONT, systemFont(strong, style.size()));
        attributes.put(
                TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        return new TextLayout(text, attributes, Face.EXACT);
    }

    private static Font systemFont(boolean strong, double size) {
        return new Font(Font.SANS_SERIF, strong ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    }
}
