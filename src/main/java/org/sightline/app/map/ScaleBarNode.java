package org.sightline.app.map;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.sightline.map.MapView;
import org.sightline.map.ScaleBar;

/** The scale bar over the map. */
final class ScaleBarNode extends Pane {
    private static final double LONGEST = 160;
    private static final double HEIGHT = 5;
    private static final double TOP = 17;

    /** Pixels by which a bar may differ from the one shown, so that not every step of a drag makes it anew. */
    private static final double ALIKE = 0.25;

    private @Nullable ScaleBar shown;

    ScaleBarNode() {
        getStyleClass().add("map-scale");
        setMouseTransparent(true);
        setMinHeight(TOP + HEIGHT + 2);
    }

    void show(MapView view) {
        if (view.width() <= 1) {
            return;
        }
        ScaleBar bar = ScaleBar.fitting(view, Math.min(LONGEST, view.width() / 3.0));
        ScaleBar old = shown;
        if (old != null && old.metres() == bar.metres() && Math.abs(old.pixels() - bar.pixels()) < ALIKE) {
            return;
        }
        shown = bar;
        getChildren().clear();
        Rectangle ground = new Rectangle(-1, TOP - 1, bar.pixels() + 2, HEIGHT + 2);
        ground.getStyleClass().add("map-scale-ground");
        getChildren().add(ground);
        for (int i = 0; i < bar.divisions(); i += 2) {
            double part = bar.pixels() / bar.divisions();
            Rectangle block = new Rectangle(i * part, TOP, part, HEIGHT);
            block.getStyleClass().add("map-scale-block");
            getChildren().add(block);
        }
        figure("0", 0);
        figure(bar.label(), bar.pixels());
        setAccessibleText(bar.label());
        setPrefWidth(bar.pixels() + 24);
    }

    private void figure(String words, double x) {
        Text text = new Text(words);
        text.getStyleClass().add("map-scale-figure");
        getChildren().add(text);
        text.applyCss();
        text.setX(Math.max(0, x - text.getLayoutBounds().getWidth() / 2));
        text.setY(TOP - 5);
    }
}
