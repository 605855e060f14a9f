package org.sightline.app.fields;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Captions at the left, fields at the right, each row as high as its field. */
public final class FormLayout extends VBox {
    private static final double CAPTION_WIDTH = 84;

    public FormLayout() {
        getStyleClass().add("form-layout");
    }

    /** Adds a field under those before it. */
    public FormLayout row(String caption, Node field) {
        Label label = new Label(caption);
        label.getStyleClass().add("caption");
        label.setLabelFor(field);
        label.setMinWidth(CAPTION_WIDTH);
        label.setPrefWidth(CAPTION_WIDTH);
        if (field instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
            region.setMinWidth(0);
        }
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(4, label, field);
        row.setAlignment(Pos.TOP_LEFT);
        getChildren().add(row);
        return this;
    }
}
