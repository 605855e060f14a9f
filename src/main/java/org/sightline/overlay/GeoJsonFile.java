package org.sightline.overlay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GeoJSON (RFC 7946), whole or one object per line, read as it comes. The coordinate system that older files name is
 * taken, wherever in the file it stands.
 */
final class GeoJsonFile {
    private static final JsonFactory JSON = new JsonFactory();

    private final OverlayQuestion question;
    private final Gatherer gatherer;
    private final Optional<String> assumed;
    private Optional<String> named = Optional.empty();

    private GeoJsonFile(OverlayQuestion question, Optional<String> assumed) {
        this.question = question;
        this.assumed = assumed;
        // degrees on WGS 84 is what the format says
        this.gatherer = new Gatherer(question, question.crsOr(assumed.or(() -> Optional.of("OGC:CRS84"))));
    }

    static Overlay.Features read(OverlayQuestion question) {
        GeoJsonFile first = new GeoJsonFile(question, Optional.empty());
        Optional<Overlay.Features> features = first.run();
        return features.orElseGet(
                () -> new GeoJsonFile(question, first.named).run().orElseThrow());
    }

    /** Empty when the file must be read again with the coordinate system that it has named since. */
    private Optional<Overlay.Features> run() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(question.file()), 1 << 16);
                JsonParser json = JSON.createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.START_OBJECT) {
                    throw question.damaged("is not GeoJSON: it has no object; see whether it is the right file.");
                }
                object(json, 0, false);
            }
        } catch (JsonEOFException e) {
            throw question.truncated(e);
        } catch (StreamConstraintsException e) {
            throw question.damaged("is nested too deep or has a value of enormous length; it is no usable GeoJSON.", e);
        } catch (JsonParseException e) {
            throw question.damaged("is not GeoJSON: line " + e.getLocation().getLineNr() + " cannot be understood.", e);
        } catch (IOException e) {
            throw question.unreadable(e);
        }
        return named.equals(assumed) || named.isEmpty() || question.crs().isPresent()
                ? Optional.of(gatherer.done())
                : Optional.empty();
    }

    /** A collection, a feature or a geometry; each is told by its members, of which the type may come last. */
    private void object(JsonParser json, int depth, boolean within) throws IOException {
        if (depth > Budget.DEPTH) {
            throw question.damaged("has collections within collections beyond measure; it is no usable GeoJSON.");
        }
        String type = "";
        String name = "";
        boolean feature = false;
        Optional<Nest> nest = Optional.empty();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "type" -> type = json.getValueAsString("");
                case "crs" -> named = crs(json).or(() -> named);
                case "features", "geometries" -> objects(json, depth, key.equals("geometries"));
                case "geometry" -> {
                    feature = true;
                    if (json.currentToken() == JsonToken.START_OBJECT) {
                        object(json, depth + 1, true);
                    } else {
                        json.skipChildren();
                    }
                }
                case "properties" -> name = name(json);
                case "coordinates" -> nest = Optional.of(coordinates(json));
                default -> json.skipChildren();
            }
        }
        if (type.equals("Topology")) {
            throw question.damaged("is TopoJSON, which is not read; save it as GeoJSON.");
        }
        String kind = type;
        nest.ifPresent(n -> n.give(kind));
        boolean bareGeometry = !within && (nest.isPresent() || kind.equals("GeometryCollection"));
        if (feature || kind.equals("Feature") || bareGeometry) {
            gatherer.endFeature(name);
        }
    }

    private void objects(JsonParser json, int depth, boolean within) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                object(json, depth + 1, within);
            } else {
                json.skipChildren();
            }
        }
    }

    private static Optional<String> crs(JsonParser json) throws IOException {
        Optional<String> found = Optional.empty();
        int depth = json.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return found;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                found = Optional.of(json.getText());
            }
        }
        return found;
    }

    private static String name(JsonParser json) throws IOException {
        String best = "";
        int rank = Integer.MAX_VALUE;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return best;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            int its = NameFields.rank(json.currentName());
            JsonToken value = json.nextToken();
            if (its < rank && value != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                rank = its;
                best = json.getText();
            }
            json.skipChildren();
        }
        return best;
    }

    /** Positions and how they are nested, as the type is perhaps not known yet. */
    private final class Nest {
        private final Gatherer.Coordinates all = new Gatherer.Coordinates(Budget.VERTICES_EACH);
        private final List<Integer> ends = new ArrayList<>();

        private void give(String type) {
            int from = 0;
            for (int to : ends) {
                for (int i = from; i < to; i++) {
                    gatherer.vertex(all.x(i), all.y(i));
                }
                switch (type) {
                    case "Point", "MultiPoint" -> gatherer.endPoints();
                    case "LineString", "MultiLineString" -> gatherer.endLine();
                    case "Polygon", "MultiPolygon" -> gatherer.endRing();
                    default ->
                        throw question.damaged("has a geometry of the type \"" + type
                                + "\", which GeoJSON does not have; see whether it is the right file.");
                }
                from = to;
            }
        }
    }

    private Nest coordinates(JsonParser json) throws IOException {
        Nest nest = new Nest();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return nest;
        }
        int depth = 1;
        int numbers = 0;
        double x = 0;
        double y = 0;
        int lastStart = 0;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw new JsonEOFException(json, JsonToken.NOT_AVAILABLE, "the end of the coordinates is missing");
            }
            if (token == JsonToken.START_ARRAY) {
                depth++;
                numbers = 0;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
                if (numbers >= 2) {
                    add(nest, x, y);
                } else if (nest.all.count() > lastStart) {
                    nest.ends.add(nest.all.count());
                    lastStart = nest.all.count();
                }
                numbers = 0;
            } else if (token.isNumeric()) {
                numbers++;
                x = numbers == 1 ? json.getDoubleValue() : x;
                y = numbers == 2 ? json.getDoubleValue() : y;
            } else {
                throw question.damaged("has coordinates that are not numbers (line "
                        + json.currentLocation().getLineNr() + "); it is no usable GeoJSON.");
            }
        }
        if (nest.all.count() > lastStart) {
            nest.ends.add(nest.all.count());
        }
        return nest;
    }

    private void add(Nest nest, double x, double y) {
        if (!nest.all.add(x, y)) {
            throw question.damaged("has a geometry of more than " + Budget.VERTICES_EACH
                    + " vertices, which is too much to draw; simplify it first.");
        }
    }
}
