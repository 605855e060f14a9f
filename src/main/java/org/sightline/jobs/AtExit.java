package org.sightline.jobs;

/**
 * Something to put in order should the program be ended meanwhile, as by the system's request to end (SIGTERM), when no
 * {@code finally} is reached. Closed when that is over; then nothing is done.
 *
 * <p>Thread rule: the work is done on a thread of its own while others may still be running; it must bear that.
 */
public final class AtExit implements AutoCloseable {
    private final Thread thread;

    public AtExit(String name, Runnable work) {
        thread = Thread.ofPlatform().name(name).unstarted(work);
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException e) {
            // the program is ending already, and what is begun now will not come to its end either
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // the program is ending: the work is being done
        }
    }
}
