package org.sightline.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sightline.DomainException;
import org.sightline.overlay.SafeXml;

/**
 * The sheets of a workbook (ECMA-376-1, SpreadsheetML) that have the headings of the first one, row by row. Dates are
 * given as ISO 8601, truth values as true and false. Formulas are not run; the value they had is taken. Immutable.
 */
final class XlsxTable implements Table {
    private static final long UNPACKED_AT_ALL = 256L << 20;
    private static final int MOST_RATIO = 200;
    private static final int MOST_SHARED = 64 << 20;

    private final Path file;
    private final List<String> sheets;
    private final XlsxParts parts;
    private final List<String> header;
    private final Map<String, String> longTexts;

    private XlsxTable(
            Path file, List<String> sheets, XlsxParts parts, List<String> header, Map<String, String> longTexts) {
        this.file = file;
        this.sheets = sheets;
        this.parts = parts;
        this.header = List.copyOf(header);
        this.longTexts = longTexts;
    }

    /** @throws DomainException when it is no workbook, or would unpack to more than can be meant */
    static XlsxTable open(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            XlsxParts parts = XlsxParts.read(
                    part -> {
                        ZipEntry entry = zip.getEntry(part);
                        return entry == null ? InputStream.nullInputStream() : bounded(zip, entry, file);
                    },
                    MOST_SHARED);
            XlsxTable all = new XlsxTable(file, List.of(), parts, List.of(), Map.of());
            List<String> own = new ArrayList<>();
            List<String> header = List.of();
            Map<String, String> longTexts = Map.of();
            for (XlsxParts.Sheet sheet : parts.sheets()) {
                List<String> headings = all.headings(zip, sheet.part());
                if (headings.equals(XlsxExport.LONG_HEADINGS) && sheet.name().equals(XlsxExport.LONG_TEXTS)) {
                    longTexts = all.longTexts(zip, sheet.part());
                } else if (header.isEmpty() && !headings.isEmpty() || headings.equals(header)) {
                    header = headings;
                    own.add(sheet.part());
                }
            }
            if (header.isEmpty()) {
                throw new DomainException("The workbook \"" + file.getFileName()
                        + "\" has no sheet with headings; put them into its first row.");
            }
            return new XlsxTable(file, own, parts, header, longTexts);
        } catch (XMLStreamException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    private List<String> headings(ZipFile zip, String part) throws IOException, XMLStreamException {
        try (XlsxSheet sheet = sheet(zip, part)) {
            List<String> row = sheet.next().orElse(List.of());
            int end = row.size();
            while (end > 0 && row.get(end - 1).isBlank()) {
                end--;
            }
            return row.subList(0, end).stream().map(String::strip).toList();
        }
    }

    private Map<String, String> longTexts(ZipFile zip, String part) throws IOException, XMLStreamException {
        Map<String, StringBuilder> texts = new HashMap<>();
        try (XlsxSheet sheet = sheet(zip, part)) {
            sheet.next();
            for (Optional<List<String>> row = sheet.next(); row.isPresent(); row = sheet.next()) {
                if (row.get().size() == XlsxExport.LONG_HEADINGS.size()) {
                    String key =
                            key(row.get().get(0), row.get().get(1), row.get().get(2));
                    texts.computeIfAbsent(key, k -> new StringBuilder())
                            .append(row.get().get(4));
                }
            }
        }
        Map<String, String> whole = new HashMap<>();
        texts.forEach((key, text) -> whole.put(key, text.toString()));
        return whole;
    }

    private static String key(String sheet, String row, String column) {
        return sheet + " " + row + " " + column;
    }

    private XlsxSheet sheet(ZipFile zip, String part) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new ZipException("it lacks " + part);
        }
        XMLStreamReader xml = SafeXml.reader(bounded(zip, entry, file));
        return new XlsxSheet(xml, parts, MOST_COLUMNS);
    }

    /** Refuses what is packed more tightly than any table is: it would only fill the memory or the time. */
    private static InputStream bounded(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        long most = Math.max(UNPACKED_AT_ALL, MOST_RATIO * Math.max(1, entry.getCompressedSize()));
        return new FilterInputStream(zip.getInputStream(entry)) {
            private long taken;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                taken += Math.max(0, read);
                if (taken > most) {
                    throw new DomainException("The workbook \"" + file.getFileName() + "\" unpacks to more than "
                            + (most >> 20) + " MiB from very little and was not read further.");
                }
                return read;
            }
        };
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
    public Rows rows(IntPredicate wanted) {
        return new MadeRows(new Maker(), false);
    }

    @Override
    public Rows exactRows() {
        return new MadeRows(new Maker(), true);
    }

    private final class Maker implements MadeRows.Maker {
        private final ZipFile zip;
        private Optional<XlsxSheet> sheet = Optional.empty();
        private int at;

        private Maker() {
            try {
                zip = new ZipFile(file.toFile());
            } catch (IOException e) {
                throw broken(file, e);
            }
        }

        @Override
        public Optional<MadeRows.Made> next() {
            try {
                while (true) {
                    if (sheet.isEmpty()) {
                        if (at == sheets.size()) {
                            return Optional.empty();
                        }
                        sheet = Optional.of(sheet(zip, sheets.get(at++)));
                        sheet.get().next();
                    }
                    Optional<List<String>> row = sheet.get().next();
                    if (row.isPresent()) {
                        if (row.get().stream().anyMatch(value -> !value.isEmpty())) {
                            return Optional.of(MadeRows.Made.whole(fitted(row.get())));
                        }
                    } else {
                        sheet.get().close();
                        sheet = Optional.empty();
                    }
                }
            } catch (XMLStreamException e) {
                throw damaged(file, e);
            } catch (IOException e) {
                throw broken(file, e);
            }
        }

        private List<String> fitted(List<String> row) {
            List<String> values = new ArrayList<>(header.size());
            for (int i = 0; i < header.size(); i++) {
                String value = i < row.size() ? row.get(i) : "";
                if (!longTexts.isEmpty() && value.endsWith("…")) {
                    String number = Long.toString(sheet.orElseThrow().row());
                    value = longTexts.getOrDefault(key(Integer.toString(at), number, header.get(i)), value);
                }
                values.add(value);
            }
            return values;
        }

        @Override
        public void close() {
            try {
                zip.close();
            } catch (IOException e) {
                throw broken(file, e);
            }
        }
    }

    private static DomainException damaged(Path file, XMLStreamException e) {
        if (e.getNestedException() instanceof IOException io) {
            return broken(file, io);
        }
        return new DomainException(
                "The workbook \"" + file.getFileName() + "\" is damaged; get it again from where it came from.", e);
    }

    private static DomainException broken(Path file, IOException e) {
        boolean zip = e instanceof ZipException || e instanceof EOFException;
        return new DomainException(
                zip
                        ? "The file \"" + file.getFileName()
                                + "\" is no whole workbook; get it again from where it came from."
                        : "The file \"" + file.getFileName() + "\" cannot be read; see whether it is there.",
                e);
    }
}
