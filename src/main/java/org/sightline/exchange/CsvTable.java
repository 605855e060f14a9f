package org.sightline.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.commons.io.input.SequenceReader;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;

/**
 * A table in a text file: comma, semicolon or tab between values, in any encoding, read as often as wanted. The first
 * row holds the headings. Immutable; its readers are for one thread each.
 */
final class CsvTable implements Table {
    private static final int SAMPLE = 1 << 20;
    /** Put behind the end of the text, on a line of its own: what swallows it is a value without a closing quotation mark. */
    private static final char END = '\uFFFF';

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
        return open(file, Optional.empty());
    }

    /**
     * @param encoding what the text is written in; found out unless given
     * @throws DomainException when it cannot be read, or is no table
     */
    static CsvTable open(Path file, Optional<Charset> encoding) {
        byte[] sample = sample(file);
        if (sample.length == 0) {
            throw new DomainException("The file \"" + file.getFileName() + "\" is empty; choose another.");
        }
        Charset charset = encoding.orElseGet(() -> TableEncoding.of(sample, String.valueOf(file.getFileName())));
        CsvTable best = new CsvTable(file, charset, ',', List.of());
        Optional<DomainException> first = Optional.empty();
        for (char separator : SEPARATORS) {
            CsvTable table = new CsvTable(file, charset, separator, List.of());
            try (Lines rows = table.new Lines(new Line(column -> true, true))) {
                List<String> header = rows.hasNext() ? rows.line().values() : List.<String>of();
                if (header.size() > best.header.size()) {
                    best = new CsvTable(file, charset, separator, header);
                }
            } catch (DomainException e) { // quotation marks that another separator explains
                first = first.or(() -> Optional.of(e));
            }
        }
        if (best.header.size() < 2 && first.isPresent()) {
            throw first.get();
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
            return Arrays.copyOf(head, end);
        } catch (IOException e) {
            throw new DomainException("The file \"" + file + "\" cannot be read; see whether it is there.", e);
        }
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public String rowWord() {
        return "Line";
    }

    @Override
    public Rows rows(IntPredicate wanted) {
        return below(new Line(wanted, true));
    }

    @Override
    public Rows exactRows() {
        return below(new Line(column -> true, false));
    }

    /** The rows below the headings. */
    private Lines below(Line line) {
        Lines lines = new Lines(line);
        if (lines.hasNext()) {
            lines.next();
        }
        return lines;
    }

    /** One row, reused for the next; values of columns that are not wanted are blank. */
    private static final class Line extends AbstractBaseCsvCallbackHandler<Line> implements Row {
        private final IntPredicate wanted;
        private final List<String> values = new ArrayList<>();
        private long line;
        private boolean end;
        private boolean cut;

        private final boolean stripped;
        private boolean whole;

        private Line(IntPredicate wanted, boolean stripped) {
            this.wanted = wanted;
            this.stripped = stripped;
        }

        /** All values, blank ones for headings without any. */
        private List<String> filledUp(int headings) {
            List<String> filled = new ArrayList<>(values);
            while (filled.size() < headings) {
                filled.add("");
            }
            return filled;
        }

        @Override
        public String value(int column) {
            return values.get(column);
        }

        List<String> values() {
            return List.copyOf(values);
        }

        /** Where it begins in the file, from 1. */
        @Override
        public long line() {
            return line;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            end = false;
            cut = false;
            whole = true;
            values.clear();
        }

        @Override
        protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
            boolean atEnd = length > 0 && text[offset + length - 1] == END;
            end = atEnd && column == 0 && length == 1 && !quoted;
            cut = atEnd && quoted;
            if (column >= MOST_COLUMNS) {
                throw new TooWide();
            }
            boolean taken = wanted.test(column);
            whole &= taken;
            String value = taken ? new String(text, offset, length) : "";
            values.add(stripped ? value.strip() : value);
        }

        @Override
        protected Line buildRecord() {
            return this;
        }
    }

    /** A row has more values than any table means. */
    private static final class TooWide extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The rows in order; empty lines are left out. */
    private final class Lines implements Rows {
        private final CsvReader<Line> reader;
        private final Iterator<Line> records;
        private final Line current;
        private @Nullable Line waiting;
        private boolean ended;

        private Lines(Line row) {
            current = row;
            try {
                reader = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .build(row, text());
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
            return new SequenceReader(reader, new StringReader("\n" + END));
        }

        @Override
        public boolean hasNext() {
            if (waiting == null && !ended) {
                try {
                    Line row = records.next();
                    ended = row.end;
                    waiting = ended ? null : row;
                    if (row.cut || ended && records.hasNext()) {
                        throw cut(row);
                    }
                } catch (UncheckedIOException e) {
                    throw broken(Objects.requireNonNull(e.getCause()));
                } catch (TooWide e) {
                    throw tooWide(e);
                } catch (CsvParseException e) {
                    throw e.getCause() instanceof IOException io
                            ? broken(io)
                            : e.getCause() instanceof TooWide wide ? tooWide(wide) : unreadable(e, current);
                }
            }
            return waiting != null;
        }

        @Override
        public Row next() {
            return line();
        }

        private Line line() {
            if (!hasNext() || waiting == null) {
                throw new NoSuchElementException();
            }
            Line row = waiting;
            waiting = null;
            if (!header.isEmpty() && row.values.size() != header.size()) {
                throw new UnreadableRow(
                        row.filledUp(header.size()),
                        row.line,
                        row.whole,
                        "Line " + row.line + " of \"" + name() + "\" has " + row.values.size() + " values under "
                                + header.size() + " headings; put values that hold the separator in quotation marks.");
            }
            return row;
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
        String what = "The table \"" + name() + "\" cannot be read to its end; try again.";
        if (e instanceof CharacterCodingException) {
            try {
                what = "Line " + TableEncoding.brokenLine(file, charset) + " of the table \"" + name()
                        + "\" has bytes that are not " + charset.name() + "; save it as UTF-8 and try again.";
            } catch (IOException again) {
                e.addSuppressed(again);
            }
        }
        return new DomainException(what, e);
    }

    private DomainException tooWide(RuntimeException e) {
        return new DomainException(
                "The table \"" + name() + "\" has more than " + MOST_COLUMNS
                        + " columns and was not read; take out those that are not needed.",
                e);
    }

    private DomainException cut(Line row) {
        return new DomainException("The table \"" + name() + "\" ends inside a value that began with a quotation mark, "
                + "in the row of line " + row.line + "; it may be cut short, so fetch or save it again.");
    }

    private DomainException unreadable(RuntimeException e, Line row) {
        return new DomainException(
                "The table \"" + name() + "\" cannot be read in the row of line " + row.line
                        + ": a value goes on behind its closing quotation mark; write a quotation mark in a value twice.",
                e);
    }
}
