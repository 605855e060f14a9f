package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sightline.DomainException;

/**
 * A rolling set of copies in the folder {@code NAME.backups} beside the board: on the same medium and nowhere else,
 * since a board may be one that must not be left on the machine. Made by SQLite's online backup, so each is whole.
 * Files beside the board ({@code NAME.captures}) are never changed and are not copied.
 */
final class Backups {
    private static final int KEPT = 7;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path board;
    private final Clock clock;

    Backups(Path board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    static Path folderOf(Path board) {
        return board.resolveSibling(stem(board) + ".backups");
    }

    private static String stem(Path board) {
        return board.getFileName().toString().replaceFirst("\\.gpkg$", "");
    }

    /** A copy on the first change of a day, when there were changes on days before. */
    void daily(Database database) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<LocalDate> lastUse = database.first(
                        "SELECT at FROM journal ORDER BY sequence DESC LIMIT 1", row -> row.instant("at"))
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        if (lastUse.filter(day -> day.isBefore(today)).isPresent()) {
            make(database);
        }
    }

    /** A backup could not be made, so what it was to precede was not done. */
    static final class NotMade extends DomainException {
        private static final long serialVersionUID = 1L;

        NotMade(Path folder, Exception cause) {
            super(
                    "The board could not be backed up to " + folder + ", so nothing was changed; make room there.",
                    cause);
        }
    }

    /**
     * @return the copy
     * @throws NotMade when there is no room or the folder may not be written
     */
    Path make(Database database) {
        Path folder = folderOf(board);
        Path copy = folder.resolve(stem(board) + "-" + STAMP.format(clock.instant()) + ".gpkg");
        Path partial = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            discardUnfinished(folder);
            database.backUpTo(partial);
            try (Database made = Connections.writing(partial)) {
                made.execute("PRAGMA journal_mode = DELETE"); // it was copied from a board that is open
            }
            Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
            for (Path old : kept(folder).stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
            return copy;
        } catch (IOException e) {
            throw new NotMade(folder, e);
        } finally {
            if (Files.exists(partial)) {
                discard(partial);
            }
        }
    }

    /** Keeps a board that SQLite cannot read, byte for byte, its log with it. @return the copy */
    Path makeOfDamaged() throws IOException {
        Path folder = folderOf(board);
        Files.createDirectories(folder);
        Path copy = folder.resolve(stem(board) + "-" + STAMP.format(clock.instant()) + ".gpkg");
        for (String suffix : List.of("", "-wal", "-journal")) {
            Path part = board.resolveSibling(board.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.copy(part, copy.resolveSibling(copy.getFileName() + suffix));
            }
        }
        return copy;
    }

    /** What is kept, newest first, with what each holds. */
    List<Backup> list() {
        return kept().stream().map(this::describe).toList();
    }

    private Backup describe(Path copy) {
        try {
            return new Backup(copy, made(copy), Files.size(copy), claims(copy));
        } catch (IOException e) {
            throw new DomainException("The backup " + copy + " cannot be read.", e);
        }
    }

    private Instant made(Path copy) throws IOException {
        String name = copy.getFileName().toString();
        String stamp = name.substring(stem(board).length() + 1, name.length() - ".gpkg".length());
        try {
            return STAMP.parse(stamp, Instant::from);
        } catch (DateTimeException e) {
            return Files.getLastModifiedTime(copy).toInstant(); // named by hand
        }
    }

    private static Optional<Long> claims(Path copy) {
        try (Database database = Connections.reading(copy, copy, true)) {
            return Optional.of(database.number("SELECT count(*) AS n FROM claim WHERE removed_at IS NULL"));
        } catch (SqlFailure e) {
            return Optional.empty();
        }
    }

    /** What a program that was killed in the middle of a backup has left. */
    private void discardUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(stem(board) + "-") && name.endsWith(".gpkg.part")) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new DomainException(
                    "The unfinished backup " + partial + " could not be removed; delete it by hand.", e);
        }
    }

    /** Newest first. */
    List<Path> kept() {
        try {
            return Files.isDirectory(folderOf(board)) ? kept(folderOf(board)) : List.of();
        } catch (IOException e) {
            throw new DomainException("The backups in " + folderOf(board) + " cannot be listed.", e);
        }
    }

    private List<Path> kept(Path folder) throws IOException {
        String prefix = stem(board) + "-";
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix)
                            && f.getFileName().toString().endsWith(".gpkg"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
