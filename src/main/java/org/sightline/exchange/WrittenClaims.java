package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sightline.jobs.InOrder;

/**
 * Claims written one after another into a file, as bytes that are made of several batches of claims at once. Of formats
 * in which what stands for a claim depends on nothing before it. Stateless.
 */
final class WrittenClaims {
    /** Claims of one batch. */
    private static final int BATCH = 64;

    private WrittenClaims() {}

    /** What stands for a claim. Used by several threads at once. */
    @FunctionalInterface
    interface Form {
        void write(Handover.Entry entry, Utf8Out out) throws IOException;
    }

    private record Written(Utf8Out text, int claims) {}

    static void write(Handover claims, Form form, OutputStream out, Told told) throws IOException {
        Queue<Utf8Out> spare = new ConcurrentLinkedQueue<>();
        try (Handover.Entries entries = claims.entries();
                InOrder<Handover.Entry, Written> written =
                        new InOrder<>("export: write", BATCH, entries, batch -> written(batch, form, spare.poll()))) {
            while (written.hasNext()) {
                Written next = written.next();
                for (int i = 0; i < next.claims(); i++) {
                    told.one();
                }
                next.text().handOn(out);
                spare.add(next.text());
            }
        }
    }

    private static Written written(List<Handover.Entry> batch, Form form, @Nullable Utf8Out spare) {
        Utf8Out text = spare == null ? new Utf8Out() : spare;
        try {
            for (Handover.Entry entry : batch) {
                form.write(entry, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory throws none
        }
        return new Written(text, batch.size());
    }
}
