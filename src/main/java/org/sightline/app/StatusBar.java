package org.sightline.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.act.Actions;
import org.sightline.app.claims.ClaimSearch;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.jobs.Jobs;

/** The window's lower edge: where the pointer is, the map's scale, how many claims are shown, and what is under way. */
final class StatusBar extends HBox {
    private static final PseudoClass NARROWED = PseudoClass.getPseudoClass("narrowed");

    private final HBox jobs = new HBox(8);
    private final Map<Jobs.Job, JobRow> rows = new HashMap<>();
    private final Runnable returnFocus;
    private Optional<Node> before = Optional.empty(); // what had the keys before a button here took them
    private final AtomicReference<List<Jobs.Job>> latest = new AtomicReference<>();

    /** @param returnFocus takes the keys when a button that had them is gone */
    StatusBar(
            Runnable returnFocus,
            Workspace workspace,
            ClaimSearch search,
            Actions actions,
            ObservableValue<String> pointer,
            ObservableValue<String> scale) {
        this.returnFocus = returnFocus;
        getStyleClass().add("status-bar");
        addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> before = Optional.ofNullable(getScene().getFocusOwner()));
        setAlignment(Pos.CENTER_LEFT);
        Button coordinates = new Button();
        coordinates.setId("status-coordinates");
        coordinates.getStyleClass().addAll("flat", "status-button");
        coordinates
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> pointer.getValue().isEmpty()
                                ? Words.of(workspace.settings().get().notation())
                                : pointer.getValue(),
                        pointer,
                        workspace.settings()));
        coordinates.setTooltip(new Tooltip(Words.of("act.nextNotation")));
        coordinates.setFocusTraversable(false);
        coordinates.setOnAction(event -> actions.run("nextNotation"));
        Label scaleLabel = new Label();
        scaleLabel.textProperty().bind(scale);
        Label count = new Label();
        count.setId("status-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> countWords(workspace, search),
                        search.found(),
                        workspace.view(),
                        workspace.selection().claims()));
        search.onNarrowing(() -> count.pseudoClassStateChanged(NARROWED, search.narrowed()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        jobs.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(coordinates, scaleLabel, gap, jobs, count);
        workspace.jobs().onChange(this::jobsChanged);
    }

    private static String countWords(Workspace workspace, ClaimSearch search) {
        int all =
                workspace.view().get().map(BoardView::claims).orElse(List.of()).size();
        int chosen = workspace.selection().claims().get().size();
        String shown = Words.of("status.count", search.found().get().size(), all);
        return workspace.view().get().isEmpty()
                ? ""
                : chosen > 1 ? shown + " · " + Words.of("status.chosen", chosen) : shown;
    }

    // progress may come much faster than the screen can show it: only the latest is drawn
    private void jobsChanged(List<Jobs.Job> running) {
        if (latest.getAndSet(running) == null) {
            Platform.runLater(() -> show(latest.getAndSet(null)));
        }
    }

    /** Each job keeps its row, and so the pointer and the keys their button. */
    private void show(List<Jobs.Job> running) {
        boolean held = rows.entrySet().stream()
                .anyMatch(
                        row -> !running.contains(row.getKey()) && row.getValue().isFocusWithin());
        rows.keySet().retainAll(running);
        running.forEach(job -> rows.computeIfAbsent(job, JobRow::new).follow());
        List<JobRow> shown = running.stream().map(rows::get).toList();
        if (!jobs.getChildren().equals(shown)) {
            jobs.getChildren().setAll(shown);
        }
        if (held) {
            before.filter(node -> node.getScene() != null).ifPresentOrElse(Node::requestFocus, returnFocus);
        }
    }

    /** A job's name, how far it is, and a button that cancels it. */
    private static final class JobRow extends HBox {
        private final Jobs.Job job;
        private final Label name = new Label();
        private final ProgressBar bar = new ProgressBar();

        JobRow(Jobs.Job job) {
            super(6);
            this.job = job;
            bar.setPrefWidth(96);
            Button cancel = new Button("", new FontIcon(Feather.X));
            cancel.setId("cancel-job");
            cancel.getStyleClass().addAll("flat", "small-icon");
            cancel.setAccessibleText(Words.of("status.cancel", job.name()));
            cancel.setTooltip(new Tooltip(Words.of("status.cancel", job.name())));
            cancel.setOnAction(event -> job.cancel());
            setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(name, bar, cancel);
        }

        private void follow() {
            name.setText(job.step().isEmpty() ? job.name() : job.name() + " – " + job.step());
            bar.setProgress(job.done() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : job.done());
        }
    }
}
