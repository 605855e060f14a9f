package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.analysis.ClaimFilter;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

class DesignTest {
    private static final String HEAD = "{\"format\": \"sightline-briefing\", \"version\": 1";

    private static Design rich(Start start) {
        return Design.from(start)
                .titled("Züge \u0434\u043e \u0404\u043b\u044c\u0441\u044c\u043a\u0430")
                .on(PaperSize.custom(300, 420.5), false)
                .on(new Tiles(2, 3, 12.5))
                .marked(new Design.Marking(Optional.of(Tlp.AMBER_STRICT), "Internal"))
                .looking(new Look(
                        Optional.of(new Envelope(170, 190, -10, 5.5)),
                        MapTheme.MONOCHROME,
                        Notation.MGRS,
                        OptionalInt.of(32635),
                        300,
                        SymbolSet.MILITARY,
                        Crowding.GATHERED))
                .numbered(Numbering.TIME)
                .of(new Design.Chosen("trucks", "status = 'corroborated'"))
                .with(Part.LEGEND, element -> element.shown(false))
                .with(Part.SCALE, element -> element.at(Optional.of(new Box(12.34, 20, 60, 25))))
                .noting(List.of(new Note("One\nand two", Optional.of(new Box(1, 2, 30, 10)))));
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void aDesignComesBackAsItWasWritten(Start start) {
        Design design = rich(start);
        assertEquals(design, DesignFile.read(DesignFile.write(design)));
        assertEquals(Design.from(start), DesignFile.read(DesignFile.write(Design.from(start))));
    }

    @Test
    void theSameDesignHasTheSameTextAndAnotherOneAnother() {
        assertEquals(DesignFile.write(rich(Start.DAYS)), DesignFile.write(rich(Start.DAYS)));
        assertNotEquals(
                DesignFile.sha256(rich(Start.DAYS)),
                DesignFile.sha256(rich(Start.DAYS).titled("Another")));
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() {
        String later = HEAD.replace("1", "7")
                + ", \"start\": \"days\", \"glow\": [1], \"elements\": {\"hologram\": {\"shown\": true},"
                + " \"legend\": {\"shown\": false, \"tilt\": 3}}}";
        Design read = DesignFile.read(later);
        assertEquals(Start.DAYS, read.start());
        assertFalse(read.shows(Part.LEGEND));
        assertTrue(read.shows(Part.SCALE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"format\": \"another\"}",
                HEAD + ", \"start\": \"spiral\"}",
                HEAD + ", \"paper\": \"B9\"}",
                HEAD + ", \"paper\": 4}",
                HEAD + ", \"title\": 7}",
                HEAD + ", \"tiles\": {\"columns\": 90}}",
                HEAD + ", \"tiles\": {\"columns\": \"two\"}}",
                HEAD + ", \"numbering\": \"luck\"}",
                HEAD + ", \"marking\": {\"tlp\": \"PURPLE\"}}",
                HEAD + ", \"crs\": \"EPSG:x\"}",
                HEAD + ", \"bbox\": [1, 2, 3]}",
                HEAD + ", \"elements\": {\"map\": {\"box\": [0, 0, 0, 5]}}}",
                HEAD + ", \"elements\": {\"map\": {\"box\": [0, 0, 1e300, 5]}}}",
                HEAD + ", \"elements\": []}",
                HEAD + ", \"notes\": [{\"text\": 3}]}"
            })
    void whatIsNoDesignIsToldInOneSentence(String text) {
        String said = String.valueOf(
                assertThrows(DomainException.class, () -> DesignFile.read(text)).getMessage());
        assertTrue(said.endsWith("."), said);
        assertFalse(said.contains("Exception"), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void aTextOfAnyLengthIsRefusedBeforeItIsRead() {
        String long_ = HEAD + ", \"title\": \"" + "x".repeat(DesignFile.LONGEST) + "\"}";
        assertThrows(DomainException.class, () -> DesignFile.read(long_));
    }

    @ParameterizedTest
    @CsvSource({
        "a3, 297, 420",
        "Letter, 215.9, 279.4",
        "420x300, 300, 420",
        "300 x 420 mm, 300, 420",
        "300.5x420, 300.5, 420"
    })
    void paperIsReadAsItIsTyped(String words, double width, double height) {
        PaperSize size = PaperSize.parse(words);
        assertEquals(width, size.widthMm(), 1e-9);
        assertEquals(height, size.heightMm(), 1e-9);
        assertEquals(size, PaperSize.parse(size.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A9", "3x4", "99x300", "300x2001", "300x", "-300x400", "300x400x500"})
    void paperThatIsNoneIsRefused(String words) {
        assertThrows(DomainException.class, () -> PaperSize.parse(words));
    }

    @Test
    void whatWasPutSomewhereKeepsItsShareOfOtherPaper() {
        Design design = Design.from(Start.MAP)
                .on(PaperSize.A4, false)
                .with(Part.TITLE, element -> element.at(Optional.of(new Box(105, 99, 42, 29.7))));
        Box box = design.on(PaperSize.A3, false).part(Part.TITLE).box().orElseThrow();
        assertEquals(0.5, box.x() / 297, 1e-6);
        assertEquals(99.0 / 297, box.y() / 420, 1e-6);
    }

    @Test
    void claimsInAnExtentAreAskedForOnBothSidesOfTheAntimeridian() {
        assertEquals(
                "BBOX(place, 170.0000, -10.0000, 180.0000, 5.0000)"
                        + " OR BBOX(place, -180.0000, -10.0000, -170.0000, 5.0000)",
                Design.Chosen.within(new Envelope(170, 190, -10, 5)).filter());
        assertEquals(
                Design.Chosen.within(new Envelope(170, 190, -10, 5)),
                Design.Chosen.within(new Envelope(-190, -170, -10, 5)));
        assertEquals(
                "BBOX(place, -180.0000, -90.0000, 180.0000, 90.0000)",
                Design.Chosen.within(new Envelope(-400, 400, -95, 95)).filter());
        assertEquals(
                "number IN (3, 12)", Design.Chosen.numbered(List.of(12L, 3L)).filter());
        ClaimFilter.parse(Design.Chosen.within(new Envelope(170, 190, -10, 5)).filter());
        ClaimFilter.parse(Design.Chosen.numbered(List.of(12L, 3L)).filter());
    }

    @Test
    void changingAPartBackLeavesNothing() {
        Design plain = Design.from(Start.MAP);
        Design there = plain.with(Part.LEGEND, e -> e.shown(false));
        assertNotEquals(plain, there);
        assertEquals(plain, there.with(Part.LEGEND, e -> e.shown(true)));
        assertEquals(
                plain,
                plain.with(Part.LEGEND, e -> e.at(Optional.of(new Box(1, 1, 9, 9))))
                        .tidied());
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        SheetCode code = SheetCode.of("1cad889e236c242f" + "0".repeat(48), "ffee".repeat(16));
        String words = code.words();
        assertEquals(code, SheetCode.parse(words));
        assertEquals(
                code,
                SheetCode.parse(" " + words.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')));
        assertEquals(
                code, SheetCode.parse(words.replace('0', 'o').replace('1', 'I').replace("-", "\u2013")));
        assertTrue(code.isOfLine("1cad889e236c2fff" + "1".repeat(48)));
        assertFalse(code.isOfLine("1cad889e237c242f" + "0".repeat(48)));
    }

    @Test
    void everyMistypedOrExchangedLetterOfACodeIsNoticed() {
        String digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        String code = SheetCode.of("1cad889e236c242f" + "0".repeat(48), "0123".repeat(16))
                .words()
                .replace("-", "");
        for (int i = 0; i < code.length(); i++) {
            for (int d = 0; d < digits.length(); d++) {
                // the check counts by 31: of 32 letters the first and the last weigh the same
                boolean same = (digits.indexOf(code.charAt(i)) - d) % 31 == 0;
                String typed = code.substring(0, i) + digits.charAt(d) + code.substring(i + 1);
                if (!same) {
                    assertThrows(DomainException.class, () -> SheetCode.parse(typed), typed);
                }
            }
        }
        for (int i = 0; i + 2 < code.length(); i++) {
            String typed = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
            if (code.charAt(i) != code.charAt(i + 1)) {
                assertThrows(DomainException.class, () -> SheetCode.parse(typed), typed);
            }
        }
    }

    @Test
    void aCodeBelongsToItsDesign() {
        Design design = rich(Start.PLACES);
        SheetCode code = SheetCode.of("a".repeat(64), DesignFile.sha256(design));
        assertTrue(code.isOf(design));
        assertFalse(code.isOf(design.numbered(Numbering.LIST)));
    }
}
