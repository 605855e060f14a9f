package org.sightline.analysis;

import java.util.List;
import java.util.Optional;
import org.sightline.claim.Category;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.source.PublicationDate;

/**
 * What a claim's form is filled with, read from the selected words and the sentences about them: a proposal, for a
 * person to confirm. Deterministic and offline.
 *
 * @param statement the words, trimmed to one sentence
 * @param quantities best first
 * @param times best first
 * @param places best first; resolved by the gazetteer
 */
public record ClaimReading(
        String statement,
        List<Quantity> quantities,
        List<When> times,
        List<Place> places,
        Optional<StatedDistance> distance,
        Optional<String> claimant,
        Modality modality,
        Category category) {

    /** Reads {@code text[start, end)}; the paragraph about it helps to find the claimant. */
    public static ClaimReading of(String text, int start, int end, Optional<PublicationDate> published) {
        throw new UnsupportedOperationException();
    }
}
