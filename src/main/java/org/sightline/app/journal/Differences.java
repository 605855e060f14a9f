package org.sightline.app.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.sightline.app.desk.Words;
import org.sightline.board.FieldDifference;
import org.sightline.board.OpenConflict;

/**
 * Two states of a thing side by side, field by field, only what differs. What is empty is said, so that the difference
 * is told by words and not by colour.
 *
 * <p>Thread rule: window's thread only.
 */
final class Differences extends GridPane {
    private static final int LONGEST = 600;

    private final Map<String, Toggle> theirs = new LinkedHashMap<>();

    {
        getStyleClass().add("differences");
        setHgap(12);
        setVgap(6);
    }

    /**
     * Each field in one row, its name in front.
     *
     * @param left what the state at the left is called
     */
    Differences(String left, String right, List<FieldDifference> differences) {
        getColumnConstraints().addAll(column(22), column(39), column(39));
        heading(0, Words.of("difference.field"));
        heading(1, left);
        heading(2, right);
        int row = 1;
        for (FieldDifference difference : differences) {
            add(field(difference), 0, row);
            add(before(difference), 1, row);
            add(after(difference), 2, row);
            row++;
        }
    }

    /**
     * For a narrow place: each field's name in a row of its own.
     *
     * @param choice whether one of the two can be chosen, for each field by itself; the left one at first
     */
    Differences(String left, String right, List<FieldDifference> differences, boolean choice) {
        getColumnConstraints().addAll(column(50), column(50));
        heading(0, left);
        heading(1, right);
        int row = 1;
        for (FieldDifference difference : differences) {
            Labeled before = before(difference);
            Labeled after = after(difference);
            String chosen = OpenConflict.field(difference);
            if (choice && !theirs.containsKey(chosen)) {
                ToggleGroup group = new ToggleGroup();
                RadioButton kept = choice(before, chosen + "-mine", group);
                RadioButton taken = choice(after, chosen + "-theirs", group);
                group.selectToggle(kept);
                theirs.put(chosen, taken);
                before = kept;
                after = taken;
            }
            setValignment(before, VPos.TOP);
            setValignment(after, VPos.TOP);
            add(field(difference), 0, row, 2, 1);
            add(before, 0, row + 1);
            add(after, 1, row + 1);
            row += 2;
        }
    }

    private static Label field(FieldDifference difference) {
        Label field = new Label(name(difference.field()));
        field.setWrapText(true);
        field.getStyleClass().add("muted");
        return field;
    }

    private static Labeled before(FieldDifference difference) {
        return value("\u2212 ", difference.before());
    }

    private static Labeled after(FieldDifference difference) {
        return value("+ ", difference.after());
    }

    private static RadioButton choice(Labeled value, String id, ToggleGroup group) {
        RadioButton button = new RadioButton(value.getText());
        button.setId("choose-" + id);
        button.setWrapText(true);
        button.setToggleGroup(group);
        button.getStyleClass().addAll(value.getStyleClass().filtered(name -> !name.equals("label")));
        return button;
    }

    /** The fields for which the right one is chosen, as {@link OpenConflict#fields} names them. */
    Set<String> chosenRight() {
        return theirs.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** @param act is told of every choice */
    void onChoice(Runnable act) {
        theirs.values().forEach(toggle -> toggle.selectedProperty().addListener((property, before, now) -> act.run()));
    }

    private static ColumnConstraints column(double share) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(share);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void heading(int column, String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section-title");
        add(label, column, 0);
    }

    private static Labeled value(String mark, Optional<String> value) {
        Label label = new Label(value.map(text -> mark + shortened(text)).orElse(Words.of("difference.empty")));
        label.setWrapText(true);
        label.getStyleClass().add(value.isPresent() ? "difference-value" : "muted");
        return label;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "\u2026";
    }

    /** "quantity.lowerOpen" becomes "Quantity lower open". */
    static String name(String field) {
        String words =
                field.replace('.', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
