package org.sightline.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;

/**
 * Rows that could not be read: kept, each with the reason in a column behind, in a table beside the file that they are
 * from, once, however often that is read. One thread at a time.
 */
final class Failures implements AutoCloseable {
    /** The heading of the reasons. */
    static final String REASON = "why not imported";

    /** As many are told of by themselves. */
    private static final int TOLD = 5;

    private final Path of;
    private final String rowWord;
    private final boolean keep;
    private final Set<Object> lines = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private @Nullable Path beside;
    private @Nullable CsvWriter csv;

    /**
     * @param of the file that is read
     * @param rowWord what its rows are called
     * @param keep whether they are written down; otherwise they are only counted
     */
    Failures(Path of, String rowWord, boolean keep) {
        this.rowWord = rowWord;
        this.keep = keep;
        this.of = of;
    }

    /** A row that could not even be taken from its table. */
    void add(List<String> header, DomainException e) {
        boolean known = e instanceof UnreadableRow;
        add(
                header,
                known ? ((UnreadableRow) e).values() : List.of(),
                known ? ((UnreadableRow) e).line() : 0,
                e.getMessage());
    }

    /** @param line of the row; 0 when only the reason tells */
    void add(List<String> header, List<String> values, long line, String reason) {
        if (!lines.add(line > 0 ? line : reason)) {
            return;
        }
        if (told.size() < TOLD) {
            told.add(line > 0 && !reason.startsWith("Line ") ? rowWord + " " + line + ": " + reason : reason);
        }
        if (keep) {
            write(header, values, reason);
        }
    }

    private void write(List<String> header, List<String> values, String reason) {
        try {
            CsvWriter out = csv;
            if (out == null) {
                Path free = free();
                Writer writer = Files.newBufferedWriter(free, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                beside = free;
                writer.write('\uFEFF');
                out = CsvWriter.builder().build(writer);
                csv = out;
                out.writeRecord(with(header, header, REASON));
            }
            out.writeRecord(with(header, values, reason));
        } catch (IOException e) {
            throw new DomainException(
                    "The rows that could not be read cannot be kept beside " + of + "; make that folder writable.", e);
        }
    }

    /** A reason from an earlier time gives way to the new one. */
    private static List<String> with(List<String> header, List<String> values, String last) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).equals(REASON)) {
                row.add(i < values.size() ? HalfCharacters.spelled(values.get(i)) : "");
            }
        }
        row.add(HalfCharacters.spelled(last));
        values.stream().skip(header.size()).map(HalfCharacters::spelled).forEach(row::add); // those under no heading
        return row;
    }

    /** A name that no file has yet: what is kept may have been mended since. */
    private Path free() {
        String name = String.valueOf(of.getFileName())
                .replaceFirst("\\.[^.]*$", "")
                .replaceFirst("\\.not-imported(-\\d+)?$", "");
        Path free = of.resolveSibling(name + ".not-imported.csv");
        for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = of.resolveSibling(name + ".not-imported-" + i + ".csv");
        }
        return free;
    }

    long count() {
        return lines.size();
    }

    /** The first reasons. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** Where they are; empty when there are none. */
    Optional<Path> kept() {
        return Optional.ofNullable(beside);
    }

    /** Leaves no file behind: of an import that came to nothing no row is kept. */
    void discard() {
        close();
        csv = null;
        try {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new DomainException("The file " + beside + " could not be removed; delete it by hand.", e);
        }
    }

    @Override
    public void close() {
        if (csv != null) {
            try {
                csv.close();
            } catch (IOException e) {
                throw new DomainException("The rows that could not be read cannot be kept in " + beside + ".", e);
            }
        }
    }
}
