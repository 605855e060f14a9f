package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sightline.DomainException;

/**
 * Read-only connections to a board, without a trace left on the disk. A board in one file is read where it lies. One
 * whose program was killed has changes in a log beside it, which SQLite can only read by writing: then a copy is read.
 *
 * <p>May be called from several threads.
 */
final class ReadAccess implements AutoCloseable {
    private static final int WAL_BYTE = 18; // "file format write version", sqlite.org/fileformat2.html
    private static final byte WAL_VERSION = 2;

    private final Path named;
    private final Path file;
    private final boolean immutable;
    private final Optional<Path> copy;
    private final Deque<Database> idle = new ArrayDeque<>();
    private final Set<Database> inUse = new HashSet<>();
    private boolean closed;

    private ReadAccess(Path named, Path file, boolean immutable, Optional<Path> copy) {
        this.named = named;
        this.file = file;
        this.immutable = immutable;
        this.copy = copy;
    }

    /** Beside a writer of this or another program that has the board open. */
    static ReadAccess beside(Path board) {
        return new ReadAccess(board, board, false, Optional.empty());
    }

    /** @param header the first bytes of the file */
    static ReadAccess of(Path board, byte[] header) {
        if (BoardLock.holder(board).isPresent()) {
            return beside(board);
        }
        if (hasContent(sibling(board, "-wal")) || hasContent(sibling(board, "-journal"))) {
            return ofCopy(board);
        }
        return new ReadAccess(board, board, header[WAL_BYTE] == WAL_VERSION, Optional.empty());
    }

    private static Path sibling(Path board, String suffix) {
        return board.resolveSibling(board.getFileName() + suffix);
    }

    private static boolean hasContent(Path path) {
        try {
            return Files.size(path) > 0;
        } catch (IOException e) {
            return false; // not there
        }
    }

    private static ReadAccess ofCopy(Path board) {
        try {
            Path folder = Files.createTempDirectory("sightline-board-");
            Path copy = folder.resolve("board.gpkg");
            Files.copy(board, copy);
            for (String suffix : new String[] {"-wal", "-journal"}) {
                if (hasContent(sibling(board, suffix))) {
                    Files.copy(sibling(board, suffix), sibling(copy, suffix), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            // lets SQLite bring the copy into one file, so that it can be read as any other
            try (Database database = Connections.writing(copy)) {
                database.execute("PRAGMA journal_mode = DELETE");
            }
            return new ReadAccess(board, copy, false, Optional.of(folder));
        } catch (IOException e) {
            throw new DomainException(
                    "The board " + board.getFileName() + " was left open by a program that ended; reading it needs room"
                            + " for a copy in the temporary folder, and there is none.",
                    e);
        }
    }

    synchronized Database take() {
        return idle.isEmpty() ? takeFresh() : taken(idle.pop());
    }

    /** A connection that has not read anything yet. */
    synchronized Database takeFresh() {
        if (closed) {
            throw new DomainException("The board " + named.getFileName() + " has been closed; open it again.");
        }
        return taken(Connections.reading(file, named, immutable));
    }

    private Database taken(Database database) {
        inUse.add(database);
        return database;
    }

    synchronized void giveBack(Database database) {
        if (inUse.remove(database)) {
            idle.push(database);
        }
    }

    /** Ends a read transaction and gives its connection back; does nothing when all has been closed already. */
    synchronized void end(Database database) {
        if (inUse.contains(database)) {
            database.rollBack();
            giveBack(database);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Database::close);
        inUse.forEach(Database::close);
        idle.clear();
        inUse.clear();
        copy.ifPresent(ReadAccess::delete);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.toList()) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new DomainException(
                    "The temporary copy in " + folder + " could not be removed; delete it by hand.", e);
        }
    }
}
