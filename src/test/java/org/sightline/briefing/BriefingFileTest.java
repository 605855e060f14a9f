package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

class BriefingFileTest {
    private static final Briefing BRIEFING =
            Briefing.layout(BriefingSpec.titled("A briefing").at(72), MadeUpDossier.sixteenClaims());

    @TempDir
    Path folder;

    @Test
    void aPdfIsOneFile() throws IOException {
        Path out = folder.resolve("out.pdf");
        assertEquals(List.of(out), BriefingFile.write(BRIEFING, out));
        assertEquals(1, count());
    }

    @Test
    void picturesAreOneFileForEachPage() throws IOException {
        List<Path> files = BriefingFile.write(BRIEFING, folder.resolve("out.png"));
        assertEquals(BRIEFING.pages(), files.size());
        assertEquals(folder.resolve("out-2.png"), files.get(1));
        assertEquals(842, ImageIO.read(files.getFirst().toFile()).getWidth());
        assertEquals(BRIEFING.pages(), count());
    }

    @Test
    void drawingsAreOneFileForEachPage() throws IOException {
        List<Path> files = BriefingFile.write(BRIEFING, folder.resolve("out.SVG"));
        assertEquals(BRIEFING.pages(), files.size());
        assertTrue(Files.readString(files.get(1)).contains("A training site works in Yelsk"));
    }

    @Test
    void whatWasThereIsReplacedWhole() throws IOException {
        Path out = Files.writeString(folder.resolve("out.pdf"), "before");
        BriefingFile.write(BRIEFING, out);
        assertTrue(Files.size(out) > 10_000);
    }

    @Test
    void aStoppedWritingLeavesNothingBehind() throws IOException {
        Path out = Files.writeString(folder.resolve("out.png"), "before");
        assertThrows(
                java.util.concurrent.CancellationException.class,
                () -> BriefingFile.write(BRIEFING, out, page -> {
                    if (page == 2) {
                        throw new java.util.concurrent.CancellationException();
                    }
                }));
        assertEquals("before", Files.readString(out));
        assertEquals(1, count());
    }

    @Test
    void aMissingFolderIsNamed() {
        DomainException told =
                assertThrows(DomainException.class, () -> BriefingFile.write(BRIEFING, folder.resolve("none/out.pdf")));
        assertTrue(String.valueOf(told.getMessage()).contains("none"), told.getMessage());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        // a folder in the way of the part file stops the writing for every user, root included
        Path out = folder.resolve("out.pdf");
        Files.createDirectory(
                folder.resolve(".out.pdf." + ProcessHandle.current().pid() + ".part"));
        DomainException told = assertThrows(DomainException.class, () -> BriefingFile.write(BRIEFING, out));
        assertTrue(String.valueOf(told.getMessage()).contains("out.pdf"), told.getMessage());
        assertTrue(Files.notExists(out));
    }

    @Test
    void anotherEndingIsRefused() {
        DomainException told =
                assertThrows(DomainException.class, () -> BriefingFile.write(BRIEFING, folder.resolve("out.docx")));
        assertTrue(String.valueOf(told.getMessage()).contains("out.docx"), told.getMessage());
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
