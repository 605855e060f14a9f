package org.sightline.jobs;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The one place where threads are made. A job has a name, tells its progress and can be cancelled.
 *
 * <p>Thread rule: all methods may be called from any thread. {@link #inline()} runs each job in the calling thread, for
 * tests and for the command line.
 */
public interface Jobs extends AutoCloseable {

    /** What a running job can say and ask. */
    interface Progress {
        /** @param done share done, 0 to 1; negative when unknown */
        void report(double done, String step);

        boolean cancelled();

        /** @throws java.util.concurrent.CancellationException when the job was cancelled */
        void check();

        /** Tells nobody, and is never cancelled. */
        Progress SILENT = new Progress() {
            @Override
            public void report(double done, String step) {}

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void check() {}
        };
    }

    /** The work of a job. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** A job under way, as a status bar shows it. */
    interface Job {
        String name();

        double done();

        String step();

        void cancel();
    }

    /** Starts a named job on a background thread; the future completes there, and cancelling it cancels the job. */
    <T> CompletableFuture<T> start(String name, Work<T> work);

    /** Runs something short in the background without a name in the status bar. */
    <T> CompletableFuture<T> quietly(Callable<T> work);

    /** Is told whenever the set of named jobs or their progress changes; called on any thread. */
    void onChange(Consumer<java.util.List<Job>> listener);

    @Override
    void close();

    /** Jobs on virtual threads. */
    static Jobs background() {
        return new VirtualThreadJobs();
    }

    /** Each job runs in the caller's thread, to its end, before {@link #start} returns. */
    static Jobs inline() {
        return new InlineJobs();
    }
}
