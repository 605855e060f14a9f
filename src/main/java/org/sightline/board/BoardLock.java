package org.sightline.board;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;

/**
 * Says who has a board open for writing: a small file beside the board, locked by the operating system, which lets go of
 * it when the program ends in whatever way. A lock file left over from a killed program is simply taken over. This is
 * about people; that the file itself stays whole under two writers is SQLite's own locking.
 */
final class BoardLock implements AutoCloseable {
    /** Beyond the text, since a locked range cannot be read on Windows. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final int LONGEST_NAME = 200;

    private final Path file;
    private final FileChannel channel;

    private BoardLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Path fileOf(Path board) {
        return board.resolveSibling("." + board.getFileName() + ".lock");
    }

    /**
     * @return empty when somebody else holds it
     * @throws IOException when the lock file cannot be written, as on a read-only medium
     */
    static Optional<BoardLock> take(Path board, Instant now) throws IOException {
        Path file = fileOf(board);
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            boolean kept = false;
            try {
                if (!lock(channel)) {
                    return Optional.empty();
                }
                if (isStill(file, channel)) {
                    String holder = Board.systemUser() + ", since " + now;
                    channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
                    kept = true;
                    return Optional.of(new BoardLock(file, channel));
                }
                // otherwise its holder deleted it in the meantime
            } finally {
                if (!kept) {
                    channel.close(); // lets go of the lock, also when the disk refuses the name
                }
            }
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held in this very program
        }
    }

    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        // the file that was locked is the one that has this name now, if a mark written into it is seen there
        String mark = UUID.randomUUID().toString();
        channel.truncate(0).write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
        try {
            return Files.readString(file).equals(mark);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Who holds a board open for writing; empty when nobody does. Writes nothing. */
    static Optional<String> holder(Path board) {
        Path file = fileOf(board);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return lock(channel) ? Optional.empty() : Optional.of(name(board));
        } catch (IOException e) {
            return Optional.empty(); // cannot be locked here, so nobody writes here either
        }
    }

    /** The name that the holder left. */
    static String name(Path board) {
        try {
            String text = Files.readString(fileOf(board)).strip();
            String shown =
                    text.substring(0, Math.min(text.length(), LONGEST_NAME)).replaceAll("\\p{Cntrl}", " ");
            return shown.isEmpty() ? "another program" : shown;
        } catch (IOException e) {
            return "another program";
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file); // while it is still locked, so that nobody else can have taken it
        } catch (IOException e) {
            throw new DomainException("The lock file " + file + " could not be removed; delete it by hand.", e);
        }
    }
}
