package org.sightline.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/**
 * A point that was named on the command line.
 *
 * @param country ISO 3166-1 alpha-2, where the gazetteer gave it
 */
record Spot(String name, Position position, Optional<String> country) {
    /** The likeness from which on two spellings are of one name. */
    private static final double SAME_NAME = 0.9;

    /**
     * Reads a place name or coordinates in any notation.
     *
     * @param option named when the coordinates cannot be read
     * @throws DomainException when there is no such place, or several
     */
    static Spot read(String option, String words) {
        Optional<Position> coordinates = UsageException.reading(option, () -> Notation.read(words));
        if (coordinates.isPresent()) {
            return new Spot(words.strip(), coordinates.get(), Optional.empty());
        }
        Gazetteer.Entry entry = resolve(words);
        return new Spot(nameAsTyped(words, entry), entry.position(), Optional.of(entry.country()));
    }

    /** Two capital letters are a country, since that is how one narrows a name: "Yelsk, BY". */
    static String countryByCode(String name) {
        String code = name.strip();
        boolean country = code.matches("[A-Z]{2}")
                && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
        return country ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH) : name;
    }

    /** A place keeps the name that the researcher gives it, without what only narrowed the search. */
    static String nameAsTyped(String words, Gazetteer.Entry entry) {
        String typed = words.strip();
        int comma = typed.indexOf(',');
        String name = comma > 0 ? typed.substring(0, comma).strip() : typed;
        boolean code = name.matches("[A-Z]{2}");
        return code || name.equals(name.toLowerCase(Locale.ROOT)) ? entry.name() : name;
    }

    /** @throws DomainException when there is no such place, or several */
    static Gazetteer.Entry resolve(String name) {
        return switch (Gazetteer.inUse().resolve(countryByCode(name))) {
            case Gazetteer.Resolution.Found found -> found.entry();
            case Gazetteer.Resolution.Ambiguous ambiguous -> throw ambiguous(name, ambiguous.candidates());
            case Gazetteer.Resolution.NotFound missing ->
                throw new DomainException("No place called \"" + name
                        + "\" is in the gazetteer; try another spelling or give coordinates instead.");
        };
    }

    /** For people: "Yelsk (BY)", or the coordinates as they were given. */
    String words() {
        return country.map(c -> name + " (" + c + ")").orElse(name);
    }

    private static DomainException ambiguous(String name, List<Gazetteer.Entry> candidates) {
        String listed = candidates.stream()
                .limit(5)
                .map(e -> fullName(e) + " (" + e.position() + ")")
                .collect(Collectors.joining("; "));
        String more = candidates.size() > 5 ? "; and " + (candidates.size() - 5) + " more" : "";
        Gazetteer.Entry first = candidates.get(0);
        String what = first.score() >= SAME_NAME
                ? "\"" + name + "\" may be several places: "
                : "No place is called exactly \"" + name + "\"; near it are ";
        return new DomainException(
                what + listed + more + "; write it as \"" + fullName(first) + "\" or give the coordinates.");
    }

    /** Name, region and country: the form that narrows a search to this one place. */
    private static String fullName(Gazetteer.Entry entry) {
        return entry.name() + entry.region().map(r -> ", " + r).orElse("") + ", " + entry.country();
    }
}
