package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;

class DesignPagesTest {
    private static final Dossier SIXTEEN =
            MadeUpDossier.sixteenClaims().withJournalHash(Optional.of("1cad889e236c242f" + "0".repeat(48)));

    private static Briefing laid(Design design, Dossier dossier) {
        return Briefing.layout(design, dossier, List.of(), () -> {});
    }

    private static Stream<Design> designs() {
        return Stream.of(Start.values())
                .flatMap(start -> Stream.of(PaperSize.A5, PaperSize.A4, PaperSize.A3, PaperSize.custom(150, 500))
                        .flatMap(paper -> Stream.of(true, false)
                                .map(lying -> Design.from(start)
                                        .on(paper, lying)
                                        .marked(new Design.Marking(Optional.of(BriefingSpec.Tlp.GREEN), "Internal"))
                                        .with(Part.SOURCE_LIST, element -> element.shown(lying)))));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void noWordLiesOverAnotherOrOffThePage(Design design) {
        for (Dossier dossier : List.of(SIXTEEN, MadeUpDossier.empty())) {
            Briefing briefing = laid(design, dossier);
            for (int i = 0; i < briefing.pages(); i++) {
                assertApart(briefing.page(i), briefing.width(), briefing.height());
            }
        }
    }

    private static void assertApart(Page page, double width, double height) {
        List<Mark> words = words(page.marks());
        Rectangle2D paper = new Rectangle2D.Double(-0.5, -0.5, width + 1, height + 1);
        for (int i = 0; i < words.size(); i++) {
            Rectangle2D a = tight(words.get(i));
            assertTrue(paper.contains(a), () -> "off the page: " + a);
            for (int j = i + 1; j < words.size(); j++) {
                Rectangle2D b = tight(words.get(j));
                if (a.intersects(b)) {
                    throw new AssertionError(words.get(i) + " lies over " + words.get(j));
                }
            }
        }
    }

    private static Rectangle2D tight(Mark mark) {
        Rectangle2D box = MarkBox.of(mark);
        return new Rectangle2D.Double(
                box.getX() + 0.4, box.getY() + 0.8, Math.max(0.1, box.getWidth() - 0.8), box.getHeight() - 1.6);
    }

    private static List<Mark> words(List<Mark> marks) {
        List<Mark> words = new ArrayList<>();
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Words w -> words.add(w);
                case Mark.Drawn d -> words.add(d);

                default -> {}
            }
        }
        return words;
    }

    private static String text(Briefing briefing) {
        return IntStream.range(0, briefing.pages())
                .mapToObj(i -> text(briefing.page(i)))
                .collect(Collectors.joining(" "));
    }

    private static String text(Page page) {
        return words(page.marks()).stream()
                .map(mark -> mark instanceof Mark.Words w ? w.text() : ((Mark.Drawn) mark).text())
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void everyClaimIsListedWithAllItsQuotesWhereClaimsAreShown(Start start) {
        Design design = Design.from(start).with(Part.CLAIMS, element -> element.shown(true));
        String text = text(laid(design, SIXTEEN));
        for (Claim claim : SIXTEEN.claims()) {
            // a quote may go on in another column
            claim.quotes().stream()
                    .map(quote -> quote.exact().replaceAll("\\s+", ""))
                    .forEach(words -> {
                        assertTrue(text.contains(words.substring(0, 10)), words);
                        assertTrue(text.contains(words.substring(words.length() - 10)), words);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void theSameBoardAndDesignGiveTheSameBytes(Start start) {
        Design design = Design.from(start).on(PaperSize.A5, true);
        assertArrayEquals(pdf(laid(design, SIXTEEN)), pdf(laid(design, SIXTEEN)));
    }

    private static byte[] pdf(Briefing briefing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        briefing.writePdf(out);
        return out.toByteArray();
    }

    @Test
    void numbersGrowAsOneReadsTheMap() {
        Briefing briefing = laid(Design.from(Start.MAP_TABLE), MadeUpDossier.many(30));
        List<Page.Link> pins = briefing.page(0).links().stream()
                .filter(link -> link.to().startsWith("claim-"))
                .toList();
        assertEquals(30, pins.size());
        double row = 0;
        double x = 0;
        for (int number = 1; number <= 30; number++) {
            String to = "claim-" + number;
            Rectangle2D box = pins.stream()
                    .filter(pin -> pin.to().equals(to))
                    .findFirst()
                    .orElseThrow()
                    .box();
            if (number == 1 || box.getX() < x) {
                assertTrue(number == 1 || box.getY() > row - 1, "a row begins below the one before: " + to);
                row = box.getY();
            }
            x = box.getX();
        }
    }

    @Test
    void timeNumbersClaimsByTheirDates() {
        Briefing briefing = laid(Design.from(Start.MAP_TABLE).numbered(Numbering.TIME), SIXTEEN);
        String text = text(briefing);
        int early = text.indexOf("Ajointgroupingofforces");
        int late = text.indexOf("Twotanktransporters");
        assertTrue(early >= 0 && early < late);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void whateverIsTakenOffIsNotOnThePage(Part part) {
        Start start = part == Part.STRIP ? Start.STRIP : Start.PLACES;
        Design without = Design.from(start).with(part, element -> element.shown(false));
        Briefing briefing = laid(without, SIXTEEN);
        for (int i = 0; i < briefing.wholes(); i++) {
            assertTrue(briefing.spots(i).stream().noneMatch(spot -> spot.note() < 0 && spot.part() == part));
        }
        assertApart(briefing.page(0), briefing.width(), briefing.height());
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"TITLE", "SUMMARY", "LEGEND", "SCALE", "NORTH", "PROJECTION", "SOURCES", "COLOPHON", "LOCATOR"})
    void whatIsPutSomewhereStandsThere(Part part) {
        Box free = new Box(20, 45, 50, 40); // over the map
        Design design = Design.from(Start.LOCATOR).with(part, element -> element.at(Optional.of(free)));
        Briefing briefing = laid(design, SIXTEEN);
        Briefing.Spot spot = briefing.spots(0).stream()
                .filter(s -> s.part() == part && s.note() < 0)
                .findFirst()
                .orElseThrow();
        assertTrue(spot.put());
        assertEquals(free.x(), spot.box().x(), 0.1);
        assertEquals(free.y(), spot.box().y(), 0.1);
        assertApart(briefing.page(0), briefing.width(), briefing.height());
    }

    @Test
    void wordsPutOverWordsGoToTheNearestFreePlace() {
        Box sameAsTitle = new Box(13, 17, 60, 10);
        Design design = Design.from(Start.MAP)
                .with(Part.COLOPHON, element -> element.at(Optional.of(sameAsTitle)))
                .with(Part.SCALE, element -> element.at(Optional.of(sameAsTitle)))
                .with(Part.PAGE_NUMBER, element -> element.at(Optional.of(sameAsTitle)))
                .noting(List.of(new Note("A note of one line", Optional.of(sameAsTitle))));
        Briefing briefing = laid(design, SIXTEEN);
        assertApart(briefing.page(0), briefing.width(), briefing.height());
        assertTrue(text(briefing).contains("Anoteofoneline"));
        assertTrue(text(briefing).contains("Thissheet"));
    }

    @Test
    void whatFindsNoRoomIsLeftOutAndSaid() {
        Design crowded = Design.from(Start.PLACES)
                .on(PaperSize.A5, true)
                .noting(List.of(new Note("word ".repeat(900), Optional.of(new Box(0, 0, 30, 30)))));
        assertTrue(laid(crowded, SIXTEEN).concerns().stream().anyMatch(c -> c.contains("no free room")));
    }

    /** U+0378 is no character yet, so no font has it. */
    @Test
    void lettersThatNoFontHasAreSaid() {
        Dossier odd = MadeUpDossier.saying("Seen at \u0378, at 8 °C", "at \u0378 and \u0379, \u0431\u0456\u043b\u0430");
        List<String> said = laid(Design.from(Start.MAP), odd).concerns();
        assertTrue(
                said.contains(
                        "No font on this machine can print these characters, so their numbers stand for them, such as"
                                + " [U+0378]: \u0378 \u0379."),
                said.toString());
    }

    @Test
    void aPinThatIsCoveredIsSaid() {
        Design covered =
                Design.from(Start.MAP).with(Part.LEGEND, element -> element.at(Optional.of(new Box(15, 40, 180, 100))));
        assertTrue(laid(covered, SIXTEEN).concerns().stream().anyMatch(c -> c.startsWith("Legend lies over")));
    }

    @Test
    void theColophonNamesTheBoardItsHashAndTheCode() {
        String text = text(laid(Design.from(Start.MAP), SIXTEEN));
        String code = SheetCode.of(SIXTEEN.journalHash().orElseThrow(), DesignFile.sha256(Design.from(Start.MAP)))
                .words();
        assertTrue(text.contains("Journalhash1cad889e236c242f"), text);
        assertTrue(text.contains(code), text);
        assertTrue(text.contains("Asof17October2022"), text);
    }

    @Test
    void aPosterIsAllOnItsSheetsAndMarkedForTrimming() {
        Design design = Design.from(Start.MAP_TABLE).on(new Tiles(2, 3, 10));
        Briefing briefing = laid(design, SIXTEEN);
        assertEquals(6 * briefing.wholes(), briefing.pages());
        assertEquals(2 * (297 - 20) - 10, design.pageWidthMm(), 1e-6);
        assertEquals(297 * PaperSize.POINTS_PER_MM, briefing.width(), 1e-6);
        String sheets = text(briefing);
        for (Claim claim : SIXTEEN.claims()) {
            assertTrue(sheets.contains(claim.statement().substring(0, 6).replaceAll("\\s+", "")));
        }
        assertTrue(text(briefing.page(5)).contains("Row3,column2of3\u00d72"), text(briefing.page(5)));
        for (int i = 0; i < 6; i++) {
            Page sheet = briefing.page(i);
            int whole = sheet.placing().orElseThrow().marks();
            assertEquals(
                    8,
                    sheet.marks().subList(whole, sheet.marks().size()).stream()
                            .filter(m -> m instanceof Mark.Lined)
                            .count());
        }
    }

    @Test
    void aPosterIsTheWholePageCutUp() {
        Design design = Design.from(Start.LOCATOR).on(PaperSize.A5, true).on(new Tiles(2, 1, 10));
        Briefing briefing = laid(design, SIXTEEN);
        BufferedImage whole = briefing.wholePicture(0, 2);
        BufferedImage right = briefing.picture(1, 2);
        double mm = 2 * PaperSize.POINTS_PER_MM;
        // a spot of the second sheet, and where it is on the poster: the sheet's margin less, the first sheet more
        int x = (int) Math.round((210 - 20 - 10 + 40) * mm);
        int differing = 0;
        for (int dx = 0; dx < 80; dx++) {
            for (int y = 100; y < 300; y++) {
                int sheet = right.getRGB((int) Math.round((10 + 40) * mm) + dx, (int) Math.round(10 * mm) + y);
                differing += near(sheet, whole.getRGB(x + dx, y)) ? 0 : 1;
            }
        }
        assertTrue(differing < 80 * 200 / 20, differing + " of 16000 differ");
    }

    /** Lines fall between pixels on either. */
    private static boolean near(int a, int b) {
        int difference = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            difference += Math.abs((a >> shift & 255) - (b >> shift & 255));
        }
        return difference < 90;
    }

    @Test
    void largePaperIsReadFromFartherAway() {
        Briefing small = laid(Design.from(Start.MAP).on(PaperSize.A3, true), SIXTEEN);
        Briefing large = laid(Design.from(Start.MAP).on(PaperSize.A1, true), SIXTEEN);
        assertTrue(small.page(0).placing().isEmpty());
        assertEquals(2, large.page(0).placing().orElseThrow().scale(), 0.02);
        String scale = text(large).replaceAll(".*?1:([0-9]+)OnA1.*", "$1");
        String smaller = text(small).replaceAll(".*?1:([0-9]+)OnA3.*", "$1");
        assertTrue(Integer.parseInt(scale) < 0.7 * Integer.parseInt(smaller), scale + " " + smaller);
    }

    @Test
    void aGridOfTwoZonesNamesBoth() {
        Design design = Design.from(Start.MAP)
                .looking(Look.PLAIN
                        .writing(Notation.MGRS)
                        .showing(Optional.of(new org.locationtech.jts.geom.Envelope(29, 31, 51, 52))));
        assertTrue(text(laid(design, SIXTEEN)).contains("MGRS,zones35,36"), text(laid(design, SIXTEEN)));
    }

    @Test
    void everySourceThatIsQuotedIsListedOnceWithItsCapturesAndClaims() {
        Design design = Design.from(Start.DAYS).with(Part.SOURCE_LIST, element -> element.shown(true));
        Briefing briefing = laid(design, SIXTEEN);
        String text = text(briefing.page(briefing.pages() - 1));
        List<SourceIndex.Cited> all = SourceIndex.of(SIXTEEN).cited();
        assertEquals(4, all.size());
        for (SourceIndex.Cited cited : all) {
            String title = "[" + cited.number() + "]" + cited.source().title().replaceAll("\\s+", "");
            assertEquals(2, (" " + text + " ").split(java.util.regex.Pattern.quote(title), -1).length, title);
            cited.captures().forEach(capture -> assertTrue(text.contains("capture" + capture.shortHash()), text));
            assertFalse(cited.claims().isEmpty());
        }
        assertFalse(text(laid(Design.from(Start.DAYS), SIXTEEN)).contains("[1]"), "no marks without a list");
    }

    /** Few claims stand below a map that has the whole width; where they are many the map is beside them. */
    @Test
    void aPageOfFewClaimsHasNoEmptyHalf() {
        for (Start start : List.of(Start.PLACES, Start.DAYS)) {
            Briefing few = laid(Design.from(start), MadeUpDossier.saying("Trains were seen", "Trains were seen."));
            assertEquals(1, few.pages());
            assertTrue(few.spots(0).stream()
                    .anyMatch(s -> s.part() == Part.MAP && s.box().width() > 170));
        }
        assertTrue(IntStream.range(0, 3)
                .mapToObj(laid(Design.from(Start.PLACES), SIXTEEN)::spots)
                .flatMap(List::stream)
                .anyMatch(s -> s.part() == Part.MAP && s.box().width() < 120));
    }

    @Test
    void gatheredPinsLeadToTheFirstOfTheirClaimsAndNameThemAll() {
        Design design = Design.from(Start.MAP_TABLE).looking(Look.PLAIN.crowded(Crowding.GATHERED));
        Briefing briefing = laid(design, MadeUpDossier.many(120));
        List<Page.Link> pins = briefing.page(0).links().stream()
                .filter(link -> link.to().startsWith("claim-"))
                .toList();
        assertTrue(pins.size() < 100, pins.size() + " pins");
        Page.Link gathered = pins.stream()
                .filter(link -> link.words().startsWith("Claims "))
                .findFirst()
                .orElseThrow();
        String first = gathered.words().replaceAll("Claims ([0-9]+),.*", "$1");
        assertEquals("claim-" + first, gathered.to());
        assertTrue(text(briefing.page(0)).contains("Closetogether"));
    }

    @Test
    void claimsOnBothSidesOfTheAntimeridianShareAMap() {
        MadeUpDossier made = new MadeUpDossier();
        var source = made.source("A text", "A publisher", "2022-10-13", null, null);
        for (double lon : new double[] {178.5, -178.5}) {
            made.claim("At " + lon, Category.OTHER, Status.UNVERIFIED, 3)
                    .point(new Coordinate(lon, -17), "Fiji", PlacePrecision.TOWN)
                    .quote(source, "Words at " + lon)
                    .add();
        }
        for (Start start : Start.values()) {
            Briefing briefing =
                    laid(Design.from(start).with(Part.CLAIMS, element -> element.shown(true)), made.dossier("A board"));
            long pins = briefing.page(0).links().stream()
                    .filter(link -> link.to().startsWith("claim-"))
                    .count();
            assertEquals(start == Start.STRIP || start == Start.DAYS ? pins : 2, pins, start.key());
            if (start == Start.MAP) {
                assertTrue(text(briefing).contains("2onthemap"), text(briefing));
            }
        }
    }

    @Test
    void inBlackAndWhiteThereIsNoColour() {
        Design design = Design.from(Start.LOCATOR).looking(Look.PLAIN.in(MapTheme.MONOCHROME));
        BufferedImage page = laid(design, SIXTEEN).picture(0, 1);
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                int rgb = page.getRGB(x, y);
                int red = rgb >> 16 & 255;
                int green = rgb >> 8 & 255;
                int blue = rgb & 255;
                assertTrue(Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) <= 2);
            }
        }
    }

    @Test
    void whatIsKnownToTheMonthAloneIsNoDayOfAStrip() {
        List<Periods.Period> periods = Periods.of(List.of(
                dated("A", "2022-10-12"), dated("B", "2022-10"), dated("C", "2022-10-14"), dated("D", "2022-10-14")));
        assertEquals(
                List.of("October 2022", "12 October 2022", "13 October 2022", "14 October 2022"),
                periods.stream().map(Periods.Period::title).toList());
        assertEquals(
                List.of(1, 1, 0, 2),
                periods.stream().map(p -> p.claims().size()).toList());
    }

    @Test
    void aStripHasTwelveMapsAtMost() {
        for (String last : List.of("2022-10-20", "2022-12-01", "2023-10-01", "2060-01-01", "9999-01-01")) {
            List<Claim> claims = new ArrayList<>();
            java.time.LocalDate from = java.time.LocalDate.parse("2022-10-01");
            long days = java.time.temporal.ChronoUnit.DAYS.between(from, java.time.LocalDate.parse(last));
            for (int i = 0; i < 40; i++) {
                claims.add(dated("C" + i, from.plusDays(days * i / 39).toString()));
            }
            List<Periods.Period> periods = Periods.of(claims);
            assertTrue(periods.size() <= 12 && periods.size() > 1, last + ": " + periods.size());
            assertEquals(40, periods.stream().mapToInt(p -> p.claims().size()).sum());
        }
    }

    private static Claim dated(String statement, String edtf) {
        Claim claim = MadeUpDossier.saying(statement, "words").claims().getFirst();
        return new Claim(
                claim.id(),
                java.util.UUID.nameUUIDFromBytes(statement.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                claim.statement(),
                claim.category(),
                claim.claimant(),
                claim.modality(),
                claim.quantity(),
                Optional.of(org.sightline.claim.When.edtf(edtf)),
                claim.place(),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                claim.notes(),
                claim.tags(),
                claim.quotes(),
                claim.removed());
    }

    @Test
    void aPlaceAndWhatLiesInItShareAPage() {
        List<Groups.Group> groups = Groups.byPlace(SIXTEEN.claims());
        Groups.Group yelsk = groups.stream()
                .filter(g -> g.title().equals("Yelsk"))
                .findFirst()
                .orElseThrow();
        assertEquals(4, yelsk.claims().size());
        assertEquals("Without a place", groups.getLast().title());
        assertEquals(16, groups.stream().mapToInt(g -> g.claims().size()).sum());
    }

    @Test
    void veryLongQuotesInEveryScriptRunOverPages() {
        for (String words : List.of(
                "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 ",
                "\u0414\u043e\u0431\u0440\u043e\u0433\u043e \u0434\u043d\u044f ",
                "\u6771\u4eac\u306b\u96fb\u8eca\u304c\u884c\u304d\u307e\u3059\u3002",
                "unbreakable".repeat(20))) {
            Dossier dossier = MadeUpDossier.saying(words.repeat(4), words.repeat(600));
            Briefing briefing = laid(Design.from(Start.PLACES).on(PaperSize.A5, false), dossier);
            assertTrue(briefing.pages() > 2, words);
            for (int i = 0; i < briefing.pages(); i++) {
                Page page = briefing.page(i);
                Rectangle2D paper = new Rectangle2D.Double(-1, -1, briefing.width() + 2, briefing.height() + 2);
                words(page.marks()).forEach(mark -> assertTrue(paper.contains(tight(mark)), () -> "off: " + mark));
            }
        }
    }

    @Test
    void layingOutCanBeStopped() {
        int[] left = {3};
        assertThrows(
                CancellationException.class,
                () -> Briefing.layout(Design.from(Start.PLACES), SIXTEEN, List.of(), () -> {
                    if (--left[0] == 0) {
                        throw new CancellationException();
                    }
                }));
    }

    @ParameterizedTest
    @EnumSource(names = {"PLACES", "DAYS"})
    void pagesLaidOutWhenTheyAreLookedAtAreThoseOfOnesLaidOutAtOnce(Start start) {
        Dossier dossier = MadeUpDossier.many(24);
        Briefing looked = laid(Design.from(start), dossier);
        assertFalse(looked.isComplete(), "pages of one claim wait");
        for (int i = looked.pages() - 1; i >= 0; i--) { // whatever the order
            looked.page(i);
        }
        assertTrue(looked.isComplete());
        Briefing whole = Briefing.layoutAll(Design.from(start), dossier, List.of(), () -> {});
        assertTrue(whole.isComplete());
        assertArrayEquals(bytes(whole), bytes(looked));
        Briefing listed = laid(Design.from(start).with(Part.SOURCE_LIST, part -> part.shown(true)), dossier);
        assertTrue(listed.isComplete(), "a list of sources names the numbers of all claims");
        List<String> links = IntStream.range(0, whole.pages())
                .mapToObj(i -> targets(whole.page(i)))
                .toList();
        assertEquals(
                links,
                IntStream.range(0, whole.pages())
                        .mapToObj(i -> targets(listed.page(i)))
                        .toList(),
                "numbers, titles and places of all claims");
    }

    private static byte[] bytes(Briefing briefing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        briefing.writePdf(out);
        return out.toByteArray();
    }

    private static String targets(Page page) {
        return page.targets().stream()
                .map(target -> target.name() + " " + target.title())
                .collect(Collectors.joining("\n"));
    }

    /** A page that was counted without being laid out would throw if it turned out to be two. */
    @Test
    void pagesAreCountedAsTheyTurnOutToBe() {
        List<Part> movable = List.of(Part.MAP, Part.LEGEND, Part.TITLE, Part.COLOPHON);
        int waiting = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Design design = Design.from(random.nextBoolean() ? Start.PLACES : Start.DAYS)
                    .on(
                            random.nextInt(3) == 0
                                    ? PaperSize.custom(100 + random.nextInt(250), 100 + random.nextInt(250))
                                    : random.nextBoolean() ? PaperSize.A4 : PaperSize.A3,
                            random.nextBoolean());
            for (Part part : Part.values()) {
                if (random.nextInt(9) == 0 && part != Part.CLAIMS) {
                    design = design.with(part, element -> element.shown(!element.shown()));
                }
            }
            if (random.nextInt(3) == 0) {
                Box box = new Box(random.nextInt(120), random.nextInt(120), 30 + random.nextInt(90), 60);
                design = design.with(
                        movable.get(random.nextInt(movable.size())), element -> element.at(Optional.of(box)));
            }
            Briefing briefing = laid(design, MadeUpDossier.chance(random));
            waiting += briefing.isComplete() ? 0 : 1;
            briefing.complete(() -> {});
        }
        assertTrue(waiting > 10, waiting + " of the briefings had pages to be laid out later");
    }

    @Test
    void theFormWithoutADesignIsTheOneItWas() {
        Briefing briefing = Briefing.layout(BriefingSpec.titled("Movements"), SIXTEEN);
        assertTrue(briefing.pages() > 1);
        assertFalse(briefing.page(0).links().isEmpty());
        assertTrue(text(briefing.page(1)).contains("Claimsandtheirsources"));
    }

    /** The margin and the foot stand on paper of their own where a map was put below them; pins they cover are told. */
    @Test
    void wordsOverAMapThatWasPutThereStandOnPaper() {
        Briefing whole = laid(Design.from(Start.MAP), SIXTEEN);
        Briefing moved =
                laid(Design.from(Start.MAP).with(Part.MAP, e -> e.at(Optional.of(new Box(12, 30, 283, 190)))), SIXTEEN);
        assertEquals(text(whole).length(), text(moved).length(), 60, "nothing is left out");
        assertTrue(moved.concerns().stream().anyMatch(c -> c.startsWith("What is written over the map")));
        assertTrue(whole.concerns().isEmpty());
    }
}
