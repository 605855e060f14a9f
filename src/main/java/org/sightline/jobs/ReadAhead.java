package org.sightline.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets another iterator run ahead on a thread of its own, so that making things and using them go on at once. Few
 * things wait at a time. What the other iterator throws is thrown here, in its place in the order.
 *
 * <p>Thread rule: one thread iterates and closes; the other iterator is only used by the thread made here.
 */
public final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
    private static final int BATCH = 256;
    private static final int WAITING = 4;
    private static final int STEP_MILLIS = 50;

    private record Batch<T>(List<T> things, @Nullable Throwable failure, boolean last) {}

    private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(WAITING);
    private final ToLongFunction<? super T> weight;
    private final long most;
    private final Thread thread;
    private Batch<T> current = new Batch<>(List.of(), null, false);
    private int next;
    private volatile boolean closed;

    /** Starts to read at once. */
    public ReadAhead(String name, Iterator<? extends T> things) {
        this(name, things, thing -> 0, 1);
    }

    /**
     * The same for things of which a few may be large.
     *
     * @param weight of a thing, in any unit
     * @param most what the things of one batch may weigh, but for the last of them; up to six batches wait
     */
    public ReadAhead(String name, Iterator<? extends T> things, ToLongFunction<? super T> weight, long most) {
        this.weight = weight;
        this.most = most;
        thread = Thread.ofPlatform().daemon().name(name).start(() -> run(things));
    }

    private void run(Iterator<? extends T> things) {
        List<T> batch = new ArrayList<>(BATCH);
        try {
            long weighs = 0;
            while (!closed && things.hasNext()) {
                T thing = things.next();
                batch.add(thing);
                weighs += weight.applyAsLong(thing);
                if (batch.size() == BATCH || weighs >= most) {
                    queue.put(new Batch<>(batch, null, false));
                    batch = new ArrayList<>(BATCH);
                    weighs = 0;
                }
            }
            queue.put(new Batch<>(batch, null, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: nobody waits for more
        } catch (RuntimeException | Error e) {
            fail(batch, e);
        }
    }

    private void fail(List<T> batch, Throwable failure) {
        try {
            queue.put(new Batch<>(batch, failure, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        while (next == current.things().size()) {
            if (current.failure() instanceof RuntimeException e) {
                throw e;
            }
            if (current.failure() instanceof Error e) {
                throw e;
            }
            if (current.last()) {
                return false;
            }
            current = take();
            next = 0;
        }
        return true;
    }

    private Batch<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.things().get(next++);
    }

    /** Stops the reading; returns when the thread has ended, so that what it used can be closed. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            // again and again, with room to put: the other iterator may have taken an interrupt for its own
            thread.interrupt();
            queue.clear();
            try {
                thread.join(STEP_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
