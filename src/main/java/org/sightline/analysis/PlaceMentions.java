package org.sightline.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.analysis.Passage.Span;
import org.sightline.claim.CountryWord;
import org.sightline.claim.Place;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Gazetteer.Entry;

/**
 * The places that words name: routes first ("from Minsk to Russia"), then towns and regions, then countries, then the
 * countries of adjectives ("Belarusian"). A name counts after a word such as "in" or "from", or when it is announced
 * ("the city of Yelsk"): a bare capital is more often a person's. Where a name is several places, those in countries
 * that the passage speaks of are kept, and all of them when that settles nothing. Not for sharing between threads.
 */
final class PlaceMentions {
    private static final ReadingWords WORDS = ReadingWords.ENGLISH;
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\s+\\p{Lu}[\\p{L}\\p{M}'’-]*){0,3}";
    private static final String ARTICLE = "(?:the\\s+)?(?:(?:whole|" + WORDS.group("announced") + ")\\s+(?:of\\s+)?)?";
    private static final Pattern ROUTE = Pattern.compile("(?<![\\p{L}])(?:(?i:from)\\s+" + ARTICLE + "(?<from>" + NAME
            + ")\\s+(?:\\p{Ll}+\\s+){0,3}?(?i:to|into|toward|towards)\\s+" + ARTICLE + "(?<to>" + NAME + ")"
            + "|(?<from2>" + NAME + ")\\s*(?:->|→|=>)\\s*(?<to2>" + NAME + "))");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}])" + WORDS.group("locative") + "\\s+" + ARTICLE + "(?<name>" + NAME + ")");
    private static final Pattern WITH_KIND = Pattern.compile(
            "(?<![\\p{L}])(?<name>" + NAME + ")\\s+(?<kind>(?i:region|oblast|district|province|raion|voivodeship))\\b");
    private static final Pattern CAPITALISED =
            Pattern.compile("(?<![\\p{L}.])\\p{Lu}(?:\\.\\p{Lu})*[\\p{L}-]*(?:\\s+\\p{Lu}[\\p{L}]+)?");
    private static final Pattern BACK = WORDS.pattern("back");
    private static final Pattern NO_PLACE = WORDS.pattern("no.place");
    private static final int OFFERED = 5;

    private final Passage passage;
    private final Gazetteer gazetteer;
    private final Map<String, List<Entry>> resolved = new LinkedHashMap<>();

    PlaceMentions(Passage passage, Gazetteer gazetteer) {
        this.passage = passage;
        this.gazetteer = gazetteer;
    }

    /** Those of the selected words first, then of their sentence, then of the sentences before it. */
    List<Place> all() {
        List<Place> places = selected();
        Span sentence = passage.about();
        boolean pointsBack = BACK.matcher(sentence.in(passage.text())).find();
        if (pointsBack && places.isEmpty()) {
            passage.before().stream().flatMap(s -> towns(s).stream()).limit(1).forEach(places::add);
        }
        add(places, sentence);
        passage.before().stream().limit(2).forEach(s -> add(places, s));
        return places.stream().distinct().toList();
    }

    private List<Place> selected() {
        List<Place> places = new ArrayList<>();
        add(places, passage.selection());
        return places;
    }

    /** Whether one of {@link #all} is named about the selected words only, and not by any of them. */
    boolean isAround(Place place) {
        return !selected().contains(place)
                && resolved.entrySet().stream()
                        .filter(name -> passage.selected().contains(name.getKey()))
                        .flatMap(name -> name.getValue().stream())
                        .map(PlaceReading::of)
                        .noneMatch(place::equals);
    }

    private void add(List<Place> places, Span stretch) {
        String words = stretch.in(passage.text());
        places.addAll(routes(words));
        places.addAll(towns(stretch));
        places.addAll(countries(words));
    }

    private List<Place> routes(String words) {
        List<Place> routes = new ArrayList<>();
        Matcher m = ROUTE.matcher(words);
        while (m.find() && routes.size() < OFFERED) {
            String from = m.group("from") != null ? m.group("from") : m.group("from2");
            String to = m.group("to") != null ? m.group("to") : m.group("to2");
            for (Entry start : entries(from)) {
                for (Entry end : entries(to)) {
                    if (!start.position().equals(end.position()) && routes.size() < OFFERED) {
                        routes.add(PlaceReading.route(start, end));
                    }
                }
            }
        }
        return routes;
    }

    /** Towns and regions. */
    private List<Place> towns(Span stretch) {
        String words = stretch.in(passage.text());
        List<Place> places = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        Matcher kinds = WITH_KIND.matcher(words);
        while (kinds.find()) {
            taken.add(kinds.start("name"));
            addTowns(places, kinds.group("name") + " " + kinds.group("kind"));
        }
        Matcher mentions = MENTION.matcher(words);
        while (mentions.find()) {
            if (!taken.contains(mentions.start("name"))) {
                addTowns(places, mentions.group("name"));
            }
        }
        return places;
    }

    private void addTowns(List<Place> places, String name) {
        entries(name).stream()
                .filter(e -> e.kind() != Gazetteer.Kind.COUNTRY)
                .map(PlaceReading::of)
                .forEach(places::add);
    }

    /** By name first, by adjective after. */
    private List<Place> countries(String words) {
        List<String> named = new ArrayList<>();
        List<String> meant = new ArrayList<>();
        Matcher m = CAPITALISED.matcher(words);
        while (m.find()) {
            String word = m.group();
            Optional<String> code = CountryWord.code(word).or(() -> CountryWord.code(word.split("\\s+")[0]));
            code.ifPresent(c -> (CountryWord.name(c).equals(word) ? named : meant).add(c));
        }
        named.addAll(meant);
        return named.stream()
                .distinct()
                .flatMap(c -> country(c).stream())
                .map(PlaceReading::of)
                .toList();
    }

    private Optional<Entry> country(String code) {
        return gazetteer.search(CountryWord.name(code), OFFERED).stream()
                .filter(e -> e.kind() == Gazetteer.Kind.COUNTRY && e.country().equals(code))
                .findFirst();
    }

    /** What a name stands for: itself, or, where a title or a person follows or comes before, the part that is a place. */
    private List<Entry> entries(String name) {
        String written = name.replaceAll("\\s+", " ").replaceAll("['’]s?$", "");
        return resolved.computeIfAbsent(written, this::resolve);
    }

    private List<Entry> resolve(String name) {
        Optional<String> country = CountryWord.code(name);
        if (country.isPresent()) {
            return country(country.get()).stream().toList();
        }
        List<Entry> whole = exactly(name);
        if (!whole.isEmpty() || !name.contains(" ")) {
            return whole;
        }
        String first = name.substring(0, name.lastIndexOf(' '));
        return resolve(first);
    }

    private List<Entry> exactly(String name) {
        if (name.length() < 3 || NO_PLACE.matcher(name).matches() || isPairOfCountries(name)) {
            return List.of();
        }
        return switch (gazetteer.resolve(name)) {
            case Gazetteer.Resolution.Found found -> sure(found.entry()) ? List.of(found.entry()) : List.of();
            case Gazetteer.Resolution.Ambiguous several -> narrowed(several.candidates());
            case Gazetteer.Resolution.NotFound none -> List.of();
        };
    }

    /** "Ukrainian-Belarusian" names a border, if anything. */
    private static boolean isPairOfCountries(String name) {
        String[] halves = name.split("[-–]");
        return halves.length == 2
                && CountryWord.code(halves[0]).isPresent()
                && CountryWord.code(halves[1]).isPresent();
    }

    /** A name that is only like the one written is no reading of it; a brook or a bridge is seldom what a text means. */
    private static boolean sure(Entry entry) {
        boolean minor = entry.kind() == Gazetteer.Kind.SITE || entry.kind() == Gazetteer.Kind.FEATURE;
        return entry.score() >= 0.9 && !minor;
    }

    private List<Entry> narrowed(List<Entry> candidates) {
        List<Entry> sure =
                candidates.stream().filter(PlaceMentions::sure).limit(OFFERED).toList();
        Set<String> spokenOf = countriesSpokenOf();
        List<Entry> near =
                sure.stream().filter(e -> spokenOf.contains(e.country())).toList();
        return near.isEmpty() ? sure : near;
    }

    private Set<String> countriesSpokenOf() {
        Matcher m = CAPITALISED.matcher(passage.paragraph().in(passage.text()));
        Set<String> codes = new HashSet<>();
        while (m.find()) {
            CountryWord.code(m.group()).ifPresent(codes::add);
            CountryWord.code(m.group().split("\\s+")[0]).ifPresent(codes::add);
        }
        return codes;
    }
}
