package org.sightline.app.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Board;
import org.sightline.board.EntityChange;
import org.sightline.board.JournalEntry;

/**
 * Every change of the board, newest first: when, who, what; or those of one thing. What has been taken back is struck
 * through. Choosing a line chooses the claim it touched and unfolds what it was before and after. Lines are read a page
 * at a time, as they come into sight.
 *
 * <p>Thread rule: window's thread only.
 */
public final class JournalPane extends BorderPane {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());
    private static final int PAGE = 200;
    private static final int AHEAD = 40;

    private final Workspace workspace;
    private final ListView<JournalEntry> list = new ListView<>();
    private final JournalLine line;
    private final SplitPane sides = new SplitPane();
    private final Label filterName = new Label();
    private final HBox filter = new HBox(8);
    private Optional<UUID> thing = Optional.empty();
    private Set<Long> undone = Set.of();
    private boolean more;
    private boolean reading;
    private boolean keeping;
    private long asked;

    public JournalPane(Workspace workspace, Actions actions) {
        this.workspace = workspace;
        line = new JournalLine(this::goTo, this::there);
        list.setId("journal");
        list.setAccessibleText(Words.of("journal.title"));
        list.setFixedCellSize(28);
        list.setCellFactory(view -> new EntryCell());
        list.setContextMenu(new ContextMenu(actions.menuItem("undo"), actions.menuItem("redo")));
        Label empty = new Label(Words.of("journal.empty"));
        empty.getStyleClass().add("muted");
        list.setPlaceholder(empty);
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (keeping) {
                return; // the lines were read again, and the same one is still chosen
            }
            if (now == null) {
                sides.getItems().remove(line);
                list.refresh();
            } else {
                chooseTouched(now);
                unfold(now);
            }
        });
        sides.getItems().add(list);
        sides.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && sides.getItems().contains(line)) {
                list.getSelectionModel().clearSelection();
                list.requestFocus();
                event.consume();
            }
        });
        buildFilter();
        setCenter(sides);
        workspace.view().addListener((view, before, now) -> {
            boolean same = before.map(BoardView::file).equals(now.map(BoardView::file));
            if (!same) {
                thing = Optional.empty();
            }
            readFirst();
        });
        readFirst();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private void buildFilter() {
        filter.getStyleClass().add("search-bar");
        filter.setId("journal-filter");
        filterName.setMaxWidth(Double.MAX_VALUE);
        filterName.setMinWidth(0);
        HBox.setHgrow(filterName, Priority.ALWAYS);
        Button all = new Button(Words.of("journal.showAll"));
        all.setId("journal-show-all");
        all.getStyleClass().add("small-menu");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(event -> showAll());
        filter.getChildren().setAll(filterName, all);
    }

    /** Shows only the lines that changed one thing. @param name of the thing, for people */
    public void showHistoryOf(UUID uuid, String name) {
        thing = Optional.of(uuid);
        filterName.setText(Words.of("journal.historyOf", name));
        list.getSelectionModel().clearSelection();
        readFirst();
        list.requestFocus();
    }

    private void showAll() {
        thing = Optional.empty();
        readFirst();
        list.requestFocus();
    }

    private void readFirst() {
        setTop(thing.isPresent() ? filter : null);
        asked++;
        reading = false;
        if (workspace.view().get().isEmpty()) {
            show(List.of());
            return;
        }
        readPage(Long.MAX_VALUE, entries -> entries);
    }

    /** The next page, when the end of what was read comes into sight. */
    private void readOn() {
        if (more && !reading && !list.getItems().isEmpty()) {
            List<JournalEntry> known = List.copyOf(list.getItems());
            readPage(known.getLast().sequence(), entries -> {
                List<JournalEntry> all = new ArrayList<>(known);
                all.addAll(entries);
                return all;
            });
        }
    }

    private void readPage(long before, Function<List<JournalEntry>, List<JournalEntry>> joined) {
        reading = true;
        long question = asked;
        Optional<UUID> of = thing;
        workspace.telling(workspace.ask(board -> page(board, of, before)).thenApply(entries -> {
            if (question == asked) {
                reading = false;
                more = entries.size() == PAGE;
                show(joined.apply(entries));
            }
            return entries;
        }));
    }

    private static List<JournalEntry> page(Board board, Optional<UUID> of, long before) {
        return of.map(uuid -> board.history(uuid, before, PAGE)).orElseGet(() -> board.log(before, PAGE));
    }

    private void show(List<JournalEntry> entries) {
        undone = undoneAmong(entries);
        JournalEntry chosen = list.getSelectionModel().getSelectedItem();
        keeping = chosen != null && entries.contains(chosen);
        list.getItems().setAll(entries);
        if (keeping) {
            list.getSelectionModel().select(chosen);
        }
        keeping = false;
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

    private void unfold(JournalEntry entry) {
        workspace.telling(workspace
                .ask(board -> board.images(entry.sequence(), JournalLine.MOST_THINGS + 1))
                .thenApply(changes -> {
                    if (entry.equals(list.getSelectionModel().getSelectedItem())) {
                        showLine(entry, changes);
                    }
                    return changes;
                }));
    }

    private void showLine(JournalEntry entry, List<EntityChange> changes) {
        line.show(entry, changes);
        if (!sides.getItems().contains(line)) {
            sides.getItems().add(line);
            sides.setDividerPositions(0.5);
            list.refresh();
        }
    }

    private boolean there(UUID uuid) {
        return workspace
                .view()
                .get()
                .filter(view -> view.holdsClaim(uuid) || view.source(uuid).isPresent())
                .isPresent();
    }

    private void goTo(String entity, UUID uuid) {
        if (entity.equals("source")) {
            workspace.selection().chooseSource(Optional.of(uuid));
        } else {
            workspace.selection().chooseClaim(uuid);
        }
    }

    private void chooseTouched(JournalEntry entry) {
        if (entry.entity().equals("claim")) {
            entry.entityUuid().map(UUID::fromString).filter(this::there).ifPresent(workspace.selection()::chooseClaim);
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
            boolean roomy = !sides.getItems().contains(line); // else the unfolded line tells who and when
            List.of(time, actor).forEach(label -> {
                label.setVisible(roomy);
                label.setManaged(roomy);
            });
            setTooltip(new Tooltip(Words.of("journal.tooltip", entry.summary(), entry.hash())));
            setGraphic(row);
            if (getIndex() >= list.getItems().size() - AHEAD) {
                readOn();
            }
        }
    }
}
