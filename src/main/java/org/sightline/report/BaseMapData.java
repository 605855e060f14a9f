package org.sightline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.BaseMap;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Position;
import org.sightline.map.Towns;

/**
 * The built-in base map as a page carries it: the world coarsely, and around the claims as finely as {@link #MOST} allows,
 * with the names of countries and of the largest towns. Stateless.
 */
final class BaseMapData {
    /** Characters that the map around the claims may take. */
    private static final long MOST = 360_000;

    /** The same of the wider surroundings, which are coarser. */
    private static final long MOST_WIDE = 160_000;

    private static final double WORLD_TOLERANCE = 0.05;
    private static final double FINEST_TOLERANCE = 0.0002;
    private static final int TOWNS_NEAR = 700;
    private static final int TOWNS_OF_THE_WORLD = 220;
    private static final double LEAST_WIDTH = 3;
    private static final Comparator<Towns.Town> BY_IMPORTANCE =
            Comparator.comparingDouble(Towns.Town::importance).reversed().thenComparing(Towns.Town::name);

    private BaseMapData() {}

    /** @param extent degrees, what the claims cover; longitudes may run on past 180. Empty when no claim has a place */
    static void write(Optional<Envelope> extent, JsonGenerator json) throws IOException {
        List<Envelope> boxes = extent.map(e -> around(e, 0.6)).orElse(List.of());
        List<Envelope> wide = extent.map(e -> around(e, 3)).orElse(List.of());
        json.writeStartObject();
        json.writeArrayFieldStart("blocks");
        MapBlock.of(new Envelope(-180, 180, -85.06, 85.06), BaseMap.Detail.M110, false, WORLD_TOLERANCE)
                .write(json);
        for (Envelope box : wide) {
            fitting(box, MOST_WIDE / wide.size(), false).write(json);
        }
        for (Envelope box : boxes) {
            fitting(box, MOST / boxes.size(), true).write(json);
        }
        json.writeEndArray();
        countries(json);
        towns(boxes, json);
        json.writeEndObject();
    }

    /**
     * What the claims cover and more on every side; in two where it crosses the antimeridian.
     *
     * @param more share of the extent's larger side by which it is widened; a screen is wider than high
     */
    private static List<Envelope> around(Envelope extent, double more) {
        Envelope wide = new Envelope(extent);
        double side = Math.max(LEAST_WIDTH * more, Math.max(extent.getWidth(), extent.getHeight()) * more);
        wide.expandBy(side * 1.4, side * 0.6);
        double south = Math.max(-85.06, wide.getMinY());
        double north = Math.min(85.06, wide.getMaxY());
        if (wide.getWidth() >= 360) {
            return List.of(new Envelope(-180, 180, south, north));
        }
        List<Envelope> boxes = new ArrayList<>();
        for (int turn = -1; turn <= 1; turn++) {
            double west = Math.max(-180, wide.getMinX() - turn * 360.0);
            double east = Math.min(180, wide.getMaxX() - turn * 360.0);
            if (east > west) {
                boxes.add(new Envelope(west, east, south, north));
            }
        }
        return boxes;
    }

    /** @param near whether it is to be as fine as can be */
    private static MapBlock fitting(Envelope box, long most, boolean near) {
        double width = box.getWidth();
        BaseMap.Detail fine = width > 25 ? BaseMap.Detail.M10 : BaseMap.Detail.M1;
        BaseMap.Detail detail = !near || width > 70 ? BaseMap.Detail.M50 : fine;
        double tolerance = Math.max(FINEST_TOLERANCE, width / (near ? 24_000 : 8_000));
        MapBlock block = MapBlock.of(box, detail, near && width < 70, tolerance);
        while (block.size() > most) {
            tolerance *= 1.7;
            block = MapBlock.of(box, detail, near && width < 70, tolerance);
        }
        return block;
    }

    private static void countries(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("countries");
        Set<String> told = new HashSet<>();
        for (BaseMap.Feature country : BaseMap.all(BaseMap.Layer.COUNTRIES, BaseMap.Detail.M50)) {
            Optional<Gazetteer.Entry> entry = Gazetteer.builtIn().country(country.attribute("iso"));
            if (entry.isPresent() && told.add(entry.get().country())) {
                name(
                        json,
                        entry.get().name(),
                        entry.get().position(),
                        entry.get().extent().getWidth());
            }
        }
        json.writeEndArray();
    }

    /** Most important first, so that they may be placed in this order. */
    private static void towns(List<Envelope> boxes, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("towns");
        Envelope world = new Envelope(-180, 180, -90, 90);
        Set<Towns.Town> chosen = new HashSet<>(largest(world, TOWNS_OF_THE_WORLD));
        for (Envelope box : boxes) {
            chosen.addAll(largest(box, TOWNS_NEAR));
        }
        for (Towns.Town town : chosen.stream().sorted(BY_IMPORTANCE).toList()) {
            double importance = town.importance();
            name(json, town.name(), town.position(), town.seat() == Towns.Seat.STATE ? -importance : importance);
        }
        json.writeEndArray();
    }

    private static List<Towns.Town> largest(Envelope box, int most) {
        return Towns.builtIn().apart(0, 0, box).stream()
                .sorted(BY_IMPORTANCE)
                .limit(most)
                .toList();
    }

    /** Name, place, and how large: of a country its width in degrees, of a town its importance, below 0 for a capital. */
    private static void name(JsonGenerator json, String name, Position position, double size) throws IOException {
        json.writeStartArray();
        json.writeString(name);
        json.writeNumber(rounded(position.lon()));
        json.writeNumber(rounded(position.lat()));
        json.writeNumber(Math.round(size * 10) / 10.0);
        json.writeEndArray();
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 10_000) / 10_000;
    }
}
