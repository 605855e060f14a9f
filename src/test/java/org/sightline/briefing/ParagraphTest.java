package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParagraphTest {
    private static final TextStyle STYLE = new TextStyle(Face.REGULAR, 9, Color.BLACK);

    @Test
    void noLineIsWiderThanItsColumn() {
        String text = "People who live beside the line counted between fifteen and thirty tanks, "
                + "https://example.org/a-very-long-address/with/many/parts/and-no-blank-anywhere/0000000000000000000000000000 "
                + "x".repeat(400);
        for (double width : new double[] {20, 60, 250}) {
            for (Paragraph.Line line : Paragraph.of(text, STYLE).lines(width)) {
                assertTrue(line.width() <= width + 0.01, line.width() + " > " + width);
            }
        }
    }

    @Test
    void noCharacterIsLostInBreaking() {
        String text = "Колони зайшли до Єльська; 28 trucks — " + "y".repeat(200) + " end.";
        String set = said(Paragraph.of(text, STYLE).lines(80));
        assertEquals(text.replace(" ", ""), set.replace(" ", "").replace("\n", ""));
    }

    @Test
    void lineEndsOfTheTextStay() {
        assertEquals(3, Paragraph.of("one\n\nthree", STYLE).lines(200).size());
    }

    @Test
    void figuresHaveOneWidth() {
        for (Face face : Face.values()) {
            for (char c = '1'; c <= '9'; c++) {
                assertEquals(face.width("0", 10), face.width(String.valueOf(c), 10), 1e-6, face + " " + c);
            }
        }
    }

    @Test
    void aCharacterWithoutAnyOutlineIsNamed() {
        String set = said(Paragraph.of("seen \uDBFF\uDFFD here", STYLE).lines(300));
        assertTrue(set.contains("[U+10FFFD]"), set);
    }

    @Test
    void aDirectionOverrideIsShown() {
        String set = said(Paragraph.of("safe\u202Eexe.txt", STYLE).lines(300));
        assertTrue(set.contains("[U+202E]"), set);
    }

    @Test
    void aLoneSurrogateDoesNotStopThePage() {
        assertEquals(1, Paragraph.of("half \uD83D emoji", STYLE).lines(300).size());
    }

    @Test
    void rightToLeftWordsAreOrderedAsTheyAreRead() {
        List<Paragraph.Line> lines = Paragraph.of("\u0648\u0635\u0644\u062A 12 \u062F\u0628\u0627\u0628\u0629", STYLE)
                .lines(300);
        assertTrue(lines.getFirst().rightToLeft());
        List<Mark> marks = lines.getFirst().marks(0, 0);
        double leftmost = marks.stream()
                .filter(m -> m instanceof Mark.Drawn)
                .map(m -> (Mark.Drawn) m)
                .filter(d -> d.text().contains("\u062F\u0628\u0627\u0628\u0629"))
                .findFirst()
                .orElseThrow()
                .outline()
                .getBounds2D()
                .getX();
        double rightmost = marks.stream()
                .filter(m -> m instanceof Mark.Drawn)
                .map(m -> (Mark.Drawn) m)
                .filter(d -> d.text().contains("\u0648\u0635\u0644\u062A"))
                .findFirst()
                .orElseThrow()
                .outline()
                .getBounds2D()
                .getX();
        assertTrue(leftmost < rightmost);
    }

    @Test
    void aLineThatDoesNotFitIsShortenedVisibly() {
        Paragraph.Line line = Paragraph.oneLine("A title that is far too long for the little room it has", STYLE, 80);
        assertTrue(line.width() <= 80.01);
        assertTrue(said(List.of(line)).endsWith("\u2026"));
    }

    private static String said(List<Paragraph.Line> lines) {
        return lines.stream()
                .map(line -> line.marks(0, 0).stream().map(ParagraphTest::words).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String words(Mark mark) {
        return switch (mark) {
            case Mark.Words w -> w.text();
            case Mark.Drawn d -> d.text();
            default -> "";
        };
    }
}
