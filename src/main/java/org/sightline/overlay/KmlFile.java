package org.sightline.overlay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sightline.geo.ForeignCrs;

/**
 * KML (OGC 12-007r2), alone or packed as KMZ: the places with their points, lines and areas. Links to other documents are
 * not followed, pictures and models not shown.
 */
final class KmlFile {
    private static final int MOST_ENTRIES = 10_000;

    private final OverlayQuestion question;
    private final boolean packed;
    private final Gatherer gatherer;

    private KmlFile(OverlayQuestion question, boolean packed) {
        this.question = question;
        this.packed = packed;
        this.gatherer = new Gatherer(question, Optional.of(ForeignCrs.wgs84())); // the format has no other
    }

    static Overlay.Features read(OverlayQuestion question, boolean packed) {
        KmlFile file = new KmlFile(question, packed);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(question.file()), 1 << 16)) {
            if (packed) {
                file.unpack(in);
            } else {
                file.document(in);
            }
        } catch (XMLStreamException e) {
            throw xml(question, e);
        } catch (TooMuch e) {
            throw tooMuch(question, e);
        } catch (ZipException | java.io.EOFException e) {
            throw question.truncated(e);
        } catch (IOException e) {
            throw question.unreadable(e);
        }
        return file.gatherer.done();
    }

    static org.sightline.DomainException xml(OverlayQuestion question, XMLStreamException e) {
        if (e.getNestedException() instanceof IOException io) {
            return io instanceof TooMuch ? tooMuch(question, io) : question.truncated(io);
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return question.damaged(
                "ends too early or is no usable XML (line " + line + "); get it again from where it came from.", e);
    }

    private static org.sightline.DomainException tooMuch(OverlayQuestion question, IOException e) {
        return question.damaged(
                "unpacks to more than " + (Budget.UNPACKED >> 20) + " MiB and was not read further.", e);
    }

    /** All documents of the archive: the first one is the root, and may be but a list of the others. */
    private void unpack(InputStream in) throws IOException, XMLStreamException {
        ZipInputStream zip = new ZipInputStream(in);
        InputStream bounded = new Bounded(zip);
        boolean any = false;
        ZipEntry entry = zip.getNextEntry();
        for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
            if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".kml")) {
                document(bounded);
                any = true;
            } else {
                bounded.skip(Long.MAX_VALUE);
            }
            entry = zip.getNextEntry();
        }
        if (!any) {
            throw question.damaged("holds no KML document; see whether it is the right file.");
        }
    }

    /** Too much came out of a compressed file. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends when more is unpacked than can be meant. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left = Budget.UNPACKED;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooMuch();
            }
            return read;
        }

        @Override
        public long skip(long many) throws IOException {
            byte[] buffer = new byte[1 << 16];
            long skipped = 0;
            for (int read = read(buffer, 0, buffer.length); read >= 0; read = read(buffer, 0, buffer.length)) {
                skipped += read;
            }
            return skipped;
        }
    }

    private void document(InputStream in) throws XMLStreamException, IOException {
        XMLStreamReader xml = SafeXml.reader(in);
        boolean root = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (!root && !xml.getLocalName().equals("kml")) {
                    throw question.damaged("is no KML document; see whether it is the right file.");
                }
                root = true;
                switch (xml.getLocalName()) {
                    case "Placemark" -> placemark(xml);
                    case "NetworkLink" -> link(xml);
                    case "GroundOverlay", "PhotoOverlay", "ScreenOverlay" ->
                        gatherer.note("It has pictures, which are not shown.");
                    default -> {
                        // folders, styles, views
                    }
                }
            }
        }
    }

    private void link(XMLStreamReader xml) throws XMLStreamException {
        String address = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("href")) {
                address = xml.getElementText().strip();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("NetworkLink")) {
                break;
            }
        }
        if (!packed || address.contains("://")) { // in an archive it is mostly the archive's own documents
            gatherer.note("It links to other documents, which are not followed.");
        }
    }

    private void placemark(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder name = new StringBuilder();
        int depth = 1;
        String geometry = "";
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String element = xml.getLocalName();
                switch (element) {
                    case "name" -> {
                        if (depth == 2) {
                            text(xml, name);
                            depth--;
                        }
                    }
                    case "Point", "LineString", "LinearRing", "Track" -> geometry = element;
                    case "Model" -> gatherer.note("It has models, which are not shown.");
                    case "coordinates" -> {
                        coordinates(xml, new KmlNumbers(gatherer, ','));
                        end(geometry);
                        depth--;
                    }
                    case "coord" -> {
                        coordinates(xml, new KmlNumbers(gatherer, ' '));
                        depth--;
                    }
                    default -> {
                        // what is not drawn
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (xml.getLocalName().equals("Track")) {
                    gatherer.endLine();
                }
            }
        }
        gatherer.endFeature(name.toString());
    }

    private void end(String geometry) {
        switch (geometry) {
            case "Point" -> gatherer.endPoints();
            case "LinearRing" -> gatherer.endRing();
            default -> gatherer.endLine();
        }
    }

    private static void text(XMLStreamReader xml, StringBuilder into) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters() && into.length() < Budget.NAME_LENGTH) {
                into.append(xml.getText());
            }
        }
    }

    private void coordinates(XMLStreamReader xml, KmlNumbers numbers) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters()) {
                numbers.take(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        if (!numbers.end()) {
            throw question.damaged("has coordinates that are not numbers (line "
                    + xml.getLocation().getLineNumber() + "); it is no usable KML.");
        }
    }
}
