package org.sightline.analysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sightline.claim.Modality;

/**
 * How the words put an event: denied, planned, predicted, ongoing or happened. The selected words are asked first, then
 * their clause, then their sentence. Denial counts only in the selected words, for a sentence often denies one thing and
 * asserts another. Stateless.
 */
final class Modalities {
    private record Cue(Modality modality, Pattern words) {
        static Cue of(Modality modality) {
            return new Cue(modality, ReadingWords.ENGLISH.pattern(modality.key()));
        }

        static Cue weak(Modality modality) {
            return new Cue(modality, ReadingWords.ENGLISH.pattern(modality.key() + ".weak"));
        }

        boolean in(String words) {
            return first(words) < Integer.MAX_VALUE;
        }

        /** Where it first stands; the largest number when it does not. */
        int first(String words) {
            Matcher m = this.words.matcher(words);
            return m.find() ? m.start() : Integer.MAX_VALUE;
        }
    }

    private static final Cue DENIED = Cue.of(Modality.DENIED);

    /** "Would arrive in the coming days" is a plan, though "would" alone is no more than a forecast. */
    private static final List<Cue> OTHERS = Stream.of(
                    Modality.PLANNED, Modality.PREDICTED, Modality.ONGOING, Modality.HAPPENED)
            .map(Cue::of)
            .toList();

    private static final Cue PERHAPS_HAPPENED = Cue.weak(Modality.HAPPENED);

    private Modalities() {}

    /** @param clause the part of the sentence that the selected words stand in */
    static Modality of(String selected, String clause, String sentence) {
        if (isDenial(selected)) {
            return Modality.DENIED;
        }
        return Stream.of(selected, clause, sentence)
                .flatMap(words -> OTHERS.stream().filter(cue -> cue.in(words)).limit(1))
                .map(Cue::modality)
                .findFirst()
                .orElse(PERHAPS_HAPPENED.in(sentence) ? Modality.HAPPENED : Modality.UNKNOWN);
    }

    /** What comes first is what is said: "there are 7,000 soldiers, and they are not ready" denies no soldiers. */
    private static boolean isDenial(String selected) {
        int denied = DENIED.first(selected);
        return denied < Integer.MAX_VALUE && OTHERS.stream().allMatch(cue -> denied <= cue.first(selected));
    }
}
