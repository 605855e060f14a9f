package org.sightline.app.layers;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sightline.app.desk.Words;
import org.sightline.app.fields.FormLayout;
import org.sightline.board.Layer;
import org.sightline.map.ImageLayer;

/** How the chosen layer is called and painted; each change is made at once, and each can be undone. */
final class LayerLookForm extends VBox {
    private static final Duration REST = Duration.millis(350);
    private static final int PER_CENT = 100;

    private final LayerActs acts;
    private final LayerEdits edits;
    private final BoardLayers layers;
    private final TextField name = field("name");
    private final Slider opacity = slider("opacity");
    private final TextField nearest = field("nearest");
    private final TextField farthest = field("farthest");
    private final ColorPicker stroke = picker("stroke");
    private final TextField size = field("size");
    private final ColorPicker fill = picker("fill");
    private final Slider fillOpacity = slider("fillOpacity");
    private final CheckBox names = new CheckBox(Words.of("layers.names"));
    private final TextField attribution = field("attribution");
    private final CheckBox asking = new CheckBox();
    private final FormLayout drawing = new FormLayout();
    private final Label notes = new Label();
    private final Label problem = new Label();
    private @Nullable LayerState state;
    private boolean following;

    LayerLookForm(LayerActs acts, LayerEdits edits) {
        super(8);
        this.acts = acts;
        this.edits = edits;
        this.layers = acts.layers();
        setId("layer-look");
        getStyleClass().add("side-form");
        FormLayout common = new FormLayout()
                .row(Words.of("layers.name"), name)
                .row(Words.of("layers.opacity"), withShare(opacity))
                .row(Words.of("layers.scales"), scales());
        drawing.row(Words.of("layers.stroke"), beside(stroke, size, Words.of("layers.pixels")))
                .row(Words.of("layers.fill"), beside(fill, fillOpacity, ""))
                .row("", names);
        drawing.managedProperty().bind(drawing.visibleProperty());
        FormLayout credit = new FormLayout().row(Words.of("layers.attribution"), attribution);
        attribution.setPromptText(Words.of("layers.attribution.prompt"));
        names.setId("layer-names");
        asking.setId("layer-asking");
        asking.setWrapText(true);
        asking.managedProperty().bind(asking.visibleProperty());
        notes.getStyleClass().add("muted");
        problem.setId("layer-problem");
        problem.getStyleClass().add("problem");
        for (Label label : new Label[] {notes, problem}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        getChildren().addAll(asking, common, drawing, credit, problem, notes);
        listen();
    }

    private static TextField field(String key) {
        TextField field = new TextField();
        field.setId("layer-" + key);
        field.setAccessibleText(Words.of("layers." + key));
        return field;
    }

    private static Slider slider(String key) {
        Slider slider = new Slider(0, PER_CENT, PER_CENT);
        slider.setId("layer-" + key);
        slider.setBlockIncrement(10);
        slider.setMinWidth(40);
        slider.setAccessibleText(Words.of("layers." + key));
        HBox.setHgrow(slider, Priority.ALWAYS);
        return slider;
    }

    private static ColorPicker picker(String key) {
        ColorPicker picker = new ColorPicker();
        picker.setId("layer-" + key);
        picker.getStyleClass().add("layer-colour");
        picker.setAccessibleText(Words.of("layers." + key));
        return picker;
    }

    private static HBox withShare(Slider slider) {
        Label share = new Label();
        share.textProperty().bind(slider.valueProperty().asString(Locale.ENGLISH, "%.0f %%"));
        share.setMinWidth(40);
        share.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(4, slider, share);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox scales() {
        Label to = new Label(Words.of("layers.to"));
        to.setMinWidth(USE_PREF_SIZE);
        for (TextField end : new TextField[] {nearest, farthest}) {
            end.setPromptText(Words.of("layers.any"));
            end.setMinWidth(40);
            HBox.setHgrow(end, Priority.ALWAYS);
        }
        HBox row = new HBox(4, nearest, to, farthest);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox beside(ColorPicker colour, Node field, String unit) {
        HBox.setHgrow(field, Priority.ALWAYS);
        if (field instanceof TextField text) {
            text.setPrefColumnCount(3);
            text.setMinWidth(36);
            HBox.setHgrow(text, Priority.NEVER);
        }
        Label label = new Label(unit);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = field instanceof Slider slider ? withShare(slider) : new HBox(4, field, label);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(row, Priority.ALWAYS);
        HBox both = new HBox(8, colour, row);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private void listen() {
        onCommit(name, this::rename);
        onCommit(nearest, this::between);
        onCommit(farthest, this::between);
        onCommit(size, this::resize);
        onCommit(
                attribution,
                () -> look(look -> look.crediting(attribution.getText().strip())));
        onRest(opacity, () -> look -> look.opaque(share(opacity)));
        onRest(fillOpacity, () -> this::drawn);
        stroke.setOnAction(event -> look(this::drawn));
        fill.setOnAction(event -> look(this::drawn));
        asking.setOnAction(event -> {
            LayerState of = state;
            if (of != null && of.layer().origin() instanceof Layer.Tiles tiles) {
                acts.ask(tiles, asking.isSelected());
            }
        });
        names.setOnAction(event -> {
            boolean now = names.isSelected();
            look(look -> look.naming(now));
        });
    }

    /** On Enter, and when the field is left. */
    private void onCommit(TextField field, Runnable commit) {
        field.setOnAction(event -> commit.run());
        field.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                commit.run();
            }
        });
    }

    /** Seen on the map while it moves; made when it has come to rest. */
    private void onRest(Slider slider, java.util.function.Supplier<UnaryOperator<Layer.Look>> change) {
        PauseTransition rest = new PauseTransition(REST);
        rest.setOnFinished(event -> {
            if (slider.isValueChanging()) {
                rest.playFromStart();
            } else {
                look(change.get());
            }
        });
        slider.valueProperty().addListener((value, before, now) -> {
            LayerState of = state;
            if (!following && of != null) {
                layers.preview(of.layer().looking(change.get().apply(of.layer().look())));
                rest.playFromStart();
            }
        });
    }

    private static double share(Slider slider) {
        return Math.rint(slider.getValue()) / PER_CENT;
    }

    private Layer.Look drawn(Layer.Look look) {
        return look.drawn(
                LayerWords.hex(stroke.getValue()), LayerWords.hex(fill.getValue()), share(fillOpacity), look.size());
    }

    private void look(UnaryOperator<Layer.Look> change) {
        LayerState of = state;
        if (!following && of != null) {
            problem.setText("");
            edits.look(of.layer().uuid(), change);
        }
    }

    private void rename() {
        LayerState of = state;
        String wanted = name.getText().strip();
        if (of == null) {
            return;
        }
        if (wanted.isEmpty()) {
            refuse("layers.name.missing");
        } else if (!wanted.equals(of.layer().name())) {
            problem.setText("");
            edits.edit(of.layer().uuid(), layer -> layer.named(wanted));
        }
    }

    private void between() {
        Optional<OptionalLong> near = LayerWords.readScale(nearest.getText());
        Optional<OptionalLong> far = LayerWords.readScale(farthest.getText());
        if (near.isEmpty() || far.isEmpty()) {
            refuse("layers.scales.unread");
        } else if (near.get().isPresent()
                && far.get().isPresent()
                && near.get().getAsLong() > far.get().getAsLong()) {
            refuse("layers.scales.none");
        } else {
            look(look -> look.between(near.get(), far.get()));
        }
    }

    private void resize() {
        Optional<Double> wanted = LayerWords.readSize(size.getText());
        if (wanted.isEmpty()) {
            refuse("layers.size.unread");
        } else {
            look(look -> look.drawn(look.stroke(), look.fill(), look.fillOpacity(), wanted.get()));
        }
    }

    private void refuse(String key) {
        problem.setText(Words.of(key));
    }

    /** Another layer, or the same after a change; what is just being typed stays. */
    void show(LayerState now) {
        LayerState last = state;
        UUID before = last == null ? null : last.layer().uuid();
        boolean other = !now.layer().uuid().equals(before);
        if (other) {
            problem.setText("");
        }
        following = true;
        state = now;
        Layer.Look look = now.layer().look();
        set(name, now.layer().name(), other);
        set(nearest, LayerWords.scale(look.nearest()), other);
        set(farthest, LayerWords.scale(look.farthest()), other);
        set(size, LayerWords.size(look.size()), other);
        set(attribution, look.attribution(), other);
        set(opacity, look.opacity());
        set(fillOpacity, look.fillOpacity());
        stroke.setValue(Color.web(look.stroke()));
        fill.setValue(Color.web(look.fill()));
        names.setSelected(look.names());
        drawing.setVisible(
                now.onMap().filter(layer -> layer instanceof ImageLayer).isEmpty()
                        && !(now.layer().origin() instanceof Layer.Tiles));
        Optional<String> host = LayerWords.host(now.layer());
        asking.setVisible(host.isPresent());
        host.ifPresent(server -> {
            asking.setText(Words.of("layers.ask.server", server));
            asking.setSelected(acts.mayAsk(server));
        });
        notes.setText(String.join(" ", now.notes()));
        following = false;
    }

    private static void set(TextField field, String words, boolean other) {
        if (other || !field.isFocused()) {
            field.setText(words);
        }
    }

    private static void set(Slider slider, double share) {
        if (!slider.isValueChanging()) {
            slider.setValue(Math.rint(share * PER_CENT));
        }
    }
}
