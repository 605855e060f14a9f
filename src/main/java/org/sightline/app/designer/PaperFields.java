package org.sightline.app.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sightline.briefing.BriefingSpec.Tlp;
import org.sightline.briefing.Design;
import org.sightline.briefing.PaperSize;
import org.sightline.briefing.Tiles;

/** Title, paper, poster and marking of a design. Window's thread only. */
final class PaperFields extends VBox {
    private static final int MOST_OVERLAP = 30;

    private final TextField title = new TextField();
    private final ComboBox<String> paper = new ComboBox<>();
    private final RadioButton landscape = new RadioButton(DesignerWords.of("landscape"));
    private final RadioButton portrait = new RadioButton(DesignerWords.of("portrait"));
    private final Spinner<Integer> columns = Fields.number(1, Tiles.MOST, 1, 64);
    private final Spinner<Integer> rows = Fields.number(1, Tiles.MOST, 1, 64);
    private final Spinner<Integer> overlap = Fields.number(0, MOST_OVERLAP, 5, 68);
    private final ComboBox<Optional<Tlp>> tlp = new ComboBox<>();
    private final TextField classification = new TextField();

    PaperFields(Consumer<UnaryOperator<Design>> tell) {
        super(8);
        paper.setEditable(true);
        paper.setMaxWidth(Double.MAX_VALUE);
        paper.getItems().setAll(PaperSize.NAMED.stream().map(PaperSize::name).toList());
        ToggleGroup orientation = new ToggleGroup();
        landscape.setToggleGroup(orientation);
        portrait.setToggleGroup(orientation);
        landscape.setId("designer-landscape");
        portrait.setId("designer-portrait");
        List<Optional<Tlp>> markings = new ArrayList<>(List.of(Optional.empty()));
        for (Tlp marking : Tlp.values()) {
            markings.add(Optional.of(marking));
        }
        Fields.offer(tlp, markings, t -> t.map(Tlp::label).orElseGet(() -> DesignerWords.of("tlp.none")));
        columns.setAccessibleText(DesignerWords.of("tiles.columns"));
        rows.setAccessibleText(DesignerWords.of("tiles.rows"));
        overlap.setAccessibleText(DesignerWords.of("tiles.overlap"));
        getChildren()
                .setAll(
                        Fields.field("title", title, title),
                        Fields.field("paper", paper, paper),
                        new HBox(14, landscape, portrait),
                        new HBox(10, Fields.field("tiles", columns, tiles()), Fields.field("lap", overlap, overlap)),
                        Fields.field("tlp", tlp, tlp),
                        Fields.field("classification", classification, classification));
        listen(tell);
    }

    private HBox tiles() {
        HBox tiles = new HBox(4, columns, new Label("\u00d7"), rows);
        tiles.setAlignment(Pos.CENTER_LEFT);
        return tiles;
    }

    private void listen(Consumer<UnaryOperator<Design>> tell) {
        title.textProperty().addListener((text, was, is) -> tell.accept(design -> design.titled(is)));
        paper.valueProperty().addListener((value, was, is) -> {
            if (is != null && !is.isBlank()) {
                tell.accept(design -> design.on(PaperSize.parse(is), design.landscape()));
            }
        });
        landscape.selectedProperty().addListener((on, was, is) -> tell.accept(design -> design.on(design.paper(), is)));
        List.of(columns, rows, overlap)
                .forEach(spinner -> spinner.valueProperty()
                        .addListener((value, was, is) -> tell.accept(design ->
                                design.on(new Tiles(columns.getValue(), rows.getValue(), overlap.getValue())))));
        tlp.valueProperty()
                .addListener((value, was, is) -> tell.accept(design ->
                        design.marked(new Design.Marking(is, design.marking().classification()))));
        classification
                .textProperty()
                .addListener((value, was, is) -> tell.accept(design ->
                        design.marked(new Design.Marking(design.marking().tlp(), is))));
    }

    /** @param boardTitle stands in an empty title field, and on the page */
    void show(Design design, String boardTitle) {
        if (!title.getText().equals(design.title())) {
            title.setText(design.title());
        }
        title.setPromptText(boardTitle);
        paper.setValue(design.paper().name());
        landscape.setSelected(design.landscape());
        portrait.setSelected(!design.landscape());
        columns.getValueFactory().setValue(design.tiles().columns());
        rows.getValueFactory().setValue(design.tiles().rows());
        overlap.getValueFactory().setValue((int) Math.round(design.tiles().overlapMm()));
        overlap.setDisable(!design.tiles().isPoster());
        tlp.setValue(design.marking().tlp());
        if (!classification.getText().equals(design.marking().classification())) {
            classification.setText(design.marking().classification());
        }
    }

    /** Whether a list hangs open; Esc then closes that list. */
    boolean choosing() {
        return paper.isShowing() || tlp.isShowing();
    }
}
