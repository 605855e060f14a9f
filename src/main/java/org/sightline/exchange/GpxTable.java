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
            List.of("title", "description", "comment", "when", "type", "symbol", JsonTable.GEOMETRY);

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
        private static final Map<String, String> FIELDS = Map.of(
                "name",
                "title",
                "desc",
                "description",
                "cmt",
                "comment",
                "type",
                "type",
                "sym",
                "symbol",
                "time",
                "when");

        @Override
        public String root() {
            return "gpx";
        }

        @Override
        public Optional<Map<String, String>> row(XMLStreamReader xml) throws XMLStreamException {
            return Set.of("wpt", "rte", "trk").contains(xml.getLocalName())
                    ? Optional.of(thing(xml))
                    : Optional.empty();
        }

        private static Map<String, String> thing(XMLStreamReader xml) throws XMLStreamException {
            Map<String, String> values = new HashMap<>();
            List<Coordinate> line = new ArrayList<>();
            List<LineString> lines = new ArrayList<>();
            if (xml.getLocalName().equals("wpt")) {
                values.put(JsonTable.GEOMETRY, wkt(Place.WGS84.createPoint(vertex(xml))));
            }
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String field = FIELDS.get(xml.getLocalName());
                    if (depth == 1 && field != null) {
                        values.put(field, XmlFeatures.text(xml).strip());
                    } else {
                        depth++;
                        if (Set.of("rtept", "trkpt").contains(xml.getLocalName())) {
                            line.add(vertex(xml));
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    if (Set.of("trkseg", "rte", "trk").contains(xml.getLocalName())) {
                        end(line, lines);
                    }
                }
            }
            if (!lines.isEmpty()) {
                Geometry all = lines.size() == 1
                        ? lines.getFirst()
                        : Place.WGS84.createMultiLineString(lines.toArray(LineString[]::new));
                values.put(JsonTable.GEOMETRY, wkt(all));
            }
            return values;
        }

        private static void end(List<Coordinate> line, List<LineString> lines) {
            if (line.size() > 1) {
                lines.add(Place.WGS84.createLineString(line.toArray(Coordinate[]::new)));
            }
            line.clear();
        }

        private static String wkt(Geometry geometry) {
            return new WKTWriter().write(geometry);
        }

        private static Coordinate vertex(XMLStreamReader xml) {
            try {
                return new Coordinate(
                        Double.parseDouble(XlsxParts.attribute(xml, "lon")),
                        Double.parseDouble(XlsxParts.attribute(xml, "lat")));
            } catch (NumberFormatException e) {
                throw new DomainException(
                        "The document has a place without coordinates (line "
                                + xml.getLocation().getLineNumber() + "); it is no usable GPX.",
                        e);
            }
        }
    }
}
