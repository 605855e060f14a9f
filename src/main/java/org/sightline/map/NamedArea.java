package org.sightline.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.sightline.geo.BaseMap;

/**
 * A country or province as something to be named: a point well inside its main part, and how wide that is.
 *
 * @param kilometres east to west, about
 */
record NamedArea(String name, double lon, double lat, double kilometres) {
    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private static final Comparator<NamedArea> LARGEST_FIRST =
            Comparator.comparingDouble(NamedArea::kilometres).reversed().thenComparing(NamedArea::name);

    /** Worked out when first asked for; by feature, as the base map shares them. */
    private static final Map<BaseMap.Feature, NamedArea> KNOWN = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Those whose main part is in sight, one for each country, largest first. */
    static List<NamedArea> countries(Envelope bounds) {
        return named(MainParts.OF_COUNTRIES.stream()
                .filter(part -> part.geometry().getEnvelopeInternal().intersects(bounds))
                .toList());
    }

    /** Those in sight; a province of several parts is named once, on its largest. */
    static List<NamedArea> provinces(Envelope bounds) {
        Map<String, BaseMap.Feature> largest = new HashMap<>();
        for (BaseMap.Feature part : BaseMap.features(BaseMap.Layer.PROVINCES, BaseMap.Detail.M10, bounds)) {
            largest.merge(
                    part.attribute("iso") + part.attribute("name"),
                    part,
                    (a, b) -> b.geometry().getArea() > a.geometry().getArea() ? b : a);
        }
        return named(largest.values());
    }

    private static List<NamedArea> named(Collection<BaseMap.Feature> parts) {
        List<NamedArea> named = new ArrayList<>();
        for (BaseMap.Feature part : parts) {
            NamedArea area = KNOWN.get(part);
            if (area == null) {
                area = of(part.attribute("name"), part.geometry());
                KNOWN.put(part, area);
            }
            named.add(area);
        }
        named.sort(LARGEST_FIRST);
        return named;
    }

    /** The largest polygon of each country; loaded on first use. */
    private static final class MainParts {
        private static final List<BaseMap.Feature> OF_COUNTRIES =
                BaseMap.all(BaseMap.Layer.COUNTRIES, BaseMap.Detail.M50).stream()
                        .filter(country -> !country.attribute("name").isEmpty()
                                && !country.geometry().isEmpty())
                        .map(MainParts::largest)
                        .toList();

        private static BaseMap.Feature largest(BaseMap.Feature country) {
            Geometry main = country.geometry().getGeometryN(0);
            for (int i = 1; i < country.geometry().getNumGeometries(); i++) {
                Geometry part = country.geometry().getGeometryN(i);
                main = part.getArea() > main.getArea() ? part : main;
            }
            return new BaseMap.Feature(main, country.attributes());
        }
    }

    private static NamedArea of(String name, Geometry shape) {
        Coordinate at = middle(shape);
        double width = shape.getEnvelopeInternal().getWidth() * Math.cos(Math.toRadians(at.y)) * KILOMETRES_PER_DEGREE;
        return new NamedArea(name, at.x, at.y, width);
    }

    /** The centroid where it lies well inside, otherwise a point of the widest stretch on its level. */
    private static Coordinate middle(Geometry shape) {
        Point centroid = shape.getCentroid();
        return Objects.requireNonNull(
                shape.contains(centroid)
                        ? centroid.getCoordinate()
                        : shape.getInteriorPoint().getCoordinate());
    }
}
