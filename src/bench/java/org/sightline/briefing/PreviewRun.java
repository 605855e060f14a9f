package org.sightline.briefing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;

/**
 * From a changed design to the picture of its first page, as the designer does it: all pages laid out, the first painted
 * at 1.5 pixels a point. The change is another title, or a map put elsewhere on the page. Medians, warm.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.main=org.sightline.briefing.PreviewRun
 * -Dbench.args="BOARD RUNS"}
 */
public final class PreviewRun {
    private static final double PIXELS_PER_POINT = 1.5;

    private PreviewRun() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        int runs = Integer.parseInt(args[1]);
        Dossier dossier;
        try (Board board = Board.open(Path.of(args[0]), Board.Mode.READ);
                Snapshot snapshot = board.snapshot()) {
            List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
            dossier = Dossier.gather(
                    snapshot.info().title(),
                    snapshot.info().lastChange(),
                    claims,
                    claims,
                    snapshot.relations(),
                    snapshot.sources(),
                    snapshot.captures(),
                    snapshot::text);
        }
        for (Start start : Start.values()) {
            double[] millis = new double[runs];
            Design design = Design.from(start);
            int pages = 0;
            for (int i = -2; i < runs; i++) { // the first two warm
                Box box = new Box(15, 30 + i, 170, 150);
                Design changed = i % 2 == 0
                        ? design.titled("Changed " + i)
                        : design.with(Part.MAP, map -> map.at(Optional.of(box)));
                long begun = System.nanoTime();
                Briefing briefing = Briefing.layout(changed, dossier, List.of(), () -> {});
                briefing.wholePicture(0, PIXELS_PER_POINT);
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - begun) / 1e6;
                }
                pages = briefing.wholes();
            }
            Arrays.sort(millis);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-10s %3d pages, median %.0f ms (%.0f-%.0f, n=%d)",
                    start,
                    pages,
                    millis[runs / 2],
                    millis[0],
                    millis[runs - 1],
                    runs));
        }
    }
}
