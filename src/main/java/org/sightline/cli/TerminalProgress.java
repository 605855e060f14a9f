package org.sightline.cli;

import org.sightline.jobs.Jobs;

/** Progress on standard error when that is a terminal; a command is cancelled by ending it. */
final class TerminalProgress implements Jobs.Progress {
    private final Console console;

    TerminalProgress(Console console) {
        this.console = console;
    }

    @Override
    public void report(double done, String step) {
        if (console.interactive()) {
            console.err().printf("\r%3.0f %% %s", Math.max(0, done) * 100, step);
            if (done >= 1) {
                console.err().print("\r\033[K");
            }
        }
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void check() {}
}
