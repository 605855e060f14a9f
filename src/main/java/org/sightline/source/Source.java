package org.sightline.source;

import java.util.Optional;
import java.util.UUID;

/**
 * Something published: an article, a post, a video, a document.
 *
 * @param id key within one board; 0 until stored
 * @param uuid identity across boards
 * @param language BCP 47 tag
 * @param relays the source this one derives from as a whole, where it is derived; a single quote may say otherwise
 *     ({@link Quote#relays()})
 */
public record Source(
        long id,
        UUID uuid,
        String title,
        Optional<String> publisher,
        Optional<String> author,
        Optional<String> url,
        Optional<PublicationDate> published,
        Optional<String> language,
        Optional<Reliability> reliability,
        Optional<UUID> relays) {

    public Source withReliability(Optional<Reliability> grade) {
        return new Source(id, uuid, title, publisher, author, url, published, language, grade, relays);
    }

    public Source withId(long newId) {
        return new Source(newId, uuid, title, publisher, author, url, published, language, reliability, relays);
    }

    /** The publisher, or the title where none is known. */
    public String shortName() {
        return publisher.orElse(title);
    }
}
