package org.sightline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CRSAuthorityFactory;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.ReferencingFactoryFinder;

/** Names of the projected systems of the EPSG registry. Loaded on first use, off the window's thread; immutable then. */
public final class ProjectionNames {
    /** A system that a map can be shown in. */
    public record Named(int code, String name) {}

    private static final class Holder {
        static final List<Named> ALL = read();
    }

    private ProjectionNames() {}

    /** Those whose code begins with the words, or whose name has all of them; fewest letters first. */
    public static List<Named> find(String words, int limit) {
        String[] wanted =
                words.toLowerCase(Locale.ROOT).replace("epsg:", "").strip().split("\\s+");
        return Holder.ALL.stream()
                .filter(named -> matches(named, wanted))
                .sorted(Comparator.comparingInt((Named named) -> named.name().length())
                        .thenComparingInt(Named::code))
                .limit(limit)
                .toList();
    }

    private static boolean matches(Named named, String[] wanted) {
        String name = named.name().toLowerCase(Locale.ROOT);
        String code = Integer.toString(named.code());
        for (String word : wanted) {
            if (!name.contains(word) && !code.startsWith(word)) {
                return false;
            }
        }
        return true;
    }

    private static List<Named> read() {
        List<Named> all = new ArrayList<>();
        CRSAuthorityFactory registry = ReferencingFactoryFinder.getCRSAuthorityFactory("EPSG", null);
        try {
            for (String code : registry.getAuthorityCodes(ProjectedCRS.class)) {
                String digits = code.substring(code.indexOf(':') + 1);
                if (digits.matches("[0-9]{4,6}")) {
                    all.add(new Named(
                            Integer.parseInt(digits),
                            registry.getDescriptionText("EPSG:" + digits).toString()));
                }
            }
        } catch (FactoryException e) {
            throw new IllegalStateException("The program is incomplete: the EPSG registry cannot be read", e);
        }
        return List.copyOf(all);
    }
}
