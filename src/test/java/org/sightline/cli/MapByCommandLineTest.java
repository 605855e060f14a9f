package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map alone, as a picture. */
class MapByCommandLineTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String board = "";

    @BeforeEach
    void writeSample() {
        shell = new Shell(folder);
        board = shell.at("sample.gpkg");
        shell.run("sample", board).done();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "claims", "density"})
    void aPictureHasTheSizeAskedForAndItsClaims(String shown) throws IOException {
        String out = shell.at("map.png");
        String said = shell.run("map", board, out, "--size", "640x400", "--show", shown)
                .done()
                .out();
        assertTrue(said.matches("(?s)Drew [0-9]+ claims on a map in .*"), said);
        BufferedImage picture = ImageIO.read(Path.of(out).toFile());
        assertEquals(640, picture.getWidth());
        assertEquals(400, picture.getHeight());
        shell.run("map", board, shell.at("none.png"), "--size", "640x400", "--show", shown, "--filter", "id < 0");
        shell.run("map", board, shell.at("again.png"), "--size", "640x400", "--show", shown)
                .done();
        assertArrayEquals(Files.readAllBytes(Path.of(out)), Files.readAllBytes(folder.resolve("again.png")));
    }

    @Test
    void mapsAboutThePolesAndTheAntimeridianShowTheirClaims() throws IOException {
        shell.run("claim", board, "set", "4", "--place", "88, 10").done();
        shell.run("claim", board, "set", "5", "--place", "-17, 179.9").done();
        shell.run("claim", board, "set", "6", "--place", "-17.1, -179.9").done();
        String pole = shell.at("pole.png");
        String said = shell.run("map", board, pole, "--size", "640x400", "--filter", "number = 4")
                .done()
                .out();
        assertTrue(said.startsWith("Drew 1 claim on a map"), said);
        for (String[] which : new String[][] {{"--filter", "number IN (5, 6)"}, {"--bbox=179.5,-17.5,-179.5,-16.5"}}) {
            List<String> command = new ArrayList<>(List.of("map", board, shell.at("anti.png"), "--size", "640x400"));
            command.addAll(List.of(which));
            String both = shell.run(command.toArray(String[]::new)).done().out();
            assertTrue(both.startsWith("Drew 2 claims on a map"), both);
        }
        shell.run("brief", board, shell.at("anti.pdf"), "--bbox=179.5,-17.5,-179.5,-16.5")
                .done();
    }

    /** The sample has claims of all of Belarus, whose middle is beyond this frame, and claims in Yelsk, which are farther. */
    @Test
    void aClaimOfAWideAreaCountsWhereTheAreaReachesIn() throws IOException {
        String out = shell.at("west.png");
        String said = shell.run("map", board, out, "--size", "300x400", "--bbox=23,52,25,54", "--theme", "print")
                .done()
                .out();
        long all = shell.run("claims", board).done().out().lines().count() - 1;
        long drawn = Long.parseLong(said.replaceAll("(?s)Drew ([0-9]+) claim.*", "$1"));
        assertTrue(drawn > 0 && drawn < all, said + all);
        String none = shell.run("map", board, shell.at("spain.png"), "--size", "300x400", "--bbox=-6,37,-3,40")
                .done()
                .out();
        assertTrue(none.startsWith("Drew 0 claims"), none);
    }

    @Test
    void aDrawingHoldsItsPictures() throws IOException {
        String out = shell.at("density.svg");
        shell.run("map", board, out, "--size", "640x400", "--show", "density").done();
        String svg = Files.readString(Path.of(out));
        Matcher picture =
                Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=\\s]+)").matcher(svg);
        assertTrue(picture.find());
        byte[] png = Base64.getMimeDecoder().decode(picture.group(1));
        assertTrue(ImageIO.read(new ByteArrayInputStream(png)).getWidth() > 10);
    }

    @Test
    void aClaimAtThePoleIsDrawn() {
        shell.run("claim", board, "set", "4", "--place", "90, 10").done();
        for (String crs : List.of("", "--crs=EPSG:3413", "--crs=EPSG:3995")) {
            String said = shell.run(
                            "map",
                            board,
                            shell.at("pole.png"),
                            crs.isEmpty() ? "--size=320x200" : crs,
                            "--filter",
                            "number = 4")
                    .done()
                    .out();
            assertTrue(said.startsWith("Drew 1 claim on"), said);
        }
        shell.run("map", board, shell.at("flat.png"), "--filter", "number = 4", "--crs", "EPSG:3857")
                .complaint(Exit.FAILED);
    }

    @Test
    void twiceTheResolutionGivesTwiceThePixels() throws IOException {
        String out = shell.at("map.png");
        shell.run("map", board, out, "--size", "320x200", "--dpi", "192", "--theme", "dark")
                .done();
        assertEquals(640, ImageIO.read(Path.of(out).toFile()).getWidth());
    }

    @Test
    void aPdfIsOnePageWithItsNamesAsWords() throws IOException {
        String out = shell.at("map.pdf");
        shell.run("map", board, out, "--size", "A4", "--theme", "print", "--show", "claims")
                .done();
        try (PDDocument pdf = Loader.loadPDF(Path.of(out).toFile())) {
            assertEquals(1, pdf.getNumberOfPages());
            assertEquals(842, pdf.getPage(0).getMediaBox().getWidth(), 1);
            String words = new PDFTextStripper().getText(pdf);
            assertTrue(words.contains("Natural Earth"), words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map.gif|--size|640x400",
                "map.png|--size|640",
                "map.png|--size|20x20",
                "map.png|--size|90000x90000",
                "map.png|--show|pins",
                "map.png|--theme|pink",
                "map.png|--dpi|9",
                "map.png|--crs|EPSG",
                "map.png|--bbox|1,2,3"
            })
    void whatCannotBeDrawnIsSaidAndNothingIsWritten(String name, String option, String value) {
        String said = shell.run("map", board, shell.at(name), option, value).complaint(Exit.USAGE);
        assertFalse(said.isBlank());
        assertFalse(Files.exists(folder.resolve(name)));
    }
}
