package org.sightline.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Makes something of each batch of things, of several batches at once, and hands it out in the order of the things. Few
 * batches wait at a time. What the work throws is thrown here, in its place in the order.
 *
 * <p>Thread rule: one thread iterates and closes, and takes the things from the other iterator; the work is done on
 * threads made here, several at once.
 */
public final class InOrder<T, R> implements Iterator<R>, AutoCloseable {
    private static final int MOST_THREADS = 4;
    private static final int STEP_MILLIS = 50;

    private final Iterator<? extends T> things;
    private final int batch;
    private final Function<List<T>, R> work;
    private final ExecutorService workers;
    private final int most;
    private final Deque<Future<R>> waiting = new ArrayDeque<>();

    /**
     * @param name of the threads
     * @param batch how many things are worked on together
     */
    public InOrder(String name, int batch, Iterator<? extends T> things, Function<List<T>, R> work) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        AtomicInteger made = new AtomicInteger();
        this.things = things;
        this.batch = batch;
        this.work = work;
        this.most = threads + 2;
        this.workers = Executors.newFixedThreadPool(
                threads,
                task -> Thread.ofPlatform()
                        .daemon()
                        .name(name + " " + made.incrementAndGet())
                        .unstarted(task));
    }

    @Override
    public boolean hasNext() {
        while (waiting.size() < most && things.hasNext()) {
            List<T> next = new ArrayList<>(batch);
            while (next.size() < batch && things.hasNext()) {
                next.add(things.next());
            }
            waiting.add(workers.submit(() -> work.apply(next)));
        }
        return !waiting.isEmpty();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return waiting.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause()); // a function throws nothing else
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Stops the work; returns when its threads have ended. */
    @Override
    public void close() {
        workers.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = workers.awaitTermination(STEP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
