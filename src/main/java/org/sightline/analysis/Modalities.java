package org.sightline.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.sightline.claim.Modality;

/**
 * How the words put an event: denied, planned, predicted, ongoing or happened. The selected words are asked first and
 * their whole sentence after them. Denial counts only in the selected words, for a sentence often denies one thing and
 * asserts another. Stateless.
 */
final class Modalities {
    private static final Map<Modality, Pattern> CUES = new LinkedHashMap<>();

    static {
        ReadingWords words = ReadingWords.ENGLISH;
        CUES.put(Modality.DENIED, words.pattern("denied"));
        CUES.put(Modality.PREDICTED, words.pattern("predicted"));
        CUES.put(Modality.PLANNED, words.pattern("planned"));
        CUES.put(Modality.ONGOING, words.pattern("ongoing"));
        CUES.put(Modality.HAPPENED, words.pattern("happened"));
    }

    private Modalities() {}

    /**
     * @param clause the part of the sentence that the selected words stand in
     */
    static Modality of(String selected, String clause, String sentence) {
        Modality here = read(selected, true);
        if (here != Modality.UNKNOWN) {
            return here;
        }
        Modality inClause = read(clause, false);
        return inClause != Modality.UNKNOWN ? inClause : read(sentence, false);
    }

    private static Modality read(String words, boolean denialCounts) {
        boolean promised = java.util.Objects.requireNonNull(CUES.get(Modality.PLANNED))
                .matcher(words)
                .find();
        boolean doubtful = java.util.Objects.requireNonNull(CUES.get(Modality.PREDICTED))
                .matcher(words)
                .find();
        for (Map.Entry<Modality, Pattern> cue : CUES.entrySet()) {
            Modality modality = cue.getKey();
            if (modality == Modality.DENIED && !denialCounts) {
                continue;
            }
            // "would arrive in the coming days" is a plan, though "would" alone is no more than a forecast
            if (modality == Modality.PREDICTED && promised && doubtful) {
                return Modality.PLANNED;
            }
            if (cue.getValue().matcher(words).find()) {
                return modality;
            }
        }
        return Modality.UNKNOWN;
    }
}
