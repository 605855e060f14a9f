package org.sightline.source;

import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;

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

    public Source {
        title = title.strip();
        if (title.isEmpty()) {
            throw new DomainException("The source has no title; give it one, such as its headline.");
        }
        publisher = filled(publisher);
        author = filled(author);
        url = filled(url);
        language = filled(language);
    }

    /** A new source of which only the title is known. */
    public static Source titled(String title) {
        return new Source(
                0,
                UUID.randomUUID(),
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Blank is the same as unknown. */
    private static Optional<String> filled(Optional<String> words) {
        return words.map(String::strip).filter(w -> !w.isEmpty());
    }

    public Source withTitle(String newTitle) {
        return new Source(id, uuid, newTitle, publisher, author, url, published, language, reliability, relays);
    }

    public Source withPublisher(Optional<String> name) {
        return new Source(id, uuid, title, name, author, url, published, language, reliability, relays);
    }

    public Source withAuthor(Optional<String> name) {
        return new Source(id, uuid, title, publisher, name, url, published, language, reliability, relays);
    }

    public Source withUrl(Optional<String> address) {
        return new Source(id, uuid, title, publisher, author, address, published, language, reliability, relays);
    }

    public Source withPublished(Optional<PublicationDate> date) {
        return new Source(id, uuid, title, publisher, author, url, date, language, reliability, relays);
    }

    public Source withLanguage(Optional<String> tag) {
        return new Source(id, uuid, title, publisher, author, url, published, tag, reliability, relays);
    }

    /** @param source the one this one passes on */
    public Source withRelays(Optional<UUID> source) {
        return new Source(id, uuid, title, publisher, author, url, published, language, reliability, source);
    }

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
