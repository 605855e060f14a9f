package org.sightline.app.map;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapContent;
import org.sightline.map.MapLegend;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/**
 * What the frames and icons of military symbols mean that are on the map; read off the claims in the background. It can
 * be folded away, since it lies over the map, and begins so where it would cover much of it.
 */
final class SymbolLegend extends VBox {
    private static final int SIZE = 22;
    private static final int FINE = 2;
    private static final int SECTIONS = 2;
    private static final int COLUMNS = 2;

    /** The share of the map that may lie under it unasked. */
    private static final double MOST_OF_MAP = 0.1;

    private final Jobs jobs;
    private final ToggleButton fold = new ToggleButton(MapPane.WORDS.getString("legend"));
    private boolean decided; // by hand, whether it is folded
    private final GridPane signs = new GridPane();
    private @Nullable MapContent told;
    private @Nullable MapTheme dressed;

    SymbolLegend(Jobs jobs) {
        this.jobs = jobs;
        setId("map-symbol-legend");
        fold.setId("map-symbol-legend-fold");
        fold.getStyleClass().add("map-legend-fold");
        fold.setSelected(true);
        fold.setOnAction(e -> decided = true);
        signs.setHgap(10);
        signs.setVgap(2);
        signs.visibleProperty().bind(fold.selectedProperty());
        signs.managedProperty().bind(fold.selectedProperty());
        getChildren().addAll(fold, signs);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getStyleClass().add("map-density-legend");
    }

    /** The same content and theme are told once. */
    @SuppressWarnings("ReferenceEquality") // lists of claims are long: the same list is enough
    void show(MapContent content, MapTheme theme) {
        boolean military = content.symbols() == SymbolSet.MILITARY && !content.density();
        setVisible(military && !signs.getChildren().isEmpty());
        if (!military
                || (told != null
                        && told.claims() == content.claims()
                        && told.clustered() == content.clustered()
                        && dressed == theme)) {
            return;
        }
        told = content;
        dressed = theme;
        jobs.quietly(() -> content.clustered() ? MapLegend.ofGathered(content) : MapLegend.of(content))
                .whenComplete((legend, failure) -> {
                    if (failure == null) {
                        Runnable fill = () -> fill(content, legend, theme);
                        if (Platform.isFxApplicationThread()) {
                            fill.run();
                        } else {
                            Platform.runLater(fill);
                        }
                    }
                });
    }

    @SuppressWarnings("ReferenceEquality")
    private void fill(MapContent content, MapLegend legend, MapTheme theme) {
        if (told != content) {
            return; // others are shown by now
        }
        signs.getChildren().clear();
        List<MapLegend.Entry> entries = new ArrayList<>();
        legend.sections().stream().limit(SECTIONS).forEach(section -> entries.addAll(section.entries()));
        int rows = (entries.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < entries.size(); i++) {
            Label label = new Label(entries.get(i).text(), sign(entries.get(i).sign(), theme));
            signs.add(label, i / rows, i % rows);
        }
        setVisible(!entries.isEmpty());
        foldWhereLarge();
    }

    private void foldWhereLarge() {
        if (!decided && getParent() instanceof Region map) {
            fold.setSelected(true);
            applyCss();
            fold.setSelected(prefWidth(-1) * prefHeight(-1) <= MOST_OF_MAP * map.getWidth() * map.getHeight());
        }
    }

    private static Node sign(MapLegend.Sign sign, MapTheme theme) {
        Raster raster = new Raster(SIZE * FINE, SIZE * FINE);
        Graphics2D g = raster.graphics(FINE);
        sign.paint(g, SIZE / 2.0, SIZE / 2.0, SIZE, theme);
        g.dispose();
        raster.updated();
        ImageView view = new ImageView(raster.image());
        view.setFitWidth(SIZE);
        view.setFitHeight(SIZE);
        return view;
    }
}
