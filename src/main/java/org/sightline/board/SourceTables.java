package org.sightline.board;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** The columns of the tables that refer to others by key: sources, captures, quotes, relations. */
final class SourceTables {
    static final Table SOURCE = new Table(
            "source",
            List.of(
                    "uuid",
                    "title",
                    "publisher",
                    "author",
                    "url",
                    "published",
                    "language",
                    "reliability",
                    "relays_source_id",
                    "removed_at",
                    "removed_reason"));
    static final Table CAPTURE = new Table(
            "capture",
            List.of(
                    "uuid",
                    "source_id",
                    "sha256",
                    "media_type",
                    "charset",
                    "retrieved",
                    "bytes",
                    "text_length",
                    "text_sha256"));
    static final Table QUOTE = new Table(
            "quote",
            List.of(
                    "uuid",
                    "claim_id",
                    "capture_id",
                    "position",
                    "start_offset",
                    "end_offset",
                    "exact",
                    "prefix",
                    "suffix",
                    "relays_source_id"));
    static final Table RELATION = new Table("relation", List.of("uuid", "from_claim_id", "kind", "to_claim_id"));

    private SourceTables() {}

    /** @param sourceId the key of a source */
    static @Nullable Object[] values(StoredSource stored, Function<UUID, Long> sourceId) {
        Source source = stored.source();
        return new @Nullable Object[] {
            source.uuid().toString(),
            source.title(),
            or(source.publisher()),
            or(source.author()),
            or(source.url()),
            or(source.published().map(PublicationDate::iso)),
            or(source.language()),
            or(source.reliability().map(Words::of)),
            or(source.relays().map(sourceId)),
            or(stored.removed().map(r -> Timestamps.text(r.at()))),
            or(stored.removed().map(Claim.Removal::reason))
        };
    }

    static @Nullable Object[] values(StoredCapture stored, Function<UUID, Long> sourceId) {
        Capture capture = stored.capture();
        return new @Nullable Object[] {
            capture.uuid().toString(),
            sourceId.apply(capture.source()),
            capture.sha256(),
            capture.mediaType(),
            or(capture.charset()),
            Timestamps.text(capture.retrieved()),
            capture.bytes(),
            capture.textLength(),
            stored.textSha256()
        };
    }

    static @Nullable Object[] values(
            Quote quote, long claim, int position, long captureId, Function<UUID, Long> sourceId) {
        return new @Nullable Object[] {
            quote.uuid().toString(),
            claim,
            captureId,
            position,
            quote.start(),
            quote.end(),
            quote.exact(),
            quote.prefix(),
            quote.suffix(),
            or(quote.relays().map(sourceId))
        };
    }

    static @Nullable Object[] values(Relation relation, Function<UUID, Long> claimId) {
        return new @Nullable Object[] {
            relation.uuid().toString(),
            claimId.apply(relation.from()),
            Words.of(relation.kind()),
            claimId.apply(relation.to())
        };
    }

    private static @Nullable Object or(Optional<?> value) {
        return value.orElse(null);
    }
}
