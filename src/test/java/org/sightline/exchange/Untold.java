package org.sightline.exchange;

import java.util.concurrent.CancellationException;
import org.sightline.jobs.Jobs;

/** Progress of a job that nobody watches, or that is cancelled after so many checks. */
final class Untold implements Jobs.Progress {
    static final Jobs.Progress PROGRESS = new Untold(Integer.MAX_VALUE);

    private int checksLeft;

    Untold(int checksLeft) {
        this.checksLeft = checksLeft;
    }

    @Override
    public void report(double done, String step) {}

    @Override
    public boolean cancelled() {
        return checksLeft <= 0;
    }

    @Override
    public void check() {
        if (checksLeft-- <= 0) {
            throw new CancellationException("test");
        }
    }
}
