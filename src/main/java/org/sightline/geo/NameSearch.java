package org.sightline.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sightline.geo.Gazetteer.Entry;
import org.sightline.geo.Gazetteer.Kind;

/** Finds and ranks names. Rows below the number of places are places, the others areas. Stateless but for its tables. */
final class NameSearch {
    /** From this likeness on a name is the one that was asked for, but for spelling. */
    static final double SAME = 0.9;

    private static final double SAME_STRICT = 1.0;
    private static final double SAME_LOOSE = 0.94;
    private static final double LONGER = 0.6;
    private static final double SLIP = 0.15;

    /** With fewer names than this that start so, names with a slip are looked for as well. */
    private static final int FEW = 3;

    /** What names are less worth that a place also has. */
    private static final double OTHER_NAME = 0.03;

    /** How much the largest city outranks a hamlet of the same name. */
    private static final double SIZE = 0.15;

    /** Words by which a region is asked for, folded strictly. */
    private static final Set<String> REGION_WORDS = Set.of(
            "oblast",
            "oblasts",
            "voblast",
            "voblasc",
            "voblasts",
            "region",
            "province",
            "state",
            "district",
            "raion",
            "rayon",
            "krai",
            "kray",
            "republic",
            "county",
            "wojewodztwo",
            "voivodeship",
            "respublika",
            "respublyka",
            "vobl",
            "obl");

    /**
     * @param row of the place, or the number of places and the number of the area
     * @param rank likeness and size together
     */
    record Hit(int row, double likeness, double rank) {}

    private final NameIndex index;
    private final PlaceTable places;
    private final AreaTable areas;

    NameSearch(NameIndex index, PlaceTable places, AreaTable areas) {
        this.index = index;
        this.places = places;
        this.areas = areas;
    }

    /** @param slips whether names that are merely alike are looked for where there are few others */
    List<Hit> search(String text, int limit, boolean slips) {
        String[] parts = text.split(",", -1);
        List<Hit> hits = ranked(parts.length == 1 ? text : parts[0], qualifiers(parts, 1), limit, slips);
        if (parts.length > 1 && (hits.isEmpty() || hits.getFirst().likeness() < SAME)) {
            // the comma may be part of the name
            List<Hit> whole = ranked(text, List.of(), limit, slips);
            if (!whole.isEmpty() && whole.getFirst().likeness() >= SAME) {
                return whole;
            }
        }
        return hits;
    }

    private static List<String> qualifiers(String[] parts, int from) {
        List<String> qualifiers = new ArrayList<>();
        for (int i = from; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                qualifiers.add(parts[i].strip());
            }
        }
        return qualifiers;
    }

    private List<Hit> ranked(String text, List<String> qualifiers, int limit, boolean slips) {
        String name = withoutRegionWords(text);
        boolean regionAsked = !name.equals(text);
        String loose = NameFolding.loose(name);
        if (loose.isEmpty()) {
            return List.of();
        }
        Query query = new Query(
                NameFolding.strict(text),
                NameFolding.strict(name),
                loose,
                regionAsked,
                qualifiers.stream().map(this::qualifier).toList());
        index.forEachEqual(loose, number -> query.offer(number, 0, 0));
        if (regionAsked) {
            // "Kyiv Oblast" is itself a name
            index.forEachEqual(NameFolding.loose(text), number -> query.offer(number, 0, 0));
        }
        if (query.best.size() < limit) {
            offerLonger(query, Math.max(100, 5 * limit));
        }
        boolean borne = query.best.values().stream().anyMatch(hit -> hit.likeness() >= SAME);
        if (slips && !borne && query.best.size() < Math.min(limit, FEW) && loose.length() > 3) {
            int most = loose.length() < 7 ? 1 : 2;
            index.forEachWithin(loose, most, (number, count) -> query.offer(number, 0, count));
        }
        return query.best.values().stream()
                .sorted(Comparator.comparingDouble(Hit::rank).reversed().thenComparingInt(Hit::row))
                .limit(limit)
                .toList();
    }

    /**
     * Names that start so can be tens of thousands: the most promising are chosen by size and length alone, and only
     * those looked at.
     */
    private void offerLonger(Query query, int most) {
        Least promising = new Least(most);
        index.forEachLonger(query.loose, number -> {
            if (query.qualifiers.isEmpty() || query.liesIn(rowOf(number))) {
                double rank =
                        0.2 * query.loose.length() / index.keyLength(number) + size(rowOf(number), query.regionAsked);
                promising.offer((long) ((2 - rank) * 1e6) << 32 | number);
            }
        });
        for (long promise : promising.sorted()) {
            int number = (int) promise;
            query.offer(number, index.keyLength(number) - query.loose.length(), 0);
        }
    }

    private int rowOf(int name) {
        return name < places.names() ? places.rowOfName(name) : places.size() + areas.entryOfName(name);
    }

    /** What the size of a place or area adds to its likeness, 0 to some tenths. */
    private double size(int row, boolean regionAsked) {
        if (row < places.size()) {
            double size = SIZE * places.magnitude(row);
            return regionAsked ? size - 0.1 : size;
        }
        if (areas.entries().get(row - places.size()).kind() == Kind.COUNTRY) {
            return SIZE * 1.2;
        }
        return regionAsked ? SIZE : SIZE * 0.4;
    }

    /** The least of the longs that are offered, however many these are. */
    private static final class Least {
        private final int most;
        private final long[] values;
        private int size;
        private long limit = Long.MAX_VALUE;

        Least(int most) {
            this.most = most;
            values = new long[Math.max(64, 4 * most)];
        }

        void offer(long value) {
            if (value >= limit) {
                return;
            }
            if (size == values.length) {
                Arrays.sort(values);
                size = most;
                limit = values[most - 1];
                if (value >= limit) {
                    return;
                }
            }
            values[size++] = value;
        }

        long[] sorted() {
            Arrays.sort(values, 0, size);
            return Arrays.copyOf(values, Math.min(most, size));
        }
    }

    /** "Gomel Region", "Гомельская область" without the word that says what it is. */
    private static String withoutRegionWords(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length < 2) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (String word : words) {
            if (!REGION_WORDS.contains(NameFolding.strict(word))) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        boolean changed =
                kept.length() > 0 && kept.length() < String.join(" ", words).length();
        return changed ? kept.toString() : text;
    }

    /** A country's code, or a region's folded name, that hits must lie in. */
    private record Qualifier(Optional<String> country, String region) {}

    private Qualifier qualifier(String text) {
        Optional<String> country = areas.country(text.length() <= 3 ? text.toUpperCase(Locale.ROOT) : text)
                .map(Entry::country);
        return new Qualifier(country, NameFolding.loose(withoutRegionWords(text)));
    }

    /** One search under way: the best hit for each row. */
    private final class Query {
        private final String whole;
        private final String strict;
        private final String loose;
        private final boolean regionAsked;
        private final List<Qualifier> qualifiers;
        private final Map<Integer, Hit> best = new HashMap<>();

        /** @param whole the strict key of the text with the words that say what it is */
        Query(String whole, String strict, String loose, boolean regionAsked, List<Qualifier> qualifiers) {
            this.whole = whole;
            this.strict = strict;
            this.loose = loose;
            this.regionAsked = regionAsked;
            this.qualifiers = qualifiers;
        }

        /** @param longer letters of the name's key beyond those asked for */
        void offer(int number, int longer, int slips) {
            boolean place = number < places.names();
            int row = rowOf(number);
            boolean main = place ? places.isMainName(number) : areas.isMainName(number);
            double likeness = likeness(number, place, longer, slips) - (main ? 0 : OTHER_NAME);
            double rank = likeness + size(row, regionAsked);
            Hit known = best.get(row);
            if ((known == null || known.rank() < rank) && liesIn(row)) {
                best.put(row, new Hit(row, likeness, rank));
            }
        }

        boolean liesIn(int row) {
            for (Qualifier qualifier : qualifiers) {
                if (!liesIn(row, qualifier)) {
                    return false;
                }
            }
            return true;
        }

        private double likeness(int number, boolean place, int longer, int slips) {
            if (slips > 0) {
                return 0.9 - SLIP * slips;
            }
            String name = NameFolding.strict(place ? places.nameText(number) : areas.nameText(number));
            if (longer == 0) {
                return name.equals(whole) ? SAME_STRICT : name.equals(strict) ? SAME_STRICT - 0.02 : SAME_LOOSE;
            }
            double share = (double) loose.length() / (loose.length() + longer);
            return LONGER + 0.2 * share + (name.startsWith(strict) ? 0.06 : 0);
        }

        private boolean liesIn(int row, Qualifier qualifier) {
            boolean place = row < places.size();
            String country = place
                    ? places.country(row)
                    : areas.entries().get(row - places.size()).country();
            if (qualifier.country().isPresent() && qualifier.country().get().equals(country)) {
                return true;
            }
            return place
                    && areas.division(country, places.admin1(row))
                            .map(NameSearch::regionKey)
                            .filter(key -> key.equals(qualifier.region()) || key.startsWith(qualifier.region()))
                            .isPresent()
                    && !qualifier.region().isEmpty();
        }
    }

    private static String regionKey(String name) {
        return NameFolding.loose(withoutRegionWords(name));
    }
}
