package org.sightline.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.source.TextExtraction;

/**
 * A table in a text file: comma, semicolon or tab between values, in any encoding, read as often as wanted. The first
 * row holds the headings. Immutable; its readers are for one thread each.
 */
final class CsvTable {
    private static final int SAMPLE = 1 << 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final List<String> header;

    private CsvTable(Path file, Charset charset, char separator, List<String> header) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
        this.header = header;
    }

    /** @throws DomainException when it cannot be read, or is no table */
    static CsvTable open(Path file) {
        byte[] sample = sample(file);
        if (sample.length == 0) {
            throw new DomainException("The file \"" + file.getFileName() + "\" is empty; choose another.");
        }
        Charset charset = TextExtraction.charset(sample, String.valueOf(file.getFileName()));
        CsvTable best = new CsvTable(file, charset, ',', List.of());
        for (char separator : SEPARATORS) {
            CsvTable table = new CsvTable(file, charset, separator, List.of());
            try (Rows rows = table.rows(false)) {
                List<String> header = rows.hasNext() ? rows.next().getFields() : List.<String>of();
                if (header.size() > best.header.size()) {
                    best = new CsvTable(file, charset, separator, header);
                }
            }
        }
        return best;
    }

    /** The head of the file, cut at a line end so that no character is cut in two. */
    private static byte[] sample(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SAMPLE);
            int end = head.length;
            if (end == SAMPLE) {
                while (end > SAMPLE / 2 && head[end - 1] != '\n') {
                    end--;
                }
            }
            return java.util.Arrays.copyOf(head, end);
        } catch (IOException e) {
            throw new DomainException("The file \"" + file + "\" cannot be read; see whether it is there.", e);
        }
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    List<String> header() {
        return header;
    }

    Rows rows() {
        return rows(true);
    }

    private Rows rows(boolean afterHeader) {
        Rows rows = new Rows();
        if (afterHeader && rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    /** The rows in order; empty lines are left out. */
    final class Rows implements Iterator<CsvRecord>, AutoCloseable {
        private final CsvReader<CsvRecord> reader;
        private final Iterator<CsvRecord> records;
        private @Nullable CsvRecord waiting;

        private Rows() {
            try {
                reader = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .ofCsvRecord(text());
            } catch (IOException e) {
                throw broken(e);
            }
            records = reader.iterator();
        }

        private Reader text() throws IOException {
            PushbackReader reader = new PushbackReader(
                    new BufferedReader(
                            new InputStreamReader(
                                    Files.newInputStream(file),
                                    charset.newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPORT)
                                            .onUnmappableCharacter(CodingErrorAction.REPORT)),
                            1 << 16),
                    1);
            int first = reader.read();
            if (first >= 0 && first != '\uFEFF') {
                reader.unread(first);
            }
            return reader;
        }

        @Override
        public boolean hasNext() {
            if (waiting == null) {
                try {
                    waiting = records.hasNext() ? records.next() : null;
                } catch (UncheckedIOException e) {
                    throw broken(e.getCause());
                } catch (CsvParseException e) {
                    throw e.getCause() instanceof IOException io ? broken(io) : unreadable(e);
                }
            }
            return waiting != null;
        }

        @Override
        public CsvRecord next() {
            if (!hasNext() || waiting == null) {
                throw new NoSuchElementException();
            }
            CsvRecord record = waiting;
            waiting = null;
            return record;
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    private DomainException broken(IOException e) {
        return e instanceof CharacterCodingException
                ? new DomainException(
                        "The table \"" + name() + "\" has bytes that are not " + charset.name()
                                + ", in which it begins; save it as UTF-8 and try again.",
                        e)
                : new DomainException("The table \"" + name() + "\" cannot be read to its end; try again.", e);
    }

    private DomainException unreadable(RuntimeException e) {
        return new DomainException(
                "The table \"" + name() + "\" cannot be read; a quotation mark may be missing in it.", e);
    }
}
