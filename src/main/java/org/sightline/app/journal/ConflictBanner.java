package org.sightline.app.journal;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Board;
import org.sightline.board.OpenConflict;

/**
 * Says that conflicts with a merged board wait for a decision; not there while there are none.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ConflictBanner extends HBox {
    private final ReadOnlyObjectWrapper<List<OpenConflict>> open = new ReadOnlyObjectWrapper<>(this, "open", List.of());

    /** @param decide shows them side by side */
    public ConflictBanner(Workspace workspace, Runnable decide) {
        super(8);
        setId("conflict-banner");
        getStyleClass().add("conflict-banner");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label();
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button(Words.of("conflict.decide"));
        button.setId("conflict-decide");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> decide.run());
        getChildren().addAll(new FontIcon(Feather.GIT_PULL_REQUEST), words, button);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        open.addListener((property, before, now) -> {
            words.setText(Words.of("conflict.waiting", now.size()));
            setVisible(!now.isEmpty());
        });
        workspace.view().addListener((view, before, now) -> {
            if (now.isEmpty()) {
                open.set(List.of());
            } else {
                workspace.telling(workspace.ask(Board::conflicts).thenApply(conflicts -> {
                    open.set(conflicts);
                    return conflicts;
                }));
            }
        });
    }

    /** What waits, by number. */
    public ReadOnlyObjectProperty<List<OpenConflict>> open() {
        return open.getReadOnlyProperty();
    }
}
