package org.sightline.overlay;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of a dBASE table are called: the likeliest column of it, read beside the shapes. A table that is damaged
 * or too short gives empty names; the shapes are drawn all the same.
 */
final class DbfNames implements AutoCloseable {
    private static final int LONGEST_ROW = 65_535;
    /** The language driver byte, where there is no .cpg file. */
    private static final Map<Integer, String> DRIVERS = Map.of(
            0x03, "windows-1252",
            0x57, "windows-1252",
            0xC8, "windows-1250",
            0xC9, "windows-1251",
            0xCA, "windows-1254",
            0xCB, "windows-1253",
            0x65, "IBM866",
            0x26, "IBM866",
            0x01, "IBM437",
            0x02, "IBM850");

    private final DataInputStream in;
    private final Charset charset;
    private boolean undecoded;
    private final int rowLength;
    private final int offset;
    private final int length;
    private boolean over;

    private DbfNames(DataInputStream in, Charset charset, int rowLength, int offset, int length) {
        this.in = in;
        this.charset = charset;
        this.rowLength = rowLength;
        this.offset = offset;
        this.length = length;
        this.over = length == 0;
    }

    /** @throws UncheckedIOException when it cannot be opened */
    static DbfNames open(Path table) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(table), 1 << 16));
            try {
                return header(in, table);
            } catch (IOException e) {
                in.close();
                return new DbfNames(
                        new DataInputStream(java.io.InputStream.nullInputStream()), StandardCharsets.UTF_8, 1, 0, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DbfNames header(DataInputStream in, Path table) throws IOException {
        byte[] head = in.readNBytes(32);
        if (head.length < 32) {
            throw new IOException("the table has no header");
        }
        int headerLength = head[8] & 0xFF | (head[9] & 0xFF) << 8;
        int rowLength = head[10] & 0xFF | (head[11] & 0xFF) << 8;
        Charset charset = Companions.text(table, ".cpg")
                .flatMap(ShapefileFile::charset)
                .orElseGet(() -> Charset.forName(DRIVERS.getOrDefault(head[29] & 0xFF, "ISO-8859-1")));
        List<String> names = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        int at = 1;
        int firstText = -1;
        for (int read = 32; read + 32 <= headerLength; read += 32) {
            byte[] field = in.readNBytes(32);
            if (field.length < 32 || field[0] == 0x0D) {
                in.skipNBytes(Math.max(0, headerLength - read - field.length));
                break;
            }
            int end = 0;
            while (end < 11 && field[end] != 0) {
                end++;
            }
            if (field[11] == 'C' && firstText < 0) {
                firstText = names.size();
            }
            names.add(new String(field, 0, end, StandardCharsets.ISO_8859_1).strip());
            places.add(new int[] {at, field[16] & 0xFF});
            at += field[16] & 0xFF;
            if (read + 64 > headerLength) {
                in.skipNBytes(headerLength - read - 32L);
            }
        }
        int best = NameFields.best(names) >= 0 ? NameFields.best(names) : firstText;
        boolean usable = best >= 0
                && rowLength > 0
                && rowLength <= LONGEST_ROW
                && places.get(best)[0] + places.get(best)[1] <= rowLength;
        return usable
                ? new DbfNames(in, charset, rowLength, places.get(best)[0], places.get(best)[1])
                : new DbfNames(in, charset, 1, 0, 0);
    }

    /** What a person should know of its names, once they are read. @param shapes the file it belongs to */
    Optional<String> note(Path shapes) {
        Optional<String> said = Companions.text(shapes, ".cpg");
        if (length > 0
                && said.isPresent()
                && said.flatMap(ShapefileFile::charset).isEmpty()) {
            return Optional.of("Its .cpg file names an encoding that is not known; names are read as "
                    + charset.displayName(Locale.ROOT) + ".");
        }
        return undecoded
                ? Optional.of("Some of its names are not in " + charset.displayName(Locale.ROOT)
                        + ", the encoding they are said to be in; letters that could not be read stand as \uFFFD.")
                : Optional.empty();
    }

    /** The name of the next row; empty when the table has ended. */
    String next() {
        if (over) {
            return "";
        }
        try {
            byte[] row = in.readNBytes(rowLength);
            over = row.length < rowLength;
            String name = over
                    ? ""
                    : new String(row, offset, length, charset).replace("\0", "").strip();
            int strange = name.indexOf('\uFFFD');
            undecoded |= strange >= 0 && strange < name.length() - 1; // the last may be cut by the field's length
            return name;
        } catch (IOException e) { // the shapes matter more than their names
            over = true;
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
