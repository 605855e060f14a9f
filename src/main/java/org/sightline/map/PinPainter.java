package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;

/**
 * Draws one pin. Shape tells the category, colour and a badge the status, the body the modality (filled: happened or
 * going on; hollow and dashed: planned or predicted; struck through: denied), the foot how precisely the place is known
 * (point, disc or ring). Everything can be told without colour.
 */
final class PinPainter {
    /** So many digits lie within every head. */
    private static final int HOLDS = 4;

    /** Height of Plex's capitals and figures, in ems. */
    private static final double CAP_HEIGHT = 0.698;

    /** What a pin says. */
    record Face(
            Category category,
            Status status,
            Modality modality,
            PlacePrecision precision,
            String number,
            boolean badged,
            Optional<MilitarySymbol> symbol) {

        Face(
                Category category,
                Status status,
                Modality modality,
                PlacePrecision precision,
                String number,
                boolean badged) {
            this(category, status, modality, precision, number, badged, Optional.empty());
        }

        /** The same as a sign of a set. */
        Face in(SymbolSet set, Claim claim) {
            return set == SymbolSet.PINS
                    ? this
                    : new Face(
                            category,
                            status,
                            modality,
                            precision,
                            number,
                            badged,
                            Optional.of(MilitarySymbol.of(claim)));
        }
    }

    /** How much a pin is to stand out. */
    enum Emphasis {
        NONE,
        HOVERED,
        SELECTED
    }

    /** How the head stands to the place it marks. */
    enum Stand {
        /** Over it, with a point where the place is known well enough for one. */
        UPRIGHT,
        /** Aside, joined to it by a leader line. */
        ASIDE,
        /** Alone, as in a legend. */
        HEAD_ONLY
    }

    private final Graphics2D g;
    private final MapTheme theme;
    private final Palette palette;
    private final double radius;

    PinPainter(Graphics2D g, MapTheme theme, double radius) {
        this.g = g;
        this.theme = theme;
        this.palette = Palette.of(theme);
        this.radius = radius;
    }

    /** Draws the leader line and foot of a pin that has them; before all heads, so that no line strikes out a number. */
    void stem(Face face, double x, double y, double headX, double headY, Stand stand) {
        Palette.Tone tone = Palette.tone(face.status(), theme);
        if (!pointed(face, stand) && stand != Stand.HEAD_ONLY) {
            leader(x, y, headX, headY, tone);
            foot(x, y, foot(face.precision()), tone);
        }
    }

    /** Draws the head, at (headX, headY), of a pin. */
    void head(Face face, double headX, double headY, Stand stand, Emphasis emphasis) {
        Palette.Tone tone = Palette.tone(face.status(), theme);
        if (face.symbol().isPresent()) {
            SymbolPainter symbols = new SymbolPainter(g, theme, radius);
            emphasis(symbols.frame(face.symbol().get(), headX, headY), emphasis);
            symbols.paint(face.symbol().get(), face, headX, headY);
            if (face.badged()) {
                badge(face.status(), headX + radius * 0.2, headY, tone);
            }
            return;
        }
        boolean pointed = pointed(face, stand);
        PinShape shape = PinShape.of(face.category());
        AffineTransform at = new AffineTransform(radius, 0, 0, radius, headX, headY);
        Shape outline = at.createTransformedShape(pointed ? shape.pointed() : shape.head());
        emphasis(outline, emphasis);
        body(outline, face.modality(), tone);
        if (face.modality() == Modality.DENIED) {
            strike(headX, headY, tone);
        }
        label(face, shape, headX, headY, tone);
        if (face.badged()) {
            badge(face.status(), headX, headY, tone);
        }
    }

    private static boolean pointed(Face face, Stand stand) {
        return stand == Stand.UPRIGHT && face.symbol().isEmpty() && foot(face.precision()) == Foot.POINT;
    }

    private enum Foot {
        POINT,
        DISC,
        RING
    }

    private static Foot foot(PlacePrecision precision) {
        return switch (precision) {
            case EXACT, VICINITY, LOCALITY -> Foot.POINT;
            case TOWN -> Foot.DISC;
            case DISTRICT, REGION, COUNTRY -> Foot.RING;
        };
    }

    private void leader(double x, double y, double headX, double headY, Palette.Tone tone) {
        Line2D line = new Line2D.Double(x, y, headX, headY);
        g.setColor(palette.paper());
        g.setStroke(round(radius * 0.3));
        g.draw(line);
        g.setColor(tone.line());
        g.setStroke(round(radius * 0.12));
        g.draw(line);
    }

    private void foot(double x, double y, Foot foot, Palette.Tone tone) {
        double size = radius * (foot == Foot.RING ? 0.36 : foot == Foot.DISC ? 0.28 : 0.2);
        Ellipse2D mark = new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        g.setColor(palette.paper());
        g.setStroke(round(radius * 0.36));
        g.draw(mark);
        g.setColor(foot == Foot.RING ? palette.paper() : tone.line());
        g.fill(mark);
        g.setColor(tone.line());
        g.setStroke(round(radius * 0.14));
        g.draw(mark);
    }

    private void emphasis(Shape outline, Emphasis emphasis) {
        if (emphasis == Emphasis.NONE) {
            return;
        }
        boolean selected = emphasis == Emphasis.SELECTED;
        g.setColor(Palette.translucent(palette.accent(), selected ? 0.35 : 0.22));
        g.setStroke(round(radius * (selected ? 1.6 : 1.2)));
        g.draw(outline);
        g.setColor(palette.ink());
        g.setStroke(round(radius * (selected ? 0.86 : 0.56)));
        g.draw(outline);
        if (selected) {
            g.setColor(palette.paper());
            g.setStroke(round(radius * 0.48));
            g.draw(outline);
        }
    }

    private void body(Shape outline, Modality modality, Palette.Tone tone) {
        g.setColor(palette.paper());
        g.setStroke(round(radius * 0.3));
        g.draw(outline);
        if (hollow(modality)) {
            g.setColor(palette.paper());
            g.fill(outline);
            g.setColor(tone.line());
            g.setStroke(modality == Modality.DENIED ? round(radius * 0.16) : dashed(radius));
            g.draw(outline);
        } else {
            g.setColor(tone.body());
            g.fill(outline);
            g.setColor(tone.line());
            g.setStroke(round(radius * 0.09));
            g.draw(outline);
        }
    }

    static boolean hollow(Modality modality) {
        return switch (modality) {
            case PLANNED, PREDICTED, DENIED -> true;
            case HAPPENED, ONGOING, UNKNOWN -> false;
        };
    }

    private void strike(double x, double y, Palette.Tone tone) {
        double reach = radius * 1.05;
        Line2D line = new Line2D.Double(x - reach, y + reach, x + reach, y - reach);
        g.setColor(palette.paper());
        g.setStroke(round(radius * 0.4));
        g.draw(line);
        g.setColor(tone.line());
        g.setStroke(round(radius * 0.17));
        g.draw(line);
    }

    private void label(Face face, PinShape shape, double x, double y, Palette.Tone tone) {
        boolean hollow = hollow(face.modality());
        Color colour = hollow ? palette.ink() : tone.text();
        if (face.number().isEmpty()) {
            g.setColor(colour);
            g.fill(new AffineTransform(radius, 0, 0, radius, x, y).createTransformedShape(shape.symbol()));
        } else {
            boolean wide = face.number().length() > HOLDS;
            Optional<Color> halo = hollow
                    ? Optional.of(palette.paper()).filter(paper -> wide || face.modality() == Modality.DENIED)
                    : Optional.of(tone.body()).filter(body -> wide);
            number(face.number(), x, y, colour, halo);
        }
    }

    private void number(String number, double x, double y, Color colour, Optional<Color> halo) {
        Font font = Typefaces.NARROW_BOLD.at(radius * textSize(number));
        double width = Text.width(number, font);
        float left = (float) (x - width / 2);
        float base = (float) (y + font.getSize2D() * CAP_HEIGHT / 2);
        halo.ifPresent(around -> Text.halo(g, number, font, left, base, around, radius * 0.3));
        g.setFont(font);
        g.setColor(colour);
        g.drawString(number, left, base);
    }

    private static double textSize(String number) {
        return switch (number.length()) {
            case 1, 2 -> 1.36;
            case 3 -> 1.12;
            case 4 -> 0.88;
            case 5 -> 0.76;
            default -> 0.7; // wider than the head: its halo is the head's body
        };
    }

    /** A small mark at the head's upper right that tells the status without colour; an unverified claim has none. */
    private void badge(Status status, double headX, double headY, Palette.Tone tone) {
        if (status == Status.UNVERIFIED) {
            return;
        }
        double size = radius * 0.5;
        double x = headX + radius * 0.92;
        double y = headY - radius * 0.88;
        Ellipse2D disc = new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        g.setColor(palette.paper());
        g.fill(disc);
        g.setColor(tone.line());
        g.setStroke(round(radius * 0.1));
        g.draw(disc);
        g.setStroke(round(radius * 0.16));
        g.draw(new AffineTransform(size, 0, 0, size, x, y).createTransformedShape(sign(status)));
    }

    static Path2D sign(Status status) {
        Path2D sign = new Path2D.Double();
        switch (status) {
            case CORROBORATED -> stroke(sign, -0.42, 0.02, -0.1, 0.36, 0.46, -0.34);
            case DISPUTED -> {
                stroke(sign, -0.42, -0.18, 0.42, -0.18);
                stroke(sign, -0.42, 0.2, 0.42, 0.2);
                stroke(sign, -0.2, 0.5, 0.22, -0.5);
            }
            case REFUTED -> {
                stroke(sign, -0.36, -0.36, 0.36, 0.36);
                stroke(sign, -0.36, 0.36, 0.36, -0.36);
            }
            case WITHDRAWN -> stroke(sign, -0.42, 0, 0.42, 0);
            case UNVERIFIED -> {}
        }
        return sign;
    }

    private static void stroke(Path2D path, double... xy) {
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
    }

    static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(double radius) {
        float[] dashes = {(float) (radius * 0.42), (float) (radius * 0.3)};
        return new BasicStroke((float) (radius * 0.18), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
