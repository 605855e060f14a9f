package org.sightline.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTWriter;
import org.sightline.DomainException;
import org.sightline.claim.Place;

/**
 * The placemarks of a KML document (OGC 12-007r2), alone or in a KMZ, as rows: name, description, time, the data that was
 * given with them, and the geometry in WKT. Links to other documents are not followed. Immutable.
 */
final class KmlTable implements Table {
    private static final String WHEN = "when";
    /** What a placemark has beside its point. */
    private static final String OTHERS = "other shapes";
    /** As many letters of what cannot be read are told. */
    private static final int TOLD = 60;

    private final Path file;
    private final boolean packed;
    private final List<String> header;

    private KmlTable(Path file, boolean packed, List<String> header) {
        this.file = file;
        this.packed = packed;
        this.header = List.copyOf(header);
    }

    /** @throws DomainException when it cannot be read, or has no placemarks */
    static KmlTable open(Path file, boolean packed) {
        Set<String> keys = new LinkedHashSet<>();
        XmlFeatures features = new XmlFeatures(file, packed, new Placemarks(), List.of());
        try {
            for (var row = features.row(); row.isPresent(); row = features.row()) {
                keys.addAll(row.get().values().keySet());
                if (keys.size() > MOST_COLUMNS) {
                    throw new DomainException("The file \"" + file.getFileName() + "\" has more than " + MOST_COLUMNS
                            + " different fields and was not read.");
                }
            }
        } finally {
            features.close();
        }
        if (keys.isEmpty()) {
            throw new DomainException("The file \"" + file.getFileName() + "\" has no placemarks to import.");
        }
        return new KmlTable(file, packed, List.copyOf(keys));
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
        return new MadeRows(new XmlFeatures(file, packed, new Placemarks(), header), false);
    }

    @Override
    public Rows exactRows() {
        return new MadeRows(new XmlFeatures(file, packed, new Placemarks(), header), true);
    }

    private static final class Placemarks implements XmlFeatures.Reading {
        @Override
        public String root() {
            return "kml";
        }

        @Override
        public Optional<MadeRows.Keyed> row(XMLStreamReader xml) throws XMLStreamException {
            return xml.getLocalName().equals("Placemark") ? Optional.of(new Placemark(xml).read()) : Optional.empty();
        }
    }

    /** One placemark as it is read. */
    private static final class Placemark {
        private final XMLStreamReader xml;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Geometry> shapes = new ArrayList<>();
        private final List<LinearRing> rings = new ArrayList<>();
        private final List<Coordinate> track = new ArrayList<>();
        private String begin = "";
        private String end = "";
        private String dataName = "";
        private String shape = "";
        private Optional<String> problem = Optional.empty();

        private Placemark(XMLStreamReader xml) {
            this.xml = xml;
            values.put("title", "");
        }

        private MadeRows.Keyed read() throws XMLStreamException {
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth += begins(depth) ? 0 : 1;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    ends(xml.getLocalName());
                }
            }
            if (!begin.isEmpty() || !end.isEmpty()) {
                String from = begin.isEmpty() ? ".." : begin;
                String to = end.isEmpty() ? ".." : end;
                values.put(WHEN, from.equals(to) ? from : from + "/" + to);
            }
            if (!shapes.isEmpty() && problem.isEmpty()) {
                Geometry all = shapes.size() == 1 ? shapes.getFirst() : Place.WGS84.buildGeometry(shapes);
                if (shapes.size() > 1 && shapes.getFirst() instanceof Point point) {
                    // a point and more is no place that a claim can have; the point is, and the rest is not lost
                    Geometry rest = Place.WGS84.buildGeometry(shapes.subList(1, shapes.size()));
                    values.put(OTHERS, new WKTWriter().write(rest));
                    all = point;
                }
                values.put(JsonTable.GEOMETRY, new WKTWriter().write(all));
            }
            return new MadeRows.Keyed(values, problem);
        }

        /** @return whether the element has been read to its end */
        private boolean begins(int depth) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "name" -> {
                    if (depth > 1) {
                        return false;
                    }
                    values.put("title", XmlFeatures.text(xml).strip());
                }
                case "description" -> values.put("description", plain(XmlFeatures.text(xml)));
                case "begin" -> begin = day(XmlFeatures.text(xml));
                case "end" -> end = day(XmlFeatures.text(xml));
                case "when" -> {
                    String time = day(XmlFeatures.text(xml));
                    begin = begin.isEmpty() ? time : begin;
                    end = time;
                }
                case "value" -> {
                    if (!dataName.isEmpty()) {
                        values.put(dataName, XmlFeatures.text(xml));
                        dataName = "";
                        return true;
                    }
                    return false;
                }
                case "Data" -> {
                    dataName = XlsxParts.attribute(xml, "name");
                    return false;
                }
                case "SimpleData" -> {
                    String name = XlsxParts.attribute(xml, "name");
                    values.put(name.isEmpty() ? "data" : name, XmlFeatures.text(xml));
                }
                case "Point", "LineString", "LinearRing", "Track" -> {
                    shape = xml.getLocalName();
                    return false;
                }
                case "coordinates" -> add(XmlFeatures.text(xml).strip());
                case "coord" ->
                    track.addAll(coordinates(XmlFeatures.text(xml).strip().replaceAll("\\s+", ",")));
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void add(String words) {
            Coordinate[] all = coordinates(words).toArray(Coordinate[]::new);
            if (all.length == 0) {
                return;
            }
            try {
                switch (shape) {
                    case "Point" -> shapes.add(Place.WGS84.createPoint(all[0]));
                    case "LinearRing" -> rings.add(Place.WGS84.createLinearRing(all));
                    default -> shapes.add(Place.WGS84.createLineString(all));
                }
            } catch (IllegalArgumentException e) { // a ring that is not closed, a line of one place
                fail(words, shape.equals("LinearRing") ? "form no closed ring" : "are too few for a line");
            }
        }

        /** The first that cannot be read is told of, and all its coordinates stay for the person to mend. */
        private void fail(String words, String why) {
            if (problem.isEmpty()) {
                String begin = words.length() > TOLD ? words.substring(0, TOLD) + "…" : words;
                problem = Optional.of("Its coordinates " + why + " (\"" + begin + "\").");
                values.put(JsonTable.GEOMETRY, words);
            }
        }

        private void ends(String element) {
            if (element.equals("Polygon") && !rings.isEmpty()) {
                Polygon polygon = Place.WGS84.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
                shapes.add(polygon);
                rings.clear();
            } else if (element.equals("Track") && track.size() > 1) {
                LineString line = Place.WGS84.createLineString(track.toArray(Coordinate[]::new));
                shapes.add(line);
                track.clear();
            }
        }

        /** Longitude, latitude and perhaps a height each, blanks between (OGC 12-007r2, 16.9). */
        private List<Coordinate> coordinates(String text) {
            List<Coordinate> all = new ArrayList<>();
            for (String tuple : text.isEmpty() ? new String[0] : text.split("\\s+", -1)) {
                String[] numbers = tuple.split(",", -1);
                try {
                    if (numbers.length < 2 || numbers.length > 3) {
                        throw new NumberFormatException(tuple);
                    }
                    all.add(XmlFeatures.coordinate(numbers[0], numbers[1]));
                } catch (NumberFormatException e) {
                    fail(text, "are not numbers with a comma and no blank between");
                    return List.of();
                }
            }
            return all;
        }

        /** To the minute, which is as fine as a claim's time is. */
        private static String day(String dateTime) {
            return dateTime.strip().replaceFirst("(T\\d{2}:\\d{2}):\\d{2}(\\.\\d+)?", "$1");
        }

        /** Descriptions are often HTML. */
        private static String plain(String html) {
            return html.contains("<") ? org.jsoup.Jsoup.parse(html).wholeText().strip() : html.strip();
        }
    }
}
