package org.sightline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Runs things on the window's thread; what comes before there is a window waits for it. Any thread may ask. */
final class WindowTurn implements Executor {
    private @Nullable List<Runnable> waiting = new ArrayList<>();

    @Override
    public synchronized void execute(Runnable task) {
        if (waiting == null) {
            Platform.runLater(task);
        } else {
            waiting.add(task);
        }
    }

    /** There is a window now. */
    synchronized void begin() {
        List<Runnable> waited = waiting;
        waiting = null;
        if (waited != null) {
            waited.forEach(Platform::runLater);
        }
    }
}
