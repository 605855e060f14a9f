package org.sightline.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sightline.DomainException;
import org.sightline.jobs.AtExit;

/**
 * A file that is there whole or not at all: written beside its place, flushed to disk, then moved into it. When the
 * writing fails or is cancelled, or the program is asked to end, what was at the place before is still there, and nothing
 * else is left.
 */
public final class WholeFile {
    private static final int TIMES = 5;

    private WholeFile() {}

    /** Writes the content; may throw what it likes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes a file at a place that is given to it; may throw what it likes. */
    @FunctionalInterface
    public interface Making {
        void make(Path file) throws IOException;
    }

    /** @throws DomainException when it cannot be written, naming the file and what to do */
    public static void write(Path file, Content content) {
        placed(file, (target, folder) -> writeBeside(target, folder, content));
    }

    /**
     * The same for what makes its file itself, and perhaps others beside it: it does so in a folder of its own, which is
     * removed with all that is left in it.
     *
     * @throws DomainException when it cannot be written, naming the file and what to do
     */
    public static void make(Path file, Making making) {
        placed(file, (target, folder) -> makeBeside(target, folder, making));
    }

    @FunctionalInterface
    private interface Placing {
        void place(Path target, Path folder) throws IOException;
    }

    private static void placed(Path file, Placing placing) {
        Path place = file.toAbsolutePath();
        if (Files.isDirectory(place)) {
            throw new DomainException("\"" + file + "\" is a folder; name a file in it.");
        }
        try {
            Path target = Files.exists(place) ? place.toRealPath() : place;
            Path folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new DomainException("\"" + file + "\" cannot be written: there is no folder \"" + folder
                        + "\"; make it first or choose another.");
            }
            placing.place(target, folder);
        } catch (UncheckedIOException e) {
            throw failure(file, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void writeBeside(Path target, Path folder, Content content) throws IOException {
        Path part = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        AtExit ended = new AtExit("unfinished file", () -> discard(part));
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                    1 << 16)) {
                content.writeTo(out);
            }
            flush(part);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
            ended.close();
        }
    }

    private static void makeBeside(Path target, Path folder, Making making) throws IOException {
        String name = String.valueOf(target.getFileName());
        Path own = Files.createTempDirectory(folder, "." + name + ".");
        AtExit ended = new AtExit("unfinished file", () -> discard(own));
        try {
            Path made = own.resolve(name);
            making.make(made);
            flush(made);
            move(made, target);
        } finally {
            remove(own);
            ended.close();
        }
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** When the program is ended in the middle: what is being written may come up again once it was removed. */
    private static void discard(Path unfinished) {
        for (int i = 0; i < TIMES && Files.exists(unfinished); i++) {
            try {
                remove(unfinished);
            } catch (IOException | UncheckedIOException e) {
                // there was a file more, or it is open where that hinders; once more, and then it stays
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // some network drives; the plain move is the best there is
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static DomainException failure(Path file, IOException e) {
        String why = e instanceof AccessDeniedException
                ? "writing there is not permitted"
                : e instanceof NoSuchFileException ? "no file can be made there" : String.valueOf(e.getMessage());
        return new DomainException(
                "\"" + file + "\" cannot be written: " + why + "; choose another folder or free some space.", e);
    }
}
