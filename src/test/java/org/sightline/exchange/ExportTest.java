package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

class ExportTest {
    @TempDir
    Path folder;

    private final Evidence evidence =
            new Evidence().claim("One", Optional.empty(), "12 trucks").claim("Two", Optional.empty(), "A second line");

    @Test
    void cancelledExportLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("claims.csv");
        Files.writeString(file, "what was there");
        assertThrows(CancellationException.class, () -> Export.write(evidence.dossier(), file, new Untold(1)));
        assertEquals("what was there", Files.readString(file));
        assertEquals(List.of(file), contents());
    }

    @Test
    void exportReplacesTheFileWhole() throws IOException {
        Path file = folder.resolve("claims.GeoJSON");
        Files.writeString(file, "what was there");
        Export.write(evidence.dossier(), file, Untold.PROGRESS);
        assertTrue(Files.readString(file).startsWith("{\"type\":\"FeatureCollection\""));
        assertEquals(List.of(file), contents());
    }

    @Test
    void unknownEndingIsRefusedByName() throws IOException {
        DomainException refused = assertThrows(
                DomainException.class,
                () -> Export.write(evidence.dossier(), folder.resolve("claims.doc"), Untold.PROGRESS));
        assertTrue(refused.getMessage().contains("claims.doc")
                && refused.getMessage().contains(".csv"));
        assertEquals(List.of(), contents());
    }

    @Test
    void missingFolderIsNamed() {
        DomainException refused = assertThrows(
                DomainException.class,
                () -> Export.write(evidence.dossier(), folder.resolve("no/claims.csv"), Untold.PROGRESS));
        assertTrue(refused.getMessage().contains("there is no folder"), refused.getMessage());
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
