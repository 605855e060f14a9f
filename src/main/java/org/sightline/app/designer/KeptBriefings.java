package org.sightline.app.designer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.board.NamedBriefing;

/**
 * The briefings kept with the board, and the name under which this one is kept.
 *
 * <p>Thread rule: window's thread only.
 */
final class KeptBriefings extends VBox {
    private static final double ROW = 30;
    private static final int MOST_ROWS = 4;

    private final Label none = new Label(DesignerWords.of("kept.none"));
    private final ListView<NamedBriefing> list = new ListView<>();
    private final TextField name = new TextField();
    private final Button keep = new Button(DesignerWords.of("keep"));
    private final Button remove = new Button("", new FontIcon(Feather.TRASH));

    /**
     * @param opened is told which one is chosen
     * @param kept is told under which identity and name this one is to be kept
     * @param removed is told which one is to leave the board
     */
    KeptBriefings(Consumer<NamedBriefing> opened, Consumer<NamedBriefing> kept, Consumer<UUID> removed) {
        super(6);
        Label heading = new Label(DesignerWords.of("kept"));
        heading.getStyleClass().add("designer-heading");
        heading.setLabelFor(list);
        list.setId("designer-kept");
        list.setAccessibleText(DesignerWords.of("kept"));
        none.getStyleClass().add("text-muted");
        none.setWrapText(true);
        list.setCellFactory(view -> new NameCell());
        list.setOnMouseClicked(event -> chosen().ifPresent(opened));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(opened);
                event.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((item, was, is) -> enable());
        name.setId("designer-name");
        name.setPromptText(DesignerWords.of("name.prompt"));
        name.setAccessibleText(DesignerWords.of("name"));
        name.textProperty().addListener((text, was, is) -> enable());
        name.setOnAction(event -> keep.fire());
        keep.setId("designer-keep");
        keep.setOnAction(event -> kept.accept(new NamedBriefing(
                0,
                all().stream()
                        .filter(briefing -> briefing.isNamed(name.getText()))
                        .map(NamedBriefing::uuid)
                        .findFirst()
                        .orElseGet(UUID::randomUUID),
                name.getText().strip(),
                "{}")));
        remove.setId("designer-remove");
        remove.setAccessibleText(DesignerWords.of("remove"));
        remove.setTooltip(new Tooltip(DesignerWords.of("remove")));
        remove.setOnAction(event -> chosen().map(NamedBriefing::uuid).ifPresent(removed));
        list.managedProperty().bind(list.visibleProperty());
        none.managedProperty().bind(none.visibleProperty());
        getChildren().setAll(heading, none, list, name, new HBox(8, keep, remove));
        show(List.of());
    }

    private List<NamedBriefing> all() {
        return list.getItems();
    }

    private Optional<NamedBriefing> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void enable() {
        keep.setDisable(name.getText().isBlank());
        remove.setDisable(chosen().isEmpty());
    }

    void show(List<NamedBriefing> briefings) {
        Optional<UUID> before = chosen().map(NamedBriefing::uuid);
        list.getItems().setAll(briefings);
        list.setVisible(!briefings.isEmpty());
        none.setVisible(briefings.isEmpty());
        double height = ROW * Math.min(MOST_ROWS, briefings.size()) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        briefings.stream()
                .filter(briefing -> before.filter(briefing.uuid()::equals).isPresent())
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
        enable();
    }

    void named(String now) {
        name.setText(now);
    }

    private static final class NameCell extends ListCell<NamedBriefing> {
        @Override
        protected void updateItem(NamedBriefing briefing, boolean empty) {
            super.updateItem(briefing, empty);
            setText(empty || briefing == null ? "" : briefing.name());
        }
    }
}
