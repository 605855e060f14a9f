package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void claimsBeyondTheMapAreSaidAndNotCounted() {
        shell.run("claim", board, "set", "4", "--place", "88, 10").done();
        Shell.Ran ran =
                shell.run("map", board, shell.at("map.png"), "--size", "320x200", "--filter", "number IN (4, 5)");
        assertEquals(Exit.DONE, ran.code());
        assertTrue(ran.out().startsWith("Drew 1 claim on a map"), ran.out());
        assertTrue(ran.error().startsWith("Note: 1 claim lies where this map does not reach"), ran.error());
        shell.run("map", board, shell.at("n.png"), "--size", "320x200", "--filter", "number = 4", "--crs", "EPSG:3413")
                .done();
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
