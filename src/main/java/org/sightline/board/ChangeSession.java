package org.sightline.board;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.sightline.DomainException;
import org.sightline.board.Journal.Heading;
import org.sightline.jobs.Jobs;

/** Runs changes on the writing connection, each in a transaction of its own. One thread at a time. */
final class ChangeSession {
    /** The line that a bulk change leaves when it failed or was cancelled. */
    static final String FAILED = "together.failed";

    /** Changes that are applied one by one before it pays to load in bulk. */
    private static final int FEW = 500;

    private static final int REPORT_EVERY = 256;

    /** Blocks of claims written anew at the end of a session: less than half a second's work. */
    private static final int BLOCKS_RENEWED = 32;

    /** Bytes of captures that are held until it is known whether changes are many. */
    private static final long MOST_WAITING = 16L << 20;

    private final Database database;
    private final Journal journal;
    private final SearchIndex index;
    private final Contents contents;
    private final UndoHistory history;
    private final Clock clock;
    private boolean changed;

    ChangeSession(Database database, Clock clock) {
        this.database = database;
        this.journal = new Journal(database);
        this.index = new SearchIndex(database);
        this.contents = new Contents(database, Contents.folderOf(database.file()));
        this.history = UndoHistory.read(database);
        this.clock = clock;
    }

    /** What a transaction has at hand. */
    private record Tools(Editor editor, JournalImages images, Instant now) {}

    JournalEntry apply(Change change, String actor) {
        return transaction(actor, tools -> writer(tools).write(change));
    }

    /** Applies changes as they come, as one act; when it fails or {@code done} throws, only a line says so. */
    JournalEntry applyAll(String name, Iterator<? extends Change> changes, LongConsumer done, String actor) {
        try {
            return transaction(actor, tools -> {
                Counter counter = new Counter(done);
                addAll(changes, tools, counter);
                if (counter.count == 0) {
                    throw new DomainException("\"" + name + "\" would change nothing.");
                }
                return ChangeWriter.bulk(name);
            });
        } catch (RuntimeException e) {
            noteFailure(name, actor, e);
            throw e;
        }
    }

    private static final class Counter {
        private final LongConsumer done;
        private long count;

        private Counter(LongConsumer done) {
            this.done = done;
        }

        private void add(long more) {
            count += more;
            done.accept(count);
        }
    }

    private void addAll(Iterator<? extends Change> changes, Tools tools, Counter counter) {
        ChangeWriter writer = writer(tools);
        Waiting all = new Waiting(changes);
        while (all.hasNext()) {
            if (!all.areMany()) {
                write(all.next(), writer, all, counter);
                continue;
            }
            long before = counter.count;
            Optional<Change> odd = new BulkLoad(database, tools.editor(), index, tools.images(), contents)
                    .run(all.next(), all, counter::add);
            all.loaded(counter.count - before);
            odd.ifPresent(change -> write(change, writer, all, counter));
        }
    }

    private static void write(Change change, ChangeWriter writer, Waiting all, Counter counter) {
        writer.write(change);
        all.written(change);
        counter.add(1);
    }

    /** Changes of which the next are looked at ahead, as far as they are no great load. */
    private static final class Waiting implements Iterator<Change> {
        private final Deque<Change> ahead = new ArrayDeque<>();
        private final Iterator<? extends Change> rest;
        private long bytes; // of what waits
        private int additions; // that were written one after another
        private int slow; // how many are to be written one by one whatever they are
        private boolean seenOdd; // the last that waits does not go in bulk

        private Waiting(Iterator<? extends Change> changes) {
            this.rest = changes;
        }

        /** Whether so many additions follow each other here that it pays to load the next of them in bulk. */
        private boolean areMany() {
            if (slow > 0) {
                slow--;
                return false;
            }
            while (!seenOdd
                    && (ahead.isEmpty() || additions + ahead.size() < FEW && bytes < MOST_WAITING)
                    && rest.hasNext()) {
                Change change = rest.next();
                ahead.add(change);
                bytes += bytes(change);
                seenOdd = !BulkLoad.takes(change);
            }
            return !seenOdd && additions + ahead.size() >= FEW;
        }

        private void written(Change change) {
            additions = BulkLoad.takes(change) ? additions + 1 : 0;
        }

        /** A bulk load has ended; after one of few things the next has to wait, since to begin one takes its time. */
        private void loaded(long count) {
            additions = 0;
            slow = count < FEW ? FEW : 0;
        }

        private static long bytes(Change change) {
            return switch (change) {
                case Change.AddSource add -> add.content().bytes().length;
                case Change.TakeCapture take -> take.content().bytes().length;
                default -> 0;
            };
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty() || rest.hasNext();
        }

        @Override
        public Change next() {
            if (ahead.isEmpty()) {
                return rest.next();
            }
            Change change = ahead.remove();
            bytes -= bytes(change);
            seenOdd &= !ahead.isEmpty();
            return change;
        }
    }

    private void noteFailure(String name, String actor, RuntimeException cause) {
        try {
            transaction(
                    actor,
                    tools -> new Heading(
                            FAILED,
                            name + ": not done, nothing was changed",
                            "board",
                            Optional.empty(),
                            Optional.empty()));
        } catch (SqlFailure e) {
            cause.addSuppressed(e); // a full disk refuses this line as well
        }
    }

    private ChangeWriter writer(Tools tools) {
        return new ChangeWriter(database, tools.editor(), contents, tools.images(), tools.now());
    }

    Optional<JournalEntry> undo(String actor, Jobs.Progress progress) {
        return history.nextUndo().map(step -> reverse("undo", "Undo: ", step, actor, progress));
    }

    Optional<JournalEntry> redo(String actor, Jobs.Progress progress) {
        return history.nextRedo().map(step -> reverse("redo", "Redo: ", step, actor, progress));
    }

    private JournalEntry reverse(
            String operation, String verb, UndoHistory.Step step, String actor, Jobs.Progress progress) {
        Journal.Line origin = line(step.origin());
        Journal.Line line = line(step.line());
        return transaction(actor, tools -> {
            BulkReversal reversal = new BulkReversal(database, tools.editor(), tools.images());
            long[] done = {0};
            IndexRest.during(database, index, line.images(), () -> {
                journal.imagesReversed(line, image -> {
                    reversal.takeBack(image);
                    if (++done[0] % REPORT_EVERY == 0) {
                        progress.check();
                        progress.report(
                                (double) done[0] / line.images(),
                                String.format(Locale.ROOT, "%,d of %,d", done[0], line.images()));
                    }
                });
                reversal.finish();
            });
            return new Heading(
                    operation,
                    verb + origin.entry().summary(),
                    origin.entry().entity(),
                    origin.entry().entityUuid(),
                    Optional.of(step.line()));
        });
    }

    private Journal.Line line(long sequence) {
        return journal.line(sequence)
                .orElseThrow(() -> new DomainException("Line " + sequence + " of the journal is gone; run verify."));
    }

    private JournalEntry transaction(String actor, Function<Tools, Heading> work) {
        database.execute("BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            Instant now = Timestamps.stored(clock.instant());
            Tools tools = new Tools(
                    new Editor(database, index, contents),
                    new JournalImages(database, journal.lastSequence() + 1),
                    now);
            Heading heading = work.apply(tools);
            tools.editor().finish(now);
            JournalEntry entry = journal.append(now, actor, heading, tools.images());
            database.execute("COMMIT");
            committed = true;
            changed = true;
            history.note(entry.sequence(), entry.operation());
            return entry;
        } finally {
            if (!committed) {
                rollBack();
            }
        }
    }

    /** Brings blocks of claims up to date, some of them, if anything was changed. */
    void renewBlocks() {
        if (!changed) {
            return;
        }
        try {
            boolean committed = false;
            database.execute("BEGIN IMMEDIATE");
            try {
                new ClaimBlocks(database).renew(BLOCKS_RENEWED);
                database.execute("COMMIT");
                committed = true;
            } finally {
                if (!committed) {
                    database.rollBack();
                }
            }
        } catch (SqlFailure e) {
            // a full disk, say: they are derived, and the next session does it
        }
    }

    private void rollBack() {
        index.forget();
        database.rollBack();
    }
}
