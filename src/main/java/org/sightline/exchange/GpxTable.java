package org.sightline.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.DomainException;
import org.sightline.claim.Place;

/** Waypoints, routes and tracks of GPX 1.0 and 1.1 (topografix.com) as rows. Immutable. */
final class GpxTable implements Table {
    private static final List<String> HEADER =
            List.of("title", "description", "comment", "when", "type", "symbol", "link", JsonTable.GEOMETRY);

    private static final Map<String, String> FIELDS = Map.of(
            "name", "title", "desc", "description", "cmt", "comment", "type", "type", "sym", "symbol", "time", "when");

    private final Path file;

    private GpxTable(Path file) {
        this.file = file;
    }

    /** @throws DomainException when it cannot be read, or is no GPX */
    static GpxTable open(Path file) {
        new XmlFeatures(file, false, new Things(), HEADER).close();
        return new GpxTable(file);
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public Rows rows(IntPredicate wanted) {
        return new MadeRows(new XmlFeatures(file, false, new Things(), HEADER), false);
    }

    @Override
    public Rows exactRows() {
        return new MadeRows(new XmlFeatures(file, false, new Things(), HEADER), true);
    }

    private static final class Things implements XmlFeatures.Reading {
        @Override
        public String root() {
            return "gpx";
        }

        @Override
        public Optional<MadeRows.Keyed> row(XMLStreamReader xml) throws XMLStreamException {
            return Set.of("wpt", "rte", "trk").contains(xml.getLocalName())
                    ? Optional.of(new Thing(xml).read())
                    : Optional.empty();
        }
    }

    /** One waypoint, route or track as it is read. */
    private static final class Thing {
        private final XMLStreamReader xml;
        private final Map<String, String> values = new HashMap<>();
        private final List<Coordinate> line = new ArrayList<>();
        private final List<LineString> lines = new ArrayList<>();
        private Optional<String> problem = Optional.empty();
        private String first = ""; // time on the way
        private String last = "";

        private Thing(XMLStreamReader xml) {
            this.xml = xml;
        }

        private MadeRows.Keyed read() throws XMLStreamException {
            if (xml.getLocalName().equals("wpt")) {
                vertex().ifPresent(at -> values.put(JsonTable.GEOMETRY, wkt(Place.WGS84.createPoint(at))));
            }
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String field = FIELDS.get(xml.getLocalName());
                    if (depth == 1 && field != null) {
                        values.put(field, XmlFeatures.text(xml).strip());
                    } else if (xml.getLocalName().equals("time")) { // of a point on the way
                        last = XmlFeatures.text(xml).strip();
                        first = first.isEmpty() ? last : first;
                    } else {
                        if (depth == 1 && xml.getLocalName().equals("link")) {
                            values.merge("link", XlsxParts.attribute(xml, "href"), (one, other) -> one + " " + other);
                        }
                        depth++;
                        if (Set.of("rtept", "trkpt").contains(xml.getLocalName())) {
                            vertex().ifPresent(line::add);
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    if (Set.of("trkseg", "rte", "trk").contains(xml.getLocalName())) {
                        end();
                    }
                }
            }
            if (!first.isEmpty()) {
                values.putIfAbsent("when", first.equals(last) ? first : first + "/" + last);
            }
            if (!lines.isEmpty()) {
                Geometry all = lines.size() == 1
                        ? lines.getFirst()
                        : Place.WGS84.createMultiLineString(lines.toArray(LineString[]::new));
                values.put(JsonTable.GEOMETRY, wkt(all));
            }
            return new MadeRows.Keyed(values, problem);
        }

        private void end() {
            if (line.size() > 1) {
                lines.add(Place.WGS84.createLineString(line.toArray(Coordinate[]::new)));
            }
            line.clear();
        }

        private static String wkt(Geometry geometry) {
            return new WKTWriter().write(geometry);
        }

        /** The first that cannot be read is told of. */
        private Optional<Coordinate> vertex() {
            String lat = XlsxParts.attribute(xml, "lat");
            String lon = XlsxParts.attribute(xml, "lon");
            try {
                return Optional.of(XmlFeatures.coordinate(lon, lat));
            } catch (NumberFormatException e) {
                if (problem.isEmpty()) {
                    problem = Optional.of(
                            "The position in line " + xml.getLocation().getLineNumber()
                                    + " is no pair of numbers (lat=\"" + lat + "\", lon=\"" + lon + "\").");
                }
                return Optional.empty();
            }
        }
    }
}
