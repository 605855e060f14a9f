package org.sightline.app.fields;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Captions at the left, fields at the right, on one grid. */
public final class FormLayout extends GridPane {
    private static final double CAPTION_WIDTH = 84;
    private int row;

    public FormLayout() {
        getStyleClass().add("form-layout");
        ColumnConstraints caption = new ColumnConstraints(CAPTION_WIDTH);
        ColumnConstraints field = new ColumnConstraints();
        field.setHgrow(Priority.ALWAYS);
        field.setMinWidth(0);
        getColumnConstraints().setAll(caption, field);
    }

    /** Adds a field under those before it. */
    public FormLayout row(String caption, Node field) {
        Label label = new Label(caption);
        label.getStyleClass().add("caption");
        label.setLabelFor(field);
        GridPane.setValignment(label, VPos.TOP);
        if (field instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        add(label, 0, row);
        add(field, 1, row);
        row++;
        return this;
    }

    /** Adds something over the whole width. */
    public FormLayout wide(Node node) {
        add(node, 0, row, 2, 1);
        row++;
        return this;
    }
}
