package org.sightline.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sightline.board.Change;
import org.sightline.source.Anchoring;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;
import org.sightline.source.TextExtraction;

/** The sources of the sample board: a monitoring project, a newspaper that cites it, an agency that retells the paper. */
record SampleSources(Digest hajun, Digest guardian, Digest zn) {

    /** A source with its one capture. */
    record Digest(Source source, Capture capture, CapturedText content) {

        /** A quote of exactly these words, which stand in the digest once. */
        Quote quote(String words) {
            return quote(words, Optional.empty());
        }

        /** The same, where the words pass on what another source asserts. */
        Quote relaying(Digest origin, String words) {
            return quote(words, Optional.of(origin.source().uuid()));
        }

        /** The same, where the source speaks for itself although as a whole it derives from another. */
        Quote own(String words) {
            return quote(words, Optional.of(source.uuid()));
        }

        private Quote quote(String words, Optional<UUID> relays) {
            Anchoring.Range at = Anchoring.findOne(content.text(), words);
            Quote quote = Anchoring.quote(capture.uuid(), content.text(), at.start(), at.end(), relays);
            // Given a fixed identity here, so that every sample board is the same.
            return new Quote(
                    quote.id(),
                    identity("quote", capture.uuid() + " " + at.start() + ":" + at.end() + relays),
                    quote.capture(),
                    quote.start(),
                    quote.end(),
                    quote.exact(),
                    quote.prefix(),
                    quote.suffix(),
                    quote.relays());
        }
    }

    static SampleSources read() {
        Digest hajun = digest(
                "hajun", "Belarusian Hajun", "https://t.me/Hajun_BY", "2022-10-12", Reliability.C, Optional.empty());
        Digest guardian = digest(
                "guardian",
                "The Guardian",
                "https://www.theguardian.com/",
                "2022-10-13",
                Reliability.B,
                Optional.empty());
        Digest zn = digest(
                "zn",
                "ZN.UA",
                "https://zn.ua/",
                "2022-10-13",
                Reliability.C,
                Optional.of(guardian.source().uuid()));
        return new SampleSources(hajun, guardian, zn);
    }

    List<Change> changes() {
        return List.of(adding(hajun), adding(guardian), adding(zn));
    }

    static UUID identity(String kind, String name) {
        return UUID.nameUUIDFromBytes(("sightline sample " + kind + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Change adding(Digest digest) {
        return new Change.AddSource(digest.source(), digest.capture(), digest.content());
    }

    private static Digest digest(
            String name,
            String publisher,
            String url,
            String published,
            Reliability reliability,
            Optional<UUID> relays) {
        byte[] bytes = resource(name + ".txt");
        CapturedText content = TextExtraction.read(bytes, name + ".txt", Optional.of("UTF-8"));
        Source source = new Source(
                0,
                identity("source", name),
                content.text().lines().findFirst().orElse(name),
                Optional.of(publisher),
                Optional.empty(),
                Optional.of(url),
                Optional.of(new PublicationDate(published)),
                Optional.of("en"),
                Optional.of(reliability),
                relays);
        Capture capture = new Capture(
                0,
                identity("capture", name),
                source.uuid(),
                sha256(bytes),
                content.mediaType(),
                content.charset(),
                SampleBoard.TAKEN,
                bytes.length,
                content.text().length());
        return new Digest(source, capture, content);
    }

    private static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(SampleSources.class.getResourceAsStream(name), "missing resource " + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) { // every Java platform must have it
            throw new IllegalStateException(e);
        }
    }
}
