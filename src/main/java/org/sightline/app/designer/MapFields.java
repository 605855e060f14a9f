package org.sightline.app.designer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.locationtech.jts.geom.Envelope;
import org.sightline.briefing.Crowding;
import org.sightline.briefing.Design;
import org.sightline.briefing.Look;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/**
 * How the maps of a design look: what they show and in which projection, signs, coordinates, colours, resolution.
 *
 * <p>Thread rule: window's thread only.
 */
final class MapFields extends VBox {
    private static final int LEAST_DPI = 30;
    private static final int MOST_DPI = 1200;
    private static final String FITTED = DesignerWords.of("crs.fitted");

    private final MenuButton extent = new MenuButton();
    private final ComboBox<String> crs = new ComboBox<>();
    private final ComboBox<Crowding> crowding = new ComboBox<>();
    private final ComboBox<Notation> notation = new ComboBox<>();
    private final CheckBox military = new CheckBox(DesignerWords.of("military"));
    private final CheckBox blackAndWhite = new CheckBox(DesignerWords.of("blackAndWhite"));
    private final Spinner<Integer> dpi = Fields.number(LEAST_DPI, MOST_DPI, 50, 96);

    /**
     * @param tell is told of every change
     * @param view what the window's map shows; empty before it is painted
     * @param selected around the claims that are selected; empty where none is
     */
    MapFields(
            Consumer<UnaryOperator<Design>> tell,
            Supplier<Optional<Envelope>> view,
            Supplier<Optional<Envelope>> selected) {
        super(8);
        Fields.offer(crowding, List.of(Crowding.values()), c -> DesignerWords.of("crowding", c));
        Fields.offer(notation, List.of(Notation.values()), n -> DesignerWords.of("notation", n));
        crs.setEditable(true);
        crs.setMaxWidth(Double.MAX_VALUE);
        crs.getItems().setAll(FITTED, "EPSG:3857", "EPSG:3035");
        military.setId("designer-military");
        blackAndWhite.setId("designer-blackAndWhite");
        extent.setMaxWidth(Double.MAX_VALUE);
        offerExtents(tell, view, selected);
        Label unit = new Label(DesignerWords.of("dpi.unit"));
        HBox resolution = new HBox(6, dpi, unit);
        resolution.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        Fields.field("extent", extent, extent),
                        Fields.field("crs", crs, crs),
                        Fields.field("crowding", crowding, crowding),
                        military,
                        blackAndWhite,
                        Fields.field("notation", notation, notation),
                        Fields.field("dpi", dpi, resolution));
        listen(look -> tell.accept(design -> design.looking(look.apply(design.look()))));
    }

    private void offerExtents(
            Consumer<UnaryOperator<Design>> tell,
            Supplier<Optional<Envelope>> view,
            Supplier<Optional<Envelope>> selected) {
        MenuItem all = new MenuItem(DesignerWords.of("extent.claims"));
        all.setId("designer-extent-claims");
        all.setOnAction(
                event -> tell.accept(design -> design.looking(design.look().showing(Optional.empty()))));
        MenuItem shown = taking("extent.view", tell, view);
        MenuItem chosen = taking("extent.selected", tell, selected);
        extent.getItems().setAll(all, shown, chosen);
        extent.setOnShowing(event -> {
            shown.setDisable(view.get().isEmpty());
            boolean none = selected.get().isEmpty();
            chosen.setDisable(none);
            chosen.setText(DesignerWords.of(none ? "extent.selected.none" : "extent.selected"));
        });
    }

    private static MenuItem taking(
            String key, Consumer<UnaryOperator<Design>> tell, Supplier<Optional<Envelope>> extent) {
        MenuItem item = new MenuItem(DesignerWords.of(key));
        item.setId("designer-" + key.replace('.', '-'));
        item.setOnAction(event -> extent.get()
                .ifPresent(now ->
                        tell.accept(design -> design.looking(design.look().showing(Optional.of(rounded(now)))))));
        return item;
    }

    /** To some metres: what a design says is to be read by people too. */
    private static Envelope rounded(Envelope exact) {
        return new Envelope(
                Math.round(exact.getMinX() * 1e4) / 1e4,
                Math.round(exact.getMaxX() * 1e4) / 1e4,
                Math.max(-90, Math.round(exact.getMinY() * 1e4) / 1e4),
                Math.min(90, Math.round(exact.getMaxY() * 1e4) / 1e4));
    }

    private void listen(Consumer<UnaryOperator<Look>> change) {
        crs.valueProperty().addListener((value, was, is) -> {
            if (is != null) {
                boolean fitted = is.isBlank() || is.equals(FITTED);
                change.accept(look -> look.projected(fitted ? OptionalInt.empty() : Look.projection(is)));
            }
        });
        crowding.valueProperty().addListener((value, was, is) -> change.accept(look -> look.crowded(is)));
        notation.valueProperty().addListener((value, was, is) -> change.accept(look -> look.writing(is)));
        military.selectedProperty()
                .addListener(
                        (value, was, is) -> change.accept(look -> look.as(is ? SymbolSet.MILITARY : SymbolSet.PINS)));
        blackAndWhite
                .selectedProperty()
                .addListener(
                        (value, was, is) -> change.accept(look -> look.in(is ? MapTheme.MONOCHROME : MapTheme.PRINT)));
        dpi.valueProperty().addListener((value, was, is) -> change.accept(look -> look.at(is)));
    }

    void show(Look look) {
        extent.setText(look.extent().map(MapFields::words).orElseGet(() -> DesignerWords.of("extent.claims")));
        crs.setValue(look.epsg().isPresent() ? "EPSG:" + look.epsg().getAsInt() : FITTED);
        crowding.setValue(look.crowding());
        notation.setValue(look.notation());
        military.setSelected(look.symbols() == SymbolSet.MILITARY);
        blackAndWhite.setSelected(look.theme() == MapTheme.MONOCHROME);
        dpi.getValueFactory().setValue(look.dpi());
    }

    /** West to east, south to north. */
    private static String words(Envelope box) {
        return String.format(
                Locale.ROOT,
                "%.2f\u2026%.2f\u00b0 E, %.2f\u2026%.2f\u00b0 N",
                box.getMinX(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxY());
    }

    /** Whether a list hangs open; Esc then closes that list. */
    boolean choosing() {
        return extent.isShowing() || crs.isShowing() || crowding.isShowing() || notation.isShowing();
    }
}
