package org.sightline.app.map;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.map.MapPainter;

/** Sentences of the map pane, for eyes and for screen readers. */
final class MapWords {
    /** Of a cluster that are said one by one. */
    private static final int MOST_KINDS = 6;

    private MapWords() {}

    static String describe(long placed, Optional<Claim> pointed) {
        return pointed.map(MapWords::describe).orElseGet(() -> say("describe", placed));
    }

    /** A claim in one breath: statement, place. */
    static String describe(Claim claim) {
        return claim.place()
                .map(place -> say("describe.pin", claim.statement(), place.name()))
                .orElse(claim.statement());
    }

    /** All that a pin shows, for ears: number, statement, place with its precision, time, modality, status. */
    static String pin(String number, Claim claim) {
        StringBuilder words = new StringBuilder(say("pin.claim", number, claim.statement()));
        claim.place()
                .ifPresent(place -> words.append(' ')
                        .append(say("pin.place", place.name(), place.precision().label())));
        claim.when().ifPresent(when -> words.append(' ').append(say("pin.fact", when.display())));
        if (claim.modality() != Modality.HAPPENED) {
            words.append(' ').append(say("pin.fact", claim.modality().label()));
        }
        return words.append(' ')
                .append(say("pin.status", claim.status().label()))
                .toString();
    }

    /** The second line of a pin's tip. */
    static String whereAndWhen(Claim claim) {
        String where = claim.place().map(Place::name).orElse("");
        String when = claim.when().map(w -> w.display()).orElse("");
        return where.isEmpty() || when.isEmpty() ? where + when : where + " · " + when;
    }

    /** What a cluster is made of: "7 movement, 3 strike, 2 of other kinds". */
    static String mix(List<MapPainter.Share> categories) {
        List<String> parts = new ArrayList<>();
        int named = categories.size() > MOST_KINDS ? MOST_KINDS - 1 : categories.size();
        for (MapPainter.Share share : categories.subList(0, named)) {
            parts.add(say(
                    "cluster.share", share.claims(), share.category().label().toLowerCase(Locale.ENGLISH)));
        }
        if (named < categories.size()) {
            parts.add(say(
                    "cluster.others",
                    categories.stream()
                            .skip(named)
                            .mapToInt(MapPainter.Share::claims)
                            .sum()));
        }
        return String.join(", ", parts);
    }

    static String say(String key, Object... values) {
        return new MessageFormat(MapPane.WORDS.getString(key), Locale.ENGLISH).format(values);
    }

    /** A length as read off a map. */
    static String length(double metres) {
        if (metres < 1000) {
            return say("length.metres", Math.round(metres));
        }
        double kilometres = metres / 1000;
        return say(
                "length.kilometres", kilometres < 100 ? Math.round(kilometres * 100) / 100.0 : Math.round(kilometres));
    }

    static String area(double squareMetres) {
        if (squareMetres < 100_000) {
            return say("area.metres", Math.round(squareMetres));
        }
        double squareKilometres = squareMetres / 1e6;
        return say(
                "area.kilometres",
                squareKilometres < 1000 ? Math.round(squareKilometres * 100) / 100.0 : Math.round(squareKilometres));
    }
}
