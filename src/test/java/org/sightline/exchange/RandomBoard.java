package org.sightline.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.sightline.board.Board;
import org.sightline.board.Change;
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
import org.sightline.source.CapturedText;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** A board that goes to every corner of what a board can hold; the same for the same seed. */
final class RandomBoard {
    private static final String[] WORDS = {
        "trucks",
        "Жители Ельска",
        "Ґанок їжі",
        "戦車三両",
        "دبابات",
        "רכבת",
        "ข้าว",
        "नमस्ते",
        "한국어",
        "🚚🇺🇦",
        "e\u0301",
        "ﬀ",
        "=SUM(A1)",
        "+1",
        "-1",
        "@cmd",
        "'=x",
        "\"quoted\"",
        "a,b;c\td",
        "line\nbreak",
        "cr\r\nlf",
        "lone\rcr",
        "_x0041_",
        "<b>&amp;</b>",
        "\u0001",
        "\u000b",
        "back\\slash",
        "; ",
        "''",
        "]]>",
        "${x}",
        "\u00a0",
        "\u200f",
        "\u2028",
        "NULL",
        "0012",
        "1e5",
        "true",
        "2022-10-13",
        "#",
        "|",
        "\ufeffmark",
        "'"
    };
    private static final String[] TIMES = {
        "2022-10-13",
        "2022-10-13/..",
        "../2022-10-13",
        "2022-10",
        "2022",
        "2022-23",
        "2022-02~",
        "2022-10-13/2022-10-15",
        "2022-10-13T14:05+03:00",
        "2022-10-13T14:05Z",
        "1812-09-07",
        "0044-03-15",
        "9998-12-31",
        "2022-10-13T14:05"
    };
    private static final String[] SHAPES = {
        "POINT (29.154412345678901 51.81363)",
        "POINT (-0.00000001 -90)",
        "POINT (180 0)",
        "POINT (-180 12.5)",
        "LINESTRING (27.5 53.9, 29.1 51.8)",
        "LINESTRING (170 10, -170 20)",
        "LINESTRING (1 1, 1 1)",
        "MULTILINESTRING ((170 10, 180 15), (-180 15, -170 20))",
        "MULTILINESTRING ((1 2, 3 4))",
        "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))",
        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
        "POLYGON ((170 -10, -170 -10, -170 10, 170 10, 170 -10))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
        "MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5), (5.5 5.2, 5.6 5.2, 5.6 5.3, 5.5 5.2)))"
    };

    private final Random random;
    private final List<Source> sources = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    private RandomBoard(long seed) {
        this.random = new Random(seed);
    }

    /** Makes the board; it is open. */
    static Board make(Path file, long seed, int claims) {
        Board board = Board.create(file, "Board \"" + seed + "\" <&> Ельск");
        RandomBoard maker = new RandomBoard(seed);
        maker.sources(board);
        for (int i = 0; i < claims; i++) {
            Claim claim = maker.claim();
            board.apply(new Change.AddClaim(claim));
            maker.claims.add(claim);
        }
        maker.relations(board);
        return board;
    }

    private void sources(Board board) {
        for (int i = 0; i < 6; i++) {
            Optional<UUID> relays = sources.isEmpty() || random.nextInt(3) == 0
                    ? Optional.empty()
                    : Optional.of(sources.get(random.nextInt(sources.size())).uuid());
            Source source = new Source(
                    0,
                    uuid(),
                    "T" + text(),
                    maybe(text()),
                    maybe(text()),
                    maybe("https://example.org/" + i + "?q=\"a,b\"&<x>"),
                    maybe(new PublicationDate(pick("2022", "2022-10", "2022-10-13", "2022-10-13T14:05+03:00"))),
                    maybe(pick("en", "uk", "zh-Hant")),
                    maybe(any(Reliability.values())),
                    relays);
            if (i % 3 == 0) {
                board.apply(new Change.TakeSource(source, Optional.empty(), Optional.empty(), Optional.empty()));
            } else {
                CapturedText content = content();
                Capture capture = capture(source, content);
                board.apply(new Change.AddSource(source, capture, content));
                captures.add(capture);
                if (random.nextBoolean()) {
                    CapturedText again = content();
                    Capture later = capture(source, again);
                    board.apply(new Change.AddCapture(later, again));
                    captures.add(later);
                }
            }
            sources.add(source);
        }
        // in a circle
        Source first = sources.getFirst();
        board.apply(new Change.EditSource(
                first.withRelays(Optional.of(sources.get(1).uuid()))));
        board.apply(new Change.EditSource(sources.get(1).withRelays(Optional.of(first.uuid()))));
    }

    private CapturedText content() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(text().replace("\r\n", "\n").replace('\r', '\n')).append(i % 7 == 0 ? "\n" : " ");
        }
        texts.add(text.toString());
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new CapturedText(bytes, "text/plain", Optional.of("UTF-8"), text.toString(), Optional.empty());
    }

    private Capture capture(Source source, CapturedText content) {
        return new Capture(
                0,
                uuid(),
                source.uuid(),
                Capture.sha256(content.bytes()),
                "text/plain",
                Optional.of("UTF-8"),
                Instant.ofEpochMilli(1_600_000_000_000L + random.nextInt(1_000_000_000)),
                content.bytes().length,
                content.text().length());
    }

    private Claim claim() {
        return new Claim(
                0,
                uuid(),
                "S" + text(),
                random.nextBoolean()
                        ? Category.KNOWN.get(random.nextInt(8))
                        : new Category("own-" + pick("слово", "x,y", "a\"b")),
                maybe(text()),
                any(Modality.values()),
                maybe(quantity()),
                maybe(when()),
                maybe(place()),
                maybe(distance()),
                any(Status.values()),
                maybe(new Credibility(1 + random.nextInt(6))),
                random.nextInt(30) == 0 ? "long ".repeat(9000) + "\r_x0001_\u0001" : random.nextBoolean() ? "" : text(),
                random.nextBoolean() ? List.of() : List.of("t" + text(), "a;b\\", "дорога"),
                quotes(),
                Optional.empty());
    }

    private List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int which = random.nextInt(captures.size());
            String text = texts.get(which);
            int start = whole(text, random.nextInt(text.length() - 20));
            int end = whole(text, start + 1 + random.nextInt(18));
            int before = whole(text, Math.max(0, start - Quote.CONTEXT));
            int after = whole(text, Math.min(text.length(), end + Quote.CONTEXT));
            String exact = random.nextInt(8) == 0 ? "no longer there" : text.substring(start, end);
            quotes.add(new Quote(
                    0,
                    uuid(),
                    captures.get(which).uuid(),
                    start,
                    end,
                    exact,
                    text.substring(before, start),
                    text.substring(end, after),
                    random.nextInt(4) == 0
                            ? Optional.of(
                                    sources.get(random.nextInt(sources.size())).uuid())
                            : Optional.empty()));
        }
        return quotes;
    }

    /** Not between the halves of a pair of surrogates. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private Quantity quantity() {
        BigDecimal low = number();
        BigDecimal high = low.add(number().abs());
        return new Quantity(
                pick("", text()),
                pick("", "%", text()),
                maybe(low),
                maybe(low),
                maybe(high),
                random.nextBoolean(),
                random.nextBoolean(),
                any(Quantity.Qualifier.values()),
                any(Quantity.Origin.values()));
    }

    private BigDecimal number() {
        return switch (random.nextInt(5)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(100));
            case 1 -> new BigDecimal(new BigInteger(200, random));
            case 2 -> new BigDecimal(new BigInteger(90, random), 20);
            case 3 -> new BigDecimal("0.1");
            default -> BigDecimal.valueOf(random.nextLong(1L << 60));
        };
    }

    private When when() {
        When when = When.edtf(pick(TIMES)).withVerbatim(pick("", text()));
        return random.nextBoolean() ? when : when.withExtent(any(When.Extent.values()));
    }

    private Place place() {
        Geometry geometry = Evidence.wkt(pick(SHAPES));
        Optional<Route> route = geometry instanceof Lineal
                ? Optional.of(new Route("o" + text(), "d" + text(), random.nextBoolean()))
                : Optional.empty();
        PlacePrecision precision = any(PlacePrecision.values());
        double radius = random.nextBoolean() ? precision.radiusMetres() : 0.1 + random.nextDouble() * 1e6;
        return new Place(pick("", text()), geometry, precision, radius, maybe(pick("UA", "BY")), route);
    }

    private StatedDistance distance() {
        return new StatedDistance(
                text(),
                number().abs(),
                pick("km", "m", "mi", "nmi"),
                pick("border:UA", text()),
                maybe(pick("north", text())));
    }

    private void relations(Board board) {
        for (int i = 0; i + 3 < claims.size(); i += 3) {
            Relation relation = new Relation(
                    0,
                    uuid(),
                    claims.get(i).uuid(),
                    any(Relation.Kind.values()),
                    claims.get(i + 2).uuid());
            board.apply(new Change.AddRelation(relation));
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(text.isEmpty() ? "" : " ").append(pick(WORDS));
        }
        return text.toString();
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
