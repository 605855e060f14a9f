package org.sightline.briefing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/**
 * A size of paper, upright: not wider than high. Immutable.
 *
 * @param name "A4", "Letter", or for a size of one's own "300 x 420 mm"
 * @param widthMm millimetres, 100 to 2,000
 * @param heightMm likewise
 */
public record PaperSize(String name, double widthMm, double heightMm) {
    /** Points (1/72 inch) to a millimetre. */
    static final double POINTS_PER_MM = 72 / 25.4;

    private static final double LEAST = 100;
    private static final double MOST = 2_000;
    private static final Pattern OWN =
            Pattern.compile("([0-9]{2,4}(?:[.][0-9])?)\\s*[x\u00d7]\\s*([0-9]{2,4}(?:[.][0-9])?)\\s*(?:mm)?");

    public static final PaperSize A5 = new PaperSize("A5", 148, 210);
    public static final PaperSize A4 = new PaperSize("A4", 210, 297);
    public static final PaperSize A3 = new PaperSize("A3", 297, 420);
    public static final PaperSize A2 = new PaperSize("A2", 420, 594);
    public static final PaperSize A1 = new PaperSize("A1", 594, 841);
    public static final PaperSize LETTER = new PaperSize("Letter", 215.9, 279.4);

    /** Those with a name, from small to large. */
    public static final List<PaperSize> NAMED = List.of(A5, A4, LETTER, A3, A2, A1);

    /** @throws DomainException when a side is out of range */
    public PaperSize {
        boolean sound = widthMm >= LEAST && heightMm <= MOST && widthMm <= heightMm;
        if (!sound) {
            throw new DomainException(Phrases.of("error.paper", name));
        }
    }

    /**
     * Sides in either order.
     *
     * @throws DomainException when a side is out of range
     */
    public static PaperSize custom(double oneMm, double otherMm) {
        double width = Math.min(oneMm, otherMm);
        double height = Math.max(oneMm, otherMm);
        return new PaperSize(millimetres(width) + " x " + millimetres(height) + " mm", width, height);
    }

    /**
     * Reads "A3", "letter", "300x420" or "300 x 420 mm".
     *
     * @throws DomainException when it is none of them, or out of range
     */
    public static PaperSize parse(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        for (PaperSize size : NAMED) {
            if (size.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return size;
            }
        }
        Matcher own = OWN.matcher(wanted);
        if (own.matches()) {
            return custom(Double.parseDouble(own.group(1)), Double.parseDouble(own.group(2)));
        }
        throw new DomainException(Phrases.of("error.paper", words.strip()));
    }

    /** Whether it has a name of its own. */
    public boolean isNamed() {
        return NAMED.contains(this);
    }

    static String millimetres(double length) {
        return length == Math.rint(length) ? Long.toString((long) length) : String.format(Locale.ROOT, "%.1f", length);
    }
}
