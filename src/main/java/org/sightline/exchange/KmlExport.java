package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.jobs.Jobs;

/**
 * Claims as KML 2.2 (OGC 07-147r2), alone or packed as KMZ: a placemark each, coloured by status, with its time, its
 * quotes in the description, and all its fields as data; the fields of the second and later quotes have their number
 * behind the name. Nothing in it is fetched from elsewhere; the pictures of a KMZ lie in it. What crosses the
 * antimeridian is cut there. Characters that XML cannot hold become U+FFFD. Stateless.
 */
final class KmlExport {
    private static final String KML = "http://www.opengis.net/kml/2.2";

    private final XMLStreamWriter xml;
    private final List<TableColumn> columns;
    private final boolean pictures;

    private KmlExport(XMLStreamWriter xml, List<TableColumn> columns, boolean pictures) {
        this.xml = xml;
        this.columns = columns;
        this.pictures = pictures;
    }

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    static void write(Handover claims, List<TableColumn> columns, OutputStream out, Jobs.Progress progress)
            throws IOException {
        write(claims, columns, false, out, progress);
    }

    /** The same, packed with the pictures of its pins. */
    static void writePacked(Handover claims, List<TableColumn> columns, OutputStream out, Jobs.Progress progress)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        begin(zip, "doc.kml");
        write(claims, columns, true, zip, progress);
        zip.closeEntry();
        for (Status status : Status.values()) {
            begin(zip, KmlPins.name(status));
            zip.write(KmlPins.png(status));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Entries carry no time, so that the same claims give the same bytes. */
    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    private static void write(
            Handover claims, List<TableColumn> columns, boolean pictures, OutputStream out, Jobs.Progress progress)
            throws IOException {
        Told told = new Told(claims, progress);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            KmlExport kml = new KmlExport(xml, columns, pictures);
            kml.begin(claims.title());
            claims.each(entry -> {
                told.one();
                kml.add(entry);
            });
            kml.end();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void begin(String title) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("kml");
        xml.writeDefaultNamespace(KML);
        xml.writeStartElement("Document");
        element("name", title);
        for (Status status : Status.values()) {
            style(status);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void style(Status status) throws XMLStreamException {
        String colour = "ff" + KmlPins.blueGreenRed(status);
        xml.writeStartElement("Style");
        xml.writeAttribute("id", status.key());
        xml.writeStartElement("IconStyle");
        element("color", colour);
        if (pictures) {
            xml.writeStartElement("Icon");
            element("href", KmlPins.name(status));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeStartElement("LineStyle");
        element("color", colour);
        element("width", "3");
        xml.writeEndElement();
        xml.writeStartElement("PolyStyle");
        element("color", "40" + KmlPins.blueGreenRed(status));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void add(Handover.Entry entry) throws IOException {
        try {
            placemark(entry);
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void placemark(Handover.Entry entry) throws XMLStreamException {
        Claim claim = entry.claim();
        List<TableColumn.Row> rows = TableColumns.rows(entry);
        xml.writeCharacters("\n");
        xml.writeStartElement("Placemark");
        xml.writeAttribute("id", "claim-" + claim.uuid());
        if (has("statement")) {
            element("name", claim.statement());
        }
        if (has("quote.exact") && !entry.quotes().isEmpty()) {
            element("description", words(entry));
        }
        if (claim.when().isPresent() && has("when.earliest")) {
            time(claim.when().get());
        }
        element("styleUrl", "#" + claim.status().key());
        xml.writeStartElement("ExtendedData");
        for (TableColumn.Row row : rows) {
            data(row);
        }
        xml.writeEndElement();
        if (claim.place().isPresent() && (has("place.wkt") || has("place.latitude"))) {
            geometry(claim.place().get());
        }
        xml.writeEndElement();
    }

    private boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private static String words(Handover.Entry entry) {
        StringBuilder words = new StringBuilder();
        for (Handover.Cited cited : entry.quotes()) {
            words.append(words.isEmpty() ? "" : "\n\n")
                    .append('“')
                    .append(cited.quote().exact());
            words.append("” — ").append(cited.source().shortName());
            cited.source().published().ifPresent(date -> words.append(", ").append(date));
        }
        return words.toString();
    }

    private void data(TableColumn.Row row) throws XMLStreamException {
        for (TableColumn column : columns) {
            boolean ofQuote = column.name().matches("(quote|source|capture)\\..*");
            String text = row.number() > 1 && !ofQuote ? "" : column.text(row);
            if (!text.isEmpty()) {
                xml.writeStartElement("Data");
                xml.writeAttribute("name", column.name() + (row.number() > 1 ? " " + row.number() : ""));
                element("value", text);
                xml.writeEndElement();
            }
        }
    }

    /** A span of time, or a stamp where the time is known to the minute; open ends are left out. */
    private void time(When when) throws XMLStreamException {
        Optional<String> from = when.earliest().flatMap(KmlExport::dateTime);
        Optional<String> to = when.latest().flatMap(KmlExport::dateTime);
        if (when.precision() == When.Precision.MINUTE && when.extent() == When.Extent.SOME && from.isPresent()) {
            xml.writeStartElement("TimeStamp");
            element("when", from.get());
            xml.writeEndElement();
        } else if (from.isPresent() || to.isPresent()) {
            xml.writeStartElement("TimeSpan");
            if (from.isPresent()) {
                element("begin", from.get());
            }
            if (to.isPresent()) {
                element("end", to.get());
            }
            xml.writeEndElement();
        }
    }

    /** Years of four digits, which is what readers of KML understand. */
    private static Optional<String> dateTime(Instant at) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        return year < 1 || year > 9999 ? Optional.empty() : Optional.of(at.toString());
    }

    private void geometry(Place place) throws XMLStreamException {
        Geometry geometry = GeoJsonGeometry.conforming(place.geometry());
        if (geometry.getNumGeometries() > 1) {
            xml.writeStartElement("MultiGeometry");
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            switch (geometry.getGeometryN(i)) {
                case Point point -> shape("Point", point.getCoordinates());
                case LineString line -> shape("LineString", line.getCoordinates());
                case Polygon polygon -> polygon(polygon);
                default -> throw new IllegalStateException("a place is made of points, lines and polygons");
            }
        }
        if (geometry.getNumGeometries() > 1) {
            xml.writeEndElement();
        }
    }

    private void polygon(Polygon polygon) throws XMLStreamException {
        xml.writeStartElement("Polygon");
        xml.writeStartElement("outerBoundaryIs");
        shape("LinearRing", polygon.getExteriorRing().getCoordinates());
        xml.writeEndElement();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            xml.writeStartElement("innerBoundaryIs");
            shape("LinearRing", polygon.getInteriorRingN(i).getCoordinates());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void shape(String name, Coordinate[] all) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (Coordinate c : all) {
            text.append(text.isEmpty() ? "" : " ").append(c.x).append(',').append(c.y);
        }
        xml.writeStartElement(name);
        if (name.equals("LineString")) {
            element("tessellate", "1");
        }
        element("coordinates", text.toString().toLowerCase(Locale.ROOT));
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.legal(text));
        xml.writeEndElement();
    }
}
