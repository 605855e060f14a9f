package org.sightline.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.sightline.DomainException;

/**
 * The quotes of a table, by row and by source, in a temporary file: a source's text is put together from its quotes,
 * which lie scattered over the table, without holding them in memory (28 bytes a row are). Filled first, then read. One
 * thread at a time.
 */
final class QuoteStore implements AutoCloseable {
    private static final int NONE = -1;
    private static final int MOST_BYTES_A_UNIT = 3; // a pair of units has four

    private final Path file;
    private OutputStream out;
    private final Arena arena = Arena.ofShared();
    private MemorySegment content = MemorySegment.NULL;

    private int rows;
    private long[] offsets = new long[1024]; // of the row's quote in the file, bytes
    private int[] starts = new int[1024]; // of the row's quote in its source's text, UTF-16 code units
    private int[] sourceOf = new int[1024];
    private int[] previous = new int[1024]; // row of the same source
    private int[] following = new int[1024];

    private int sources;
    private int[] first = new int[64];
    private int[] last = new int[64];
    private int[] lengths = new int[64];

    QuoteStore() {
        try {
            file = Files.createTempFile("sightline-quotes-", ".tmp");
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static DomainException noRoom(IOException e) {
        return new DomainException(
                "There is no room in the folder for temporary files to read the table; make room and try again.", e);
    }

    int rows() {
        return rows;
    }

    int sources() {
        return sources;
    }

    /** Adds the next row. @param source its number; numbers come without gaps. @param quote empty when there is none */
    void add(int source, String quote) {
        if (rows == offsets.length - 1) {
            int size = rows * 2;
            offsets = Arrays.copyOf(offsets, size);
            starts = Arrays.copyOf(starts, size);
            sourceOf = Arrays.copyOf(sourceOf, size);
            previous = Arrays.copyOf(previous, size);
            following = Arrays.copyOf(following, size);
        }
        int row = rows++;
        byte[] utf8 = quote.getBytes(StandardCharsets.UTF_8);
        try {
            out.write(utf8);
        } catch (IOException e) {
            throw noRoom(e);
        }
        offsets[row + 1] = offsets[row] + utf8.length;
        sourceOf[row] = source;
        previous[row] = NONE;
        following[row] = NONE;
        if (quote.isEmpty()) {
            starts[row] = NONE;
        } else {
            chain(row, source, quote.length());
        }
    }

    private void chain(int row, int source, int length) {
        if (source >= sources) {
            sources = source + 1;
            if (sources > first.length) {
                first = Arrays.copyOf(first, sources * 2);
                last = Arrays.copyOf(last, sources * 2);
                lengths = Arrays.copyOf(lengths, sources * 2);
            }
            first[source] = row;
            starts[row] = 0;
            lengths[source] = length;
        } else {
            previous[row] = last[source];
            following[last[source]] = row;
            starts[row] = lengths[source] + 1; // a line end between two
            lengths[source] = starts[row] + length;
        }
        last[source] = row;
    }

    /** No more rows come; from now on it is read. */
    void seal() {
        try {
            out.close();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    boolean hasQuote(int row) {
        return starts[row] != NONE;
    }

    /** Whether a row is without a quote. */
    boolean lacksSome() {
        for (int row = 0; row < rows; row++) {
            if (starts[row] == NONE) {
                return true;
            }
        }
        return false;
    }

    int sourceOf(int row) {
        return sourceOf[row];
    }

    String quote(int row) {
        return decoded(offsets[row], offsets[row + 1]);
    }

    private String decoded(long from, long to) {
        byte[] utf8 = new byte[(int) (to - from)];
        MemorySegment.copy(content, ValueLayout.JAVA_BYTE, from, utf8, 0, utf8.length);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Where a row's quote begins in its source's text, UTF-16 code units. */
    int start(int row) {
        return starts[row];
    }

    /** All quotes of a source, one a line, in the order of the table. */
    String text(int source) {
        StringBuilder text = new StringBuilder(lengths[source]);
        for (int row = first[source]; row != NONE; row = following[row]) {
            text.append(text.isEmpty() ? "" : "\n").append(quote(row));
        }
        return text.toString();
    }

    /** At least so many code units of the text before a row's quote, or all there are. */
    String before(int row, int units) {
        String text = "";
        for (int at = previous[row]; at != NONE && text.length() < units; at = previous[at]) {
            text = tail(at, units) + "\n" + text;
        }
        return text;
    }

    /** At least so many code units of the text after a row's quote, or all there are. */
    String after(int row, int units) {
        StringBuilder text = new StringBuilder();
        for (int at = following[row]; at != NONE && text.length() < units; at = following[at]) {
            text.append('\n').append(head(at, units));
        }
        return text.toString();
    }

    private String tail(int row, int units) {
        long from = Math.max(offsets[row], offsets[row + 1] - (long) units * MOST_BYTES_A_UNIT);
        while (from > offsets[row] && isInside(from)) {
            from--;
        }
        return decoded(from, offsets[row + 1]);
    }

    private String head(int row, int units) {
        long to = Math.min(offsets[row + 1], offsets[row] + (long) units * MOST_BYTES_A_UNIT);
        while (to < offsets[row + 1] && isInside(to)) {
            to++;
        }
        return decoded(offsets[row], to);
    }

    /** Whether a byte is not the first of its character (RFC 3629). */
    private boolean isInside(long at) {
        return (content.get(ValueLayout.JAVA_BYTE, at) & 0xc0) == 0x80;
    }

    @Override
    public void close() {
        arena.close();
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DomainException("The temporary file " + file + " could not be removed; delete it by hand.", e);
        }
    }
}
