package org.sightline.app.journal;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Change;
import org.sightline.claim.Claim;

/**
 * The claims that were removed, with the reason given, each one act away from being back.
 *
 * <p>Thread rule: window's thread only.
 */
public final class TrashPane extends BorderPane {
    private final Workspace workspace;
    private final ListView<Claim> list = new ListView<>();

    public TrashPane(Workspace workspace) {
        this.workspace = workspace;
        list.setId("trash");
        list.setAccessibleText(Words.of("trash.title"));
        list.setFixedCellSize(48);
        list.setCellFactory(view -> new TrashCell());
        Label empty = new Label(Words.of("trash.empty"));
        empty.getStyleClass().add("muted");
        list.setPlaceholder(empty);
        list.setOnKeyPressed(event -> {
            Claim chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                restore(chosen);
                event.consume();
            }
        });
        setCenter(list);
        workspace.view().addListener((view, before, now) -> showClaims());
        showClaims();
    }

    private void showClaims() {
        list.getItems().setAll(workspace.view().get().map(BoardView::trash).orElse(List.of()));
    }

    private void restore(Claim claim) {
        workspace.telling(workspace.apply(new Change.RestoreClaim(claim.uuid())).thenApply(line -> {
            workspace.selection().chooseClaim(claim.uuid());
            return line;
        }));
    }

    private final class TrashCell extends ListCell<Claim> {
        private final Label statement = new Label();
        private final Label reason = new Label();
        private final Button back = new Button(Words.of("trash.restore"));
        private final HBox row;

        TrashCell() {
            reason.getStyleClass().add("muted");
            VBox words = new VBox(2, statement, reason);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            back.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(8, words, back);
            row.getStyleClass().add("trash-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Claim claim, boolean empty) {
            super.updateItem(claim, empty);
            if (empty || claim == null) {
                setGraphic(null);
                return;
            }
            statement.setText(claim.id() + "  " + claim.statement());
            reason.setText(claim.removed()
                    .map(removal -> Words.of("trash.reason", removal.reason()))
                    .orElse(""));
            boolean writable =
                    workspace.view().get().flatMap(BoardView::readOnlyReason).isEmpty();
            back.setDisable(!writable);
            back.setOnAction(event -> restore(claim));
            setGraphic(row);
        }
    }
}
