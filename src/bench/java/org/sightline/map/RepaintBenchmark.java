package org.sightline.map;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import org.sightline.board.Snapshot;
import org.sightline.geo.MapProjection;
import org.sightline.overlay.BoardPins;

/**
 * All claims of a board painted anew at 1280 x 800 after the map has moved by a pixel, so that no layout is found kept:
 * gathered alone, as clusters, as points and as density, and what lies beneath them.
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

    @Param({"base", "names", "gathered", "clusters", "points", "density"})
    public String what = "";

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final MapPainter painter = new MapPainter();
    private MapContent content;
    private MapView view;
    private int moved;

    @Setup(Level.Trial)
    public void open() {
        try (Board opened = Board.open(Path.of(board), Board.Mode.READ);
                Snapshot snapshot = opened.snapshot()) {
            BoardPins rows = new BoardPins(snapshot.slices().columns((columns, share) -> true));
            content = new MapContent(rows, Map.of(), Set.of(), OptionalLong.empty(), !what.equals("points"))
                    .asDensity(what.equals("density"));
            view = MapView.fit(MapProjection.webMercator(), rows.extent(), WIDTH, HEIGHT, 64);
        }
        painter.loadNames();
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
                    return ClaimField.of(now.projection(), content.claims())
                            .layout(now, content, content.symbols().radius(MapTheme.LIGHT));
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
