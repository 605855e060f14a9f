package org.sightline.app.layers;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.LayerAdding;
import org.sightline.overlay.LayerAdding.Wish;
import org.sightline.overlay.OverlayFile;
import org.sightline.overlay.OverlayQuestion;
import org.sightline.overlay.PlaceColumns;
import org.sightline.overlay.UnknownColumns;
import org.sightline.overlay.UnknownCrs;

/**
 * Makes layers of files, one after another, and asks where a file leaves something open. Each file is one change of the
 * board.
 *
 * <p>Thread rule: window's thread; files are read in the background.
 */
public final class LayerAdder {

    /** Something that only a person knows. */
    public sealed interface Question {
        Wish wish();

        /** Which of several things in the file. */
        record Parts(Wish wish, List<String> all) implements Question {}

        /** Which columns hold the coordinates. @param why in one sentence */
        record Columns(Wish wish, String why, List<String> headings) implements Question {}

        /** What the coordinates are in. @param why in one sentence */
        record Crs(Wish wish, String why) implements Question {}
    }

    private sealed interface Attempt {}

    private record Ready(LayerAdding.Found found) implements Attempt {}

    private record Open(Question question) implements Attempt {}

    private final Workspace workspace;
    private final Consumer<UUID> show;
    private final BooleanProperty copying = new SimpleBooleanProperty(this, "copying");
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(this, "question", Optional.empty());
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private boolean reading;

    /** @param show shows a layer that was added, when the person asks for it */
    LayerAdder(Workspace workspace, Consumer<UUID> show) {
        this.workspace = workspace;
        this.show = show;
    }

    /** Whether files are copied into the board. */
    BooleanProperty copying() {
        return copying;
    }

    /** What is to be answered before anything else is added. */
    ReadOnlyObjectProperty<Optional<Question>> question() {
        return question.getReadOnlyProperty();
    }

    public void add(List<Path> files) {
        files.forEach(file -> waiting.add(
                new Wish(file, copying.get(), Optional.empty(), List.of(), Optional.empty(), Optional.empty())));
        next();
    }

    /** @param chosen some of those that were asked about */
    void choose(Question.Parts of, List<String> chosen) {
        answered(of.wish().only(chosen));
    }

    /** @param crs as {@link org.sightline.geo.ForeignCrs#read} understands it */
    void choose(Question.Crs of, String crs) {
        answered(of.wish().in(crs));
    }

    void choose(Question.Columns of, PlaceColumns columns) {
        answered(of.wish().only(List.of(columns.written())));
    }

    /** Leaves the file that is asked about. */
    void dismiss() {
        question.set(Optional.empty());
        next();
    }

    private void answered(Wish wish) {
        question.set(Optional.empty());
        waiting.addFirst(wish);
        next();
    }

    private void next() {
        if (reading || question.get().isPresent() || waiting.isEmpty()) {
            return;
        }
        Wish wish = waiting.removeFirst();
        Optional<Path> board = workspace.view().get().map(view -> view.file());
        if (board.isEmpty()) {
            waiting.clear();
            return;
        }
        reading = true;
        String name = Words.of("job.addLayer", wish.file().getFileName());
        workspace
                .readAs(
                        name,
                        (snapshot, progress) ->
                                attempt(wish, board.get(), snapshot.layers().size(), progress))
                .thenCompose(this::apply)
                .whenComplete((done, failure) -> ended(failure));
    }

    private static Attempt attempt(Wish wish, Path board, int already, Jobs.Progress progress) {
        if (wish.parts().isEmpty()) {
            OverlayQuestion asked = new OverlayQuestion(
                    wish.file(), String.valueOf(wish.file().getFileName()), Optional.empty(), wish.crs(), progress);
            List<String> parts = OverlayFile.parts(asked);
            if (parts.size() > 1) {
                return new Open(new Question.Parts(wish, parts));
            }
        }
        try {
            return new Ready(LayerAdding.read(wish, board, already, progress));
        } catch (UnknownColumns e) {
            return new Open(new Question.Columns(wish, e.getMessage(), e.headings()));
        } catch (UnknownCrs e) {
            return new Open(new Question.Crs(wish, e.getMessage()));
        }
    }

    private CompletableFuture<?> apply(Attempt attempt) {
        return switch (attempt) {
            case Open open -> {
                question.set(Optional.of(open.question()));
                yield CompletableFuture.completedFuture("");
            }
            case Ready ready -> workspace.apply(ready.found().change()).thenApply(line -> told(ready.found()));
        };
    }

    private LayerAdding.Found told(LayerAdding.Found found) {
        String what = found.layers().size() == 1
                ? Words.of("layers.added", found.layers().getFirst().name())
                : Words.of("layers.addedMany", found.layers().size());
        String sentence = found.notes().isEmpty() ? what : what + " " + String.join(" ", found.notes());
        UUID last = found.layers().getLast().uuid();
        workspace
                .notices()
                .tell(Notice.done(sentence, new Notice.Offer(Words.of("layers.show"), () -> show.accept(last))));
        return found;
    }

    private void ended(@Nullable Throwable failure) {
        reading = false;
        if (failure != null) {
            workspace.notices().tell(failure);
        }
        next();
    }
}
