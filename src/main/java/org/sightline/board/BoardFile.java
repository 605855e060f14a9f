package org.sightline.board;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.DomainException;

/**
 * Finds out what a file is and how it may be opened.
 *
 * @param writer present when the board can be written, {@code lock} with it
 * @param readOnlyReason present when it cannot
 */
record BoardFile(
        Path path,
        ReadAccess readers,
        Optional<Database> writer,
        Optional<BoardLock> lock,
        Optional<String> readOnlyReason,
        boolean searchable) {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int CHANGE_COUNTER_AT = 24;
    private static final int PAGES_AT = 28;
    private static final int APPLICATION_ID_AT = 68;
    private static final int VERSION_VALID_FOR_AT = 92;
    /** Boards up to this size are looked through whole before they are opened for writing. */
    private static final long QUICK = 64L << 20;

    /** What hinders writing, and not reading. */
    private static final Set<SqlFailure.Kind> READABLE_ALL_THE_SAME =
            Set.of(SqlFailure.Kind.READ_ONLY, SqlFailure.Kind.GONE, SqlFailure.Kind.DISK_FULL);

    /** Makes a new board, whole or not at all. */
    static void create(Path file, String title, Clock clock, UUID identity, String actor) {
        Path name = file.getFileName();
        if (Files.exists(file)) {
            throw new DomainException(
                    "There is already a file " + file + "; choose another name, nothing was changed.");
        }
        if (title.isBlank()) {
            throw new DomainException("A board needs a title; give it one.");
        }
        Path partial = file.resolveSibling("." + name + ".new");
        try {
            Files.deleteIfExists(partial);
            try (Database database = Connections.creating(partial)) {
                Schema.create(database, identity, title.strip(), clock.instant(), actor);
            }
            Files.move(partial, file); // fails when the name has been taken in the meantime
        } catch (FileAlreadyExistsException e) {
            throw new DomainException(
                    "There is already a file " + file + "; choose another name, nothing was changed.", e);
        } catch (IOException | SqlFailure e) {
            throw new DomainException(
                    "The board " + name + " cannot be made in "
                            + file.toAbsolutePath().getParent() + "; see that the folder is there and may be written.",
                    e);
        } finally {
            discard(partial);
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

    static BoardFile open(Path file, Board.Mode mode, Clock clock) {
        byte[] header = header(file);
        if (mode == Board.Mode.READ) {
            return reading(file, header, "The board " + file.getFileName() + " was opened for reading only.");
        }
        if (!Files.isWritable(file)) {
            return reading(
                    file, header, "The file " + file.getFileName() + " may not be written, so the board is only read.");
        }
        try {
            Optional<BoardLock> lock = BoardLock.take(file, clock.instant());
            return lock.isPresent()
                    ? writing(file, lock.get(), clock)
                    : reading(
                            file,
                            header,
                            "The board " + file.getFileName() + " is open elsewhere (" + BoardLock.name(file)
                                    + "), so it is only read here.");
        } catch (IOException e) {
            return reading(
                    file,
                    header,
                    "The folder of " + file.getFileName() + " is full or may not be written, so the board is only read;"
                            + " make room there, or copy it elsewhere to change it.");
        }
    }

    private static BoardFile writing(Path file, BoardLock lock, Clock clock) {
        boolean done = false;
        try {
            Optional<String> obstacle;
            Database writer = Connections.writing(file);
            try {
                obstacle = obstacle(writer, file);
                if (obstacle.isEmpty()) {
                    bringUpToDate(writer, file, clock);
                    writer.execute("PRAGMA journal_mode = WAL");
                    done = true;
                    return new BoardFile(
                            file,
                            ReadAccess.beside(file),
                            Optional.of(writer),
                            Optional.of(lock),
                            Optional.empty(),
                            true);
                }
            } finally {
                if (!done) {
                    writer.close();
                }
            }
            lock.close();
            done = true;
            return reading(file, header(file), obstacle.get());
        } catch (SqlFailure e) {
            if (!READABLE_ALL_THE_SAME.contains(e.kind())) {
                throw e;
            }
            lock.close();
            done = true;
            return reading(file, header(file), e.getMessage());
        } catch (Backups.NotMade e) {
            lock.close();
            done = true;
            return reading(file, header(file), e.getMessage());
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    /** A board of an older version is kept as a backup first. */
    private static void bringUpToDate(Database writer, Path file, Clock clock) {
        if (BoardIdentity.read(writer).schemaVersion() < Schema.VERSION) {
            new Backups(file, clock).make(writer);
            Migrations.run(writer, clock.instant());
        }
    }

    private static BoardFile reading(Path file, byte[] header, String reason) {
        ReadAccess readers = ReadAccess.of(file, header);
        boolean done = false;
        try {
            Database database = readers.take();
            BoardIdentity identity = identity(database, file);
            Schema.requireTables(database);
            boolean newer = identity.schemaVersion() > Schema.VERSION;
            boolean searchable = Schema.compare(database).searchable();
            readers.giveBack(database);
            done = true;
            String why = newer ? newerReason(file) : reason;
            return new BoardFile(file, readers, Optional.empty(), Optional.empty(), Optional.of(why), searchable);
        } finally {
            if (!done) {
                readers.close();
            }
        }
    }

    /** Why a board that could be written should not be. */
    private static Optional<String> obstacle(Database writer, Path file) {
        BoardIdentity identity = identity(writer, file);
        if (identity.schemaVersion() > Schema.VERSION) {
            return Optional.of(newerReason(file));
        }
        if (identity.schemaVersion() < Migrations.FIRST) {
            return Optional.of("The board " + file.getFileName()
                    + " has a version that Sightline never made, so it is only read; open a backup.");
        }
        List<String> faults = Schema.compare(writer).faults();
        if (!faults.isEmpty()) {
            return Optional.of(faults.getFirst().replaceFirst("\\.$", ", so the board is only read."));
        }
        return damage(writer, file)
                .map(found -> "The board is damaged (" + found + "), so it is only read; run verify to see where.");
    }

    private static Optional<String> damage(Database writer, Path file) {
        try {
            if (Files.size(file) > QUICK) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.of("its size cannot be read");
        }
        return writer.first("PRAGMA quick_check(1)", row -> row.text("quick_check"))
                .filter(result -> !result.equals("ok"))
                .map(Claims::shortened);
    }

    private static String newerReason(Path file) {
        return "The board " + file.getFileName() + " was made by a newer version of Sightline; update to change it.";
    }

    private static BoardIdentity identity(Database database, Path file) {
        boolean ours = database.number("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
                        + " AND name IN ('board', 'claim', 'journal')")
                == 3;
        if (!ours) {
            throw new DomainException("The file " + file.getFileName()
                    + " is a GeoPackage but not a Sightline board; import it into a board instead.");
        }
        return BoardIdentity.read(database);
    }

    private static byte[] header(Path file) {
        Path name = file.getFileName();
        if (!Files.exists(file)) {
            throw new DomainException("There is no board " + file + "; check the name.");
        }
        if (Files.isDirectory(file)) {
            throw new DomainException(file + " is a folder and not a board; name the file in it.");
        }
        byte[] header;
        long size;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
            size = Files.size(file);
        } catch (IOException e) {
            throw new DomainException("The board " + file + " cannot be read; see whether you may read it.", e);
        }
        if (size == 0) {
            throw new DomainException("The file " + name + " is empty and not a board.");
        }
        if (!Arrays.equals(header, 0, Math.min(header.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
            throw new DomainException("The file " + name + " is not a Sightline board.");
        }
        if (header.length < HEADER) {
            throw new DomainException("The board " + name + " is cut short; open the newest backup.");
        }
        ByteBuffer fields = ByteBuffer.wrap(header);
        if (fields.getInt(APPLICATION_ID_AT) != Schema.APPLICATION_ID) {
            throw new DomainException(
                    "The file " + name + " is an SQLite database but not a Sightline board; choose another file.");
        }
        refuseTruncated(file, fields, size);
        return header;
    }

    private static void refuseTruncated(Path file, ByteBuffer header, long size) {
        long pageSize = CutBoard.pageSize(header);
        boolean countIsValid = header.getInt(CHANGE_COUNTER_AT) == header.getInt(VERSION_VALID_FOR_AT);
        boolean logBeside = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        if (countIsValid && !logBeside && size < Integer.toUnsignedLong(header.getInt(PAGES_AT)) * pageSize) {
            throw new DomainException("The board " + file.getFileName()
                    + " is cut short; restore a backup, or write what is left to a table with export --salvage.");
        }
    }

    /** Brings everything back into one file and lets others in. */
    void close() {
        try {
            readers.close();
            writer.ifPresent(BoardFile::settle);
        } finally {
            lock.ifPresent(BoardLock::close);
        }
    }

    private static void settle(Database database) {
        try (database) {
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            // stays a log when another program still reads; the next opening settles it
            database.execute("PRAGMA journal_mode = DELETE");
        } catch (SqlFailure e) {
            if (e.kind() != SqlFailure.Kind.BUSY) {
                throw e;
            }
        }
    }
}
