package org.sightline.jobs;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs each job on a virtual thread of its own; cancelling interrupts it. */
final class VirtualThreadJobs implements Jobs {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Job> running = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Job>>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public <T> CompletableFuture<T> start(String name, Work<T> work) {
        Running job = new Running(name);
        CompletableFuture<T> result = new CompletableFuture<>();
        running.add(job);
        changed();
        Future<?> task = threads.submit(() -> {
            complete(result, () -> work.run(job));
            running.remove(job);
            changed();
        });
        job.onCancel = () -> result.cancel(true);
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                job.cancelled = true;
                task.cancel(true);
            }
        });
        return result;
    }

    @Override
    public <T> CompletableFuture<T> quietly(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        if (threads.isShutdown()) { // what a closing window still asks for has nobody left to see it
            result.cancel(false);
            return result;
        }
        Future<?> task = threads.submit(() -> complete(result, work));
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                task.cancel(true);
            }
        });
        return result;
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
        try {
            result.complete(work.call());
        } catch (Exception | Error e) { // whatever the work throws is the caller's to see, in the future
            result.completeExceptionally(e);
        }
    }

    @Override
    public void onChange(Consumer<List<Job>> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        running.forEach(Job::cancel);
        threads.shutdown();
    }

    private void changed() {
        List<Job> now = List.copyOf(running);
        listeners.forEach(listener -> listener.accept(now));
    }

    private final class Running implements Job, Progress {
        private final String name;
        private volatile double done = -1;
        private volatile String step = "";
        private volatile boolean cancelled;
        private volatile Runnable onCancel = () -> {};

        Running(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public double done() {
            return done;
        }

        @Override
        public String step() {
            return step;
        }

        @Override
        public void cancel() {
            cancelled = true;
            onCancel.run();
        }

        @Override
        public void report(double share, String what) {
            done = share;
            step = what;
            changed();
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void check() {
            if (cancelled) {
                throw new CancellationException(name);
            }
        }
    }
}
