package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sightline.briefing.BriefingSpec.Paper;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.map.MapContent;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/** PDF, SVG and PNG of one briefing show the same. */
class SamePictureTest {
    private static final int DPI = 96;

    private static final BriefingSpec SPEC = BriefingSpec.titled("Movements in the south")
            .marked(Optional.of(Tlp.GREEN))
            .at(DPI);

    @TempDir
    Path folder;

    @Test
    void everyPageOfThePdfIsThePicture() throws IOException {
        assertPagesAreAlike(Briefing.layout(SPEC, MadeUpDossier.sixteenClaims()));
    }

    @Test
    void soItIsUprightInBlackAndWhiteWithMilitarySymbols() throws IOException {
        assertPagesAreAlike(Briefing.layout(
                SPEC.on(Paper.A4, false).in(MapTheme.MONOCHROME).as(SymbolSet.MILITARY),
                MadeUpDossier.sixteenClaims()));
    }

    @Test
    void soItIsInScriptsThatTheTypefacesLack() throws IOException {
        String words =
                "\u0648\u0635\u0644\u062A \u062F\u0628\u0627\u0628\u0627\u062A, 12 T-72A \u5766\u514B, \u05D8\u05E0\u05E7, first \uFB01nd";
        assertPagesAreAlike(Briefing.layout(SPEC, MadeUpDossier.saying(words, words.repeat(8))));
    }

    private static void assertPagesAreAlike(Briefing briefing) throws IOException {
        try (PDDocument document = Loader.loadPDF(BriefingTest.pdf(briefing))) {
            assertEquals(briefing.pages(), document.getNumberOfPages());
            BufferedImage before = null;
            for (int page = 0; page < briefing.pages(); page++) {
                BufferedImage rendered = new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.RGB);
                BufferedImage picture = png(briefing, page);
                assertFalse(Likeness.isBlank(picture));
                Likeness likeness = Likeness.of(picture, rendered);
                assertTrue(likeness.isOnePage(), "page " + page + ": " + likeness);
                if (before != null) {
                    assertFalse(Likeness.of(picture, before).isOnePage(), "any two pages would pass for one");
                }
                before = picture;
            }
        }
    }

    private static BufferedImage png(Briefing briefing, int page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        briefing.writePng(out, page);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void aMapAloneIsThePicture() throws IOException {
        MapContent many = MapContent.of(MadeUpDossier.many(200).claims());
        BufferedImage empty = map(MapContent.of(List.of())).image();
        for (MapContent content : List.of(many, many.spread(), many.asDensity(true))) {
            MapPicture picture = map(content);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            picture.write(BriefingFile.Format.PDF, out);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                BufferedImage rendered = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
                Likeness likeness = Likeness.of(picture.image(), rendered);
                assertTrue(likeness.isOnePage(), likeness.toString());
                assertFalse(Likeness.of(empty, rendered).isOnePage(), "claims that are not there would not be missed");
            }
        }
    }

    private static MapPicture map(MapContent content) {
        MapPicture.Spec spec = new MapPicture.Spec(
                900,
                600,
                Optional.of(new Envelope(24, 37, 49.5, 56)),
                OptionalInt.empty(),
                MapTheme.LIGHT,
                Optional.empty(),
                DPI);
        return new MapPicture("A map", Optional.empty(), content, spec, List.of());
    }

    /** Where a browser is at hand, which is to say, where the project is built for release. */
    @Test
    void everyPageOfTheSvgIsThePicture() throws IOException, InterruptedException {
        assumeTrue(hasChromium(), "there is no Chromium here");
        Briefing briefing = Briefing.layout(SPEC, MadeUpDossier.sixteenClaims());
        for (int page = 0; page < 2; page++) {
            BufferedImage picture = png(briefing, page);
            BufferedImage rendered = inBrowser(briefing, page, picture.getWidth(), picture.getHeight());
            Likeness likeness = Likeness.of(picture, rendered);
            assertTrue(likeness.isOnePage(), "page " + page + ": " + likeness);
        }
    }

    private BufferedImage inBrowser(Briefing briefing, int page, int width, int height)
            throws IOException, InterruptedException {
        Path svg = folder.resolve("page" + page + ".svg");
        try (OutputStream out = Files.newOutputStream(svg)) {
            briefing.writeSvg(out, page);
        }
        Path html = Files.writeString(
                folder.resolve("page" + page + ".html"),
                "<body style='margin:0'><img src='" + svg.getFileName() + "' style='width:" + width + "px;height:"
                        + height + "px;display:block'>");
        Path shot = folder.resolve("page" + page + ".png");
        Process chromium = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--force-device-scale-factor=1",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--screenshot=" + shot,
                        "--window-size=" + width + "," + height,
                        html.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = chromium.waitFor(90, TimeUnit.SECONDS);
        if (!ended) {
            chromium.destroyForcibly();
        }
        assertTrue(ended, "Chromium did not end");
        return ImageIO.read(shot.toFile());
    }

    private static boolean hasChromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "chromium")));
    }
}
