package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;

/** What each format makes of a board that holds everything. */
class FormatsTest {
    private static final long SEED = 20_261_128;
    private static final int CLAIMS = 60;

    @TempDir
    Path folder;

    private Path boardFile;

    @BeforeEach
    void make() {
        boardFile = folder.resolve("all.gpkg");
        RandomBoard.make(boardFile, SEED, CLAIMS).close();
    }

    private Path export(String name, Export.Scope scope) {
        Path file = folder.resolve(name);
        try (Board board = Board.open(boardFile, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            Export.write(BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL)), file, scope, Untold.PROGRESS);
        }
        return file;
    }

    @Test
    void everyFormatIsTheSameWhenWrittenAgain() throws IOException {
        for (Export.Format format : Export.Format.values()) {
            Path first = export("first." + format.extension(), Export.Scope.PLAIN);
            Path second = export("second." + format.extension(), Export.Scope.PLAIN);
            if (format != Export.Format.GPKG) { // its journal has the time
                assertEquals(-1, Files.mismatch(first, second), format.name());
            }
        }
    }

    @Test
    void aCancelledExportLeavesNothingInAnyFormat() throws IOException {
        Set<Path> before = contents();
        for (Export.Format format : Export.Format.values()) {
            try (Board board = Board.open(boardFile, Board.Mode.READ);
                    Snapshot snapshot = board.snapshot()) {
                Handover claims = BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL));
                Path file = folder.resolve("cancelled." + format.extension());
                assertThrows(
                        CancellationException.class,
                        () -> Export.write(claims, file, Export.Scope.PLAIN, new Untold(5)),
                        format.name());
            }
            assertEquals(before, contents(), format.name());
        }
    }

    private Set<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.toList());
        }
    }

    @Test
    void columnsCanBeChosenByNameAndByBeginning() throws IOException {
        Path file = export("some.csv", new Export.Scope(List.of("statement", "quantity"), Redaction.NONE, false));
        String heading = Files.readAllLines(file).getFirst().substring(1);
        assertEquals(
                "statement,quantity.verbatim,quantity.item,quantity.best,quantity.lower,quantity.upper,"
                        + "quantity.lowerOpen,quantity.upperOpen,quantity.qualifier,quantity.origin",
                heading);
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        Export.Scope scope = new Export.Scope(List.of("colour"), Redaction.NONE, false);
        DomainException refused = assertThrows(DomainException.class, () -> export("x.csv", scope));
        assertTrue(
                refused.getMessage().contains("\"colour\"")
                        && refused.getMessage().contains("statement"),
                refused.getMessage());
        assertFalse(Files.exists(folder.resolve("x.csv")));
    }

    @Test
    void linkedDataTiesEachQuoteToItsClaimAndItsCapture() throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(export("all.jsonld", Export.Scope.PLAIN).toFile());
        Set<String> ids = new TreeSet<>();
        all.get("@included").forEach(node -> ids.add(node.get("@id").asText()));
        int annotations = 0;
        for (JsonNode node : all.get("@included")) {
            if (node.get("@type").get(0).asText().equals("oa:Annotation")) {
                annotations++;
                assertTrue(ids.contains(node.at("/oa:hasBody/@id").asText()));
                assertTrue(
                        ids.contains(node.at("/oa:hasTarget/oa:hasSource/@id").asText()));
                assertEquals(
                        "oa:TextQuoteSelector",
                        node.at("/oa:hasTarget/oa:hasSelector/0/@type").asText());
            }
        }
        assertTrue(annotations > 20, "quotes: " + annotations);
    }

    @Test
    void markdownQuotesEachLineAndEscapesMarkup() throws IOException {
        Evidence evidence = new Evidence().claim("*Bold* <b>claim</b>", java.util.Optional.empty(), "there.\nA second");
        Path file = folder.resolve("list.md");
        Export.write(evidence.dossier(), file, Untold.PROGRESS);
        String text = Files.readString(file);
        assertTrue(text.contains("## 1\\. \\*Bold\\* \\<b\\>claim\\</b\\>"), text);
        assertTrue(text.contains("> there.\n> A second\n>\n> — \\=Notebook, “A note, \"quoted\"”, 2023-05-04,"), text);
        assertTrue(text.contains("<https://example.org/a?b=1,2>"), text);
        assertTrue(text.contains("SHA-256 abababababab"), text);
    }

    @Test
    void theHandedOverBoardHasNothingButTheClaimsAndWhatTheyQuote() {
        Path copy = export("copy.gpkg", Export.Scope.PLAIN);
        try (Board board = Board.open(copy, Board.Mode.READ)) {
            assertTrue(
                    board.verify().problems().stream().noneMatch(p -> !p.kind().contains("orphan")),
                    () -> board.verify().problems().toString());
            assertEquals(
                    List.of("export: Export of claims", "export: Make the board"),
                    board.log(0).stream()
                            .map(line -> line.actor() + ": " + line.summary().replaceFirst(" \".*", ""))
                            .toList());
        }
    }
}
