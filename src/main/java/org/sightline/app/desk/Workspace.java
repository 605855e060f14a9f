package org.sightline.app.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.JournalEntry;
import org.sightline.board.Slices;
import org.sightline.board.Snapshot;
import org.sightline.jobs.Jobs;

/**
 * The open board and all that the panes share. Acts on the board run in the background, one after another in the order
 * they were asked for; after each, the view is read again and shown.
 *
 * <p>Thread rule: methods are called, and futures complete, on the window's thread.
 */
public final class Workspace implements AutoCloseable {
    private static final int WHOLE = 10_000;

    /** Of a large board a selection of more claims is let go when the board changes: each would have to be looked for. */
    private static final int MOST_KEPT = 500;

    private static final long SHOWN_AGAIN_NANOS = 1_000_000_000;

    private final Jobs jobs;
    private final int whole;
    private final Executor window;
    private final SettingsFile settingsFile;
    private final ObjectProperty<Settings> settings;
    private final Selection selection = new Selection();
    private final Notices notices = new Notices();
    private final ReadOnlyObjectWrapper<Optional<BoardView>> view =
            new ReadOnlyObjectWrapper<>(this, "view", Optional.empty());
    private final ReadOnlyLongWrapper arrivals = new ReadOnlyLongWrapper(this, "arrivals");
    private @Nullable Board board;
    private @Nullable BoardReading reading;
    private final AtomicReference<@Nullable Opened> untaken = new AtomicReference<>();
    private final CompletableFuture<?> leaving = new CompletableFuture<>();
    private Supplier<CompletableFuture<?>> drawn = () -> CompletableFuture.completedFuture("");
    private CompletableFuture<?> queue = CompletableFuture.completedFuture("");
    private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();
    private CompletableFuture<?> saving = CompletableFuture.completedFuture("");

    /** @param window runs something on the window's thread */
    public Workspace(Jobs jobs, Executor window, SettingsFile settingsFile) {
        this(jobs, window, settingsFile, WHOLE);
    }

    /** @param whole up to so many claims a board is read whole */
    public Workspace(Jobs jobs, Executor window, SettingsFile settingsFile, int whole) {
        this.whole = whole;
        this.jobs = jobs;
        this.window = window;
        this.settingsFile = settingsFile;
        this.settings = new SimpleObjectProperty<>(this, "settings", settingsFile.load());
        settings.addListener((property, before, now) -> remember(now));
    }

    public Jobs jobs() {
        return jobs;
    }

    public Selection selection() {
        return selection;
    }

    public Notices notices() {
        return notices;
    }

    /** What is remembered; setting it writes it. */
    public ObjectProperty<Settings> settings() {
        return settings;
    }

    /** The board as it is shown; empty while none is open. */
    public ReadOnlyObjectProperty<Optional<BoardView>> view() {
        return view.getReadOnlyProperty();
    }

    /**
     * What is waited for between showing the first claims of a large board and reading the rest, so that they are drawn
     * without delay.
     */
    public void setDrawn(Supplier<CompletableFuture<?>> shown) {
        drawn = shown;
    }

    /** Grows whenever something of a large board that was asked for has come and can be shown. */
    public ReadOnlyLongProperty arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    /** The board that is open and can be written stays as it is. */
    public CompletableFuture<BoardView> open(Path file) {
        Optional<BoardView> now =
                view.get().filter(shown -> shown.readOnlyReason().isEmpty());
        if (now.isEmpty()) {
            return show(file);
        }
        return inBackground(() -> isSame(now.get().file(), file))
                .thenCompose(same -> same ? CompletableFuture.completedFuture(now.get()) : show(file));
    }

    private CompletableFuture<BoardView> show(Path file) {
        return show(() -> Board.open(file, Board.Mode.WRITE), Words.of("job.open", file.getFileName()));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) { // one is gone: to be told when it is opened
            return false;
        }
    }

    public CompletableFuture<BoardView> create(Path file, String title) {
        return show(() -> Board.create(file, title), Words.of("job.create", file.getFileName()));
    }

    /**
     * Opens what {@code opening} gives and closes what was open; when it fails, what was open stays. Of a large board the
     * first claims are shown, and the rest follows.
     */
    public CompletableFuture<BoardView> show(Callable<Board> opening, String name) {
        CompletableFuture<Opened> opened = inTurn(() -> jobs.start(name, progress -> {
            Opened read = readOrClose(opening.call());
            untaken.set(read);
            return read;
        }));
        CompletableFuture<?> firstDrawn = new CompletableFuture<>();
        fill(opened, firstDrawn);
        return tracked(inWindow(opened, read -> take(read, firstDrawn)).whenComplete((shown, failure) -> {
            if (failure != null) {
                firstDrawn.complete(null);
            }
        }));
    }

    private record Opened(Board board, BoardReading reading, BoardReading.Result first) {}

    private Opened readOrClose(Board opened) {
        try {
            BoardReading of = new BoardReading(opened, shelf(opened), whole);
            return new Opened(opened, of, of.begin());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private Shelf shelf(Board of) {
        Shelf.Asking asking = new Shelf.Asking() {
            @Override
            public <T> CompletableFuture<T> ask(Function<Snapshot, T> question) {
                return inBackground(() -> {
                    try (Snapshot snapshot = of.snapshot()) {
                        return question.apply(snapshot);
                    }
                });
            }
        };
        return new Shelf(asking, window, this::arrived);
    }

    private void arrived() {
        arrivals.set(arrivals.get() + 1);
    }

    private BoardView take(Opened opened, CompletableFuture<?> firstDrawn) {
        untaken.compareAndSet(opened, null);
        Board previous = board;
        selection.clear();
        board = opened.board();
        reading = opened.reading();
        opened.first().settle().run();
        view.set(Optional.of(opened.first().view()));
        CompletableFuture<?> shown = opened.first().filled() ? CompletableFuture.completedFuture("") : drawn.get();
        shown.whenComplete((done, failure) -> firstDrawn.complete(null));
        settings.set(
                settings.get().withRecent(opened.board().file().toAbsolutePath().toString()));
        if (previous != null) {
            inTurn(() -> jobs.quietly(() -> {
                previous.close();
                return previous;
            }));
        }
        return opened.first().view();
    }

    /**
     * Reads the rest of a large board as soon as its beginning is read and there is a window; what is done to the board in the meantime waits
     * for it. Nothing of it is shown before the first claims are drawn.
     */
    private void fill(CompletableFuture<Opened> opening, CompletableFuture<?> firstDrawn) {
        boolean[] whole = {false};
        CompletableFuture<Optional<Filled>> read = inTurn(() -> {
            if (opening.isCompletedExceptionally() || opening.join().first().filled()) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            Opened opened = opening.join();
            String name = Words.of("job.reading", opened.board().file().getFileName());
            // a window that is still being made needs the processor more; one that is being closed has no more turns
            CompletableFuture<?> turn = new CompletableFuture<>();
            window.execute(() -> turn.complete(null));
            return CompletableFuture.anyOf(turn, leaving)
                    .thenCompose(ready -> jobs.start(
                            name,
                            progress -> Optional.of(new Filled(
                                    opened.board(),
                                    opened.reading().rest(growing(opened, firstDrawn, whole, progress))))));
        });
        telling(tracked(read.thenCombine(firstDrawn, (all, drawnNow) -> all)
                .thenApplyAsync(
                        all -> {
                            whole[0] = true;
                            all.ifPresent(filled -> {
                                filled.result().settle().run();
                                refresh(filled.board(), filled.result().view());
                            });
                            return all;
                        },
                        window)));
    }

    private record Filled(Board board, BoardReading.Result result) {}

    /** Shows more claims about once a second, and once more when all are there. */
    private Slices.Filling growing(
            Opened opened, CompletableFuture<?> firstDrawn, boolean[] whole, Jobs.Progress progress) {
        long[] shown = {System.nanoTime()};
        return (columns, share) -> {
            progress.report(share, "");
            boolean due = firstDrawn.isDone() && System.nanoTime() - shown[0] >= SHOWN_AGAIN_NANOS;
            if (due || share == 1) {
                shown[0] = System.nanoTime();
                BoardView grown = opened.reading().growing(opened.first().view(), columns, share == 1);
                firstDrawn.thenRunAsync(
                        () -> {
                            if (!whole[0]) {
                                refresh(opened.board(), grown);
                            }
                        },
                        window);
            }
            return !leaving.isDone();
        };
    }

    public CompletableFuture<JournalEntry> apply(Change change) {
        return act(open -> open.apply(change));
    }

    /** Empty when there was nothing to take back. */
    public CompletableFuture<Optional<JournalEntry>> undo() {
        return step("job.undo", view().get().flatMap(BoardView::nextUndo), Board::undo);
    }

    /** Empty when there was nothing to do again. */
    public CompletableFuture<Optional<JournalEntry>> redo() {
        return step("job.redo", view().get().flatMap(BoardView::nextRedo), Board::redo);
    }

    /** A change of many things is a named job: it takes a while, and can be cancelled. */
    private CompletableFuture<Optional<JournalEntry>> step(
            String job, Optional<JournalEntry> next, BiFunction<Board, Jobs.Progress, Optional<JournalEntry>> work) {
        return next.filter(entry -> entry.entityUuid().isEmpty()).isPresent()
                ? change(Words.of(job, next.get().summary()), work::apply)
                : act(open -> work.apply(open, Jobs.Progress.SILENT));
    }

    /** Does something to the open board in its turn, then shows the board as it is after it. */
    public <T> CompletableFuture<T> act(Function<Board, T> work) {
        Board open = board;
        if (open == null) {
            return CompletableFuture.failedFuture(new DomainException(Words.of("obstacle.noBoard")));
        }
        BoardReading of = Objects.requireNonNull(reading);
        return tracked(inWindow(
                inTurn(() -> jobs.quietly(() -> acted(of, work.apply(open)))), acted -> show(open, acted)));
    }

    /** In its turn, so that what was shown last is what this was done to. */
    private <T> Acted<T> acted(BoardReading of, T result) {
        return new Acted<>(result, of.after());
    }

    private <T> T show(Board open, Acted<T> acted) {
        acted.after().settle().run();
        refresh(open, acted.after().view());
        return acted.result();
    }

    /** The same for long work, as a named job with progress. */
    public <T> CompletableFuture<T> change(String name, BoardWork<T> work) {
        Board open = board;
        if (open == null) {
            return CompletableFuture.failedFuture(new DomainException(Words.of("obstacle.noBoard")));
        }
        BoardReading of = Objects.requireNonNull(reading);
        return tracked(inWindow(
                inTurn(() -> jobs.start(name, progress -> acted(of, work.run(open, progress)))),
                acted -> show(open, acted)));
    }

    /** Puts a backup in the place of the open board; when that fails, the board is opened again as it was. */
    public CompletableFuture<BoardView> restore(Path backup) {
        Board open = board;
        if (open == null) {
            return CompletableFuture.failedFuture(new DomainException(Words.of("obstacle.noBoard")));
        }
        CompletableFuture<Boolean> restored = new CompletableFuture<>();
        return show(
                        () -> {
                            open.close();
                            try {
                                Board.restore(open.file(), backup);
                                restored.complete(true);
                            } catch (DomainException e) {
                                restored.completeExceptionally(e);
                            }
                            return Board.open(open.file(), Board.Mode.WRITE);
                        },
                        Words.of("job.restore"))
                .thenCombine(restored, (view, done) -> view);
    }

    /** Asks the open board something, in the background, beside whatever is being written. */
    public <T> CompletableFuture<T> ask(Function<Board, T> question) {
        Board open = board;
        if (open == null) {
            return CompletableFuture.failedFuture(new DomainException(Words.of("obstacle.noBoard")));
        }
        return inBackground(() -> question.apply(open));
    }

    private record Acted<T>(T result, BoardReading.Result after) {}

    private void refresh(Board of, BoardView now) {
        if (of.equals(board)) {
            view.set(Optional.of(now));
            if (now.lean()) {
                arrived(); // the rows may be the same, and what is told beside them another
            }
            boolean many = now.lean() && selection.claims().get().size() > MOST_KEPT;
            selection.keep(many ? uuid -> false : now::holdsClaim, now.index().sources()::containsKey);
        }
    }

    /** Reads from a snapshot of the open board, in the background, beside whatever is being written. */
    public <T> CompletableFuture<T> read(Function<Snapshot, T> question) {
        Board open = board;
        if (open == null) {
            return CompletableFuture.failedFuture(new DomainException(Words.of("obstacle.noBoard")));
        }
        return inBackground(() -> {
            try (Snapshot snapshot = open.snapshot()) {
                return question.apply(snapshot);
            }
        });
    }

    /** A question to the open board, to be asked in the background by whoever holds it. */
    public <T> Supplier<T> question(Function<Snapshot, T> question) {
        Board open = board;
        return () -> {
            if (open == null) {
                throw new DomainException(Words.of("obstacle.noBoard"));
            }
            try (Snapshot snapshot = open.snapshot()) {
                return question.apply(snapshot);
            }
        };
    }

    /** Long work on a snapshot of the open board. */
    @FunctionalInterface
    public interface SnapshotWork<T> {
        T run(Snapshot snapshot, Jobs.Progress progress) throws Exception;
    }

    /** The same as a named job, with progress. */
    public <T> CompletableFuture<T> readAs(String name, SnapshotWork<T> work) {
        Board open = board;
        if (open == null) {
            return CompletableFuture.failedFuture(new DomainException(Words.of("obstacle.noBoard")));
        }
        return job(name, progress -> {
            try (Snapshot snapshot = open.snapshot()) {
                return work.run(snapshot, progress);
            }
        });
    }

    /** Long work that looks at the open board itself, changing nothing. */
    @FunctionalInterface
    public interface BoardWork<T> {
        T run(Board board, Jobs.Progress progress) throws Exception;
    }

    /** Looks at the open board in its turn, as a named job. */
    public <T> CompletableFuture<T> inspect(String name, BoardWork<T> work) {
        Board open = board;
        if (open == null) {
            return CompletableFuture.failedFuture(new DomainException(Words.of("obstacle.noBoard")));
        }
        return tracked(inWindow(
                inTurn(() -> jobs.start(name, progress -> work.run(open, progress))), Function.identity()));
    }

    /** The text of a capture, exactly as offsets see it. */
    public CompletableFuture<String> text(UUID capture) {
        return read(snapshot -> snapshot.text(capture));
    }

    /** Works something out in the background; the future completes on the window's thread. */
    public <T> CompletableFuture<T> inBackground(Callable<T> work) {
        return tracked(jobs.quietly(work).whenCompleteAsync((done, failure) -> {}, window));
    }

    /** Runs a named job; the future completes on the window's thread. */
    public <T> CompletableFuture<T> job(String name, Jobs.Work<T> work) {
        return tracked(jobs.start(name, work).whenCompleteAsync((done, failure) -> {}, window));
    }

    /** Tells of the failure of something, on the window's thread, when it fails. */
    public <T> CompletableFuture<T> telling(CompletableFuture<T> something) {
        something.whenComplete((result, failure) -> {
            if (failure != null) {
                window.execute(() -> notices.tell(failure));
            }
        });
        return something;
    }

    /** Completes when everything asked for so far is done and written. */
    public CompletableFuture<?> settled() {
        return CompletableFuture.allOf(queue.handle((done, failure) -> ""), saving.handle((done, failure) -> ""));
    }

    /** Completes when nothing is under way any more, what was begun meanwhile included. */
    public CompletableFuture<?> idle() {
        CompletableFuture<?>[] now = underWay.values().toArray(new CompletableFuture<?>[0]);
        return now.length == 0
                ? CompletableFuture.completedFuture("")
                : CompletableFuture.allOf(now).handle((done, failure) -> "").thenComposeAsync(done -> idle(), window);
    }

    private <T> CompletableFuture<T> tracked(CompletableFuture<T> work) {
        long key = begun.incrementAndGet();
        underWay.put(key, work);
        work.whenComplete((done, failure) -> underWay.remove(key));
        return work;
    }

    /** Goes on in the window's thread, also after a failure. */
    private <A, T> CompletableFuture<T> inWindow(CompletableFuture<A> work, Function<A, T> then) {
        return work.handleAsync(
                (result, failure) -> {
                    if (failure != null) {
                        throw failure instanceof CompletionException wrapped
                                ? wrapped
                                : new CompletionException(failure);
                    }
                    return then.apply(result);
                },
                window);
    }

    private <T> CompletableFuture<T> inTurn(Supplier<CompletableFuture<T>> start) {
        CompletableFuture<T> mine = queue.handle((done, failure) -> "").thenCompose(ready -> start.get());
        queue = mine;
        return mine;
    }

    private void remember(Settings now) {
        saving = saving.handle((done, failure) -> "")
                .thenCompose(ready -> jobs.quietly(() -> {
                    settingsFile.save(now);
                    return "";
                }));
        telling(saving);
    }

    /** Waits for what is under way, then closes the board. */
    @Override
    public void close() {
        leaving.complete(null);
        settled().join();
        Opened waiting = untaken.getAndSet(null);
        if (waiting != null) {
            waiting.board().close();
        }
        Board open = board;
        board = null;
        if (open != null) {
            open.close();
        }
    }
}
