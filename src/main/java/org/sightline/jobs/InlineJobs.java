package org.sightline.jobs;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs each job in the caller's thread. */
final class InlineJobs implements Jobs {
    @Override
    public <T> CompletableFuture<T> start(String name, Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            result.complete(work.run(Progress.SILENT));
        } catch (Exception e) { // whatever the work throws is the caller's to see, in the future
            result.completeExceptionally(e);
        }
        return result;
    }

    @Override
    public <T> CompletableFuture<T> quietly(Callable<T> work) {
        return start("", progress -> work.call());
    }

    @Override
    public void onChange(Consumer<List<Job>> listener) {}

    @Override
    public void close() {}
}
