package org.sightline.map;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.sightline.claim.Claim;

/**
 * Whose a thing is, as the author of a claim's tags sees it, with the frame and the fill that MIL-STD-2525 gives to land
 * units: told by shape alone where there is no colour. Frames lie about (0, 0), half as high as a radius near 1.
 */
@SuppressWarnings("ImmutableEnumChecker") // java.awt shapes can be changed; these are given to drawing alone
enum Affiliation {
    FRIEND(new Rectangle2D.Double(-1.27, -0.85, 2.54, 1.7), new Color(0x80E0FF)),
    HOSTILE(diamond(), new Color(0xFF8080)),
    NEUTRAL(new Rectangle2D.Double(-1, -1, 2, 2), new Color(0xAAFFAA)),
    UNKNOWN(quatrefoil(), new Color(0xFFFF80));

    /** What a tag begins with that says whose a thing is. */
    static final String TAG = "affiliation:";

    private static final List<String> FRIENDLY = List.of("friend", "friendly", "own");

    private final Shape frame;
    private final Color fill;

    Affiliation(Shape frame, Color fill) {
        this.frame = frame;
        this.fill = fill;
    }

    /** As a tag says it; unknown without such a tag, with two that differ, or with another word. */
    static Affiliation of(Claim claim) {
        List<Affiliation> said = claim.tags().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .filter(tag -> tag.startsWith(TAG))
                .map(tag -> named(tag.substring(TAG.length()).strip()))
                .distinct()
                .toList();
        return said.size() == 1 ? said.getFirst() : UNKNOWN;
    }

    private static Affiliation named(String word) {
        if (FRIENDLY.contains(word)) {
            return FRIEND;
        }
        return switch (word) {
            case "hostile", "enemy" -> HOSTILE;
            case "neutral" -> NEUTRAL;
            default -> UNKNOWN;
        };
    }

    Shape frame() {
        return frame;
    }

    Color fill(MapTheme theme) {
        return theme == MapTheme.MONOCHROME ? Color.WHITE : fill;
    }

    private static Path2D diamond() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -1.36);
        path.lineTo(1.36, 0);
        path.lineTo(0, 1.36);
        path.lineTo(-1.36, 0);
        path.closePath();
        return path;
    }

    private static Area quatrefoil() {
        Area area = new Area(new Rectangle2D.Double(-0.6, -0.6, 1.2, 1.2));
        for (double[] lobe : new double[][] {{-0.6, 0}, {0.6, 0}, {0, -0.6}, {0, 0.6}}) {
            area.add(new Area(new Ellipse2D.Double(lobe[0] - 0.62, lobe[1] - 0.62, 1.24, 1.24)));
        }
        return area;
    }
}
