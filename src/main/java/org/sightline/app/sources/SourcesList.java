package org.sightline.app.sources;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Citations;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/**
 * The sources of the board; the chosen one is read below. Files and text dropped here are captured.
 *
 * <p>Thread rule: window's thread only.
 */
public final class SourcesList extends BorderPane {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Workspace workspace;
    private final SourceActs acts;
    private final ListView<Source> list = new ListView<>();
    private List<Source> shown = List.of();
    private boolean following;

    public SourcesList(Workspace workspace, SourceActs acts, Actions actions) {
        this.workspace = workspace;
        this.acts = acts;
        getStyleClass().add("sources-list");
        list.setId("sources");
        list.setAccessibleText(Words.of("sources.title"));
        list.setCellFactory(view -> new SourceCell());
        list.setFixedCellSize(48);
        list.setPlaceholder(placeholder(actions));
        list.setContextMenu(contextMenu(actions));
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (!following && now != null) {
                workspace.selection().chooseSource(Optional.of(now.uuid()));
            }
        });
        setTop(header(actions));
        setCenter(list);
        acceptDrops();
        workspace.view().addListener((view, before, now) -> showSources());
        workspace.arrivals().addListener((arrivals, before, now) -> list.refresh());
        workspace.selection().source().addListener((source, before, now) -> followSelection());
        showSources();
    }

    public ListView<Source> list() {
        return list;
    }

    private static Node header(Actions actions) {
        Label title = new Label(Words.of("sources.title"));
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox header = new HBox(4, title, actions.iconButton("paste"), actions.iconButton("capture"));
        header.getStyleClass().add("pane-header");
        return header;
    }

    private static Node placeholder(Actions actions) {
        Label words = new Label(Words.of("sources.empty"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        VBox empty = new VBox(12, words, actions.plainButton("capture"));
        empty.getStyleClass().add("empty-pane");
        return empty;
    }

    private ContextMenu contextMenu(Actions actions) {
        Menu grades = new Menu(Words.of("source.reliability"));
        for (Reliability grade : Reliability.values()) {
            grades.getItems().add(gradeItem(Words.of(grade), Optional.of(grade)));
        }
        grades.getItems().add(gradeItem(Words.of("grade.none"), Optional.empty()));
        return new ContextMenu(actions.menuItem("sourceDetails"), grades, actions.menuItem("removeSource"));
    }

    private MenuItem gradeItem(String name, Optional<Reliability> grade) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(event ->
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(s -> acts.grade(s, grade)));
        return item;
    }

    private void showSources() {
        List<Source> sources = workspace.view().get().map(BoardView::sources).orElse(List.of());
        following = true;
        if (same(sources)) {
            list.refresh();
        } else {
            list.getItems().setAll(sources);
            shown = sources;
        }
        following = false;
        followSelection();
        if (workspace.selection().source().get().isEmpty() && !list.getItems().isEmpty()) {
            workspace
                    .selection()
                    .chooseSource(Optional.of(list.getItems().getFirst().uuid()));
        }
    }

    /** Of a large board the list is the same unless a source has changed. */
    @SuppressWarnings("ReferenceEquality")
    private boolean same(List<Source> sources) {
        return sources == shown && !sources.isEmpty();
    }

    private void followSelection() {
        following = true;
        list.getSelectionModel().clearSelection();
        workspace
                .selection()
                .source()
                .get()
                .ifPresent(chosen -> list.getItems().stream()
                        .filter(source -> source.uuid().equals(chosen))
                        .findFirst()
                        .ifPresent(source -> list.getSelectionModel().select(source)));
        following = false;
    }

    private void acceptDrops() {
        addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (workspace.view().get().isPresent() && usable(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                pseudoClassStateChanged(DROPPING, true);
            }
            event.consume();
        });
        addEventHandler(DragEvent.DRAG_EXITED, event -> pseudoClassStateChanged(DROPPING, false));
        addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            event.setDropCompleted(take(event.getDragboard()));
            event.consume();
        });
    }

    private static boolean usable(Dragboard board) {
        return board.hasFiles() || board.hasHtml() || board.hasString();
    }

    private boolean take(Dragboard board) {
        if (board.hasFiles()) {
            acts.captureFiles(board.getFiles());
        } else if (board.hasHtml()) {
            acts.capturePastedHtml(board.getHtml());
        } else if (board.hasString()) {
            acts.capturePastedText(board.getString());
        }
        return usable(board);
    }

    private final class SourceCell extends ListCell<Source> {
        private final Label title = new Label();
        private final Label about = new Label();
        private final Label count = new Label();
        private final Label grade = new Label();
        private final HBox row;

        SourceCell() {
            title.getStyleClass().add("source-title");
            about.getStyleClass().add("muted");
            count.getStyleClass().add("count-badge");
            grade.getStyleClass().add("grade-badge");
            VBox words = new VBox(2, title, about);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            count.setMinWidth(USE_PREF_SIZE);
            grade.setMinWidth(USE_PREF_SIZE);
            row = new HBox(8, words, count, grade);
            row.getStyleClass().add("source-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Source source, boolean empty) {
            super.updateItem(source, empty);
            if (empty || source == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            title.setText(source.title());
            about.setText(Citations.about(source));
            OptionalLong known = workspace
                    .view()
                    .get()
                    .map(view -> view.claimsQuoting(source))
                    .orElse(OptionalLong.empty());
            long claims = known.orElse(0);
            count.setText(known.isPresent() ? Long.toString(claims) : "");
            count.setAccessibleText(Words.of("sources.claims", claims));
            grade.setText(source.reliability().map(Reliability::name).orElse("–"));
            grade.setAccessibleText(source.reliability().map(Words::of).orElse(Words.of("grade.none")));
            setTooltip(new Tooltip(Words.of(
                    "sources.tooltip",
                    source.title(),
                    claims,
                    source.reliability().map(Words::of).orElse(Words.of("grade.none")))));
            setGraphic(row);
        }
    }
}
