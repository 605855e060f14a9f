package org.sightline.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.animation.AnimationTimer;
import org.sightline.app.desk.BoardView;

/**
 * Logs how long after its start the program had drawn what, for measurements: a line such as
 * {@code sightline-moment first-claims 812 1430} with milliseconds by the clock and of processor time. Off unless the property {@code sightline.moments} is
 * {@code true}. Names on the map, which come after all else on a first one, are not waited for.
 *
 * <p>Thread rule: window's thread.
 */
final class Moments {
    private static final System.Logger LOG = System.getLogger("org.sightline.moments");
    private static final boolean WANTED = Boolean.getBoolean("sightline.moments");

    private final MainWindow window;
    private final Set<String> told = new HashSet<>();

    private Moments(MainWindow window) {
        this.window = window;
    }

    /** Watches what a window draws. */
    static void watch(MainWindow window) {
        if (WANTED) {
            Moments moments = new Moments(window);
            moments.drawn("window");
            window.workspace().view().addListener((view, before, now) -> moments.viewed(now));
        }
    }

    private void viewed(Optional<BoardView> view) {
        view.ifPresent(shown -> window.map().pane().whenDrawn(() -> {
            drawn("board");
            if (!shown.claims().isEmpty()) {
                drawn("first-claims");
            }
            if (shown.holdsAllClaims()) {
                drawn("all");
            }
        }));
    }

    /** Tells once that something is drawn, when the pulse after next begins: then it is on the screen. */
    private void drawn(String what) {
        if (!told.add(what)) {
            return;
        }
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses > 1) {
                    stop();
                    tell(what);
                }
            }
        }.start();
    }

    private static void tell(String what) {
        ProcessHandle.Info process = ProcessHandle.current().info();
        Instant start = process.startInstant().orElseGet(Instant::now);
        LOG.log(
                System.Logger.Level.INFO,
                "sightline-moment " + what + " "
                        + Duration.between(start, Instant.now()).toMillis() + " "
                        + process.totalCpuDuration().orElse(Duration.ZERO).toMillis());
    }
}
