package org.sightline.briefing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.sightline.DomainException;

/**
 * Writes a briefing to disk. The files appear whole or not at all: each is written beside its place, and all are moved
 * when the last one is done. Stateless; off the window's thread.
 */
public final class BriefingFile {
    private BriefingFile() {}

    /** What a briefing can be written as. */
    public enum Format {
        PDF,
        PNG,
        SVG
    }

    /** @throws DomainException when the name's ending is none of {@code .pdf}, {@code .png}, {@code .svg} */
    public static Format formatOf(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (format.name().equals(ending)) {
                return format;
            }
        }
        throw new DomainException(Phrases.of("error.format", name));
    }

    /**
     * Writes all pages, in the format of the name's ending. A PDF holds them all; of pictures, page 1 goes to the file
     * itself and page 2 of {@code out.png} to {@code out-2.png}.
     *
     * @return the files written, in the order of their pages
     * @throws DomainException when they cannot be written; then nothing has changed
     */
    public static List<Path> write(Briefing briefing, Path file) {
        return write(briefing, file, page -> {});
    }

    /** @param written is told of each page that is done, from 1; may throw to stop, and then nothing has changed */
    public static List<Path> write(Briefing briefing, Path file, IntConsumer written) {
        Format format = formatOf(file);
        Path place = file.toAbsolutePath();
        if (Files.isDirectory(place)) {
            throw new DomainException(Phrases.of("error.isFolder", file));
        }
        Path folder = place.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new DomainException(Phrases.of("error.noFolder", String.valueOf(folder)));
        }
        try {
            return format == Format.PDF
                    ? writeAll(folder, List.of(place), (out, page) -> briefing.writePdf(out), written)
                    : writeAll(folder, pagesOf(place, briefing.pages()), pictures(briefing, format), written);
        } catch (UncheckedIOException e) {
            throw failed(file, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(OutputStream out, int page);
    }

    private static Content pictures(Briefing briefing, Format format) {
        return format == Format.PNG ? briefing::writePng : briefing::writeSvg;
    }

    private static List<Path> pagesOf(Path first, int count) {
        String name = first.getFileName().toString();
        int dot = name.lastIndexOf('.');
        List<Path> files = new ArrayList<>();
        files.add(first);
        for (int page = 2; page <= count; page++) {
            files.add(first.resolveSibling(name.substring(0, dot) + "-" + page + name.substring(dot)));
        }
        return files;
    }

    private static List<Path> writeAll(Path folder, List<Path> files, Content content, IntConsumer written)
            throws IOException {
        Map<Path, Path> parts = new LinkedHashMap<>();
        try {
            for (int i = 0; i < files.size(); i++) {
                Path part = partOf(files.get(i), folder);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    parts.put(part, files.get(i));
                    content.write(out, i);
                }
                written.accept(i + 1);
            }
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                move(part.getKey(), part.getValue());
            }
            return files;
        } finally {
            for (Path part : parts.keySet()) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Not a temporary file of the system's: those can be read by their owner alone, and stay so when moved. */
    private static Path partOf(Path file, Path folder) {
        return folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // some network drives; replacing is then the best there is
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static DomainException failed(Path file, IOException e) {
        String why = e instanceof AccessDeniedException
                ? Phrases.of("error.denied")
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new DomainException(Phrases.of("error.write", file, why), e);
    }
}
