package org.sightline.app.claims;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.sightline.app.act.Actions;

/**
 * Says what the filter asks for, and offers to show all claims; there only while some are kept from being shown.
 *
 * <p>Thread rule: window's thread only.
 */
final class NarrowedNote extends HBox {
    private static final double MOST_WORDS = 420;

    private final ClaimSearch search;
    private final Supplier<List<String>> parts;
    private final ObservableValue<Boolean> worded;
    private final Label words = new Label();

    /**
     * @param parts what is said of the filter
     * @param worded whether the words are said, which elsewhere can be seen
     * @param narrow whether there is room for an icon only
     */
    NarrowedNote(
            ClaimSearch search,
            Actions actions,
            Supplier<List<String>> parts,
            ObservableValue<Boolean> worded,
            ObservableValue<Boolean> narrow) {
        super(8);
        this.search = search;
        this.parts = parts;
        this.worded = worded;
        getStyleClass().add("narrowed-note");
        setAlignment(Pos.CENTER_RIGHT);
        words.getStyleClass().add("narrowed-words");
        words.managedProperty().bind(words.visibleProperty());
        words.setMinWidth(0);
        words.setMaxWidth(MOST_WORDS);
        Node all = actions.button("showAllClaims");
        Node icon = actions.iconButton("showAllClaims");
        icon.visibleProperty().bind(narrow);
        all.visibleProperty().bind(narrow.map(is -> !is));
        icon.managedProperty().bind(icon.visibleProperty());
        all.managedProperty().bind(all.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(words, all, icon);
        search.onNarrowing(this::show);
        worded.addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        String said = String.join(" · ", parts.get());
        words.setText(said);
        words.setTooltip(said.isEmpty() ? null : new Tooltip(said));
        words.setVisible(worded.getValue() && !said.isEmpty());
        setVisible(search.clearable());
    }
}
