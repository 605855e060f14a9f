package org.sightline.app.fields;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area that is as high as its text, between one line and a limit. */
public final class GrowingText extends TextArea {
    private static final double USUAL_WIDTH = 190;
    private static final double BESIDE = 20;
    private static final double ABOVE_AND_BELOW = 18;
    private final int mostLines;
    private final Text measure = new Text();

    public GrowingText(int mostLines) {
        this.mostLines = mostLines;
        setWrapText(true);
        setPrefWidth(USUAL_WIDTH);
        setMinHeight(0);
        getStyleClass().add("growing-text");
        textProperty().addListener((text, before, now) -> requestLayout());
        TabGoesOn.from(this);
        // a width given while its parent is laid out asks for another layout, which has to wait for the end of this one
        widthProperty().addListener((width, before, now) -> Platform.runLater(this::requestLayout));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        measure.setFont(getFont());
        measure.setWrappingWidth(0);
        measure.setText("Mg");
        double line = measure.getLayoutBounds().getHeight();
        double known = width > 0 ? width : getWidth();
        measure.setWrappingWidth(known > 0 ? Math.max(60, known - BESIDE) : 0);
        measure.setText(getText().isEmpty() ? "Mg" : getText());
        double height = Math.min(measure.getLayoutBounds().getHeight(), line * mostLines);
        return Math.ceil(height) + ABOVE_AND_BELOW;
    }
}
