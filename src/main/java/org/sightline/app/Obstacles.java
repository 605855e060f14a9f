package org.sightline.app;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.sightline.app.claims.ClaimSearch;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;

/** Why acts cannot be done just now, each in one sentence; the first that stands is told. */
final class Obstacles {
    private final Workspace workspace;

    Obstacles(Workspace workspace) {
        this.workspace = workspace;
    }

    static ObservableValue<Optional<String>> none() {
        return Bindings.createObjectBinding(Optional::empty);
    }

    ObservableValue<Optional<String>> noBoard() {
        return when(this::boardMissing);
    }

    ObservableValue<Optional<String>> notWritable() {
        return when(() -> boardMissing().or(this::readOnly));
    }

    ObservableValue<Optional<String>> noWords() {
        return when(() -> boardMissing()
                .or(this::readOnly)
                .or(() -> missing(workspace.selection().passage().get().isPresent(), "obstacle.noWords")));
    }

    ObservableValue<Optional<String>> noClaim() {
        return when(() -> boardMissing().or(this::claimMissing));
    }

    ObservableValue<Optional<String>> noClaimToChange() {
        return when(() -> boardMissing().or(this::readOnly).or(this::claimMissing));
    }

    ObservableValue<Optional<String>> noWordsOrClaim() {
        return when(() -> boardMissing()
                .or(this::readOnly)
                .or(() -> missing(workspace.selection().passage().get().isPresent(), "obstacle.noWords"))
                .or(this::claimMissing));
    }

    ObservableValue<Optional<String>> noSource() {
        return when(() -> boardMissing().or(this::sourceMissing));
    }

    ObservableValue<Optional<String>> noSourceToChange() {
        return when(() -> boardMissing().or(this::readOnly).or(this::sourceMissing));
    }

    ObservableValue<Optional<String>> nothingToUndo() {
        return when(() -> boardMissing()
                .or(this::readOnly)
                .or(() -> missing(has(BoardView::nextUndo), "obstacle.nothingToUndo")));
    }

    ObservableValue<Optional<String>> nothingToRedo() {
        return when(() -> boardMissing()
                .or(this::readOnly)
                .or(() -> missing(has(BoardView::nextRedo), "obstacle.nothingToRedo")));
    }

    ObservableValue<Optional<String>> allShown(ClaimSearch search) {
        SimpleObjectProperty<Optional<String>> reason = new SimpleObjectProperty<>(Optional.empty());
        Runnable ask = () -> reason.set(boardMissing().or(() -> missing(search.clearable(), "obstacle.allShown")));
        search.onNarrowing(ask);
        workspace.view().addListener((view, before, now) -> ask.run());
        ask.run();
        return reason;
    }

    private ObservableValue<Optional<String>> when(Supplier<Optional<String>> reason) {
        Observable[] watched = {
            workspace.view(),
            workspace.selection().claims(),
            workspace.selection().source(),
            workspace.selection().passage()
        };
        return Bindings.createObjectBinding(reason::get, watched);
    }

    private Optional<String> boardMissing() {
        return missing(workspace.view().get().isPresent(), "obstacle.noBoard");
    }

    private Optional<String> readOnly() {
        return workspace.view().get().flatMap(BoardView::readOnlyReason);
    }

    private Optional<String> claimMissing() {
        return missing(workspace.selection().claim().isPresent(), "obstacle.noClaim");
    }

    private Optional<String> sourceMissing() {
        return missing(workspace.selection().source().get().isPresent(), "obstacle.noSource");
    }

    private boolean has(java.util.function.Function<BoardView, Optional<?>> question) {
        return workspace
                .view()
                .get()
                .flatMap(view -> question.apply(view).map(x -> true))
                .isPresent();
    }

    private static Optional<String> missing(boolean there, String key) {
        return there ? Optional.empty() : Optional.of(Words.of(key));
    }
}
