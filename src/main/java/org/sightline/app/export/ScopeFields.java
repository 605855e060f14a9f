package org.sightline.app.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Words;
import org.sightline.app.fields.OneOf;
import org.sightline.exchange.Export;
import org.sightline.exchange.Redaction;
import org.sightline.exchange.TableColumns;

/**
 * What of the claims is exported: what is held back, whether captures come along, which columns there are.
 *
 * <p>Thread rule: window's thread only.
 */
final class ScopeFields {
    /** Sizes to which positions are coarsened, as {@link Redaction#parse} reads them; the first one is none. */
    private static final List<String> SIZES =
            List.of("", "positions=100m", "positions=1km", "positions=10km", "positions=MGRS4", "positions=MGRS2");

    private final Map<String, CheckBox> held = new LinkedHashMap<>();
    private final OneOf<String> positions = new OneOf<>(
            "export-positions",
            Words.of("export.positions"),
            SIZES,
            size -> size.isEmpty() ? Words.of("export.exact") : Words.of("export.coarse", size.substring(10)));
    private final Label stays = new Label();
    private final CheckBox captures = new CheckBox(Words.of("export.captures"));
    private final CheckBox layers = new CheckBox(Words.of("export.layers"));
    private final MenuButton columns = new MenuButton();
    private final List<CheckBox> columnBoxes = new ArrayList<>();
    private boolean hasColumns = true;
    private boolean holdsBack;

    ScopeFields() {
        hold("claimants", Words.of("export.claimants"));
        hold("notes", Words.of("export.notes"));
        hold("tags", Words.of("export.tags"));
        hold("authors", Words.of("export.authors"));
        positions.show("");
        positions.onChosen(size -> settle());
        stays.setId("export-stays");
        stays.getStyleClass().add("muted");
        stays.setWrapText(true);
        stays.managedProperty().bind(stays.visibleProperty());
        captures.setId("export-captures");
        layers.setId("export-layers");
        layers.setSelected(true);
        columns.setId("export-columns");
        columns.setAccessibleText(Words.of("export.columns"));
        for (String name : TableColumns.names()) {
            CheckBox box = new CheckBox(name);
            box.setSelected(true);
            box.setOnAction(event -> nameColumns());
            CustomMenuItem item = new CustomMenuItem(box, false);
            columns.getItems().add(item);
            columnBoxes.add(box);
        }
        nameColumns();
    }

    private void hold(String word, String name) {
        CheckBox box = new CheckBox(name);
        box.setWrapText(true);
        box.setId("export-no-" + word);
        box.setOnAction(event -> settle());
        held.put(word, box);
    }

    Node heldBack() {
        Label named = new Label(Words.of("export.positions"));
        named.setLabelFor(positions);
        VBox box = new VBox(6);
        box.getChildren().addAll(held.values());
        box.getChildren().addAll(new VBox(3, named, positions), stays, captures, layers);
        return box;
    }

    Node columns() {
        return columns;
    }

    /** Whether a list is open, which Escape closes first. */
    boolean isChoosing() {
        return columns.isShowing() || positions.isShowing();
    }

    /** Offers what the format can do. */
    void fit(Export.Format format) {
        hasColumns = format.hasColumns();
        columns.setDisable(!hasColumns);
        captures.setVisible(format.hasCaptures());
        captures.setManaged(format.hasCaptures());
        layers.setVisible(format.hasMap());
        layers.setManaged(format.hasMap());
        settle();
    }

    /** Captures hold what is held back elsewhere. Layers may, which nobody here can know: then they are asked for. */
    private void settle() {
        boolean something = !words().isEmpty();
        if (something != holdsBack) {
            layers.setSelected(!something);
            holdsBack = something;
        }
        boolean coarse = !positions.getValue().isEmpty();
        stays.setText(Words.of(coarse ? "export.staysBesidePositions" : "export.stays"));
        stays.setVisible(something);
        captures.setDisable(something);
        if (something) {
            captures.setSelected(false);
        }
    }

    /** Whether the map's layers come along. */
    boolean withLayers() {
        return layers.isSelected();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        held.forEach((word, box) -> {
            if (box.isSelected()) {
                words.add(word);
            }
        });
        if (!positions.getValue().isEmpty()) {
            words.add(positions.getValue());
        }
        return words;
    }

    private void nameColumns() {
        columns.setText(Words.of("export.columnsChosen", chosen().size(), columnBoxes.size()));
    }

    private List<String> chosen() {
        return columnBoxes.stream()
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .toList();
    }

    Export.Scope scope(Export.Format format) {
        List<String> names = chosen();
        boolean some = hasColumns && !names.isEmpty() && names.size() < columnBoxes.size();
        return new Export.Scope(
                some ? names : List.of(), Redaction.parse(words()), format.hasCaptures() && captures.isSelected());
    }
}
