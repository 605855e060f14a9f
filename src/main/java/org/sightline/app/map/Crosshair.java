package org.sightline.app.map;

import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Marks the middle of the map while keys set points there. */
final class Crosshair extends Group {
    private static final double ARM = 14;
    private static final double GAP = 4;

    Crosshair() {
        setId("map-crosshair");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren().addAll(arms("map-crosshair-ground"), arms("map-crosshair"));
    }

    private static Path arms(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        for (int[] way : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            path.getElements().addAll(new MoveTo(GAP * way[0], GAP * way[1]), new LineTo(ARM * way[0], ARM * way[1]));
        }
        return path;
    }
}
