package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.BriefingSpec.Tlp;

/** What a briefing says to those who do not see it: its tags in their order, its links and its bookmarks. */
class PdfStructureTest {
    private static final Dossier SIXTEEN = MadeUpDossier.sixteenClaims();
    private static final BriefingSpec SPEC =
            BriefingSpec.titled("Movements in the south").marked(Optional.of(Tlp.AMBER));

    private PDDocument document = new PDDocument();
    private List<PDStructureElement> elements = List.of();
    private TaggedText words = TaggedText.none();

    @BeforeEach
    void write() throws IOException {
        document = Loader.loadPDF(BriefingTest.pdf(Briefing.layout(SPEC, SIXTEEN)));
        elements = all(document.getDocumentCatalog().getStructureTreeRoot());
        words = TaggedText.of(document);
    }

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    /** In the order of reading. */
    private static List<PDStructureElement> all(PDStructureNode node) {
        List<PDStructureElement> all = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                all.add(element);
                all.addAll(all(element));
            }
        }
        return all;
    }

    private Stream<PDStructureElement> of(String type) {
        return elements.stream().filter(e -> e.getStructureType().equals(type));
    }

    private List<String> said(String type) {
        return of(type).map(words::in).toList();
    }

    @Test
    void theMarkingTheTitleTheMapAndTheClaimsAreReadInThisOrder() {
        assertEquals("TLP:AMBER", words.in(elements.get(1)));
        assertEquals(List.of("Movements in the south"), said("H1"));
        List<String> order = elements.stream()
                .map(PDStructureElement::getStructureType)
                .filter(type -> List.of("H1", "Figure", "H3", "BlockQuote").contains(type))
                .distinct()
                .toList();
        assertEquals(List.of("H1", "Figure", "H3", "BlockQuote"), order);
        List<String> statements =
                SIXTEEN.claims().stream().map(c -> c.statement()).toList();
        List<String> headings = said("H3");
        assertEquals(statements.size(), headings.size());
        for (int i = 0; i < statements.size(); i++) {
            assertTrue(headings.get(i).endsWith(statements.get(i)), headings.get(i));
        }
    }

    @Test
    void aQuoteIsReadWholeThoughItIsSetInLines() {
        List<String> read = said("BlockQuote");
        SIXTEEN.claims().stream().flatMap(c -> c.quotes().stream()).forEach(quote -> {
            String whole = "\u201c" + quote.exact() + "\u201d";
            // a word wider than its line is broken without a space
            assertTrue(read.contains(whole), whole + " in " + read);
        });
    }

    @Test
    void aQuoteIsInTheLanguageOfItsSource() {
        List<String> ukrainian =
                of("P").filter(p -> "uk".equals(p.getLanguage())).map(words::in).toList();
        assertFalse(ukrainian.isEmpty());
        assertTrue(ukrainian.stream().allMatch(words -> words.matches(".*[\\u0400-\\u04FF].*")), ukrainian.toString());
        assertEquals("en", document.getDocumentCatalog().getLanguage());
    }

    @Test
    void thePictureOfTheMapIsToldInWords() {
        PDStructureElement map = of("Figure").findFirst().orElseThrow();
        String told = map.getAlternateDescription();
        assertTrue(
                told.matches(
                        "Map, 1 : [0-9 ]+, from .* degrees north and .* degrees east, with the pins of 14 claims.*"),
                told);
        of("Figure").forEach(figure -> {
            assertFalse(figure.getAlternateDescription().isBlank());
            assertTrue(figure.getCOSObject().getCOSDictionary(COSName.A).containsKey(COSName.BBOX));
        });
    }

    @Test
    void theFactsOfAClaimAreATableWhoseRowsHaveHeads() {
        assertEquals(SIXTEEN.claims().size(), of("Table").count());
        assertEquals(of("TR").count(), of("TH").count());
        assertEquals(of("TR").count(), of("TD").count());
        of("TH").forEach(head -> assertEquals(
                "Row", head.getCOSObject().getCOSDictionary(COSName.A).getNameAsString("Scope"), words.in(head)));
    }

    @Test
    void headsAndFeetAreNotReadOut() {
        String read = words.in(elements.getFirst());
        assertFalse(read.contains("1 / "), read);
        assertEquals(1, read.split("TLP:AMBER", -1).length - 1);
        // below the title, and under "This sheet"
        assertEquals(2, read.split("As of 17 October 2022", -1).length - 1);
    }

    @Test
    void aPinLeadsToItsClaimTheClaimToItsPinAndTheCitationToItsSource() throws IOException {
        List<PDAnnotationLink> onMap = links(0);
        assertEquals(14, onMap.size());
        for (PDAnnotationLink pin : onMap) {
            PDActionGoTo go = (PDActionGoTo) pin.getAction();
            int page = ((PDPageDestination) go.getDestination()).retrievePageNumber();
            assertTrue(page > 0, pin.getContents());
            assertTrue(
                    SIXTEEN.claims().stream().anyMatch(c -> pin.getContents().endsWith(c.statement())),
                    pin.getContents());
        }
        List<PDAnnotationLink> further = new ArrayList<>();
        for (int i = 1; i < document.getNumberOfPages(); i++) {
            further.addAll(links(i));
        }
        assertEquals(
                14,
                further.stream()
                        .filter(l -> l.getAction() instanceof PDActionGoTo)
                        .filter(l -> l.getContents().endsWith(" on the map"))
                        .count());
        assertTrue(further.stream()
                .map(PDAnnotationLink::getAction)
                .anyMatch(a -> a instanceof PDActionURI uri && uri.getURI().equals("https://example.org/source/1")));
    }

    /** From the pin to the claim, from its citation to the list of sources, from there to the address. */
    @Test
    void aCitationLeadsToTheListOfSourcesAndThatToTheAddress() throws IOException {
        Design design = Design.of(SPEC).with(Part.SOURCE_LIST, element -> element.shown(true));
        document.close();
        document = Loader.loadPDF(BriefingTest.pdf(Briefing.layout(design, SIXTEEN, List.of(), () -> {})));
        elements = all(document.getDocumentCatalog().getStructureTreeRoot());
        words = TaggedText.of(document);
        int last = document.getNumberOfPages() - 1;
        int cited = 0;
        for (int i = 1; i < last; i++) {
            for (PDAnnotationLink link : links(i)) {
                if (link.getContents().matches("Source [0-9]+ in the list")) {
                    cited++;
                    PDActionGoTo go = (PDActionGoTo) link.getAction();
                    assertEquals(last, ((PDPageDestination) go.getDestination()).retrievePageNumber());
                } else {
                    assertFalse(link.getAction() instanceof PDActionURI, "addresses are in the list alone");
                }
            }
        }
        assertTrue(cited
                >= SIXTEEN.claims().stream().mapToInt(c -> c.quotes().size()).sum());
        assertTrue(links(last).stream()
                .map(PDAnnotationLink::getAction)
                .anyMatch(a -> a instanceof PDActionURI uri && uri.getURI().equals("https://example.org/source/1")));
        // legends are lists too
        List<String> labels =
                said("Lbl").stream().filter(l -> l.matches("\\[[0-9]+]")).toList();
        assertEquals(SourceIndex.of(SIXTEEN).cited().size(), labels.size());
    }

    private List<PDAnnotationLink> links(int page) throws IOException {
        return document.getPage(page).getAnnotations().stream()
                .map(PDAnnotationLink.class::cast)
                .toList();
    }

    @Test
    void everyLinkIsPartOfWhatIsRead() throws IOException {
        long placed = of("Link")
                .flatMap(link -> link.getKids().stream())
                .filter(PDObjectReference.class::isInstance)
                .count();
        long there = 0;
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            there += links(i).size();
            assertTrue(links(i).stream()
                    .allMatch(l -> l.isPrinted() && !l.getContents().isBlank()));
        }
        assertEquals(there, placed);
    }

    @Test
    void claimsAreBookmarksBelowTheirList() {
        List<PDOutlineItem> top =
                items(document.getDocumentCatalog().getDocumentOutline().children());
        assertEquals(
                List.of("Movements in the south", "Claims and their sources"),
                top.stream().map(PDOutlineItem::getTitle).toList());
        List<PDOutlineItem> claims = items(top.getLast().children());
        assertEquals(16, claims.size());
        assertTrue(claims.getFirst().getTitle().startsWith("1  "));
    }

    private static List<PDOutlineItem> items(Iterable<PDOutlineItem> items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    @Test
    void aLineOfBothDirectionsIsReadInTheOrderOfItsWords() throws IOException {
        String arabic = "\u0648\u0635\u0644\u062A";
        String hebrew = "\u05D8\u05E0\u05E7";
        String mixed = arabic + " 12 T-72A " + hebrew + " end";
        try (PDDocument one =
                Loader.loadPDF(BriefingTest.pdf(Briefing.layout(SPEC, MadeUpDossier.saying("A claim", mixed))))) {
            TaggedText text = TaggedText.of(one);
            String read = all(one.getDocumentCatalog().getStructureTreeRoot()).stream()
                    .filter(e -> e.getStructureType().equals("BlockQuote"))
                    .map(text::in)
                    .findFirst()
                    .orElseThrow();
            List<String> latin = Stream.of("12", "T-72A", "end")
                    .sorted((a, b) -> Integer.compare(read.indexOf(a), read.indexOf(b)))
                    .toList();
            assertEquals(List.of("12", "T-72A", "end"), latin, read);
            // where the system has no font for it, it is named
            assertTrue(read.contains(arabic) || read.contains("U+0648"), read);
            assertTrue(read.contains("12 T-72A"), read);
        }
    }

    @Test
    void anAddressThatIsNoneOfTheWebIsNoLink() {
        assertTrue(PdfLinks.isAddress("https://example.org/a?b=c#d"));
        assertTrue(PdfLinks.isAddress("HTTP://example.org"));
        for (String none : List.of(
                "",
                "example.org/a",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https:",
                "https://",
                "http://a b",
                "page 4")) {
            assertFalse(PdfLinks.isAddress(none), none);
        }
    }
}
