package org.sightline.app.map;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.AnchorPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapPainter;
import org.sightline.map.MapView;

/** What lies over the map: buttons, scale bar, attribution, the tip at a pin, and hints. Lets the mouse through elsewhere. */
final class MapOverlay extends StackPane {
    private static final double SCALE_LEFT = 14;
    private static final double LEAST_CREDITS = 100;

    /** Of the map's width, at most. */
    private static final double CREDITS_SHARE = 0.62;

    private final MapPane map;
    private final ScaleBarNode scaleBar = new ScaleBarNode();
    private final Label hint = new Label();
    private final Label attribution = new Label(MapPainter.ATTRIBUTION);
    private final VBox tip = new VBox();
    private final Label tipText = new Label();
    private final Label tipPlace = new Label();
    private final DensityLegend legend;
    private final SymbolLegend symbols;
    private Optional<MapPainter.Target> told = Optional.empty();

    MapOverlay(MapPane map, Jobs jobs) {
        this.map = map;
        setPickOnBounds(false);
        setManaged(false);
        AnchorPane corners = new AnchorPane(buttons(), scaleBar, attribution);
        layAttribution();
        corners.setPickOnBounds(false);
        hint.getStyleClass().add("map-hint");
        hint.setMouseTransparent(true);
        StackPane.setAlignment(hint, Pos.TOP_CENTER);
        StackPane.setMargin(hint, new Insets(16, 64, 0, 64));
        legend = new DensityLegend();
        StackPane.setAlignment(legend, Pos.BOTTOM_CENTER);
        StackPane.setMargin(legend, new Insets(0, 0, 24, 0));
        symbols = new SymbolLegend(jobs);
        StackPane.setAlignment(symbols, Pos.BOTTOM_LEFT);
        StackPane.setMargin(symbols, new Insets(0, 0, 48, 10));
        getChildren().addAll(corners, hint, legend, symbols, tip());
    }

    private Node buttons() {
        VBox box = new VBox(
                button("fth-plus", "zoom.in", () -> map.zoomBy(2)),
                button("fth-minus", "zoom.out", () -> map.zoomBy(0.5)),
                button("fth-maximize", "zoom.claims", map::zoomToClaims),
                button("fth-trending-up", "measure", () -> map.measure(Optional.empty())));
        box.getStyleClass().add("map-buttons");
        AnchorPane.setTopAnchor(box, 12.0);
        AnchorPane.setRightAnchor(box, 12.0);
        return box;
    }

    private static Button button(String icon, String words, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.setId("map-" + words.replace('.', '-'));
        button.setAccessibleText(MapPane.WORDS.getString(words));
        button.setTooltip(new Tooltip(MapPane.WORDS.getString(words)));
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void layAttribution() {
        attribution.setId("map-attribution");
        attribution.getStyleClass().add("map-attribution");
        attribution.setMouseTransparent(true);
        attribution.setWrapText(true);
        attribution
                .maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        this::roomForCredits, map.widthProperty(), scaleBar.layoutBoundsProperty()));
        AnchorPane.setRightAnchor(attribution, 0.0);
        AnchorPane.setBottomAnchor(attribution, 0.0);
    }

    /** Beside the scale, of which nothing is covered. */
    private double roomForCredits() {
        double beside = map.getWidth() - scaleBar.getLayoutBounds().getWidth() - 2 * SCALE_LEFT;
        return Math.max(LEAST_CREDITS, Math.min(map.getWidth() * CREDITS_SHARE, beside));
    }

    /** The base map's and, of the layers that are seen, whom each names. */
    private String credits() {
        List<String> ofLayers =
                MapPainter.credits(map.getView(), map.layersProperty().get(), MapView.SCREEN_PIXELS_PER_INCH);
        return Stream.concat(ofLayers.stream(), Stream.of(MapPainter.ATTRIBUTION))
                .collect(Collectors.joining("; "));
    }

    private Node tip() {
        tipText.setWrapText(true);
        tipText.setMaxWidth(320);
        tipPlace.getStyleClass().add("map-tip-place");
        tipPlace.setWrapText(true);
        tipPlace.setMaxWidth(320);
        tip.getChildren().addAll(tipText, tipPlace);
        tip.getStyleClass().add("map-tip");
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        tip.setVisible(false);
        return tip;
    }

    /** Follows the view and the claims. */
    void update() {
        AnchorPane.setLeftAnchor(scaleBar, SCALE_LEFT);
        AnchorPane.setBottomAnchor(scaleBar, 10.0);
        scaleBar.show(map.getView());
        attribution.setText(credits());
        symbols.show(map.shown(), map.themeProperty().get());
        legend.show(map.densityProperty().get(), map.themeProperty().get());
        boolean empty = map.placed() == 0;
        hint.setText(empty ? MapPane.WORDS.getString("empty") : "");
        hint.setVisible(empty);
    }

    void failed(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        hint.setText(MapWords.say("failed", message));
        hint.setVisible(true);
    }

    /** Says it once more, where the words of what is pointed at have been found. */
    void again() {
        if (tip.isVisible()) {
            told.ifPresent(this::tip);
        }
    }

    /** Shows what a pin says, beside it. */
    void tip(MapPainter.Target target) {
        told = Optional.of(target);
        if (target.claimIds().size() == 1) {
            Optional<Claim> claim = map.told(target.claimIds().getFirst());
            tip(
                    claim.map(Claim::statement).orElse(""),
                    claim.map(MapWords::whereAndWhen).orElse(""),
                    target.x(),
                    target.y(),
                    target.radius());
        } else {
            tip(
                    MapWords.say("cluster", target.claimIds().size()),
                    MapWords.mix(target.categories()),
                    target.x(),
                    target.y(),
                    target.radius());
        }
    }

    /** Shows words beside a pixel. */
    void tip(String text, String second, double x, double y, double gap) {
        tipText.setText(text);
        tipPlace.setText(second);
        tipPlace.setVisible(!second.isEmpty());
        tipPlace.setManaged(!second.isEmpty());
        tip.setVisible(true);
        tip.applyCss();
        double width = Math.min(344, tip.prefWidth(-1));
        double height = tip.prefHeight(width);
        boolean right = x + gap + 10 + width < map.getWidth();
        double room = Math.max(4, map.getWidth() - width - 4);
        double left = Math.clamp(right ? x + gap + 8 : x - gap - 8 - width, 4, room);
        double top = Math.clamp(y - height / 2, 4, Math.max(4, map.getHeight() - height - 4));
        tip.resizeRelocate(Math.rint(left), Math.rint(top), width, height);
        tip.layout();
    }

    void hideTip() {
        told = Optional.empty();
        tip.setVisible(false);
    }
}
