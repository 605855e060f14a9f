package org.sightline.app.briefing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.locationtech.jts.geom.Envelope;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingSpec;
import org.sightline.briefing.BriefingSpec.Paper;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;
import org.sightline.map.SymbolSet;

/**
 * The settings of a briefing. Every change is told to the listener.
 *
 * <p>Thread rule: window's thread only; the {@link Choice} it gives may go anywhere.
 */
final class BriefingForm extends VBox {
    private static final double WIDTH = 236;
    private static final List<Notation> NOTATIONS = List.of(Notation.values());

    /** What the map is to show. */
    enum Extent {
        ALL_CLAIMS,
        MAP_VIEW,
        SELECTED_CLAIMS
    }

    /** The settings at one moment. */
    record Choice(BriefingSpec spec, Extent extent, Set<Long> selected) {

        /** The spec for a dossier: the extent of selected claims needs the claims. */
        BriefingSpec specFor(Dossier dossier) {
            if (extent != Extent.SELECTED_CLAIMS || selected.isEmpty()) {
                return spec;
            }
            Envelope around = Briefing.extentAround(dossier.claims().stream()
                    .filter(claim -> selected.contains(claim.id()))
                    .toList());
            return spec.showing(Optional.of(around));
        }
    }

    private final BriefingMaterial material;
    private final TextField title = new TextField();
    private final ComboBox<Extent> extent = new ComboBox<>();
    private final ComboBox<Paper> paper = new ComboBox<>();
    private final ComboBox<Optional<Tlp>> tlp = new ComboBox<>();
    private final ComboBox<Notation> notation = new ComboBox<>();
    private final RadioButton landscape = new RadioButton(BriefingWords.of("orientation.landscape"));
    private final RadioButton portrait = new RadioButton(BriefingWords.of("orientation.portrait"));
    private final RadioButton colour = new RadioButton(BriefingWords.of("colours", MapTheme.PRINT));
    private final RadioButton blackAndWhite = new RadioButton(BriefingWords.of("colours", MapTheme.MONOCHROME));
    private final RadioButton pins = new RadioButton(BriefingWords.of("symbols", SymbolSet.PINS));
    private final RadioButton military = new RadioButton(BriefingWords.of("symbols", SymbolSet.MILITARY));
    private final Spinner<Integer> dpi = new Spinner<>(72, 600, 150, 50);

    BriefingForm(BriefingMaterial material, Runnable changed) {
        super(10);
        this.material = material;
        getStyleClass().add("briefing-form");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        fill();
        lay();
        listen(changed);
    }

    private void fill() {
        offer(extent, List.of(Extent.values()), this::extentName);
        offer(paper, List.of(Paper.values()), p -> BriefingWords.of("paper", p));
        List<Optional<Tlp>> markings = new java.util.ArrayList<>();
        markings.add(Optional.empty());
        for (Tlp marking : Tlp.values()) {
            markings.add(Optional.of(marking));
        }
        offer(tlp, markings, t -> t.map(Tlp::label).orElseGet(() -> BriefingWords.of("tlp.none")));
        offer(notation, NOTATIONS, n -> BriefingWords.of("notation", n));
        group(landscape, portrait);
        group(colour, blackAndWhite);
        group(pins, military);
        dpi.setEditable(true);
        dpi.setMaxWidth(90);
        // a number that is typed counts when the field is left, and not only on Enter
        dpi.focusedProperty().addListener((focus, before, now) -> dpi.commitValue());
    }

    private String extentName(Extent value) {
        boolean none =
                value == Extent.SELECTED_CLAIMS && material.selected().get().isEmpty();
        return BriefingWords.of(none ? "extent.SELECTED_CLAIMS.none" : "extent." + value.name());
    }

    private static <T> void offer(ComboBox<T> box, List<T> values, Function<T, String> name) {
        box.setItems(FXCollections.observableArrayList(values));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new IllegalStateException("These lists are chosen from and not typed into.");
            }
        });
        box.getSelectionModel().selectFirst();
        box.setMaxWidth(Double.MAX_VALUE);
    }

    private static void group(RadioButton first, RadioButton second) {
        ToggleGroup group = new ToggleGroup();
        first.setToggleGroup(group);
        second.setToggleGroup(group);
        first.setSelected(true);
    }

    private void lay() {
        Label unit = new Label(BriefingWords.of("dpi.unit"));
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox resolution = new HBox(6, dpi, unit);
        resolution.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        field("title", title, title),
                        field("extent", extent, extent),
                        field("paper", paper, paper),
                        field("orientation", landscape, pair(landscape, portrait)),
                        field("tlp", tlp, tlp),
                        field("colours", colour, pair(colour, blackAndWhite)),
                        field("symbols", pins, pair(pins, military)),
                        field("notation", notation, notation),
                        field("dpi", dpi, resolution));
    }

    private static HBox pair(RadioButton first, RadioButton second) {
        HBox pair = new HBox(14, first, second);
        HBox.setHgrow(second, Priority.ALWAYS);
        return pair;
    }

    private static VBox field(String key, Node focus, Node shown) {
        Label label = new Label(BriefingWords.of(key));
        label.setLabelFor(focus);
        label.getStyleClass().add("caption");
        focus.setAccessibleHelp(BriefingWords.of(key));
        focus.setId("briefing-" + key.toLowerCase(Locale.ROOT));
        return new VBox(3, label, shown);
    }

    private void listen(Runnable changed) {
        List<ObservableValue<?>> all = List.of(
                title.textProperty(),
                extent.valueProperty(),
                paper.valueProperty(),
                tlp.valueProperty(),
                notation.valueProperty(),
                landscape.selectedProperty(),
                colour.selectedProperty(),
                pins.selectedProperty(),
                dpi.valueProperty());
        for (ObservableValue<?> value : all) {
            value.addListener((property, before, now) -> changed.run());
        }
    }

    /** The board's title stands in an empty field, and on the page. */
    void suggestTitle(String boardTitle) {
        title.setPromptText(boardTitle);
    }

    /** Begins with the signs that the map has. */
    void suggest(SymbolSet symbols) {
        (symbols == SymbolSet.PINS ? pins : military).setSelected(true);
    }

    /** Whether a list hangs open; Esc then closes that list. */
    boolean choosing() {
        return extent.isShowing() || paper.isShowing() || tlp.isShowing() || notation.isShowing();
    }

    Choice choice() {
        Extent chosen = extent.getValue();
        Optional<Envelope> shown =
                chosen == Extent.MAP_VIEW ? material.mapExtent().get() : Optional.empty();
        BriefingSpec spec = new BriefingSpec(
                title.getText(),
                shown,
                paper.getValue(),
                landscape.isSelected(),
                tlp.getValue(),
                colour.isSelected() ? MapTheme.PRINT : MapTheme.MONOCHROME,
                notation.getValue(),
                OptionalInt.empty(),
                dpi.getValue(),
                pins.isSelected() ? SymbolSet.PINS : SymbolSet.MILITARY);
        return new Choice(spec, chosen, Set.copyOf(material.selected().get()));
    }
}
