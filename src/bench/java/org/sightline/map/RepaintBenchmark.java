package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;
import org.sightline.board.Board;
import org.sightline.board.ClaimColumns;
import org.sightline.board.Snapshot;
import org.sightline.geo.MapProjection;
import org.sightline.overlay.BoardPins;

/**
 * All claims of a board painted anew at 1280 x 800 after the map has moved by a pixel, so that no layout is found kept:
 * gathered alone, as clusters, as points and as density, and what lies beneath them; and those before or after a day,
 * in turn, told from the columns and gathered alone.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.args="RepaintBenchmark -p board=BOARD"}
 */
@SuppressWarnings("NullAway.Init") // set up by JMH
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 2, time = 4)
public class RepaintBenchmark {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @Param("board.gpkg")
    public String board = "";

    @Param({"base", "names", "gathered", "chosen", "filtered", "most", "clusters", "points", "density"})
    public String what = "";

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final MapPainter painter = new MapPainter();
    private MapContent content;
    private ClaimColumns columns;
    private long middle;
    private final int[][] most = new int[2][];
    private MapView view;
    private int moved;

    @Setup(Level.Trial)
    public void open() {
        try (Board opened = Board.open(Path.of(board), Board.Mode.READ);
                Snapshot snapshot = opened.snapshot()) {
            columns = snapshot.slices().columns((soFar, share) -> true);
            long[] days = IntStream.range(0, columns.size())
                    .mapToLong(columns::earliest)
                    .sorted()
                    .toArray();
            middle = days[days.length / 2];
            for (int which = 0; which < 2; which++) { // all but every hundredth
                int left = which;
                most[which] = IntStream.range(0, columns.size())
                        .filter(row -> row % 100 != left)
                        .toArray();
            }
            BoardPins rows = new BoardPins(columns);
            content = new MapContent(rows, Map.of(), Set.of(), OptionalLong.empty(), !what.equals("points"))
                    .asDensity(what.equals("density"));
            view = MapView.fit(MapProjection.webMercator(), rows.extent(), WIDTH, HEIGHT, 64);
        }
        painter.loadNames();
    }

    private static PinLayout gathered(MapView view, MapContent content) {
        return ClaimField.of(view.projection(), content.claims()).layout(view, content, MapTheme.LIGHT);
    }

    private BoardPins half(boolean early) {
        int[] rows = IntStream.range(0, columns.size())
                .filter(row -> columns.earliest(row) < middle == early)
                .toArray();
        return new BoardPins(columns, Optional.of(rows), Optional.empty());
    }

    private BoardPins allBut(int which) {
        return new BoardPins(columns, Optional.of(most[which]), Optional.empty());
    }

    @Benchmark
    public Object painted() {
        moved = 1 - moved;
        MapView now = view.panned(2 * moved - 1, 0);
        Graphics2D g = image.createGraphics();
        try {
            switch (what) {
                case "base" -> painter.paintBase(g, now, MapTheme.LIGHT);
                case "gathered" -> {
                    return gathered(now, content);
                }
                case "chosen" -> { // what of "filtered" is not gathering
                    return half(moved == 0);
                }
                case "most" -> {
                    return gathered(now, MapContent.of(allBut(moved)));
                }
                case "filtered" -> {
                    return gathered(now, MapContent.of(half(moved == 0)));
                }
                case "names" -> painter.paintLabels(g, now, content, MapTheme.LIGHT);
                default -> painter.paintClaims(g, now, content, MapTheme.LIGHT, MapPainter.Medium.RASTER);
            }
        } finally {
            g.dispose();
        }
        return image;
    }
}
