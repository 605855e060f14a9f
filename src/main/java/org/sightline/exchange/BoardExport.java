package org.sightline.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.jobs.Jobs;

/**
 * Claims as a board of their own, which is a GeoPackage: with the sources they quote and the relations among them, with
 * captures or without, and with nothing else of the board they come from. Its journal has one line. Stateless.
 */
final class BoardExport {
    private BoardExport() {}

    /**
     * @param contents whether captures come with their content, or as stand-ins that hold the quoted words only
     * @throws DomainException when there is a file already, or it cannot be written
     * @throws java.util.concurrent.CancellationException when the job is cancelled; the file is then as before
     */
    static void write(Handover claims, boolean contents, Path file, Jobs.Progress progress) {
        if (Files.exists(file)) { // which may be a board that nothing else holds
            throw new DomainException("There is already a file \"" + file + "\"; choose another name for the board.");
        }
        WholeFile.make(file, made -> {
            try (Board board = Board.createAs(made, claims.title(), "export")) {
                Arrival.into(board, claims, contents, "Export of claims", progress);
            }
            requireOneFile(made);
        });
    }

    /** Captures of more than a board takes into itself lie beside it, and would be left behind. */
    private static void requireOneFile(Path made) throws IOException {
        Path folder = made.resolveSibling(made.getFileName() + ".captures");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new DomainException(
                            "A capture of these claims is too large to lie in the file itself; export without captures.");
                }
            }
        }
    }
}
