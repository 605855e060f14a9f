package org.sightline.app.claims;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.sightline.app.desk.Words;

/**
 * A button with a list from which any number may be chosen; none chosen means any.
 *
 * <p>Thread rule: window's thread only.
 */
final class KindMenu<T> extends MenuButton {
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

    private final String name;
    private final Function<T, String> words;
    private final Consumer<Set<T>> tell;
    private final Map<T, CheckBox> boxes = new HashMap<>();
    private List<T> offered = List.of();
    private Set<T> chosen = Set.of();

    /**
     * @param words says a value in words
     * @param tell is told what a person has chosen
     */
    KindMenu(String id, String name, Function<T, String> words, Consumer<Set<T>> tell) {
        this.name = name;
        this.words = words;
        this.tell = tell;
        setId(id);
        getStyleClass().add("filter-menu");
        setMnemonicParsing(false);
        showName();
    }

    /** What can be chosen, in this order. */
    void offer(List<T> values) {
        if (values.equals(offered)) {
            return;
        }
        offered = List.copyOf(values);
        boxes.clear();
        getItems().setAll(offered.stream().map(this::item).toList());
    }

    /** An item that leaves the list open, so that several can be chosen one after another. */
    private MenuItem item(T value) {
        CheckBox box = new CheckBox(words.apply(value));
        box.setMnemonicParsing(false);
        box.setSelected(chosen.contains(value));
        box.setMouseTransparent(true); // pointer and keys both reach the item, which ticks it
        box.setFocusTraversable(false);
        boxes.put(value, box);
        HBox line = new HBox(box);
        line.setPickOnBounds(true);
        CustomMenuItem item = new CustomMenuItem(line, false);
        item.setOnAction(event -> {
            Set<T> now = new LinkedHashSet<>(chosen);
            if (!now.remove(value)) {
                now.add(value);
            }
            tell.accept(now);
        });
        return item;
    }

    /** Shows what is chosen, without telling. */
    void show(Set<T> values) {
        chosen = Set.copyOf(values);
        boxes.forEach((value, box) -> box.setSelected(chosen.contains(value)));
        showName();
    }

    private void showName() {
        setText(
                switch (chosen.size()) {
                    case 0 -> name;
                    case 1 -> words.apply(chosen.iterator().next());
                    default -> Words.of("filter.several", name, chosen.size());
                });
        setAccessibleText(chosen.isEmpty() ? name : name + ": " + getText());
        pseudoClassStateChanged(SET, !chosen.isEmpty());
    }
}
