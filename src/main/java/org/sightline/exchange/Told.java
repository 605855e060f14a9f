package org.sightline.exchange;

import org.sightline.jobs.Jobs;

/** Counts claims as they leave, tells of them now and then, and asks each time whether to go on. One thread. */
final class Told {
    private static final int EACH = 1000;

    private final long count;
    private final Jobs.Progress progress;
    private long done;

    Told(Handover claims, Jobs.Progress progress) {
        this.count = claims.count();
        this.progress = progress;
    }

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    void one() {
        progress.check();
        if (++done % EACH == 0) {
            progress.report((double) done / Math.max(1, count), "claims");
        }
    }
}
