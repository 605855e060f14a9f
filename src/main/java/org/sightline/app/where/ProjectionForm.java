package org.sightline.app.where;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.geo.MapProjection;
import org.sightline.geo.ProjectionNames;

/** Chooses the map's projection: the usual one, one fitted to the claims, or any of the EPSG registry by code or name. */
final class ProjectionForm extends VBox {
    private static final int MOST = 60;

    private record Choice(String key, String name) {}

    private final Workspace workspace;
    private final ViewProjection projection;
    private final TextField field = new TextField();
    private final ListView<Choice> choices = new ListView<>();
    private final Label note = new Label();

    ProjectionForm(Workspace workspace, ViewProjection projection, Runnable leave) {
        this.workspace = workspace;
        this.projection = projection;
        setId("projection-form");
        getStyleClass().addAll("side-form", "form-body");
        Label head = new Label(Words.of("projection.heading"));
        head.getStyleClass().add("form-heading");
        field.setId("projection-field");
        field.setPromptText(Words.of("projection.prompt"));
        field.setAccessibleText(Words.of("projection.prompt"));
        field.textProperty().addListener((text, before, now) -> look(now.strip()));
        choices.setId("projection-choices");
        choices.setFixedCellSize(30);
        choices.setCellFactory(list -> new ChoiceCell());
        choices.setOnMouseClicked(event -> choose());
        VBox.setVgrow(choices, Priority.ALWAYS);
        note.setId("projection-note");
        note.getStyleClass().add("problem");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        Button back = new Button(Words.of("form.close"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        getChildren().addAll(head, field, choices, note, back);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, leave));
        look("");
    }

    void begin() {
        field.requestFocus();
    }

    private void look(String words) {
        note.setText("");
        List<Choice> own = new ArrayList<>();
        own.add(new Choice(Settings.MERCATOR, Words.of("projection.MERCATOR")));
        for (MapProjection.Family family : MapProjection.Family.values()) {
            own.add(new Choice(family.name(), Words.of("projection." + family)));
        }
        if (words.isEmpty()) {
            show(own);
            return;
        }
        workspace.telling(workspace
                .inBackground(() -> ProjectionNames.find(words, MOST))
                .thenApply(found -> {
                    if (field.getText().strip().equals(words)) {
                        show(found.stream()
                                .map(named ->
                                        new Choice("EPSG:" + named.code(), named.name() + "  EPSG:" + named.code()))
                                .toList());
                        note.setText(found.isEmpty() ? Words.of("projection.nothing") : "");
                    }
                    return found;
                }));
    }

    private void show(List<Choice> shown) {
        choices.getItems().setAll(shown);
        choices.getSelectionModel().selectFirst();
    }

    private void choose() {
        Choice choice = choices.getSelectionModel().getSelectedItem();
        if (choice == null) {
            return;
        }
        note.setText("");
        projection.choose(choice.key()).whenComplete((shown, failure) -> {
            if (failure != null) {
                Notices.onFailure(failure, note::setText);
            }
        });
    }

    private void onKey(KeyEvent event, Runnable leave) {
        boolean down = event.getCode() == KeyCode.DOWN;
        if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
        } else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            choose();
        } else if (event.getTarget().equals(field) && (down || event.getCode() == KeyCode.UP)) {
            int next = choices.getSelectionModel().getSelectedIndex() + (down ? 1 : -1);
            choices.getSelectionModel()
                    .select(Math.clamp(next, 0, Math.max(0, choices.getItems().size() - 1)));
            choices.scrollTo(choices.getSelectionModel().getSelectedIndex());
        } else {
            return;
        }
        event.consume();
    }

    private static final class ChoiceCell extends ListCell<Choice> {
        ChoiceCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Choice item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.name());
        }
    }
}
