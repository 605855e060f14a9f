package org.sightline.briefing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/**
 * How one large page is printed on several sheets of paper, to be trimmed and joined. Immutable.
 *
 * @param columns sheets side by side, 1 to {@value #MOST}
 * @param rows sheets one above another, likewise
 * @param overlapMm how much two neighbours share, 0 to {@value #WIDEST_OVERLAP} millimetres
 */
public record Tiles(int columns, int rows, double overlapMm) {
    public static final int MOST = 6;
    public static final int WIDEST_OVERLAP = 30;

    /** One sheet: no poster. */
    public static final Tiles NONE = new Tiles(1, 1, 10);

    /** Margin of each sheet of a poster, which most printers cannot print on, millimetres. */
    static final double MARGIN_MM = 10;

    private static final Pattern FORM = Pattern.compile("([1-9])\\s*[x\u00d7]\\s*([1-9])");

    /** @throws DomainException when something is out of range */
    public Tiles {
        boolean sound = columns >= 1
                && columns <= MOST
                && rows >= 1
                && rows <= MOST
                && overlapMm >= 0
                && overlapMm <= WIDEST_OVERLAP;
        if (!sound) {
            throw new DomainException(Phrases.of("error.tiles", columns + "x" + rows));
        }
    }

    /**
     * Reads "2x3": columns, then rows.
     *
     * @throws DomainException when it is not of this form, or out of range
     */
    public static Tiles parse(String words) {
        Matcher form = FORM.matcher(words.strip());
        if (!form.matches()) {
            throw new DomainException(Phrases.of("error.tiles", words.strip()));
        }
        return new Tiles(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), NONE.overlapMm());
    }

    /** Whether there is more than one sheet. */
    public boolean isPoster() {
        return columns * rows > 1;
    }

    /** As {@link #parse} reads it. */
    public String words() {
        return columns + "x" + rows;
    }

    /** What is seen of the poster across, millimetres, on sheets of this width. */
    double acrossMm(double sheetWidth) {
        return columns * (sheetWidth - 2 * MARGIN_MM) - (columns - 1) * overlapMm;
    }

    double downMm(double sheetHeight) {
        return rows * (sheetHeight - 2 * MARGIN_MM) - (rows - 1) * overlapMm;
    }
}
