package org.sightline.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sightline.analysis.Passage.Span;
import org.sightline.claim.Category;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.geo.Gazetteer;
import org.sightline.source.PublicationDate;

/**
 * What a claim's form is filled with, read from the selected words and the sentences about them: a proposal, for a
 * person to confirm. Deterministic and offline. Safe for any thread, but not for the window's: the first reading loads
 * the gazetteer.
 *
 * <p>A number is read with its whole sentence in view: "20 drones" selected out of "up to 20 drones" is at most twenty.
 *
 * @param statement the words, trimmed to one sentence
 * @param quantities best first
 * @param times best first
 * @param timeAround whether the best time was read in the sentence about the selected words and not in them
 * @param places best first; resolved by the gazetteer
 * @param placeAround whether the best place was read in the text about the selected words and not in them
 */
public record ClaimReading(
        String statement,
        List<Quantity> quantities,
        List<When> times,
        boolean timeAround,
        List<Place> places,
        boolean placeAround,
        Optional<StatedDistance> distance,
        Optional<String> claimant,
        Modality modality,
        Category category) {

    public ClaimReading {
        quantities = List.copyOf(quantities);
        times = List.copyOf(times);
        places = List.copyOf(places);
    }

    /**
     * Reads {@code text[start, end)}; the paragraph about it helps to find the claimant.
     *
     * @throws IndexOutOfBoundsException when the range leaves the text
     */
    public static ClaimReading of(String text, int start, int end, Optional<PublicationDate> published) {
        Objects.checkFromToIndex(start, end, text.length());
        Passage passage = Passage.of(text, start, end);
        Span about = passage.about();
        String sentence = about.in(text);
        String selected = passage.selected();
        Modality modality = Modalities.of(selected, clause(passage), sentence);
        PlaceMentions mentions = new PlaceMentions(passage, Gazetteer.inUse());
        List<Place> places = mentions.all();
        List<When.Found> times = When.find(sentence, published);
        return new ClaimReading(
                statement(passage),
                quantities(passage),
                times(times, passage, modality),
                !times.isEmpty() && times.stream().noneMatch(found -> selected(passage, found)),
                places,
                places.stream().findFirst().filter(mentions::isAround).isPresent(),
                distance(passage),
                Claimants.of(passage),
                modality,
                Categories.of(selected, sentence));
    }

    /** The first selected sentence that holds a number, or else the first. */
    private static String statement(Passage passage) {
        List<Span> whole = passage.sentences().stream()
                .filter(s -> passage.selection().overlaps(s.start(), s.end()))
                .map(s -> new Span(
                        Math.max(s.start(), passage.selection().start()),
                        Math.min(s.end(), passage.selection().end())))
                .toList();
        Optional<Span> counted = whole.stream()
                .filter(s -> !Quantity.find(s.in(passage.text())).isEmpty())
                .findFirst();
        String words = counted.or(() -> whole.stream().findFirst())
                .map(s -> s.in(passage.text()))
                .orElse(passage.selected());
        return unquoted(words.replaceAll("\\s+", " ").strip());
    }

    /** Without marks at an end that have no partner inside. */
    private static String unquoted(String words) {
        String bare = words.replaceFirst("[,;:\\s]+$", "");
        if (bare.matches("[“\"«][^”\"»]*")) {
            bare = bare.substring(1);
        }
        return bare.matches("[^“\"«]*[”\"»]")
                ? bare.substring(0, bare.length() - 1).replaceFirst("[,;:\\s]+$", "")
                : bare;
    }

    /** From the last comma, semicolon or quotation mark before the selection to the next one after it. */
    private static String clause(Passage passage) {
        Span about = passage.about();
        String text = passage.text();
        int from = passage.selection().start();
        while (from > about.start() && ",;:“”".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = passage.selection().end();
        while (to < about.end() && ",;:“”".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    /** Those within the selection before those that only reach into it, counts of something named before bare ones. */
    private static List<Quantity> quantities(Passage passage) {
        Span about = passage.about();
        Span selection = passage.selection();
        List<Quantity.Found> found = new ArrayList<>(Quantity.find(about.in(passage.text())).stream()
                .filter(f -> selection.overlaps(about.start() + f.start(), about.start() + f.end()))
                .toList());
        found.sort(Comparator.comparingInt(f -> doubt(f.quantity())));
        return found.stream().map(Quantity.Found::quantity).toList();
    }

    private static int doubt(Quantity quantity) {
        boolean vague = quantity.qualifier() == Quantity.Qualifier.VAGUE;
        boolean few = vague && quantity.upper().filter(u -> u.intValue() <= 10).isPresent();
        return (quantity.item().isEmpty() ? 1 : 0) + (few ? 2 : 0);
    }

    /** Of the selection, then of its sentence. Of a choice among the selected words, what is planned lies ahead. */
    private static List<When> times(List<When.Found> found, Passage passage, Modality modality) {
        List<When> times = new ArrayList<>();
        for (boolean inside : new boolean[] {true, false}) {
            found.stream()
                    .filter(f -> selected(passage, f) == inside)
                    .flatMap(f -> (inside ? ordered(f.readings(), modality) : f.readings()).stream())
                    .forEach(times::add);
        }
        return times.stream().distinct().toList();
    }

    private static boolean selected(Passage passage, When.Found found) {
        int sentence = passage.about().start();
        return passage.selection().overlaps(sentence + found.start(), sentence + found.end());
    }

    private static List<When> ordered(List<When> readings, Modality modality) {
        boolean ahead = modality == Modality.PLANNED || modality == Modality.PREDICTED;
        return ahead ? readings.reversed() : readings;
    }

    private static Optional<StatedDistance> distance(Passage passage) {
        Span about = passage.about();
        return StatedDistance.find(about.in(passage.text())).stream()
                .filter(f -> passage.selection().overlaps(about.start() + f.start(), about.start() + f.end()))
                .map(StatedDistance.Found::distance)
                .findFirst();
    }
}
