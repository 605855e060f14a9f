package org.sightline.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Relation;
import org.sightline.claim.Route;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.Capture;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** Reads one claim back from its rows. What is wrong with a cell is a {@link DomainException} that says so. Stateless. */
final class OwnClaim {
    private static final int MOST_DIGITS = 1_000;
    private static final Pattern POINT = Pattern.compile("POINT \\((-?\\d+(?:\\.\\d+)?) (-?\\d+(?:\\.\\d+)?)\\)");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OwnClaim() {}

    static Handover.Entry of(List<OwnRows.Cells> rows) {
        OwnRows.Cells row = rows.getFirst();
        UUID uuid = uuid("uuid", row.plain("uuid"));
        List<Handover.Cited> quotes = new ArrayList<>();
        for (OwnRows.Cells each : rows) {
            if (!each.plain("quote.uuid").isEmpty()) {
                quotes.add(cited(each));
            }
        }
        Claim claim = new Claim(
                0,
                uuid,
                row.text("statement"),
                row.text("category").isEmpty() ? Category.OTHER : new Category(row.text("category")),
                filled(row.text("claimant")),
                word(Modality.values(), row.plain("modality"), Modality.UNKNOWN, "modality"),
                quantity(row),
                when(row),
                place(row),
                distance(row),
                word(Status.values(), row.plain("status"), Status.UNVERIFIED, "status"),
                filled(row.plain("credibility")).map(Credibility::parse),
                row.text("notes"),
                tags(row.text("tags")),
                quotes.stream().map(Handover.Cited::quote).toList(),
                Optional.empty());
        return new Handover.Entry(claim, quotes, 0, relations(uuid, row.plain("relations")));
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static UUID uuid(String what, String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw new DomainException("the " + what + " \"" + text + "\" is no UUID.", e);
        }
    }

    private static <E extends Enum<E>> E word(E[] all, String text, E otherwise, String what) {
        if (text.isBlank()) {
            return otherwise;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (E each : all) {
            if (Spelling.of(each).equals(wanted)) {
                return each;
            }
        }
        throw new DomainException("\"" + text + "\" is no " + what + ".");
    }

    private static List<String> tags(String text) {
        List<String> tags = new ArrayList<>();
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                tag.append(text.charAt(++i));
            } else if (c == ';') {
                tags.add(tag.toString());
                tag.setLength(0);
            } else {
                tag.append(c);
            }
        }
        tags.add(tag.toString());
        return tags;
    }

    private static Optional<BigDecimal> decimal(String what, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                throw new DomainException("the " + what + " has more than " + MOST_DIGITS + " digits.");
            }
            return Optional.of(number);
        } catch (NumberFormatException e) {
            throw new DomainException("the " + what + " \"" + text + "\" is not a number.", e);
        }
    }

    private static int whole(String what, String text) {
        try {
            return decimal(what, text).orElse(BigDecimal.ZERO).intValueExact();
        } catch (ArithmeticException e) {
            throw new DomainException("the " + what + " \"" + text + "\" is not a whole number.", e);
        }
    }

    private static boolean truth(String text) {
        return text.strip().equalsIgnoreCase("true") || text.strip().equals("1");
    }

    private static Optional<Quantity> quantity(OwnRows.Cells row) {
        if (row.plain("quantity.qualifier").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Quantity(
                row.text("quantity.verbatim"),
                row.text("quantity.item"),
                decimal("quantity.best", row.plain("quantity.best")),
                decimal("quantity.lower", row.plain("quantity.lower")),
                decimal("quantity.upper", row.plain("quantity.upper")),
                truth(row.plain("quantity.lowerOpen")),
                truth(row.plain("quantity.upperOpen")),
                word(
                        Quantity.Qualifier.values(),
                        row.plain("quantity.qualifier"),
                        Quantity.Qualifier.EXACT,
                        "qualifier"),
                word(Quantity.Origin.values(), row.plain("quantity.origin"), Quantity.Origin.STATED, "origin")));
    }

    private static Optional<When> when(OwnRows.Cells row) {
        String edtf = row.text("when.edtf");
        if (edtf.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> earliest = instant("when.earliest", row.plain("when.earliest"));
        Optional<Instant> latest = instant("when.latest", row.plain("when.latest"));
        if (row.plain("when.precision").isEmpty()) {
            return Optional.of(When.edtf(edtf).withVerbatim(row.text("when.verbatim")));
        }
        return Optional.of(new When(
                row.text("when.verbatim"),
                edtf,
                earliest,
                latest,
                word(When.Precision.values(), row.plain("when.precision"), When.Precision.DAY, "precision"),
                word(When.Extent.values(), row.plain("when.extent"), When.Extent.SOME, "extent"),
                zone(row.plain("when.zone"))));
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return filled(text).map(ZoneId::of);
        } catch (DateTimeException e) {
            throw new DomainException("\"" + text + "\" is no time zone.", e);
        }
    }

    private static Optional<Instant> instant(String what, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Optional<Instant> common = InstantText.parse(text);
            return common.isPresent()
                    ? common
                    : Optional.of(
                            text.strip().length() == 10
                                    ? LocalDate.parse(text.strip())
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant()
                                    : Instant.parse(text.strip()));
        } catch (DateTimeException e) {
            throw new DomainException("the " + what + " \"" + text + "\" is no time like 2022-10-13T14:05:00Z.", e);
        }
    }

    private static Optional<Place> place(OwnRows.Cells row) {
        if (row.plain("place.wkt").isBlank()) {
            return Optional.empty();
        }
        Geometry geometry;
        try {
            geometry = geometry(row.plain("place.wkt"));
        } catch (ParseException | IllegalArgumentException e) {
            throw new DomainException("place.wkt is no geometry in WKT.", e);
        }
        PlacePrecision precision =
                word(PlacePrecision.values(), row.plain("place.precision"), PlacePrecision.LOCALITY, "precision");
        Optional<Route> route = filled(row.text("place.route.origin"))
                .map(from -> new Route(
                        from, row.text("place.route.destination"), truth(row.plain("place.route.pathKnown"))));
        return Optional.of(new Place(
                row.text("place.name"),
                geometry,
                precision,
                decimal("place.radiusMetres", row.plain("place.radiusMetres"))
                        .map(BigDecimal::doubleValue)
                        .orElse(precision.radiusMetres()),
                filled(row.plain("place.country")),
                route));
    }

    private static Geometry geometry(String wkt) throws ParseException {
        Matcher point = POINT.matcher(wkt); // as most are
        return point.matches()
                ? Place.WGS84.createPoint(
                        new Coordinate(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))))
                : new WKTReader(Place.WGS84).read(wkt);
    }

    private static Optional<StatedDistance> distance(OwnRows.Cells row) {
        return decimal("distance.value", row.plain("distance.value"))
                .map(value -> new StatedDistance(
                        row.text("distance.verbatim"),
                        value,
                        row.text("distance.unit"),
                        row.text("distance.reference"),
                        filled(row.text("distance.direction"))));
    }

    private static Handover.Cited cited(OwnRows.Cells row) {
        UUID sourceId = uuid("source.uuid", row.plain("source.uuid"));
        Source source = new Source(
                0,
                sourceId,
                row.text("source.title"),
                filled(row.text("source.publisher")),
                filled(row.text("source.author")),
                filled(row.text("source.url")),
                filled(row.plain("source.published")).map(PublicationDate::new),
                filled(row.plain("source.language")),
                filled(row.plain("source.reliability")).map(Reliability::parse),
                filled(row.plain("source.relays")).map(text -> uuid("source.relays", text)));
        // lists of an earlier version do not name the capture; then it is the one with the hash
        String captureId = row.plain("capture.uuid").isEmpty()
                ? UUID.nameUUIDFromBytes((sourceId + row.plain("capture.sha256"))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString()
                : row.plain("capture.uuid");
        Capture capture = new Capture(
                0,
                uuid("capture.uuid", captureId),
                sourceId,
                row.plain("capture.sha256"),
                row.plain("capture.mediaType"),
                Optional.empty(),
                instant("capture.retrieved", row.plain("capture.retrieved")).orElse(Instant.EPOCH),
                0,
                0);
        Quote quote = new Quote(
                0,
                uuid("quote.uuid", row.plain("quote.uuid")),
                capture.uuid(),
                whole("quote.start", row.plain("quote.start")),
                whole("quote.end", row.plain("quote.end")),
                row.text("quote.exact"),
                row.text("quote.prefix"),
                row.text("quote.suffix"),
                filled(row.plain("quote.relays")).map(text -> uuid("quote.relays", text)));
        boolean intact = !row.plain("quote.intact").equalsIgnoreCase("false")
                && !row.plain("quote.intact").equals("0");
        List<Source> chain = new ArrayList<>(List.of(source));
        chain.addAll(relayed(row.text("source.relayed")));
        return new Handover.Cited(new Dossier.Citation(quote, source, capture, intact, -1, -1), chain);
    }

    private static List<Source> relayed(String json) {
        List<Source> sources = new ArrayList<>();
        if (!json.isBlank()) {
            try {
                for (JsonNode node : MAPPER.readTree(json)) {
                    sources.add(new Source(
                            0,
                            uuid("source.relayed", node.path("uuid").asText()),
                            node.path("title").asText(),
                            known(node, "publisher"),
                            known(node, "author"),
                            known(node, "url"),
                            known(node, "published").map(PublicationDate::new),
                            known(node, "language"),
                            known(node, "reliability").map(Reliability::parse),
                            known(node, "relays").map(text -> uuid("source.relayed", text))));
                }
            } catch (JsonProcessingException e) {
                throw new DomainException("source.relayed is not as it was written.", e);
            }
        }
        return sources;
    }

    private static Optional<String> known(JsonNode node, String key) {
        return node.hasNonNull(key) ? Optional.of(node.get(key).asText()) : Optional.empty();
    }

    private static List<Relation> relations(UUID from, String text) {
        List<Relation> relations = new ArrayList<>();
        for (String one : text.isBlank() ? new String[0] : text.split("; ", -1)) {
            String[] words = one.strip().split(" ", -1);
            if (words.length != 3) {
                throw new DomainException("\"" + one + "\" is no relation.");
            }
            relations.add(new Relation(
                    0, uuid("relation", words[2]), from, Relation.Kind.parse(words[0]), uuid("relation", words[1])));
        }
        return relations;
    }
}
