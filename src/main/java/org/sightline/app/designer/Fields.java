package org.sightline.app.designer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** How the fields of the designer's form are made and named. Stateless; window's thread only. */
final class Fields {
    private Fields() {}

    /** What belongs together, under a heading. */
    static VBox section(String key, Node... content) {
        Label heading = new Label(DesignerWords.of(key));
        heading.getStyleClass().add("designer-heading");
        VBox section = new VBox(8, heading);
        section.getChildren().addAll(content);
        return section;
    }

    /** A field under its name. */
    static VBox field(String key, Node focus, Node shown) {
        Label label = new Label(DesignerWords.of(key));
        label.setLabelFor(focus);
        label.getStyleClass().add("caption");
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        focus.setAccessibleHelp(DesignerWords.of(key));
        focus.setId("designer-" + key);
        return new VBox(3, label, shown);
    }

    static <T> void offer(ComboBox<T> box, List<T> values, Function<T, String> name) {
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

    /** A whole number that can be typed; it counts when the field is left, and what is none is as it was. */
    static Spinner<Integer> number(int least, int most, int step, double width) {
        SpinnerValueFactory.IntegerSpinnerValueFactory values =
                new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, least, step);
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer value) {
                return value == null ? "" : value.toString();
            }

            @Override
            public Integer fromString(String text) {
                String digits = text.strip();
                return digits.matches("[0-9]{1,6}")
                        ? Integer.valueOf(Math.clamp(Integer.parseInt(digits), least, most))
                        : values.getValue();
            }
        });
        Spinner<Integer> spinner = new Spinner<>(values);
        spinner.setEditable(true);
        spinner.setPrefWidth(width);
        spinner.focusedProperty().addListener((focus, was, is) -> {
            if (!is) {
                spinner.commitValue();
                spinner.getEditor().setText(String.valueOf(spinner.getValue()));
            }
        });
        return spinner;
    }

    /** Tells what is typed when Enter is pressed or the field is left: half a condition is wrong. */
    static void whenTyped(TextField field, Consumer<String> told) {
        field.setOnAction(event -> told.accept(field.getText().strip()));
        field.focusedProperty().addListener((focus, was, is) -> {
            if (!is) {
                told.accept(field.getText().strip());
            }
        });
    }
}
