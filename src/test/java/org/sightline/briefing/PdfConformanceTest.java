package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.BriefingSpec.Paper;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.geo.Notation;
import org.sightline.map.MapContent;
import org.sightline.map.MapLayer;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.sightline.map.SymbolSet;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every kind of PDF that we write is held against PDF/A-2u and PDF/UA-1. */
class PdfConformanceTest {
    private static final Dossier SIXTEEN = MadeUpDossier.sixteenClaims();
    private static final BriefingSpec SPEC = BriefingSpec.titled("Movements in the south");
    private static final String ARABIC =
            "\u0648\u0635\u0644\u062A \u062F\u0628\u0627\u0628\u0627\u062A \u0625\u0644\u0649 \u0627\u0644\u0645\u062F\u064A\u0646\u0629";
    private static final String ODD = ARABIC
            + ", 12 tanks in \u05D8\u05E0\u05E7\u05D9\u05DD, \u5766\u514B\u5230\u8FBE, \uD83D\uDE9A seen, \u0E23\u0E16\u0E16\u0E31\u0E07, \uD83D, \u202Eleft, \u2206 \u0394 \u00B5 \u03BC";

    static Stream<Arguments> briefings() {
        return Stream.of(
                of("sixteen claims", SPEC, SIXTEEN),
                of("200 claims", SPEC, MadeUpDossier.many(200)),
                of("no claims", SPEC, MadeUpDossier.empty()),
                of("upright, marked, Letter", SPEC.on(Paper.LETTER, false).marked(Optional.of(Tlp.RED)), SIXTEEN),
                of("military symbols", SPEC.as(SymbolSet.MILITARY), SIXTEEN),
                of("black and white", SPEC.in(MapTheme.MONOCHROME).as(SymbolSet.MILITARY), SIXTEEN),
                of("a metric grid", SPEC.writing(Notation.MGRS), SIXTEEN),
                of("claims outside", SPEC.showing(Optional.of(new Envelope(28.9, 29.4, 51.7, 51.95))), SIXTEEN),
                of("Arabic", SPEC, MadeUpDossier.saying(ARABIC, ARABIC + " (" + ARABIC + ") 12 T-72A")),
                of("many scripts", BriefingSpec.titled(ODD), MadeUpDossier.saying(ODD, ODD.repeat(9))),
                of(
                        "Cyrillic",
                        BriefingSpec.titled("\u0420\u0443\u0445 \u043d\u0430 \u043f\u0456\u0432\u0434\u043d\u0456"),
                        MadeUpDossier.saying(
                                "\u0412\u0438\u0432\u0435\u0437\u043b\u0438 \u0442\u0430\u043d\u043a\u0438",
                                "\u0411\u0430\u0447\u0438\u043b\u0438 \u0442\u0430\u043d\u043a\u0438")),
                of("characters XML cannot hold", BriefingSpec.titled("<a> & \u0001 b"), SIXTEEN));
    }

    private static Arguments of(String name, BriefingSpec spec, Dossier dossier) {
        Supplier<Briefing> laidOut = () -> Briefing.layout(spec, dossier);
        return Arguments.of(name, laidOut);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("briefings")
    void aBriefingConforms(String name, Supplier<Briefing> briefing) throws IOException {
        PdfConformance.assertConforms(BriefingTest.pdf(briefing.get()));
    }

    static Stream<Arguments> designs() {
        Dossier checked = SIXTEEN.withJournalHash(Optional.of("1cad889e236c242f" + "0".repeat(48)));
        Stream<Design> starts = Stream.of(Start.values())
                .map(start -> Design.from(start)
                        .on(PaperSize.A4, start != Start.PLACES && start != Start.MAP_TABLE)
                        .with(Part.SOURCE_LIST, e -> e.shown(true)));
        Stream<Design> others = Stream.of(
                Design.from(Start.MAP_TABLE).on(new Tiles(2, 1, 10)),
                Design.from(Start.LOCATOR)
                        .on(PaperSize.A1, true)
                        .looking(Look.PLAIN.crowded(Crowding.GATHERED))
                        .with(Part.SOURCE_LIST, e -> new Element(true, Optional.of(new Box(450, 60, 120, 300)))),
                Design.from(Start.MAP_TABLE)
                        .with(Part.TITLE, e -> e.shown(false))
                        .with(Part.SUMMARY, e -> e.shown(false)),
                Design.from(Start.MAP).with(Part.TITLE, e -> e.at(Optional.of(new Box(30, 60, 60, 20)))));
        return Stream.concat(starts, others).map(design -> {
            Supplier<Briefing> laidOut = () -> Briefing.layout(design, checked, List.of(), () -> {});
            return Arguments.of(
                    design.start() + " " + design.paper().name() + " "
                            + design.tiles().words(),
                    laidOut);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("designs")
    void aDesignConforms(String name, Supplier<Briefing> briefing) throws IOException {
        PdfConformance.assertConforms(BriefingTest.pdf(briefing.get()));
    }

    @Test
    void aBriefingWithAPictureUnderTheClaimsConforms() throws IOException {
        PdfConformance.assertConforms(BriefingTest.pdf(Briefing.layout(SPEC, SIXTEEN, List.of(new Haze()))));
    }

    static Stream<Arguments> pictures() {
        MapContent clustered = MapContent.of(MadeUpDossier.many(200).claims());
        return Stream.of(
                Arguments.of("clusters", MapTheme.LIGHT, clustered),
                Arguments.of("every claim, dark", MapTheme.DARK, clustered.spread()),
                Arguments.of("density", MapTheme.PRINT, clustered.asDensity(true)),
                Arguments.of("none", MapTheme.MONOCHROME, MapContent.of(List.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void aMapAloneConforms(String name, MapTheme theme, MapContent content) throws IOException {
        MapPicture.Spec spec = new MapPicture.Spec(
                800, 500, Optional.empty(), OptionalInt.empty(), theme, Optional.of(Notation.UTM), 96);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MapPicture("A map", Optional.empty(), content, spec, List.of()).write(BriefingFile.Format.PDF, out);
        PdfConformance.assertConforms(out.toByteArray());
    }

    /** A check of the check: what is taken out of a good file is missed. */
    @Test
    void theValidatorSeesWhatIsMissing() throws IOException {
        byte[] good = BriefingTest.pdf(Briefing.layout(SPEC, SIXTEEN));
        byte[] untagged = without(good, "StructTreeRoot");
        assertTrue(PdfConformance.brokenClauses(untagged, PDFAFlavour.PDFUA_1).contains("7.1-11"));
        byte[] uncoloured = without(good, "OutputIntents");
        assertTrue(
                PdfConformance.brokenClauses(uncoloured, PDFAFlavour.PDFA_2_U).contains("6.2.4.3-2"));
    }

    private static byte[] without(byte[] pdf, String key) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName(key));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Pixels that are seen through, as a scanned map laid over another may be. */
    private static final class Haze implements MapLayer {
        @Override
        public void paint(Graphics2D g, MapView view, MapTheme theme, MapPainter.Medium medium) {
            BufferedImage haze = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
            for (int i = 0; i < 64 * 64; i++) {
                haze.setRGB(i % 64, i / 64, new Color(i % 255, 40, 90, i / 20).getRGB());
            }
            g.drawImage(haze, 20, 20, view.width() / 2, view.height() / 2, null);
        }

        @Override
        public Optional<Envelope> extent() {
            return Optional.empty();
        }

        @Override
        public boolean shownAt(double denominator) {
            return true;
        }

        @Override
        public String attribution() {
            return "Haze by nobody";
        }
    }
}
