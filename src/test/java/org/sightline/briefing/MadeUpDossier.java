package org.sightline.briefing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sightline.analysis.Dossier;
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
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** A board's worth of claims, made for trying pages: sources, captures and every kind of place. */
public final class MadeUpDossier {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final List<Status> STATUSES = List.of(Status.values());
    static final Coordinate MINSK = new Coordinate(27.5667, 53.9);
    static final Coordinate YELSK = new Coordinate(29.1544, 51.81363);
    static final Coordinate BELGOROD = new Coordinate(36.5853, 50.6107);
    static final Coordinate GOMEL = new Coordinate(30.9878, 52.4345);

    private final Map<UUID, StringBuilder> texts = new LinkedHashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<UUID, UUID> captureOf = new LinkedHashMap<>();

    public MadeUpDossier() {}

    /** Sixteen claims about Minsk, Yelsk and Belgorod. */
    public static Dossier sixteenClaims() {
        MadeUpDossier d = new MadeUpDossier();
        UUID monitor = d.source("Rail traffic notes, week 41", "Grove Monitor", "2022-10-13", Reliability.B, null);
        UUID paper = d.source(
                "What moves along the southern border", "The Morning Paper", "2022-10-15", Reliability.B, monitor);
        UUID agency = d.source(
                "\u041f\u0440\u043e \u0440\u0443\u0445 \u043a\u043e\u043b\u043e\u043d \u043d\u0430 \u043f\u0456\u0432\u0434\u043d\u0456",
                "\u0412\u0456\u0441\u043d\u0438\u043a",
                "2022-10-16T09:30+03:00",
                Reliability.C,
                paper);
        UUID letter = d.source("Letter to the editors", null, null, null, null);
        d.claim("Eight T-72A tanks left Minsk by rail for Russia", Category.MOVEMENT, Status.CORROBORATED, 2)
                .quantity("8", "T-72A tanks")
                .route(MINSK, BELGOROD, "Minsk", "Belgorod", false)
                .on(LocalDate.of(2022, 10, 12))
                .by("Grove Monitor")
                .quote(monitor, "A flat-car train with eight T-72A was filmed leaving the yard in Minsk; it went east.")
                .quote(
                        agency,
                        "\u0417 \u041c\u0456\u043d\u0441\u044c\u043a\u0430 \u0432\u0438\u0432\u0435\u0437\u043b\u0438 \u0432\u0456\u0441\u0456\u043c \u0442\u0430\u043d\u043a\u0456\u0432 \u0422-72\u0410, \u043f\u0438\u0448\u0435 \u0432\u0438\u0434\u0430\u043d\u043d\u044f.")
                .add();
        d.claim("Fifteen to thirty further tanks were seen in the same yard", Category.EQUIPMENT, Status.UNVERIFIED, 3)
                .range("15", "30", "tanks")
                .point(MINSK, "Minsk", PlacePrecision.TOWN)
                .on(LocalDate.of(2022, 10, 12))
                .by("witnesses")
                .quote(paper, "People who live beside the line counted between fifteen and thirty tanks.")
                .add();
        d.claim("At least 28 Ural trucks stood loaded", Category.EQUIPMENT, Status.UNVERIFIED, 3)
                .quantity("28", "Ural trucks")
                .point(MINSK, "Minsk", PlacePrecision.TOWN)
                .on(LocalDate.of(2022, 10, 12))
                .by("witnesses")
                .quote(paper, "No fewer than 28 trucks of the Ural make were on the wagons.")
                .add();
        d.claim("A training site works in Yelsk", Category.TRAINING, Status.DISPUTED, 3)
                .point(YELSK, "Yelsk", PlacePrecision.TOWN)
                .on(LocalDate.of(2022, 10, 13))
                .by("Grove Monitor")
                .distance("17", "border:UA")
                .quote(
                        monitor,
                        "Rooms in several public buildings of Yelsk, some 17 km from the frontier, are being made ready for training.")
                .add();
        d.claim("Convoys of armour came into Yelsk on Wednesday", Category.MOVEMENT, Status.UNVERIFIED, 4)
                .point(YELSK, "Yelsk", PlacePrecision.TOWN)
                .on(LocalDate.of(2022, 10, 12))
                .by("residents")
                .quote(
                        agency,
                        "\u041a\u043e\u043b\u043e\u043d\u0438 \u0437\u0430\u0439\u0448\u043b\u0438 \u0434\u043e \u0404\u043b\u044c\u0441\u044c\u043a\u0430 \u0432 \u0441\u0435\u0440\u0435\u0434\u0443 \u0432\u0440\u0430\u043d\u0446\u0456.")
                .lost(paper, "Columns rolled into the town in the middle of the week.")
                .add();
        d.claim("Lessons at the music school of Yelsk are cancelled", Category.FACILITY, Status.UNVERIFIED, 3)
                .point(new Coordinate(29.161, 51.8125), "Yelsk, music school", PlacePrecision.VICINITY)
                .on(LocalDate.of(2022, 10, 13))
                .quote(monitor, "The music school next to the police station has stopped its lessons.")
                .add();
        d.claim("Several thousand soldiers are expected in the coming days", Category.PERSONNEL, Status.UNVERIFIED, 5)
                .area(
                        new double[][] {
                            {25.6, 52.0}, {28.2, 52.4}, {31.2, 52.2}, {31.2, 53.2}, {27.0, 53.3}, {25.4, 52.9}
                        },
                        "Southern Belarus",
                        PlacePrecision.REGION)
                .planned()
                .by("the head of state")
                .quote(
                        paper,
                        "The head of state told journalists that men by the thousand will arrive within days, and that nobody should be alarmed by it: the joint grouping, he said, exists to protect the border and for nothing else, and whoever sees in it a preparation for anything but defence has, in his words, not understood how such groupings have been exercised each autumn for the better part of two decades.")
                .add();
        d.claim("A joint grouping of forces is being formed", Category.STATEMENT, Status.CORROBORATED, 1)
                .on(LocalDate.of(2022, 10, 10))
                .by("the head of state")
                .quote(paper, "He announced the forming of a joint grouping.")
                .add();
        d.claim("A column went from Gomel towards Yelsk", Category.MOVEMENT, Status.REFUTED, 5)
                .route(GOMEL, YELSK, "Gomel", "Yelsk", true)
                .on(LocalDate.of(2022, 10, 11))
                .by("a channel on a messenger")
                .quote(
                        letter,
                        "It is said that a column took the road from Gomel; I stood at that road all day and saw none.")
                .add();
        d.claim(
                        "An ammunition depot near Belgorod takes in wagons from Belarus",
                        Category.FACILITY,
                        Status.UNVERIFIED,
                        3)
                .point(new Coordinate(36.47, 50.66), "Belgorod, north-western depot", PlacePrecision.LOCALITY)
                .on(LocalDate.of(2022, 10, 14))
                .by("Grove Monitor")
                .quote(monitor, "Thirteen wagons marked for Belgorod carried crates.")
                .add();
        d.claim("Two tank transporters were unloaded in Belgorod", Category.EQUIPMENT, Status.UNVERIFIED, 3)
                .quantity("2", "tank transporters")
                .point(BELGOROD, "Belgorod", PlacePrecision.TOWN)
                .on(LocalDate.of(2022, 10, 15))
                .quote(paper, "Two transporters were seen at the goods station.")
                .add();
        d.claim("An explosion was heard north of Belgorod", Category.STRIKE, Status.UNVERIFIED, 6)
                .point(new Coordinate(36.58, 50.70), "north of Belgorod", PlacePrecision.LOCALITY)
                .on(LocalDate.of(2022, 10, 15))
                .by("residents")
                .quote(
                        agency,
                        "\u041d\u0430 \u043f\u0456\u0432\u043d\u0456\u0447 \u0432\u0456\u0434 \u0411\u0454\u043b\u0433\u043e\u0440\u043e\u0434\u0430 \u0447\u0443\u043b\u0438 \u0432\u0438\u0431\u0443\u0445.")
                .add();
        d.claim("About 7,000 soldiers are ready for combat", Category.PERSONNEL, Status.UNVERIFIED, 3)
                .quantity("7000", "soldiers")
                .point(new Coordinate(28.0, 53.5), "Belarus", PlacePrecision.COUNTRY)
                .by("an analyst")
                .quote(paper, "Of the whole army some 7,000 could be sent into battle at once.")
                .add();
        d.claim("One in ten is in favour of joining the war", Category.STATEMENT, Status.UNVERIFIED, 2)
                .quantity("10", "%")
                .by("a polling project")
                .quote(paper, "In the survey 10% were for taking part.")
                .add();
        d.claim("A field camp stands at the edge of Yelsk", Category.TRAINING, Status.UNVERIFIED, 4)
                .point(YELSK, "Yelsk", PlacePrecision.TOWN)
                .on(LocalDate.of(2022, 10, 14))
                .quote(
                        letter,
                        "There are tents behind the sports ground; see https://example.org/pictures/2022/10/14/yelsk-sports-ground-behind-the-fence-seen-from-the-road-0001.jpg")
                .add();
        d.claim("The rail yard at Gomel was closed to passengers", Category.OTHER, Status.WITHDRAWN, 4)
                .point(GOMEL, "Gomel", PlacePrecision.TOWN)
                .on(LocalDate.of(2022, 10, 13))
                .quote(monitor, "The passenger part of the yard was closed for a day.")
                .add();
        return d.dossier("Southern border, autumn 2022");
    }

    static Dossier empty() {
        return new MadeUpDossier().dossier("An empty board");
    }

    /** Claims strewn over a region, some of them at one place. */
    static Dossier many(int count) {
        MadeUpDossier d = new MadeUpDossier();
        UUID source = d.source("Log of sightings", "The Log", "2023-05-01", Reliability.C, null);
        for (int i = 0; i < count; i++) {
            double lon = 26 + (i * 37 % 101) / 101.0 * 9;
            double lat = 50.5 + (i * 53 % 97) / 97.0 * 4.5;
            Category category = Category.KNOWN.get(i % Category.KNOWN.size());
            d.claim("Sighting " + (i + 1) + " of vehicles on the move", category, STATUSES.get(i % 5), 1 + i % 6)
                    .quantity(Integer.toString(1 + i % 40), "vehicles")
                    .point(new Coordinate(lon, lat), "grid square " + (i + 1), PlacePrecision.LOCALITY)
                    .on(LocalDate.of(2023, 4, 1).plusDays(i % 28))
                    .by("observer " + (i % 7))
                    .quote(
                            source,
                            "Entry " + (i + 1) + ": vehicles were counted at the crossing, moving north in good order.")
                    .add();
        }
        return d.dossier("Sightings");
    }

    /** A few claims at places far and near, with words from a few to more than a page. */
    static Dossier chance(Random random) {
        MadeUpDossier d = new MadeUpDossier();
        UUID source = d.source("Log of sightings", "The Log", "2023-05-01", Reliability.C, null);
        PlacePrecision[] precisions = PlacePrecision.values();
        int claims = 2 + random.nextInt(14);
        int days = 1 + random.nextInt(6);
        for (int i = 0; i < claims; i++) {
            Draft draft = d.claim(
                            "Vehicles were seen on the move again ".repeat(1 + random.nextInt(4)),
                            Category.KNOWN.get(random.nextInt(Category.KNOWN.size())),
                            STATUSES.get(random.nextInt(STATUSES.size())),
                            1 + random.nextInt(6))
                    .on(LocalDate.of(2023, 4, 1).plusDays(random.nextInt(days)));
            if (random.nextInt(8) > 0) {
                draft.point(
                        new Coordinate(random.nextInt(340) - 170, random.nextInt(150) - 75),
                        "Place " + random.nextInt(5),
                        precisions[random.nextInt(precisions.length)]);
            }
            int quotes = random.nextInt(3);
            for (int k = 0; k < quotes; k++) {
                draft.quote(
                        source, "They went north in good order. ".repeat(1 + random.nextInt(1 << random.nextInt(7))));
            }
            draft.add();
        }
        return d.dossier("Sightings");
    }

    /** One claim with the given statement, and a quote of the given words. */
    static Dossier saying(String statement, String quote) {
        MadeUpDossier d = new MadeUpDossier();
        UUID source = d.source("A text", "A publisher", "2022-10-13", Reliability.A, null);
        d.claim(statement, Category.OTHER, Status.UNVERIFIED, 3)
                .point(YELSK, "Yelsk", PlacePrecision.TOWN)
                .quote(source, quote)
                .add();
        return d.dossier("A board");
    }

    Dossier dossier(String title) {
        return Dossier.gather(
                title,
                Optional.of(Instant.parse("2022-10-17T08:15:00Z")),
                claims,
                claims,
                List.of(),
                sources,
                captures,
                capture -> textOf(capture).toString());
    }

    UUID source(
            String title,
            @Nullable String publisher,
            @Nullable String published,
            @Nullable Reliability reliability,
            @Nullable UUID relays) {
        UUID uuid = uuid("source" + sources.size());
        UUID capture = uuid("capture" + sources.size());
        sources.add(new Source(
                sources.size() + 1,
                uuid,
                title,
                Optional.ofNullable(publisher),
                Optional.empty(),
                Optional.ofNullable(publisher).map(any -> "https://example.org/source/" + (sources.size() + 1)),
                Optional.ofNullable(published).map(PublicationDate::new),
                Optional.of(title.codePoints().anyMatch(c -> c >= 0x400 && c < 0x500) ? "uk" : "en"),
                Optional.ofNullable(reliability),
                Optional.ofNullable(relays)));
        String hash = HexFormat.of()
                .formatHex(uuid.toString().replace("-", "").getBytes(StandardCharsets.UTF_8))
                .substring(0, 64);
        captures.add(new Capture(
                captures.size() + 1,
                capture,
                uuid,
                hash,
                "text/plain",
                Optional.of("UTF-8"),
                Instant.parse("2022-10-16T12:00:00Z"),
                1000,
                1000));
        texts.put(capture, new StringBuilder());
        captureOf.put(uuid, capture);
        return uuid;
    }

    private UUID captureOf(UUID source) {
        return Objects.requireNonNull(captureOf.get(source));
    }

    private StringBuilder textOf(UUID capture) {
        return Objects.requireNonNull(texts.get(capture));
    }

    private static UUID uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    Draft claim(String statement, Category category, Status status, int credibility) {
        return new Draft(statement, category, status, credibility);
    }

    /** A claim being made. */
    final class Draft {
        private final String statement;
        private final Category category;
        private final Status status;
        private final int credibility;
        private Optional<Quantity> quantity = Optional.empty();
        private Optional<Place> place = Optional.empty();
        private Optional<When> when = Optional.empty();
        private Optional<String> claimant = Optional.empty();
        private Optional<StatedDistance> distance = Optional.empty();
        private Modality modality = Modality.HAPPENED;
        private final List<Quote> quotes = new ArrayList<>();

        private Draft(String statement, Category category, Status status, int credibility) {
            this.statement = statement;
            this.category = category;
            this.status = status;
            this.credibility = credibility;
        }

        Draft quantity(String number, String item) {
            return range(number, number, item);
        }

        Draft range(String lower, String upper, String item) {
            boolean exact = lower.equals(upper);
            quantity = Optional.of(new Quantity(
                    lower + " " + item,
                    item,
                    exact ? Optional.of(new BigDecimal(lower)) : Optional.empty(),
                    Optional.of(new BigDecimal(lower)),
                    Optional.of(new BigDecimal(upper)),
                    false,
                    false,
                    exact ? Quantity.Qualifier.EXACT : Quantity.Qualifier.RANGE,
                    Quantity.Origin.STATED));
            return this;
        }

        Draft distance(String value, String reference) {
            distance = Optional.of(
                    new StatedDistance(value + " km", new BigDecimal(value), "km", reference, Optional.empty()));
            return this;
        }

        Draft point(Coordinate at, String name, PlacePrecision precision) {
            return at(GEOMETRY.createPoint(at), name, precision, Optional.empty());
        }

        Draft route(Coordinate from, Coordinate to, String origin, String destination, boolean known) {
            Coordinate middle = new Coordinate((from.x + to.x) / 2 + 0.3, (from.y + to.y) / 2 - 0.2);
            Coordinate[] line = known ? new Coordinate[] {from, middle, to} : new Coordinate[] {from, to};
            return at(
                    GEOMETRY.createLineString(line),
                    origin + " \u2192 " + destination,
                    PlacePrecision.TOWN,
                    Optional.of(new Route(origin, destination, known)));
        }

        Draft area(double[][] corners, String name, PlacePrecision precision) {
            Coordinate[] ring = new Coordinate[corners.length + 1];
            for (int i = 0; i < ring.length; i++) {
                double[] corner = corners[i % corners.length];
                ring[i] = new Coordinate(corner[0], corner[1]);
            }
            return at(GEOMETRY.createPolygon(ring), name, precision, Optional.empty());
        }

        private Draft at(Geometry geometry, String name, PlacePrecision precision, Optional<Route> route) {
            place = Optional.of(
                    new Place(name, geometry, precision, precision.radiusMetres(), Optional.empty(), route));
            return this;
        }

        Draft on(LocalDate day) {
            when = Optional.of(new When(
                    "",
                    day.toString(),
                    Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                    Optional.of(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                    When.Precision.DAY,
                    When.Extent.SOME,
                    Optional.of(ZoneOffset.UTC)));
            return this;
        }

        Draft planned() {
            modality = Modality.PLANNED;
            return this;
        }

        Draft by(String who) {
            claimant = Optional.of(who);
            return this;
        }

        Draft quote(UUID source, String words) {
            UUID capture = captureOf(source);
            StringBuilder text = textOf(capture);
            int start = text.length();
            text.append(words).append('\n');
            quotes.add(new Quote(
                    0,
                    uuid("quote" + claims.size() + "." + quotes.size()),
                    capture,
                    start,
                    start + words.length(),
                    words,
                    "",
                    "",
                    Optional.empty()));
            return this;
        }

        /** A quote whose words are not in the capture. */
        Draft lost(UUID source, String words) {
            quotes.add(new Quote(
                    0,
                    uuid("lost" + claims.size()),
                    captureOf(source),
                    0,
                    words.length(),
                    words,
                    "",
                    "",
                    Optional.empty()));
            return this;
        }

        void add() {
            claims.add(new Claim(
                    claims.size() + 1,
                    uuid("claim" + claims.size()),
                    statement,
                    category,
                    claimant,
                    modality,
                    quantity,
                    when,
                    place,
                    distance,
                    status,
                    Optional.of(new Credibility(credibility)),
                    "",
                    List.of(),
                    quotes,
                    Optional.empty()));
        }
    }
}
