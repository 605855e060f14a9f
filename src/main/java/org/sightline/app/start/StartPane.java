package org.sightline.app.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;

/**
 * What is seen while no board is open: what this is, and the ways in.
 *
 * <p>Thread rule: window's thread only.
 */
public final class StartPane extends StackPane {
    private static final double WIDTH = 520;

    private final VBox recent = new VBox(2);
    private final Label recentTitle = new Label(Words.of("start.recent"));
    private final Consumer<Path> open;

    public StartPane(Workspace workspace, Actions actions, Consumer<Path> open) {
        this.open = open;
        getStyleClass().add("start-pane");
        Label name = new Label(Words.of("window.name"));
        name.getStyleClass().add("start-name");
        Label promise = new Label(Words.of("start.promise"));
        promise.getStyleClass().add("start-promise");
        promise.setWrapText(true);
        Button newBoard = actions.plainButton("newBoard");
        newBoard.getStyleClass().add("accent");
        HBox ways = new HBox(8, newBoard, actions.plainButton("openBoard"), actions.plainButton("sampleBoard"));
        recentTitle.getStyleClass().add("section-title");
        VBox column = new VBox(16, new VBox(4, name, promise), ways, new VBox(6, recentTitle, recent));
        column.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        column.setAlignment(Pos.TOP_LEFT);
        getChildren().add(column);
        workspace.settings().addListener((settings, before, now) -> showRecent(now));
        showRecent(workspace.settings().get());
    }

    private void showRecent(Settings settings) {
        List<Button> rows = settings.recentBoards().stream().map(this::row).toList();
        recent.getChildren().setAll(rows);
        recentTitle.setVisible(!rows.isEmpty());
    }

    private Button row(String path) {
        Path file = Path.of(path);
        Label name = new Label(String.valueOf(file.getFileName()));
        Label folder = new Label(String.valueOf(file.getParent()));
        folder.getStyleClass().add("muted");
        folder.setMinWidth(0);
        HBox words = new HBox(8, new FontIcon(Feather.FILE_TEXT), name, folder);
        words.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button("", words);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().addAll("flat", "recent-board");
        row.setAccessibleText(path);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOnAction(event -> open.accept(file));
        return row;
    }
}
