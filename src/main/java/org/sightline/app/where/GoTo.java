package org.sightline.app.where;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.map.MapPane;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/**
 * The field over the map that goes somewhere: to coordinates in any notation, or to a place by its name, found while one
 * types. Up and Down choose, Enter goes there, Esc leaves.
 *
 * <p>Thread rule: window's thread only.
 */
public final class GoTo extends VBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final double ROW = 32;

    /** How near one looks at a place. */
    private static final double METRES_PER_PIXEL = 60;

    private final Workspace workspace;
    private final MapPane map;
    private final TextField field = new TextField();
    private final Label note = new Label();
    private final ListView<Destination> found = new ListView<>();

    public GoTo(Workspace workspace, MapPane map) {
        this.workspace = workspace;
        this.map = map;
        setId("go-to");
        getStyleClass().add("go-to");
        setMaxSize(420, Region.USE_PREF_SIZE);
        setVisible(false);
        field.setId("go-to-field");
        field.setPromptText(Words.of("goTo.prompt"));
        field.setAccessibleText(Words.of("act.goTo"));
        field.textProperty().addListener((text, before, now) -> look(now));
        field.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                setVisible(false);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        note.setId("go-to-note");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.visibleProperty().bind(note.managedProperty());
        found.setId("go-to-found");
        found.getStyleClass().add("command-findings");
        found.setFocusTraversable(false);
        found.setFixedCellSize(ROW);
        found.setCellFactory(list -> new DestinationCell());
        found.setOnMousePressed(event -> go());
        found.managedProperty().bind(found.visibleProperty());
        getChildren().addAll(field, note, found);
        show(List.of());
    }

    /** Opens the field, with what was typed last chosen. */
    public void begin() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void look(String words) {
        Position near =
                map.getView().position(map.getWidth() / 2, map.getHeight() / 2).orElse(new Position(0, 0));
        Notation notation = workspace.settings().get().notation();
        workspace
                .inBackground(() -> Destination.of(words.strip(), near, notation))
                .whenComplete((destinations, failure) -> {
                    if (!field.getText().equals(words)) {
                        return; // typed on since
                    }
                    if (failure != null) {
                        show(List.of());
                        Notices.onFailure(failure, this::complain);
                    } else {
                        show(destinations);
                        if (destinations.isEmpty() && !words.isBlank()) {
                            complain(Words.of("goTo.nothing"));
                        }
                    }
                });
    }

    private void complain(String sentence) {
        note.setText(sentence);
        pseudoClassStateChanged(PROBLEM, true);
    }

    private void show(List<Destination> destinations) {
        note.setText("");
        pseudoClassStateChanged(PROBLEM, false);
        found.getItems().setAll(destinations);
        found.getSelectionModel().selectFirst();
        found.setVisible(!destinations.isEmpty());
        found.setPrefHeight(destinations.size() * ROW + 10);
        found.setMinHeight(destinations.size() * ROW + 10);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case ENTER -> go();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int by) {
        int count = found.getItems().size();
        if (count > 0) {
            int next = Math.floorMod(found.getSelectionModel().getSelectedIndex() + by, count);
            found.getSelectionModel().select(next);
        }
    }

    private void go() {
        Destination chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            leave();
            chosen.extent()
                    .ifPresentOrElse(
                            map::zoomTo,
                            () -> map.pointOut(chosen.position(), chosen.name(), chosen.detail(), METRES_PER_PIXEL));
        }
    }

    private void leave() {
        setVisible(false);
        map.requestFocus();
    }

    private static final class DestinationCell extends ListCell<Destination> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final Region gap = new Region();
        private final HBox row = new HBox(8, name, gap, detail);

        DestinationCell() {
            row.getStyleClass().add("finding");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMaxWidth(Double.MAX_VALUE);
            detail.getStyleClass().add("muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(gap, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Destination item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.name());
            detail.setText(item.detail());
            setGraphic(row);
        }
    }
}
