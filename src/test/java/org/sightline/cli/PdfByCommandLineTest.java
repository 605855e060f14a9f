package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.briefing.PdfConformance;

/** What the commands write of the sample board is held against PDF/A-2u and PDF/UA-1. */
class PdfByCommandLineTest {
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
    @ValueSource(strings = {"", "--portrait --monochrome --tlp RED --notation utm", "--symbols military --paper A3"})
    void aBriefingOfTheSampleConforms(String options) throws IOException {
        PdfConformance.assertConforms(written("brief", options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--size A4 --theme print", "--show claims --grid mgrs", "--show density --theme dark"})
    void aMapOfTheSampleConforms(String options) throws IOException {
        PdfConformance.assertConforms(written("map", options));
    }

    @Test
    void aBriefingOfNothingConforms() throws IOException {
        PdfConformance.assertConforms(written("brief", "--search nothingofthekind"));
    }

    @Test
    void theSameBoardGivesTheSameBytes() throws IOException {
        assertArrayEquals(written("brief", ""), written("brief", ""));
        assertArrayEquals(written("map", ""), written("map", ""));
    }

    private byte[] written(String command, String options) throws IOException {
        String out = shell.at("out.pdf");
        List<String> line = new ArrayList<>(List.of(command, board, out));
        if (!options.isEmpty()) {
            line.addAll(List.of(options.split(" ")));
        }
        shell.run(line.toArray(String[]::new)).done();
        return Files.readAllBytes(Path.of(out));
    }
}
