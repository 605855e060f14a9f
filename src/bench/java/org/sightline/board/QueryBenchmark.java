package org.sightline.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sightline.analysis.ClaimFilter;

/**
 * Searches and filters on a large board, warm, one after another. Each query asks for another word or place every time.
 * {@code ours} is the board's own query, claims read whole; {@code bare} is SQL that finds the numbers of the same
 * claims, by hand, on a connection with the same settings.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.args="QueryBenchmark -p board=BOARD"}
 */
@SuppressWarnings("NullAway.Init") // set up by JMH
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
public class QueryBenchmark {
    private static final int SAMPLED = 20_000;
    private static final int HITS = 200;

    @Param("board.gpkg")
    public String board = "";

    @Param({"viewport", "frequent", "middling", "rare", "two", "phrase", "part", "filter"})
    public String query = "";

    private final Random random = new Random(7);
    private final List<double[]> places = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private List<String> words = List.of();
    private Board opened;
    private Snapshot snapshot;
    private Database database;

    @Setup(Level.Trial)
    public void open() {
        Path file = Path.of(board);
        opened = Board.open(file, Board.Mode.READ);
        snapshot = opened.snapshot();
        database = Connections.reading(file, file, false);
        Map<String, Integer> counts = new HashMap<>();
        for (var claim : snapshot.claims(ClaimQuery.ALL.limitedTo(SAMPLED))) {
            statements.add(claim.statement());
            for (String word : claim.statement().split(" ")) {
                counts.merge(word, 1, Integer::sum);
            }
            claim.place()
                    .map(place -> place.geometry().getCoordinate())
                    .ifPresent(at -> places.add(new double[] {at.x, at.y}));
        }
        words = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    @TearDown(Level.Trial)
    public void close() {
        snapshot.close();
        opened.close();
        database.close();
    }

    @Benchmark
    public Object ours() {
        return switch (query) {
            case "viewport" -> snapshot.claims(ClaimQuery.ALL.within(box(0.1)).limitedTo(500));
            case "filter" ->
                snapshot.claims(ClaimQuery.ALL
                        .within(box(1))
                        .matching(
                                Optional.of(
                                        ClaimFilter.parse(
                                                "quantity.lower >= 8 AND when.earliest AFTER 2023-03-01T00:00:00Z AND when.latest BEFORE 2023-04-01T00:00:00Z")))
                        .limitedTo(500));
            default -> snapshot.claims(ClaimQuery.search(searched()).limitedTo(HITS));
        };
    }

    @Benchmark
    public Object bare() {
        return switch (query) {
            case "viewport" -> numbers("", box(0.1));
            case "filter" ->
                numbers(
                        " AND c.quantity_lower >= 8 AND c.when_earliest > '2023-03-01T00:00:00.000Z'"
                                + " AND c.when_latest < '2023-04-01T00:00:00.000Z'",
                        box(1));
            default ->
                database.list(
                        "SELECT rowid AS n FROM claim_fts WHERE claim_fts MATCH ? ORDER BY rowid DESC LIMIT " + HITS,
                        row -> row.number("n"),
                        query.equals("part") ? '"' + searched() + "\"*" : searched());
        };
    }

    private List<Long> numbers(String condition, Envelope box) {
        return database.list(
                "SELECT c.id AS n FROM rtree_claim_geometry r JOIN claim c ON c.id = r.id WHERE r.maxx >= ? AND r.minx <= ?"
                        + " AND r.maxy >= ? AND r.miny <= ? AND c.removed_at IS NULL" + condition + " LIMIT 500",
                row -> row.number("n"),
                box.getMinX(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxY());
    }

    /** @param half of its width, degrees */
    private Envelope box(double half) {
        double[] at = places.get(random.nextInt(places.size()));
        return new Envelope(at[0] - half, at[0] + half, at[1] - half * 0.6, at[1] + half * 0.6);
    }

    private String searched() {
        return switch (query) {
            case "frequent" -> words.get(random.nextInt(20));
            case "middling" -> words.get(100 + random.nextInt(300));
            case "rare" -> words.get(words.size() / 2 + random.nextInt(words.size() / 3));
            case "two" -> words.get(100 + random.nextInt(300)) + " " + words.get(100 + random.nextInt(300));
            case "phrase" -> {
                String[] all = statements.get(random.nextInt(statements.size())).split(" ");
                yield '"' + all[0] + ' ' + all[1] + '"';
            }
            case "part" -> words.get(100 + random.nextInt(300)).substring(0, 3);
            default -> throw new IllegalArgumentException(query);
        };
    }
}
