package org.sightline.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.sightline.DomainException;
import org.sightline.overlay.SafeXml;

/** Reads a document of XML element by element; what one element holds becomes a row. One thread; to be closed. */
final class XmlFeatures implements MadeRows.Maker {
    private static final long MOST_UNPACKED = 1L << 30;
    /** Of more than this, no more than so many times what it takes packed. */
    private static final long FREELY_UNPACKED = 1L << 28;

    private static final int MOST_TIMES = 200;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_TEXT = 1 << 20;

    private final Path file;
    private final Reading reading;
    private final List<String> header;
    private final InputStream in;
    private final XMLStreamReader xml;

    /** Turns an element into a row. */
    interface Reading {
        /** The name of the root element. */
        String root();

        /** The element that begins here, read to its end; empty when it is not one that counts. */
        Optional<MadeRows.Keyed> row(XMLStreamReader xml) throws XMLStreamException;
    }

    /** @param packed whether it is the first document of its kind in a zip */
    XmlFeatures(Path file, boolean packed, Reading reading, List<String> header) {
        this.file = file;
        this.reading = reading;
        this.header = header;
        try {
            InputStream bytes = Files.newInputStream(file);
            this.in = packed ? unpacked(bytes) : bytes;
            this.xml = SafeXml.reader(in);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // remarks, document types
            }
            if (!xml.getLocalName().equals(reading.root())) {
                close();
                throw new DomainException("The file \"" + file.getFileName() + "\" is no "
                        + reading.root().toUpperCase(Locale.ROOT) + " document; see whether it is the right file.");
            }
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** What stands before the document is unpacked to be passed over, and counts as well. */
    private InputStream unpacked(InputStream bytes) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        InputStream bounded = bounded(zip, Files.size(file));
        ZipEntry entry = zip.getNextEntry();
        for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".kml")) {
                return bounded;
            }
            bounded.transferTo(OutputStream.nullOutputStream());
            entry = zip.getNextEntry();
        }
        zip.close();
        throw new DomainException(
                "The file \"" + file.getFileName() + "\" holds no KML document; see whether it is the right file.");
    }

    private InputStream bounded(InputStream packed, long packedBytes) {
        long most = Math.min(MOST_UNPACKED, Math.max(FREELY_UNPACKED, packedBytes * MOST_TIMES));
        return new FilterInputStream(packed) {
            private long left = most;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                left -= Math.max(0, read);
                if (left < 0) {
                    throw new DomainException("The file \"" + file.getFileName() + "\" unpacks to more than "
                            + (most >> 20) + " MiB and was not read further.");
                }
                return read;
            }
        };
    }

    @Override
    public Optional<MadeRows.Made> next() {
        return row().map(row -> row.under(header));
    }

    /** @throws NumberFormatException when these are no finite numbers */
    static Coordinate coordinate(String longitude, String latitude) {
        Coordinate at = new Coordinate(Double.parseDouble(longitude), Double.parseDouble(latitude));
        if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
            throw new NumberFormatException("not finite");
        }
        return at;
    }

    /** The next row by its keys. */
    Optional<MadeRows.Keyed> row() {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    Optional<MadeRows.Keyed> row = reading.row(xml);
                    if (row.isPresent()) {
                        return row;
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** The text of the element that begins here, with that of elements within; read to its end. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > LONGEST_TEXT * 16) {
                    throw new DomainException("The file has a text of more than 16 million letters and was not read.");
                }
            }
        }
        return text.toString();
    }

    private DomainException damaged(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException io) {
            return broken(io);
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new DomainException(
                "The file \"" + file.getFileName() + "\" ends too early or is no usable XML (line " + line
                        + "); get it again from where it came from.",
                e);
    }

    private DomainException broken(IOException e) {
        String what = e instanceof ZipException || e instanceof EOFException
                ? "\" is damaged or cut short; get it again from where it came from."
                : "\" cannot be read; see whether it is there.";
        return new DomainException("The file \"" + file.getFileName() + what, e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
