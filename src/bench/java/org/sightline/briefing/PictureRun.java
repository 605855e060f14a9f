package org.sightline.briefing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Envelope;
import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.map.MapContent;
import org.sightline.map.MapTheme;
import org.sightline.overlay.BoardPins;

/**
 * All claims of a board as marks over the base map with its names, within 20 to 46 degrees east and 43 to 62 north:
 * painted at 1920 x 1080, written as PNG, and written as an A4 PDF of vectors. Medians, warm.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.main=org.sightline.briefing.PictureRun
 * -Dbench.args="BOARD RUNS"}
 */
public final class PictureRun {
    private static final Envelope EXTENT = new Envelope(20, 46, 43, 62);

    private PictureRun() {}

    /** What is timed. */
    private interface Step {
        int bytes() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        int runs = Integer.parseInt(args[1]);
        MapContent content;
        try (Board board = Board.open(Path.of(args[0]), Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            content = MapContent.of(new BoardPins(snapshot.slices().columns((columns, share) -> true)))
                    .spread();
        }
        MapPicture screen = picture(content, 1920, 1080, MapTheme.LIGHT);
        MapPicture page = picture(content, 1123, 794, MapTheme.PRINT);
        time("painted, 1920 x 1080", runs, () -> screen.image().getWidth());
        time("painted and written as PNG", runs, () -> written(screen, BriefingFile.Format.PNG));
        time("written as A4 PDF", runs, () -> written(page, BriefingFile.Format.PDF));
    }

    private static MapPicture picture(MapContent content, int width, int height, MapTheme theme) {
        MapPicture.Spec spec = new MapPicture.Spec(
                width, height, Optional.of(EXTENT), OptionalInt.empty(), theme, Optional.empty(), 96);
        return new MapPicture("Claims", Optional.empty(), content, spec, List.of());
    }

    private static int written(MapPicture picture, BriefingFile.Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.write(format, out);
        return out.size();
    }

    private static void time(String what, int runs, Step step) throws IOException {
        step.bytes();
        step.bytes(); // warm
        double[] millis = new double[runs];
        int bytes = 0;
        for (int i = 0; i < runs; i++) {
            long begun = System.nanoTime();
            bytes = step.bytes();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.println(String.format(
                Locale.ROOT,
                "%-28s median %.0f ms (%.0f-%.0f, n=%d) %d",
                what,
                millis[runs / 2],
                millis[0],
                millis[runs - 1],
                runs,
                bytes));
    }
}
