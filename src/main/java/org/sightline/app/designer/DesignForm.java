package org.sightline.app.designer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.sightline.DomainException;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.briefing.Design;
import org.sightline.briefing.Note;
import org.sightline.briefing.Numbering;
import org.sightline.briefing.PaperSize;
import org.sightline.briefing.Part;
import org.sightline.briefing.Start;
import org.sightline.briefing.Tiles;
import org.sightline.geo.Notation;
import org.sightline.map.MapTheme;

/**
 * All of a design that is not a place on the page: starting point, paper, marking, colours, and which parts there are.
 * Whatever is changed is told at once.
 *
 * <p>Thread rule: window's thread only.
 */
final class DesignForm extends VBox {
    private final Consumer<UnaryOperator<Design>> change;
    private final Consumer<String> wrong;
    private final Map<Start, RadioButton> starts = new EnumMap<>(Start.class);
    private final Map<Part, CheckBox> parts = new EnumMap<>(Part.class);
    private final TextField title = new TextField();
    private final ComboBox<String> paper = new ComboBox<>();
    private final RadioButton landscape = new RadioButton(DesignerWords.of("landscape"));
    private final RadioButton portrait = new RadioButton(DesignerWords.of("portrait"));
    private final Spinner<Integer> columns = new Spinner<>(1, Tiles.MOST, 1);
    private final Spinner<Integer> rows = new Spinner<>(1, Tiles.MOST, 1);
    private final ComboBox<Optional<Tlp>> tlp = new ComboBox<>();
    private final TextField classification = new TextField();
    private final CheckBox blackAndWhite = new CheckBox(DesignerWords.of("blackAndWhite"));
    private final ComboBox<Notation> notation = new ComboBox<>();
    private final ComboBox<Numbering> numbering = new ComboBox<>();
    private final VBox notes = new VBox(6);
    private boolean showing;

    /**
     * @param change is given every change
     * @param wrong is told what cannot be
     */
    DesignForm(Consumer<UnaryOperator<Design>> change, Consumer<String> wrong) {
        super(10);
        this.change = change;
        this.wrong = wrong;
        getStyleClass().add("designer-form");
        setPadding(new Insets(12));
        fill();
        lay();
        listen();
    }

    private void fill() {
        ToggleGroup group = new ToggleGroup();
        for (Start start : Start.values()) {
            RadioButton button = new RadioButton(DesignerWords.of("start", start));
            button.setId("designer-start-" + start.key());
            button.setToggleGroup(group);
            starts.put(start, button);
        }
        for (Part part : Part.values()) {
            CheckBox box = new CheckBox(DesignerWords.of("part", part));
            box.setId("designer-part-" + part.key());
            parts.put(part, box);
        }
        paper.setEditable(true);
        paper.getItems().setAll(PaperSize.NAMED.stream().map(PaperSize::name).toList());
        ToggleGroup orientation = new ToggleGroup();
        landscape.setToggleGroup(orientation);
        portrait.setToggleGroup(orientation);
        List<Optional<Tlp>> markings = new ArrayList<>(List.of(Optional.empty()));
        for (Tlp marking : Tlp.values()) {
            markings.add(Optional.of(marking));
        }
        offer(tlp, markings, t -> t.map(Tlp::label).orElseGet(() -> DesignerWords.of("tlp.none")));
        offer(notation, List.of(Notation.values()), n -> DesignerWords.of("notation", n));
        offer(numbering, List.of(Numbering.values()), n -> DesignerWords.of("numbering", n));
        List.of(columns, rows).forEach(spinner -> spinner.setPrefWidth(72));
        blackAndWhite.setId("designer-blackAndWhite");
    }

    private static <T> void offer(ComboBox<T> box, List<T> values, Function<T, String> name) {
        box.setItems(FXCollections.observableArrayList(values));
        box.setMaxWidth(Double.MAX_VALUE);
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
    }

    private void lay() {
        paper.setMaxWidth(Double.MAX_VALUE);
        Label by = new Label("\u00d7");
        HBox tiles = new HBox(6, columns, by, rows);
        tiles.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button note = new Button(DesignerWords.of("addNote"));
        note.setId("designer-addNote");
        note.setOnAction(event -> {
            List<Note> more = new ArrayList<>();
            change.accept(design -> {
                more.addAll(design.notes());
                more.add(new Note(DesignerWords.of("newNote"), Optional.empty()));
                return design.noting(more);
            });
        });
        VBox starting = new VBox(5);
        starting.getChildren().addAll(starts.values());
        VBox shown = new VBox(5);
        shown.getChildren().addAll(parts.values());
        getChildren()
                .setAll(
                        section("starts", starting),
                        field("title", title, title),
                        field("paper", paper, paper),
                        new HBox(14, landscape, portrait),
                        field("tiles", columns, tiles),
                        field("tlp", tlp, tlp),
                        field("classification", classification, classification),
                        blackAndWhite,
                        field("notation", notation, notation),
                        field("numbering", numbering, numbering),
                        section("parts", shown),
                        section("notes", notes),
                        note);
        rows.setAccessibleText(DesignerWords.of("tiles.rows"));
        columns.setAccessibleText(DesignerWords.of("tiles.columns"));
    }

    private static VBox section(String key, Node content) {
        Label heading = new Label(DesignerWords.of(key));
        heading.getStyleClass().add("designer-heading");
        return new VBox(5, heading, content);
    }

    private static VBox field(String key, Node focus, Node shown) {
        Label label = new Label(DesignerWords.of(key));
        label.setLabelFor(focus);
        label.getStyleClass().add("caption");
        focus.setAccessibleHelp(DesignerWords.of(key));
        focus.setId("designer-" + key);
        return new VBox(3, label, shown);
    }

    private void listen() {
        starts.forEach((start, button) -> button.selectedProperty().addListener((on, was, is) -> {
            if (is) {
                tell(design -> design.start() == start ? design : design.startingFrom(start));
            }
        }));
        parts.forEach((part, box) -> box.selectedProperty()
                .addListener((on, was, is) -> tell(design -> design.with(part, element -> element.shown(is)))));
        title.textProperty().addListener((text, was, is) -> tell(design -> design.titled(is)));
        paper.valueProperty().addListener((value, was, is) -> {
            if (is != null && !is.isBlank()) {
                tell(design -> design.on(PaperSize.parse(is), design.landscape()));
            }
        });
        landscape.selectedProperty().addListener((on, was, is) -> tell(design -> design.on(design.paper(), is)));
        List.of(columns, rows)
                .forEach(spinner -> spinner.valueProperty()
                        .addListener((value, was, is) -> tell(design -> design.on(new Tiles(
                                columns.getValue(),
                                rows.getValue(),
                                design.tiles().overlapMm())))));
        tlp.valueProperty()
                .addListener((value, was, is) -> tell(design ->
                        design.marked(new Design.Marking(is, design.marking().classification()))));
        classification
                .textProperty()
                .addListener((value, was, is) -> tell(design ->
                        design.marked(new Design.Marking(design.marking().tlp(), is))));
        blackAndWhite
                .selectedProperty()
                .addListener((value, was, is) ->
                        tell(design -> design.looking(design.look().in(is ? MapTheme.MONOCHROME : MapTheme.PRINT))));
        notation.valueProperty()
                .addListener((value, was, is) ->
                        tell(design -> design.looking(design.look().writing(is))));
        numbering.valueProperty().addListener((value, was, is) -> tell(design -> design.numbered(is)));
    }

    private void tell(UnaryOperator<Design> what) {
        if (!showing) {
            try {
                change.accept(what);
            } catch (DomainException e) {
                wrong.accept(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Shows a design, telling nobody. */
    void show(Design design, String boardTitle) {
        showing = true;
        try {
            starts.forEach((start, button) -> button.setSelected(design.start() == start));
            parts.forEach((part, box) -> {
                boolean offered = design.start().offers(part);
                box.setSelected(design.shows(part));
                box.setVisible(offered);
                box.setManaged(offered);
            });
            if (!title.getText().equals(design.title())) {
                title.setText(design.title());
            }
            title.setPromptText(boardTitle);
            paper.setValue(design.paper().name());
            landscape.setSelected(design.landscape());
            portrait.setSelected(!design.landscape());
            columns.getValueFactory().setValue(design.tiles().columns());
            rows.getValueFactory().setValue(design.tiles().rows());
            tlp.setValue(design.marking().tlp());
            if (!classification.getText().equals(design.marking().classification())) {
                classification.setText(design.marking().classification());
            }
            blackAndWhite.setSelected(design.look().theme() == MapTheme.MONOCHROME);
            notation.setValue(design.look().notation());
            numbering.setValue(design.numbering());
            showNotes(design.notes());
        } finally {
            showing = false;
        }
    }

    private void showNotes(List<Note> all) {
        if (notes.getChildren().size() != all.size()) {
            notes.getChildren().clear();
            for (int i = 0; i < all.size(); i++) {
                notes.getChildren().add(note(i));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            TextArea area = (TextArea) notes.getChildren().get(i);
            if (!area.getText().equals(all.get(i).text())) {
                area.setText(all.get(i).text());
            }
        }
    }

    private TextArea note(int index) {
        TextArea area = new TextArea();
        area.setId("designer-noteText-" + index);
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.setAccessibleText(DesignerWords.of("part.note", index + 1));
        area.textProperty()
                .addListener((text, was, is) -> tell(design -> design.withNote(index, note -> note.saying(is))));
        return area;
    }

    /** Whether a list hangs open; Esc then closes that list. */
    boolean choosing() {
        return paper.isShowing() || tlp.isShowing() || notation.isShowing() || numbering.isShowing();
    }
}
