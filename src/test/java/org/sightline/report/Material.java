package org.sightline.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.BoardInfo;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.jobs.Jobs;
import org.sightline.map.LayerLook;
import org.sightline.map.ShapeLayer;
import org.sightline.map.Shapes;
import org.sightline.sample.SampleBoard;
import org.sightline.source.Capture;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** Dossiers to make reports of. */
final class Material {
    static final Jobs.Progress PROGRESS = Jobs.Progress.SILENT;

    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<Modality> MODALITIES = List.of(Modality.values());
    private static final List<PlacePrecision> PRECISIONS = List.of(PlacePrecision.values());

    private Material() {}

    /** All of the sample board, as the command line gathers it. */
    static Dossier sample(Path folder) {
        Path file = folder.resolve("sample.gpkg");
        SampleBoard.write(file);
        try (Board board = Board.open(file, Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            BoardInfo info = snapshot.info();
            List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
            return Dossier.gather(
                            info.title(),
                            info.lastChange(),
                            claims,
                            claims,
                            snapshot.relations(),
                            snapshot.sources(),
                            snapshot.captures(),
                            snapshot::text)
                    .withJournalHash(info.journalHash());
        }
    }

    /** One claim that says {@code words} wherever words can stand. */
    static Dossier saying(String words, String url) {
        Source source = Source.titled("Title " + words)
                .withPublisher(Optional.of("Publisher " + words))
                .withUrl(Optional.of(url))
                .withPublished(Optional.of(new PublicationDate("2023-05-04")))
                .withLanguage(Optional.of("\"><img src=x>"));
        String text = "before " + words + " after";
        Capture capture = capture(source, text);
        Quote quote = new Quote(
                1, new UUID(3, 1), capture.uuid(), 7, 7 + words.length(), words, "before ", " after", Optional.empty());
        Claim claim = Claim.draft("Statement " + words)
                .withId(1)
                .withCategory(new Category("kind" + words))
                .withClaimant(Optional.of("Claimant " + words))
                .withPlace(Optional.of(Place.point("Place " + words, 51.8, 29.15, PlacePrecision.TOWN)))
                .withWhen(Optional.of(When.edtf("2023-05-04").withVerbatim(words)))
                .withTags(List.of("tag" + words))
                .plusQuote(quote);
        return Dossier.gather(
                "Board " + words,
                Optional.of(Instant.parse("2023-05-06T07:08:09Z")),
                List.of(claim),
                List.of(claim),
                List.of(),
                List.of(source),
                List.of(capture),
                uuid -> text);
    }

    /** Many claims about Belarus, each with a quote. */
    static Dossier many(int count) {
        Source source = Source.titled("A long list");
        String text = "Somebody says that vehicles were seen on the road near the town, again and again.";
        Capture capture = capture(source, text);
        Random random = new Random(5);
        List<Claim> claims = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Quote quote = new Quote(
                    i,
                    new UUID(3, i),
                    capture.uuid(),
                    19,
                    36,
                    text.substring(19, 36),
                    text.substring(0, 19),
                    text.substring(36, 68),
                    Optional.empty());
            double lat = 53 + random.nextGaussian() * 1.2;
            double lon = 28 + random.nextGaussian() * 2.4;
            claims.add(Claim.draft("Vehicles were seen on road " + random.nextInt(1000))
                    .withId(i)
                    .withCategory(Category.KNOWN.get(random.nextInt(Category.KNOWN.size())))
                    .withStatus(STATUSES.get(random.nextInt(STATUSES.size())))
                    .withModality(MODALITIES.get(random.nextInt(MODALITIES.size())))
                    .withPlace(Optional.of(Place.point("Spot " + i, lat, lon, PRECISIONS.get(random.nextInt(4)))))
                    .withWhen(Optional.of(When.edtf("2022-" + String.format("%02d", 1 + random.nextInt(12)))))
                    .plusQuote(quote));
        }
        return Dossier.gather(
                "Many claims",
                Optional.empty(),
                claims,
                claims,
                List.of(),
                List.of(source),
                List.of(capture),
                u -> text);
    }

    private static Capture capture(Source source, String text) {
        return new Capture(
                1,
                new UUID(2, 1),
                source.uuid(),
                "ab".repeat(32),
                "text/plain",
                Optional.of("UTF-8"),
                Instant.parse("2023-05-05T00:00:00Z"),
                text.length(),
                text.length());
    }

    static ReportContent content(Dossier dossier) {
        return content(dossier, ReportMap.PLAIN);
    }

    static ReportContent content(Dossier dossier, ReportMap map) {
        List<ReportContent.Entry> entries = dossier.claims().stream()
                .map(claim -> new ReportContent.Entry(
                        claim,
                        dossier.citations(claim).stream()
                                .map(c -> new ReportContent.Cited(
                                        c, dossier.corroboration().relayChain(c.quote())))
                                .toList(),
                        dossier.independentRoots(claim)))
                .toList();
        return new ReportContent(dossier.boardTitle(), dossier.lastChange(), dossier.journalHash(), entries, map);
    }

    static byte[] bytes(Dossier dossier) throws IOException {
        return bytes(dossier, ReportMap.PLAIN);
    }

    static byte[] bytes(Dossier dossier, ReportMap map) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report.write(content(dossier, map), out, PROGRESS);
        return out.toByteArray();
    }

    /** The layers of a board: areas, lines and points about the sample's places, the picture of tiles, one not read. */
    static List<ReportMap.Layered> layers(String name) {
        GeometryFactory geometry = new GeometryFactory();
        List<Geometry> areas = List.of(
                square(geometry, 26, 51.6, 3),
                square(geometry, 30.6, 52.2, 1.4).difference(square(geometry, 31, 52.5, 0.5)));
        List<Geometry> roads = List.of(geometry.createLineString(
                new Coordinate[] {new Coordinate(27.56, 53.9), new Coordinate(29.2, 53.1), new Coordinate(30.98, 52.43)
                }));
        double[] posts = {29.15, 51.81, 28.5, 52.9, 30.2, 53.4};
        return List.of(
                layer(
                        "Zones " + name,
                        new Shapes(areas, List.of("North " + name, ""), new double[0], List.of()),
                        "#2a7f62",
                        name),
                layer("Roads", new Shapes(roads, List.of(), new double[0], List.of()), "#a0522d", ""),
                layer(
                        "Posts",
                        new Shapes(List.of(), List.of(), posts, List.of("Post 1", "", "")),
                        "#6a3fa0",
                        "Surveyors " + name),
                new ReportMap.Layered("Tiles " + name, Optional.empty(), true),
                new ReportMap.Layered("Lost " + name, Optional.empty(), false));
    }

    static ReportMap.Layered layer(String name, Shapes shapes, String colour, String attribution) {
        LayerLook look = new LayerLook(
                1, Color.decode(colour), Color.decode(colour), 0.3, 2, true, 0, Double.POSITIVE_INFINITY, attribution);
        return new ReportMap.Layered(name, Optional.of(new ShapeLayer(shapes, look)), false);
    }

    private static Geometry square(GeometryFactory geometry, double west, double south, double side) {
        return geometry.toGeometry(new Envelope(west, west + side, south, south + side));
    }

    static String page(Dossier dossier) throws IOException {
        return new String(bytes(dossier), StandardCharsets.UTF_8);
    }
}
