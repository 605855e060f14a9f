package org.sightline.app.journal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.JournalEntry;

/**
 * Every change of the board, newest first: when, who, what. What has been taken back is struck through; the line that
 * undo would take back next is marked. Choosing a line chooses the claim it touched.
 *
 * <p>Thread rule: window's thread only.
 */
public final class JournalPane extends BorderPane {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final Workspace workspace;
    private final ListView<JournalEntry> list = new ListView<>();
    private Set<Long> undone = Set.of();

    public JournalPane(Workspace workspace, Actions actions) {
        this.workspace = workspace;
        list.setId("journal");
        list.setAccessibleText(Words.of("journal.title"));
        list.setFixedCellSize(28);
        list.setCellFactory(view -> new EntryCell());
        list.setContextMenu(new ContextMenu(actions.menuItem("undo"), actions.menuItem("redo")));
        Label empty = new Label(Words.of("journal.empty"));
        empty.getStyleClass().add("muted");
        list.setPlaceholder(empty);
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (now != null) {
                chooseTouched(now);
            }
        });
        setCenter(list);
        workspace.view().addListener((view, before, now) -> showEntries());
        showEntries();
    }

    private void showEntries() {
        List<JournalEntry> entries =
                workspace.view().get().map(BoardView::journal).orElse(List.of());
        undone = undoneAmong(entries);
        list.getItems().setAll(entries);
    }

    /** Newest first, an undo marks what it takes back, unless that undo was itself taken back (by a redo) later. */
    static Set<Long> undoneAmong(List<JournalEntry> newestFirst) {
        Set<Long> takenBack = new HashSet<>();
        for (JournalEntry entry : newestFirst) {
            if (!takenBack.contains(entry.sequence())) {
                entry.undoes().ifPresent(takenBack::add);
            }
        }
        return takenBack;
    }

    private void chooseTouched(JournalEntry entry) {
        if (entry.entity().equals("claim")) {
            entry.entityUuid()
                    .map(UUID::fromString)
                    .filter(uuid -> workspace
                            .view()
                            .get()
                            .flatMap(view -> view.claim(uuid))
                            .isPresent())
                    .ifPresent(workspace.selection()::chooseClaim);
        }
    }

    private final class EntryCell extends ListCell<JournalEntry> {
        private final Label sequence = new Label();
        private final Label time = new Label();
        private final Label summary = new Label();
        private final Label actor = new Label();
        private final HBox row = new HBox(12, sequence, time, summary, actor);

        EntryCell() {
            sequence.getStyleClass().addAll("muted", "journal-number");
            time.getStyleClass().add("muted");
            actor.getStyleClass().add("muted");
            summary.getStyleClass().add("summary");
            summary.setMinWidth(0);
            summary.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(summary, Priority.ALWAYS);
            List.of(sequence, time, actor).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
            row.getStyleClass().add("journal-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(JournalEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            sequence.setText(Long.toString(entry.sequence()));
            time.setText(TIME.format(entry.at()));
            summary.setText(entry.summary());
            actor.setText(entry.actor());
            row.pseudoClassStateChanged(UNDONE, undone.contains(entry.sequence()));
            setTooltip(new Tooltip(Words.of("journal.tooltip", entry.summary(), entry.hash())));
            setGraphic(row);
        }
    }
}
