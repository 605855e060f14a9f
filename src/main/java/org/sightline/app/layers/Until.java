package org.sightline.app.layers;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.sightline.jobs.Jobs;

/** Ends what is being read when nobody wants it any more. Safe for any thread. */
final class Until {
    private volatile boolean over;

    void over() {
        over = true;
    }

    Jobs.Progress in(Jobs.Progress job) {
        return in(Optional.of(job));
    }

    /** @param job who else is told of progress and may cancel */
    Jobs.Progress in(Optional<Jobs.Progress> job) {
        return new Jobs.Progress() {
            @Override
            public void report(double done, String step) {
                job.ifPresent(progress -> progress.report(done, step));
            }

            @Override
            public boolean cancelled() {
                return over || job.filter(Jobs.Progress::cancelled).isPresent();
            }

            @Override
            public void check() {
                if (cancelled()) {
                    throw new CancellationException("no longer wanted");
                }
            }
        };
    }
}
