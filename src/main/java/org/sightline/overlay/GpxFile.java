package org.sightline.overlay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sightline.geo.ForeignCrs;

/** GPX 1.0 and 1.1 (topografix.com): waypoints, routes and tracks. */
final class GpxFile {
    private final OverlayQuestion question;
    private final Gatherer gatherer;

    private GpxFile(OverlayQuestion question) {
        this.question = question;
        this.gatherer = new Gatherer(question, Optional.of(ForeignCrs.wgs84())); // the format has no other
    }

    static Overlay.Features read(OverlayQuestion question) {
        GpxFile file = new GpxFile(question);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(question.file()), 1 << 16)) {
            file.document(SafeXml.reader(in));
        } catch (XMLStreamException e) {
            throw KmlFile.xml(question, e);
        } catch (IOException e) {
            throw question.unreadable(e);
        }
        return file.gatherer.done();
    }

    private void document(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder name = new StringBuilder();
        String inside = "";
        boolean naming = false;
        boolean root = false;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String element = xml.getLocalName();
                if (!root && !element.equals("gpx")) {
                    throw question.damaged("is no GPX document; see whether it is the right file.");
                }
                root = true;
                switch (element) {
                    case "wpt", "rte", "trk" -> {
                        inside = element;
                        name.setLength(0);
                        if (element.equals("wpt")) {
                            vertex(xml);
                            gatherer.endPoints();
                        }
                    }
                    case "rtept", "trkpt" -> vertex(xml);
                    case "name" -> naming = depth == 3 && !inside.isEmpty();
                    default -> {
                        // times, heights, remarks
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                naming = false;
                switch (xml.getLocalName()) {
                    case "trkseg" -> gatherer.endLine();
                    case "rte", "trk", "wpt" -> {
                        gatherer.endLine();
                        gatherer.endFeature(name.toString());
                        inside = "";
                    }
                    default -> {
                        // ends what was not drawn
                    }
                }
            } else if (naming && xml.isCharacters() && name.length() < Budget.NAME_LENGTH) {
                name.append(xml.getText());
            }
        }
    }

    private void vertex(XMLStreamReader xml) {
        try {
            double lat = Double.parseDouble(String.valueOf(xml.getAttributeValue(null, "lat")));
            double lon = Double.parseDouble(String.valueOf(xml.getAttributeValue(null, "lon")));
            gatherer.vertex(lon, lat);
        } catch (NumberFormatException e) {
            throw question.damaged(
                    "has a place without coordinates (line " + xml.getLocation().getLineNumber()
                            + "); it is no usable GPX.",
                    e);
        }
    }
}
