package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
 * antimeridian is cut there. Characters that XML cannot hold become U+FFFD. Changes nothing once it is made: several
 * threads write placemarks at once.
 */
final class KmlExport {
    private static final byte[] DATA_END = "</value></Data>".getBytes(StandardCharsets.UTF_8);
    private static final String KML = "http://www.opengis.net/kml/2.2";

    private final List<TableColumn> columns;
    private final Set<String> names;
    private final Set<TableColumn> ofQuotes;
    private final boolean pictures;
    private final byte[][] heads; // what stands before a column's value

    private KmlExport(List<TableColumn> columns, boolean pictures) {
        this.columns = columns;
        this.names = columns.stream().map(TableColumn::name).collect(Collectors.toUnmodifiableSet());
        this.ofQuotes = columns.stream().filter(TableColumns::tellsOfQuotes).collect(Collectors.toUnmodifiableSet());
        this.pictures = pictures;
        this.heads = columns.stream().map(column -> head(column.name())).toArray(byte[][]::new);
    }

    private static byte[] head(String name) {
        StringBuilder head = new StringBuilder("<Data name=\"");
        XmlText.escape(name, head);
        return head.append("\"><value>").toString().getBytes(StandardCharsets.UTF_8);
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
        KmlExport kml = new KmlExport(columns, pictures);
        XmlOut xml = new XmlOut(out);
        kml.begin(claims.title(), xml);
        xml.flush();
        WrittenClaims.write(
                claims, (entry, to) -> kml.placemark(entry, new XmlOut(to)), out, new Told(claims, progress));
        xml.end();
        xml.end();
        xml.flush();
    }

    private void begin(String title, XmlOut xml) throws IOException {
        xml.begin("kml");
        xml.attribute("xmlns", KML);
        xml.begin("Document");
        xml.element("name", title);
        for (Status status : Status.values()) {
            style(status, xml);
        }
    }

    private void style(Status status, XmlOut xml) throws IOException {
        String colour = "ff" + KmlPins.blueGreenRed(status);
        xml.begin("Style");
        xml.attribute("id", status.key());
        xml.begin("IconStyle");
        xml.element("color", colour);
        if (pictures) {
            xml.begin("Icon");
            xml.element("href", KmlPins.name(status));
            xml.end();
        }
        xml.end();
        xml.begin("LineStyle");
        xml.element("color", colour);
        xml.element("width", "3");
        xml.end();
        xml.begin("PolyStyle");
        xml.element("color", "40" + KmlPins.blueGreenRed(status));
        xml.end();
        xml.end();
    }

    private void placemark(Handover.Entry entry, XmlOut xml) throws IOException {
        Claim claim = entry.claim();
        List<TableColumn.Row> rows = TableColumns.rows(entry);
        xml.newLine();
        xml.begin("Placemark");
        xml.attribute("id", "claim-" + claim.uuid());
        if (has("statement")) {
            xml.element("name", claim.statement());
        }
        if (has("quote.exact") && !entry.quotes().isEmpty()) {
            xml.element("description", words(entry));
        }
        if (claim.when().isPresent() && has("when.earliest")) {
            time(claim.when().get(), xml);
        }
        xml.element("styleUrl", "#" + claim.status().key());
        xml.begin("ExtendedData");
        for (TableColumn.Row row : rows) {
            data(row, xml);
        }
        xml.end();
        if (claim.place().isPresent() && (has("place.wkt") || has("place.latitude"))) {
            geometry(claim.place().get(), xml);
        }
        xml.end();
    }

    private boolean has(String name) {
        return names.contains(name);
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

    private void data(TableColumn.Row row, XmlOut xml) throws IOException {
        boolean first = row.number() <= 1;
        for (int i = 0; i < columns.size(); i++) {
            TableColumn column = columns.get(i);
            String text = first || ofQuotes.contains(column) ? column.text(row) : "";
            if (!text.isEmpty()) {
                xml.between(first ? heads[i] : head(column.name() + " " + row.number()), text, DATA_END);
            }
        }
    }

    /** A span of time, or a stamp where the time is known to the minute; open ends are left out. */
    private static void time(When when, XmlOut xml) throws IOException {
        Optional<String> from = when.earliest().flatMap(KmlExport::dateTime);
        Optional<String> to = when.latest().flatMap(KmlExport::dateTime);
        if (when.precision() == When.Precision.MINUTE && when.extent() == When.Extent.SOME && from.isPresent()) {
            xml.begin("TimeStamp");
            xml.element("when", from.get());
            xml.end();
        } else if (from.isPresent() || to.isPresent()) {
            xml.begin("TimeSpan");
            if (from.isPresent()) {
                xml.element("begin", from.get());
            }
            if (to.isPresent()) {
                xml.element("end", to.get());
            }
            xml.end();
        }
    }

    /** Years of four digits, which is what readers of KML understand. */
    private static Optional<String> dateTime(Instant at) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        return year < 1 || year > 9999 ? Optional.empty() : Optional.of(InstantText.of(at));
    }

    private static void geometry(Place place, XmlOut xml) throws IOException {
        Geometry geometry = GeoJsonGeometry.conforming(place.geometry());
        if (geometry.getNumGeometries() > 1) {
            xml.begin("MultiGeometry");
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            switch (geometry.getGeometryN(i)) {
                case Point point -> shape("Point", point.getCoordinates(), xml);
                case LineString line -> shape("LineString", line.getCoordinates(), xml);
                case Polygon polygon -> polygon(polygon, xml);
                default -> throw new IllegalStateException("a place is made of points, lines and polygons");
            }
        }
        if (geometry.getNumGeometries() > 1) {
            xml.end();
        }
    }

    private static void polygon(Polygon polygon, XmlOut xml) throws IOException {
        xml.begin("Polygon");
        xml.begin("outerBoundaryIs");
        shape("LinearRing", polygon.getExteriorRing().getCoordinates(), xml);
        xml.end();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            xml.begin("innerBoundaryIs");
            shape("LinearRing", polygon.getInteriorRingN(i).getCoordinates(), xml);
            xml.end();
        }
        xml.end();
    }

    private static void shape(String name, Coordinate[] all, XmlOut xml) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Coordinate c : all) {
            text.append(text.isEmpty() ? "" : " ").append(c.x).append(',').append(c.y);
        }
        xml.begin(name);
        if (name.equals("LineString")) {
            xml.element("tessellate", "1");
        }
        xml.element("coordinates", text.toString().toLowerCase(Locale.ROOT));
        xml.end();
    }
}
