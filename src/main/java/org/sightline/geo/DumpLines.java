package org.sightline.geo;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sightline.DomainException;

/**
 * The lines of a text file, bare, gzipped, or the largest text in a zip: UTF-8 throughout, or it is refused. Bounded in
 * memory whatever the file holds. For one thread.
 */
final class DumpLines implements Closeable {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int ZIP = 0x504b;
    private static final int GZIP = 0x1f8b;

    private final Path file;
    private final Optional<ZipFile> zip;
    private final InputStream in;

    /** Bytes of the text, -1 where that is not known. */
    private final long size;

    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private int at;
    private int end;
    private long read;
    private long number;
    private boolean ended;
    private boolean whole = true;

    private DumpLines(Path file, Optional<ZipFile> zip, InputStream in, long size) {
        this.file = file;
        this.zip = zip;
        this.in = in;
        this.size = size;
    }

    /** @throws DomainException when there is no such file, or no text in it */
    static DumpLines of(Path file) throws IOException {
        try {
            int magic = magic(file);
            if (magic == ZIP) {
                return zipped(file);
            }
            InputStream raw = Files.newInputStream(file);
            return magic == GZIP
                    ? new DumpLines(file, Optional.empty(), new GZIPInputStream(raw, 1 << 16), -1)
                    : new DumpLines(file, Optional.empty(), raw, Files.size(file));
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        } catch (NoSuchFileException e) {
            throw new DomainException("There is no file \"" + file + "\".", e);
        }
    }

    private static int magic(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DomainException("\"" + file + "\" is a folder; name a file in it.");
        }
        try (InputStream start = new BufferedInputStream(Files.newInputStream(file), 16)) {
            int magic = start.read() << 8 | start.read();
            if (magic == 0xfffe || magic == 0xfeff) {
                throw new DomainException("\"" + file.getFileName()
                        + "\" is UTF-16; dumps of GeoNames are UTF-8: download it again, or save it as UTF-8.");
            }
            return magic;
        }
    }

    private static DumpLines zipped(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            ZipEntry entry = zip.stream()
                    .filter(e -> !e.isDirectory() && e.getName().endsWith(".txt"))
                    .max(Comparator.comparingLong(ZipEntry::getSize))
                    .orElseThrow(() -> new DomainException("There is no text file in \"" + file.getFileName()
                            + "\"; a dump of GeoNames is a zip with a text such as BY.txt."));
            return new DumpLines(file, Optional.of(zip), zip.getInputStream(entry), entry.getSize());
        } catch (IOException | DomainException e) {
            zip.close();
            throw e;
        }
    }

    private static DomainException damaged(Path file, IOException e) {
        return new DomainException("\"" + file.getFileName() + "\" is damaged or cut off; download it again.", e);
    }

    /** The next line without its end; empty when there is none. */
    Optional<String> next() throws IOException {
        int length = 0;
        while (true) {
            if (at == end && !fill()) {
                whole = length == 0;
                ended = true;
                return length == 0 ? Optional.empty() : Optional.of(text(length));
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line = room(line, length, stop - at);
            System.arraycopy(buffer, at, line, length, stop - at);
            length += stop - at;
            at = stop;
            if (at < end) {
                at++;
                return Optional.of(text(length));
            }
        }
    }

    private byte[] room(byte[] now, int length, int more) {
        if (length + more > LONGEST_LINE) {
            throw new DomainException("Line " + (number + 1) + " of \"" + file.getFileName()
                    + "\" is longer than any line of a GeoNames dump; give the file as it was downloaded.");
        }
        return length + more <= now.length
                ? now
                : java.util.Arrays.copyOf(now, Math.max(2 * now.length, length + more));
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        try {
            at = 0;
            end = Math.max(0, in.read(buffer));
            read += end;
            return end > 0;
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        }
    }

    private String text(int length) {
        number++;
        int from = number == 1 && length > 2 && (line[0] & 0xff) == 0xef && (line[1] & 0xff) == 0xbb ? 3 : 0;
        int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
        String text = new String(line, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && text.getBytes(StandardCharsets.UTF_8).length != to - from
                || text.indexOf('\0') >= 0) {
            throw new DomainException("Line " + number + " of \"" + file.getFileName()
                    + "\" is not UTF-8; dumps of GeoNames are: download it again, or save it as UTF-8.");
        }
        return text;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line that was read last had an end. */
    boolean whole() {
        return whole;
    }

    /** Share of the text that was read, 0 to 1; -1 where its size is not known. */
    double share() {
        return size <= 0 ? -1 : Math.min(1, (double) read / size);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        in.close();
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
