package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.BriefingSpec.Paper;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.source.Quote;

class BriefingTest {
    private static final Dossier SIXTEEN = MadeUpDossier.sixteenClaims();
    private static final BriefingSpec SPEC = BriefingSpec.titled("Movements in the south");

    @Test
    void statementsQuotesAndSourcesCanBeSelectedInThePdf() throws IOException {
        String text = flat(textOf(pdf(Briefing.layout(SPEC, SIXTEEN))));
        for (Claim claim : SIXTEEN.claims()) {
            assertTrue(text.contains(flat(claim.statement())), claim.statement());
            for (Quote quote : claim.quotes()) {
                assertTrue(text.contains(flat(quote.exact())), quote.exact());
            }
        }
        SIXTEEN.claims()
                .forEach(claim -> SIXTEEN.citations(claim)
                        .forEach(c ->
                                assertTrue(text.contains(c.capture().shortHash()), "hash of claim " + claim.id())));
        assertTrue(text.contains(flat("As of 17 October 2022, 08:15 UTC")));
    }

    @Test
    void anOrphanedQuoteIsCalledSo() throws IOException {
        String text = textOf(pdf(Briefing.layout(SPEC, SIXTEEN)));
        assertEquals(1, text.split("ORPHANED", -1).length - 1);
    }

    @Test
    void aClaimWithoutAPlaceIsListedAsSuch() throws IOException {
        String text = flat(textOf(pdf(Briefing.layout(SPEC, SIXTEEN))));
        assertTrue(text.contains(flat("2 without a place")));
        assertTrue(text.contains(flat("no place")));
    }

    @Test
    void aPlaceWithoutANameIsCalledByItsCoordinates() throws IOException {
        MadeUpDossier made = new MadeUpDossier();
        made.claim("A depot", Category.FACILITY, Status.UNVERIFIED, 3)
                .point(new Coordinate(29.1, 51.8), "", PlacePrecision.EXACT)
                .add();
        double[][] corners = {{20, 50}, {30, 50}, {30, 55}, {20, 55}};
        made.claim("A field", Category.FACILITY, Status.UNVERIFIED, 3)
                .area(corners, "", PlacePrecision.EXACT)
                .add();
        Dossier dossier = made.dossier("Unnamed");
        String claims = flat(textOf(pdf(Briefing.layout(SPEC, dossier))));
        assertTrue(claims.contains(flat("51.8000 N 29.1000 E · exact, within 10 m")), claims);
        assertTrue(claims.contains(flat("area about 52.5000 N 25.0000 E · exact")), claims);
        String table = flat(textOf(pdf(Briefing.layout(Design.from(Start.MAP_TABLE), dossier, List.of(), () -> {}))));
        assertTrue(table.contains(flat("51.8000 N 29.1000 E")), table);
        assertTrue(table.contains(flat("area about 52.5000 N")), table);
    }

    @Test
    void aClaimTheMapDoesNotReachIsListedAsSuch() throws IOException {
        BriefingSpec aroundYelsk = SPEC.showing(Optional.of(new Envelope(28.9, 29.4, 51.7, 51.95)));
        String text = flat(textOf(pdf(Briefing.layout(aroundYelsk, SIXTEEN))));
        assertTrue(text.contains(flat("outside the map")), text);
    }

    @Test
    void relaysAreToldInWords() throws IOException {
        String text = flat(textOf(pdf(Briefing.layout(SPEC, SIXTEEN))));
        assertTrue(text.contains(flat("Вісник relays The Morning Paper, which relays Grove Monitor.")), text);
    }

    @Test
    void theSameBoardGivesTheSameBytes() {
        Briefing first = Briefing.layout(SPEC, SIXTEEN);
        Briefing second = Briefing.layout(SPEC, MadeUpDossier.sixteenClaims());
        assertArrayEquals(pdf(first), pdf(second));
        for (int page = 0; page < first.pages(); page++) {
            assertArrayEquals(svg(first, page), svg(second, page), "page " + page);
            assertArrayEquals(png(first, page), png(second, page), "page " + page);
        }
    }

    @Test
    void everyPlacedClaimHasANumberOnTheMapAndNoneHidesAnother() {
        for (Paper paper : Paper.values()) {
            for (boolean landscape : new boolean[] {true, false}) {
                Briefing briefing = Briefing.layout(SPEC.on(paper, landscape), SIXTEEN);
                List<Page.Link> pins = pins(briefing);
                List<String> names = pins.stream().map(Page.Link::to).sorted().toList();
                List<String> placed = IntStream.range(0, SIXTEEN.claims().size())
                        .filter(i -> SIXTEEN.claims().get(i).place().isPresent())
                        .mapToObj(i -> "claim-" + (i + 1))
                        .sorted()
                        .toList();
                assertEquals(placed, names);
                assertApart(pins);
            }
        }
    }

    @Test
    void manyPinsAtOnePlaceStayApart() {
        MadeUpDossier made = new MadeUpDossier();
        var source = made.source("A text", "A publisher", "2022-10-13", null, null);
        for (int i = 0; i < 12; i++) {
            made.claim("Claim " + i, org.sightline.claim.Category.EQUIPMENT, org.sightline.claim.Status.UNVERIFIED, 3)
                    .point(MadeUpDossier.YELSK, "Yelsk", org.sightline.claim.PlacePrecision.TOWN)
                    .quote(source, "Words of claim " + i)
                    .add();
        }
        List<Page.Link> pins = pins(Briefing.layout(SPEC, made.dossier("A board")));
        assertEquals(12, pins.size());
        assertApart(pins);
    }

    private static List<Page.Link> pins(Briefing briefing) {
        return briefing.page(0).links().stream()
                .filter(link -> link.to().startsWith("claim-"))
                .toList();
    }

    private static void assertApart(List<Page.Link> pins) {
        for (int i = 0; i < pins.size(); i++) {
            for (int j = i + 1; j < pins.size(); j++) {
                Rectangle2D a = pins.get(i).box();
                Rectangle2D b = pins.get(j).box();
                double gap = Math.hypot(a.getCenterX() - b.getCenterX(), a.getCenterY() - b.getCenterY());
                assertTrue(gap >= 14, pins.get(i).to() + " and " + pins.get(j).to() + " are " + gap + " apart");
            }
        }
    }

    @Test
    void theTitleAndLanguageAreInThePdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(Briefing.layout(SPEC, SIXTEEN)))) {
            assertEquals(
                    "Movements in the south", document.getDocumentInformation().getTitle());
            assertEquals("en", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog()
                    .getDocumentOutline()
                    .children()
                    .iterator()
                    .hasNext());
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(Briefing.layout(SPEC, SIXTEEN)))) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    assertTrue(font.getName().matches("[A-Z]{6}\\+IBMPlexSans.*"), font.getName());
                }
            }
        }
    }

    @Test
    void aPinLeadsToItsClaimAndBack() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(Briefing.layout(SPEC, SIXTEEN)))) {
            assertEquals(14, document.getPage(0).getAnnotations().size());
            assertFalse(document.getPage(1).getAnnotations().isEmpty());
        }
    }

    @Test
    void theMarkingStandsAtHeadAndFootOfEveryPage() throws IOException {
        BriefingSpec marked = SPEC.marked(Optional.of(Tlp.AMBER_STRICT));
        Briefing briefing = Briefing.layout(marked, SIXTEEN);
        for (int page = 0; page < briefing.pages(); page++) {
            assertEquals(
                    2, words(briefing, page).filter("TLP:AMBER+STRICT"::equals).count());
        }
    }

    @Test
    void pagesAreCounted() {
        Briefing briefing = Briefing.layout(SPEC, SIXTEEN);
        for (int page = 0; page < briefing.pages(); page++) {
            String count = (page + 1) + " / " + briefing.pages();
            assertTrue(words(briefing, page).anyMatch(count::equals), count);
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void nothingReachesBeyondTheMargins(Paper paper) {
        for (boolean landscape : new boolean[] {true, false}) {
            Briefing briefing = Briefing.layout(SPEC.on(paper, landscape).marked(Optional.of(Tlp.RED)), SIXTEEN);
            for (int page = 0; page < briefing.pages(); page++) {
                for (Mark mark : briefing.page(page).marks()) {
                    if (mark instanceof Mark.Words w) {
                        assertTrue(
                                w.x() >= 35.9 && w.x() + w.width() <= briefing.width() - 35.9,
                                "page " + page + ": " + w);
                        assertTrue(
                                w.baseline() >= 20 && w.baseline() <= briefing.height() - 20,
                                "page " + page + ": " + w);
                    }
                }
            }
        }
    }

    @Test
    void blackAndWhiteHasNoColourOfItsOwn() {
        Briefing briefing = Briefing.layout(SPEC.in(MapTheme.MONOCHROME).marked(Optional.of(Tlp.RED)), SIXTEEN);
        for (int page = 0; page < briefing.pages(); page++) {
            var picture = briefing.picture(page, 1);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    Color c = new Color(picture.getRGB(x, y));
                    assertTrue(
                            c.getRed() == c.getGreen() && c.getGreen() == c.getBlue(),
                            "page " + page + " at " + x + "," + y + ": " + c);
                }
            }
        }
    }

    @Test
    void aQuoteOfManyPagesIsPrintedToItsLastWord() throws IOException {
        String words = IntStream.range(0, 6000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        Briefing briefing = Briefing.layout(SPEC, MadeUpDossier.saying("A claim with a long quote", words));
        String text = flat(textOf(pdf(briefing)));
        assertTrue(briefing.pages() > 4);
        assertTrue(text.contains("word0") && text.contains("word5999"));
        assertTrue(text.contains(flat("1, continued")));
        for (int i = 0; i < 6000; i++) {
            assertTrue(text.contains("word" + i), "word" + i);
        }
    }

    @Test
    void twoHundredClaimsAllHaveTheirNumber() throws IOException {
        Briefing briefing = Briefing.layout(SPEC, MadeUpDossier.many(200));
        assertEquals(200, pins(briefing).size());
        String text = flat(textOf(pdf(briefing)));
        for (int i = 1; i <= 200; i++) {
            assertTrue(text.contains(flat("Sighting " + i + " of vehicles on the move")), "claim " + i);
        }
    }

    @Test
    void aBriefingWithoutClaimsSaysSo() throws IOException {
        Briefing briefing = Briefing.layout(SPEC, MadeUpDossier.empty());
        assertEquals(2, briefing.pages());
        assertTrue(flat(textOf(pdf(briefing))).contains(flat("No claims to show")));
    }

    @Test
    void scriptsTheTypefacesLackAreShapesOrNamedAndNeverLost() throws IOException {
        String odd =
                "\u0648\u0635\u0644\u062A \u062F\u0628\u0627\u0628\u0627\u062A \u0625\u0644\u0649 \u0627\u0644\u0645\u062F\u064A\u0646\u0629, \u5766\u514B\u5230\u8FBE, \uD83D\uDE9A seen, \u0E23\u0E16\u0E16\u0E31\u0E07, \u05D8\u05E0\u05E7\u05D9\u05DD, \uD83D, \u202Eleft";
        Briefing briefing = Briefing.layout(SPEC, MadeUpDossier.saying("Odd scripts: \uD83D\uDE9A \u5766\u514B", odd));
        String text = textOf(pdf(briefing));
        assertTrue(text.contains("seen"), text);
        assertTrue(text.contains("U+202E"), text);
        assertTrue(text.contains("U+5766") || words(briefing, 1).anyMatch(w -> w.contains("\u5766")), text);
        assertTrue(svg(briefing, 1).length > 1000);
        assertTrue(png(briefing, 1).length > 1000);
    }

    @ParameterizedTest
    @EnumSource(Notation.class)
    void coordinatesAreWrittenInTheNotationAskedFor(Notation notation) throws IOException {
        String text = flat(textOf(pdf(Briefing.layout(SPEC.writing(notation), SIXTEEN))));
        String yelsk = notation.write(new org.sightline.geo.Position(51.81363, 29.1544), 3000);
        assertTrue(text.contains(flat(yelsk)), yelsk);
    }

    @Test
    void anUnknownProjectionIsOneSentence() {
        DomainException told = assertThrows(
                DomainException.class, () -> Briefing.layout(SPEC.projected(OptionalInt.of(999_999)), SIXTEEN));
        assertTrue(String.valueOf(told.getMessage()).contains("999999"), told.getMessage());
    }

    @Test
    void aResolutionOutOfRangeIsRefused() {
        assertThrows(DomainException.class, () -> Briefing.layout(SPEC.at(100_000), SIXTEEN));
    }

    @Test
    void aNumberOfItsOwnIsToldWhereTheListIsShortened() throws IOException {
        Dossier all = MadeUpDossier.sixteenClaims();
        Dossier some = new Dossier(
                all.boardTitle(),
                all.lastChange(),
                all.journalHash(),
                all.claims().subList(3, 6),
                all.citations(),
                all.sources(),
                all.corroboration());
        assertTrue(flat(textOf(pdf(Briefing.layout(SPEC, some)))).contains(flat("Claim 4 of the board")));
    }

    static byte[] pdf(Briefing briefing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        briefing.writePdf(out);
        return out.toByteArray();
    }

    private static byte[] svg(Briefing briefing, int page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        briefing.writeSvg(out, page);
        return out.toByteArray();
    }

    private static byte[] png(Briefing briefing, int page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        briefing.writePng(out, page);
        return out.toByteArray();
    }

    static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Without white space: where lines break is not what these tests are about. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", "");
    }

    private static java.util.stream.Stream<String> words(Briefing briefing, int page) {
        return briefing.page(page).marks().stream().map(BriefingTest::said).filter(w -> !w.isEmpty());
    }

    private static String said(Mark mark) {
        return switch (mark) {
            case Mark.Words w -> w.text();
            case Mark.Drawn d -> d.text();
            default -> "";
        };
    }
}
