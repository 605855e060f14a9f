package org.sightline.board;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * Puts a backup in the place of its board. What the board is now is kept as a backup of its own first, and the file is
 * replaced in one step: a power cut leaves the one or the other.
 */
final class Restoration {
    private final Path board;
    private final Clock clock;

    Restoration(Path board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /** @return the backup of what the board was until now; empty when there was no file */
    Optional<Path> restore(Path backup) {
        requireBoard(backup);
        try {
            BoardLock lock = lock();
            try {
                requireSame(backup);
                return replace(backup);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new DomainException(
                    "The board " + board.getFileName() + " could not be replaced, so it is as it was; make room in "
                            + board.toAbsolutePath().getParent() + " or allow writing there.",
                    e);
        }
    }

    private Optional<Path> replace(Path backup) throws IOException {
        Path partial = board.resolveSibling("." + board.getFileName() + ".restored");
        try {
            copy(backup, partial); // before the rolling set moves on, which may drop the oldest
            Optional<Path> kept = Files.exists(board) ? Optional.of(keep()) : Optional.empty();
            Files.move(partial, board, StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } finally {
            discard(partial);
        }
    }

    /** Writes the backup to a new file, the captures that lie beside the board with it. */
    void restoreTo(Path backup, Path target) {
        requireBoard(backup);
        if (Files.exists(target)) {
            throw new DomainException(
                    "There is already a file " + target + "; choose another name, nothing was changed.");
        }
        Path partial = target.resolveSibling("." + target.getFileName() + ".restored");
        try {
            copy(backup, partial);
            copyBeside(partial, target);
            Files.move(partial, target);
        } catch (IOException e) {
            throw new DomainException(
                    "The backup could not be written to " + target + "; make room there or choose another folder.", e);
        } finally {
            discard(partial);
        }
    }

    private static void requireBoard(Path backup) {
        Board.open(backup, Board.Mode.READ).close();
    }

    /** A board that cannot be read any more may be replaced by any. */
    private void requireSame(Path backup) {
        Optional<BoardIdentity> now = identity(board);
        Optional<BoardIdentity> then = identity(backup);
        if (now.isPresent()
                && then.isPresent()
                && !now.get().uuid().equals(then.get().uuid())) {
            throw new DomainException(backup.getFileName() + " is a backup of another board, \""
                    + then.get().title() + "\"; " + board.getFileName() + " is as it was.");
        }
    }

    private static Optional<BoardIdentity> identity(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Database database = Connections.reading(file, file, false)) {
            return Optional.of(BoardIdentity.read(database));
        } catch (DomainException e) {
            return Optional.empty();
        }
    }

    private BoardLock lock() throws IOException {
        return BoardLock.take(board, clock.instant())
                .orElseThrow(() -> new DomainException("The board " + board.getFileName() + " is open ("
                        + BoardLock.name(board) + "); close it there, then restore."));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private Path keep() throws IOException {
        Backups backups = new Backups(board, clock);
        Path kept;
        try (Database database = Connections.writing(board)) {
            kept = backups.make(database);
            database.execute("PRAGMA journal_mode = DELETE"); // brings a log that was left behind into the file
        } catch (SqlFailure e) {
            if (e.kind() != SqlFailure.Kind.DAMAGED) {
                throw e;
            }
            kept = backups.makeOfDamaged();
        }
        for (String log : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(board.resolveSibling(board.getFileName() + log));
        }
        return kept;
    }

    private void copyBeside(Path copy, Path target) throws IOException {
        List<String> beside;
        try (Database database = Connections.reading(copy, copy, true)) {
            beside = database.list(
                    "SELECT sha256 FROM capture_bytes WHERE encoding = 'beside'", row -> row.text("sha256"));
        }
        for (String sha256 : beside) {
            Path from = Contents.folderOf(board).resolve(sha256);
            if (sha256.matches("[0-9a-f]{64}") && Files.exists(from)) {
                Files.createDirectories(Contents.folderOf(target));
                Files.copy(from, Contents.folderOf(target).resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new DomainException(
                    "The unfinished file " + partial + " could not be removed; delete it by hand.", e);
        }
    }
}
