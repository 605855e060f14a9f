package org.sightline.app.journal;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Backup;
import org.sightline.board.Board;

/**
 * The backups of the board, newest first, and what restoring the chosen one will do.
 *
 * <p>Thread rule: window's thread only.
 */
public final class RestoreForm extends VBox {
    private final Workspace workspace;
    private final Runnable leave;
    private final ListView<Backup> list = new ListView<>();
    private final Label consequence = new Label();
    private final Button restore = new Button(Words.of("restore.restore"));

    public RestoreForm(Workspace workspace, Runnable leave) {
        this.workspace = workspace;
        this.leave = leave;
        setId("restore-form");
        getStyleClass().addAll("side-form", "form-body");
        Label heading = new Label(Words.of("restore.heading"));
        heading.getStyleClass().add("form-heading");
        Label explain = new Label(Words.of("restore.explain"));
        explain.setWrapText(true);
        explain.getStyleClass().add("muted");
        list.setId("backups");
        list.setAccessibleText(Words.of("restore.heading"));
        list.setFixedCellSize(48);
        list.setPrefHeight(48 * 5);
        list.setCellFactory(view -> new BackupCell());
        Label none = new Label(Words.of("restore.none"));
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> explainChosen());
        consequence.setWrapText(true);
        restore.setId("restore-now");
        restore.getStyleClass().add("accent");
        restore.setOnAction(event -> restore());
        Button back = new Button(Words.of("form.back"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        getChildren().addAll(heading, explain, list, consequence, new HBox(8, restore, back));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        explainChosen();
    }

    public void begin() {
        BoardView view = workspace.view().get().orElseThrow();
        list.requestFocus();
        workspace.telling(
                workspace.inBackground(() -> Board.backups(view.file())).thenApply(backups -> {
                    list.getItems().setAll(backups);
                    list.getSelectionModel().selectFirst();
                    return backups;
                }));
    }

    private void explainChosen() {
        Backup chosen = list.getSelectionModel().getSelectedItem();
        restore.setDisable(chosen == null || chosen.claims().isEmpty());
        consequence.setText(
                chosen == null ? "" : Words.of("restore.consequence", JournalPane.time(chosen.made()), claims(chosen)));
    }

    private static String claims(Backup backup) {
        return backup.claims().map(count -> Words.of("restore.claims", count)).orElse(Words.of("restore.unreadable"));
    }

    private void restore() {
        Backup chosen = list.getSelectionModel().getSelectedItem();
        leave.run();
        workspace.telling(workspace.restore(chosen.file()).thenApply(view -> {
            workspace.notices().tell(Notice.done(Words.of("restore.done", JournalPane.time(chosen.made()))));
            return view;
        }));
    }

    private static final class BackupCell extends ListCell<Backup> {
        private final Label made = new Label();
        private final Label holds = new Label();
        private final VBox row = new VBox(2, made, holds);

        BackupCell() {
            holds.getStyleClass().add("muted");
            row.getStyleClass().add("backup-row");
            HBox.setHgrow(row, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Backup backup, boolean empty) {
            super.updateItem(backup, empty);
            if (empty || backup == null) {
                setGraphic(null);
                return;
            }
            made.setText(JournalPane.time(backup.made()));
            holds.setText(Words.of("restore.holds", claims(backup), Math.max(1, backup.bytes() / 1024)));
            setGraphic(row);
        }
    }
}
