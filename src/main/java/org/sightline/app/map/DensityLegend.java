package org.sightline.app.map;

import java.awt.Color;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;

/** What the colours of the density mean. */
final class DensityLegend extends HBox {
    private final Region ramp = new Region();
    private @Nullable MapTheme theme;

    DensityLegend() {
        super(8);
        ramp.setPrefSize(120, 10);
        ramp.setMinSize(120, 10);
        ramp.setMaxSize(120, 10);
        getChildren()
                .addAll(
                        new Label(MapPane.WORDS.getString("density.fewer")),
                        ramp,
                        new Label(MapPane.WORDS.getString("density.more")));
        setId("map-density-legend");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getStyleClass().add("map-density-legend");
    }

    void show(boolean shown, MapTheme next) {
        setVisible(shown);
        if (shown && next != theme) {
            theme = next;
            colour(next);
        }
    }

    private void colour(MapTheme next) {
        StringBuilder stops =
                new StringBuilder("-fx-background-radius: 2; -fx-background-color: linear-gradient(to right");
        for (Color color : MapPainter.densityColours(next)) {
            stops.append(String.format(", #%06x", color.getRGB() & 0xFFFFFF));
        }
        ramp.setStyle(stops.append(");").toString());
    }
}
