package org.sightline.board;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** Sources and claims to fill boards with. */
final class Material {
    static final GeometryFactory GEOMETRY = new GeometryFactory();
    static final String TEXT =
            "Eight tanks of type T-72A went by rail from Minsk. A camp stands in Ельск, near the river.\n";

    private Material() {}

    static Source source(String title) {
        return new Source(
                0,
                UUID.randomUUID(),
                title,
                Optional.of("Daily \"Quoted\" News"),
                Optional.of("A. Writer"),
                Optional.of("https://example.org/a?b=c"),
                Optional.of(new PublicationDate("2022-10-13")),
                Optional.of("en"),
                Optional.of(Reliability.B),
                Optional.empty());
    }

    static CapturedText content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CapturedText(bytes, "text/plain", Optional.of("UTF-8"), text, Optional.empty());
    }

    static Capture capture(UUID source, CapturedText content) {
        return new Capture(
                0,
                UUID.randomUUID(),
                source,
                Digests.hex(content.bytes()),
                content.mediaType(),
                content.charset(),
                Instant.parse("2022-10-14T08:00:00.123456Z"),
                content.bytes().length,
                content.text().length());
    }

    static Change.AddSource addSource(String title, String text) {
        Source source = source(title);
        CapturedText content = content(text);
        return new Change.AddSource(source, capture(source.uuid(), content), content);
    }

    static Quote quote(Capture capture, String text, String words) {
        int start = text.indexOf(words);
        int end = start + words.length();
        return new Quote(
                0,
                UUID.randomUUID(),
                capture.uuid(),
                start,
                end,
                words,
                text.substring(Math.max(0, start - Quote.CONTEXT), start),
                text.substring(end, Math.min(text.length(), end + Quote.CONTEXT)),
                Optional.empty());
    }

    /** A claim with nothing but a statement. */
    static Claim bare(String statement) {
        return new Claim(
                0,
                UUID.randomUUID(),
                statement,
                Category.OTHER,
                Optional.empty(),
                Modality.HAPPENED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.UNVERIFIED,
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Claim at(Claim claim, double longitude, double latitude) {
        return placed(
                claim,
                new Place(
                        "Yelsk",
                        GEOMETRY.createPoint(new Coordinate(longitude, latitude)),
                        PlacePrecision.TOWN,
                        3000,
                        Optional.of("BY"),
                        Optional.empty()));
    }

    static Claim placed(Claim claim, Place place) {
        return new Claim(
                claim.id(),
                claim.uuid(),
                claim.statement(),
                claim.category(),
                claim.claimant(),
                claim.modality(),
                claim.quantity(),
                claim.when(),
                Optional.of(place),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                claim.notes(),
                claim.tags(),
                claim.quotes(),
                claim.removed());
    }

    static Claim stating(Claim claim, String statement) {
        return new Claim(
                claim.id(),
                claim.uuid(),
                statement,
                claim.category(),
                claim.claimant(),
                claim.modality(),
                claim.quantity(),
                claim.when(),
                claim.place(),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                claim.notes(),
                claim.tags(),
                claim.quotes(),
                claim.removed());
    }

    static Claim quoting(Claim claim, List<Quote> quotes, List<String> tags) {
        return new Claim(
                claim.id(),
                claim.uuid(),
                claim.statement(),
                claim.category(),
                claim.claimant(),
                claim.modality(),
                claim.quantity(),
                claim.when(),
                claim.place(),
                claim.distance(),
                claim.status(),
                claim.credibility(),
                claim.notes(),
                tags,
                quotes,
                claim.removed());
    }

    /** A claim with every field filled. */
    static Claim full(Capture capture, String text) {
        return new Claim(
                0,
                UUID.randomUUID(),
                "Eight T-72A tanks left Minsk by rail",
                Category.MOVEMENT,
                Optional.of("A monitoring project"),
                Modality.HAPPENED,
                Optional.of(new Quantity(
                        "Eight tanks",
                        "tanks",
                        Optional.of(new BigDecimal("8")),
                        Optional.of(new BigDecimal("8.10")),
                        Optional.of(new BigDecimal("12345678901234567890.5")),
                        false,
                        true,
                        Quantity.Qualifier.AT_LEAST,
                        Quantity.Origin.STATED)),
                Optional.of(new When(
                        "on Wednesday",
                        "2022-10-12",
                        Optional.of(Instant.parse("2022-10-11T21:00:00Z")),
                        Optional.of(Instant.parse("2022-10-12T21:00:00Z")),
                        When.Precision.DAY,
                        When.Extent.SOME,
                        Optional.of(ZoneId.of("Europe/Minsk")))),
                Optional.of(new Place(
                        "Minsk -> Russia",
                        GEOMETRY.createLineString(new Coordinate[] {
                            new Coordinate(27.561831, 53.902284), new Coordinate(1.0 / 3 + 30, 54.78)
                        }),
                        PlacePrecision.REGION,
                        100_000,
                        Optional.empty(),
                        Optional.of(new Route("Minsk", "Russia", false)))),
                Optional.of(new StatedDistance(
                        "17 km from the border", new BigDecimal("17"), "km", "border:UA", Optional.of("north"))),
                Status.CORROBORATED,
                Optional.of(new Credibility(2)),
                "Seen twice.\nBy day.",
                List.of("rail", "танки"),
                List.of(quote(capture, text, "Eight tanks of type T-72A"), quote(capture, text, "Ельск")),
                Optional.empty());
    }
}
