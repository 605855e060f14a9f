package org.sightline.app.map;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

/**
 * A line around the map while it has the keyboard: four filled bars, for a stroked rectangle as large as the map takes
 * longer to draw in each frame than the map itself. Window's thread.
 */
final class FocusRing extends Group {
    private static final double WIDTH = 2;

    private final List<Rectangle> bars =
            Stream.generate(Rectangle::new).limit(4).toList();

    FocusRing() {
        bars.forEach(bar -> bar.getStyleClass().add("map-focus"));
        getChildren().addAll(bars);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void fit(double width, double height) {
        place(bars.get(0), 0, 0, width, WIDTH);
        place(bars.get(1), 0, height - WIDTH, width, WIDTH);
        place(bars.get(2), 0, 0, WIDTH, height);
        place(bars.get(3), width - WIDTH, 0, WIDTH, height);
    }

    private static void place(Rectangle bar, double x, double y, double width, double height) {
        bar.setX(x);
        bar.setY(y);
        bar.setWidth(width);
        bar.setHeight(height);
    }
}
