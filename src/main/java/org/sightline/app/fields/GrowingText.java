package org.sightline.app.fields;

import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area that is as high as its text, between one line and a limit. */
public final class GrowingText extends TextArea {
    private static final double PADDING = 14;
    private final int mostLines;
    private final Text measure = new Text();

    public GrowingText(int mostLines) {
        this.mostLines = mostLines;
        setWrapText(true);
        setPrefRowCount(1);
        setMinHeight(0);
        getStyleClass().add("growing-text");
        textProperty().addListener((text, before, now) -> requestGrowth());
        widthProperty().addListener((width, before, now) -> requestGrowth());
        fontProperty().addListener((font, before, now) -> requestGrowth());
        requestGrowth();
    }

    private void requestGrowth() {
        measure.setFont(getFont());
        measure.setWrappingWidth(0);
        measure.setText("Mg");
        double line = measure.getLayoutBounds().getHeight();
        measure.setWrappingWidth(Math.max(60, getWidth() - 20));
        measure.setText(getText().isEmpty() ? "Mg" : getText());
        double height = Math.min(measure.getLayoutBounds().getHeight(), line * mostLines);
        setPrefHeight(Math.ceil(height) + PADDING);
    }
}
