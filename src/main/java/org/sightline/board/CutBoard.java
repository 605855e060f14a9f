package org.sightline.board;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * A board of which only the beginning is there, as after a copy that broke off. SQLite opens no file that is shorter
 * than its header says; a copy with empty pages for the lost ones can be read but for what lay on those.
 *
 * @param path what to read: the board itself, or the copy
 * @param folder of the copy; empty when the board is whole
 * @param lost in a sentence; empty when nothing is
 */
record CutBoard(Path path, Optional<Path> folder, Optional<String> lost) implements AutoCloseable {
    private static final int PAGE_SIZE_AT = 16; // header fields: sqlite.org/fileformat2.html, 1.3
    private static final int CHANGE_COUNTER_AT = 24;
    private static final int PAGES_AT = 28;
    private static final int VERSION_VALID_FOR_AT = 92;
    private static final int HEADER = 100;
    /** A header that says more is damaged itself, or meant to fill the disk. */
    private static final int MOST_TIMES = 1000;

    /** @throws DomainException when there is no room for the copy */
    static CutBoard of(Path board) {
        try (RandomAccessFile file = new RandomAccessFile(board.toFile(), "r")) {
            byte[] bytes = new byte[HEADER];
            long size = file.length();
            if (size < HEADER) {
                return whole(board);
            }
            file.readFully(bytes);
            ByteBuffer header = ByteBuffer.wrap(bytes);
            long pageSize = pageSize(header);
            long said = Integer.toUnsignedLong(header.getInt(PAGES_AT));
            long there = size / pageSize;
            boolean logBeside = Files.exists(board.resolveSibling(board.getFileName() + "-wal"));
            boolean countIsValid = header.getInt(CHANGE_COUNTER_AT) == header.getInt(VERSION_VALID_FOR_AT);
            if (!countIsValid || there >= said || said > MOST_TIMES * there || logBeside) {
                return whole(board);
            }
            return copy(board, there, said, pageSize);
        } catch (IOException e) {
            throw new DomainException(
                    "The board " + board.getFileName()
                            + " is cut short; reading what is left needs room for a copy in the temporary folder.",
                    e);
        }
    }

    /** Bytes; 1 stands for 65,536. */
    static long pageSize(ByteBuffer header) {
        int declared = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
        return declared == 1 ? 65_536 : Math.max(512, declared);
    }

    private static CutBoard whole(Path board) {
        return new CutBoard(board, Optional.empty(), Optional.empty());
    }

    private static CutBoard copy(Path board, long there, long said, long pageSize) throws IOException {
        Path folder = Files.createTempDirectory("sightline-cut-");
        Path copy = folder.resolve("board.gpkg");
        CutBoard cut = new CutBoard(
                copy,
                Optional.of(folder),
                Optional.of(String.format(
                        java.util.Locale.ROOT, "The file is cut short: of %,d pages %,d are there.", said, there)));
        boolean done = false;
        try {
            Files.copy(board, copy);
            try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
                file.setLength(said * pageSize); // of nothing: it takes no room, and what lies there reads as damaged
            }
            done = true;
            return cut;
        } finally {
            if (!done) {
                cut.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            if (folder.isPresent()) {
                Files.deleteIfExists(path);
                Files.deleteIfExists(folder.get());
            }
        } catch (IOException e) {
            throw new DomainException("The temporary copy " + path + " could not be removed; delete it by hand.", e);
        }
    }
}
