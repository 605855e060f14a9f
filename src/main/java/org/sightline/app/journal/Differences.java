package org.sightline.app.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.sightline.app.desk.Words;
import org.sightline.board.FieldDifference;

/**
 * Two states of a thing side by side, field by field, only what differs. What is empty is said, so that the difference
 * is told by words and not by colour.
 *
 * <p>Thread rule: window's thread only.
 */
final class Differences extends GridPane {
    private static final int LONGEST = 600;

    /** @param left what the state at the left is called */
    Differences(String left, String right, List<FieldDifference> differences) {
        getStyleClass().add("differences");
        setHgap(12);
        setVgap(6);
        getColumnConstraints().addAll(column(22), column(39), column(39));
        heading(0, Words.of("difference.field"));
        heading(1, left);
        heading(2, right);
        int row = 1;
        for (FieldDifference difference : differences) {
            Label field = new Label(name(difference.field()));
            field.setWrapText(true);
            field.getStyleClass().add("muted");
            add(field, 0, row);
            add(value("\u2212 ", difference.before()), 1, row);
            add(value("+ ", difference.after()), 2, row);
            row++;
        }
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

    private static Label value(String mark, Optional<String> value) {
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
