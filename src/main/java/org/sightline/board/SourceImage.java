package org.sightline.board;

import java.util.Optional;
import java.util.UUID;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.PublicationDate;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** Sources, captures and relations as the journal keeps them. What is empty is left out. */
final class SourceImage {
    private SourceImage() {}

    /** A source and whether it lies in the trash. */
    record StoredSource(Source source, Optional<Claim.Removal> removed) {}

    /** A capture and the hash of its text's UTF-8 form. */
    record StoredCapture(Capture capture, String textSha256) {}

    static String write(StoredSource stored) {
        Source source = stored.source();
        return CanonicalJson.write(CanonicalJson.object()
                .with("id", source.id())
                .with("uuid", source.uuid().toString())
                .with("title", source.title())
                .with("publisher", source.publisher())
                .with("author", source.author())
                .with("url", source.url())
                .with("published", source.published().map(PublicationDate::iso))
                .with("language", source.language())
                .with("reliability", source.reliability().map(Words::of))
                .with("relays", source.relays().map(UUID::toString))
                .with("removed", stored.removed().map(r -> ClaimImage.removal(r))));
    }

    static StoredSource readSource(String json) {
        Fields image = new Fields(CanonicalJson.read(json));
        Source source = new Source(
                image.number("id"),
                image.uuid("uuid"),
                image.text("title"),
                image.maybeText("publisher"),
                image.maybeText("author"),
                image.maybeText("url"),
                image.maybeText("published").map(PublicationDate::new),
                image.maybeText("language"),
                image.maybeWord("reliability", Reliability.class),
                image.maybeUuid("relays"));
        return new StoredSource(source, image.inner("removed").map(ClaimImage::removal));
    }

    static String write(StoredCapture stored) {
        Capture capture = stored.capture();
        return CanonicalJson.write(CanonicalJson.object()
                .with("id", capture.id())
                .with("uuid", capture.uuid().toString())
                .with("source", capture.source().toString())
                .with("sha256", capture.sha256())
                .with("mediaType", capture.mediaType())
                .with("charset", capture.charset())
                .with("retrieved", Timestamps.text(capture.retrieved()))
                .with("bytes", capture.bytes())
                .with("textLength", capture.textLength())
                .with("textSha256", stored.textSha256()));
    }

    static StoredCapture readCapture(String json) {
        Fields image = new Fields(CanonicalJson.read(json));
        Capture capture = new Capture(
                image.number("id"),
                image.uuid("uuid"),
                image.uuid("source"),
                image.text("sha256"),
                image.text("mediaType"),
                image.maybeText("charset"),
                Timestamps.parse(image.text("retrieved")),
                image.number("bytes"),
                (int) image.number("textLength"));
        return new StoredCapture(capture, image.text("textSha256"));
    }

    static String write(Relation relation) {
        return CanonicalJson.write(CanonicalJson.object()
                .with("id", relation.id())
                .with("uuid", relation.uuid().toString())
                .with("from", relation.from().toString())
                .with("kind", Words.of(relation.kind()))
                .with("to", relation.to().toString()));
    }

    static Relation readRelation(String json) {
        Fields image = new Fields(CanonicalJson.read(json));
        return new Relation(
                image.number("id"),
                image.uuid("uuid"),
                image.uuid("from"),
                image.word("kind", Relation.Kind.class),
                image.uuid("to"));
    }
}
