package org.sightline.app.fields;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of a few values, shown in words. */
public final class OneOf<T> extends ComboBox<T> {
    private boolean showing;

    /** @param words says a value in words */
    public OneOf(String id, String name, List<T> values, Function<T, String> words) {
        setId(id);
        setAccessibleText(name);
        getItems().setAll(values);
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(12);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return getItems().stream()
                        .filter(value -> words.apply(value).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
    }

    /** Shows a value without telling that it was chosen. */
    public void show(T value) {
        showing = true;
        if (!getItems().contains(value)) {
            getItems().add(value);
        }
        setValue(value);
        showing = false;
    }

    /** @param listener is told what a person has chosen */
    public OneOf<T> onChosen(Consumer<T> listener) {
        valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                listener.accept(now);
            }
        });
        return this;
    }
}
