package org.sightline.app.layers;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Words;
import org.sightline.board.Layer;

/** A layer in the list: whether it is shown, what it is called, what it is, and how it stands with it. */
final class LayerRow extends ListCell<LayerState> {
    private final DoubleSupplier scale;
    private final CheckBox visible = new CheckBox();
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label standing = new Label();
    private final HBox row;

    /** @param scale the N of 1:N of the map */
    LayerRow(DoubleSupplier scale, BiConsumer<Layer, Boolean> show) {
        this.scale = scale;
        visible.setFocusTraversable(false);
        visible.setOnAction(event -> {
            if (getItem() != null) {
                show.accept(getItem().layer(), visible.isSelected());
            }
        });
        name.getStyleClass().add("layer-name");
        about.getStyleClass().add("muted");
        standing.setWrapText(true);
        standing.setMinHeight(USE_PREF_SIZE);
        standing.managedProperty().bind(standing.textProperty().isNotEmpty());
        VBox words = new VBox(1, name, about, standing);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(6, visible, words);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("layer-row");
        setPrefWidth(0);
    }

    /** A label in a cell is else as high as one line. */
    @Override
    protected double computePrefHeight(double width) {
        double inside = Math.max(0, width - snappedLeftInset() - snappedRightInset());
        return getItem() == null || width <= 0
                ? super.computePrefHeight(width)
                : snappedTopInset() + row.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected void updateItem(LayerState state, boolean empty) {
        super.updateItem(state, empty);
        if (empty || state == null) {
            setGraphic(null);
            setAccessibleText("");
            setTooltip(null);
            return;
        }
        Layer layer = state.layer();
        visible.setSelected(layer.look().visible());
        visible.setAccessibleText(Words.of("layers.visible", layer.name()));
        name.setText(layer.name());
        about.setText(LayerWords.kind(layer));
        Optional<String> words = standing(state);
        standing.setText(words.orElse(""));
        standing.getStyleClass().setAll("label", state.broken() ? "layer-trouble" : "muted");
        setAccessibleText(Words.of(
                layer.look().visible() ? "layers.row.shown" : "layers.row.hidden",
                layer.name(),
                about.getText(),
                standing.getText()));
        setTooltip(new Tooltip(
                layer.name() + "\n" + about.getText() + words.map(w -> "\n" + w).orElse("")));
        setGraphic(row);
    }

    private Optional<String> standing(LayerState state) {
        if (state.trouble().isPresent()) {
            return state.trouble();
        }
        if (state.reading()) {
            return Optional.of(Words.of("layers.reading"));
        }
        if (state.layer().origin() instanceof Layer.Tiles && !state.notes().isEmpty()) {
            return Optional.of(String.join(" ", state.notes()));
        }
        return state.onMap()
                .filter(onMap -> !onMap.shownAt(scale.getAsDouble()))
                .map(onMap -> Words.of("layers.notAtScale"));
    }
}
