package org.sightline.briefing;

import java.awt.Color;
import java.util.Map;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.map.MapTheme;

/** The colours of a page's text and rules, in colour and in black and white. Text keeps a contrast of 4.5 to 1 or more. */
record Ink(Color text, Color quiet, Color rule, Color warning, Color quoteBar) {
    private static final Ink COLOUR = new Ink(
            new Color(0x16191D), new Color(0x545B63), new Color(0xC3C8CD), new Color(0xB00020), new Color(0x8FA9BC));
    private static final Ink GREY =
            new Ink(Color.BLACK, new Color(0x484848), new Color(0xB4B4B4), Color.BLACK, new Color(0x8A8A8A));

    static Ink of(MapTheme theme) {
        return theme == MapTheme.MONOCHROME ? GREY : COLOUR;
    }

    /** Colours of FIRST's Traffic Light Protocol 2.0, each on black. */
    private static final Map<Tlp, Color> TLP = Map.of(
            Tlp.RED, new Color(0xFF2B2B),
            Tlp.AMBER, new Color(0xFFC000),
            Tlp.AMBER_STRICT, new Color(0xFFC000),
            Tlp.GREEN, new Color(0x33FF00),
            Tlp.CLEAR, Color.WHITE);

    Color tlp(Tlp tlp) {
        return equals(GREY) ? Color.WHITE : TLP.getOrDefault(tlp, Color.WHITE);
    }

    TextStyle title() {
        return new TextStyle(Face.SEMIBOLD, 19, text);
    }

    TextStyle subtitle() {
        return new TextStyle(Face.REGULAR, 9, quiet);
    }

    TextStyle running() {
        return new TextStyle(Face.REGULAR, 7.5, quiet);
    }

    TextStyle heading() {
        return new TextStyle(Face.SEMIBOLD, 8.5, text);
    }

    TextStyle small() {
        return new TextStyle(Face.REGULAR, 7.5, quiet);
    }

    TextStyle statement() {
        return new TextStyle(Face.SEMIBOLD, 9.5, text);
    }

    TextStyle label() {
        return new TextStyle(Face.REGULAR, 8, quiet);
    }

    TextStyle value() {
        return new TextStyle(Face.REGULAR, 8.5, text);
    }

    TextStyle quote() {
        return new TextStyle(Face.REGULAR, 9, text);
    }

    TextStyle citation() {
        return new TextStyle(Face.REGULAR, 8, quiet);
    }

    TextStyle alarm() {
        return new TextStyle(Face.BOLD, 8, Color.WHITE);
    }
}
