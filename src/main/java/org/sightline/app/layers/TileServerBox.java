package org.sightline.app.layers;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;

/** Takes the address of a tile server, and says what asking it gives away. */
final class TileServerBox extends VBox {
    private final LayerActs acts;
    private final Runnable changed;
    private final TextField address = new TextField();
    private final Label problem = new Label();

    TileServerBox(LayerActs acts, Runnable changed) {
        super(8);
        this.acts = acts;
        this.changed = changed;
        setId("tile-server");
        getStyleClass().add("layer-question");
        Label explain = new Label(Words.of("layers.server.explain"));
        explain.setWrapText(true);
        explain.setMinHeight(USE_PREF_SIZE);
        address.setId("tile-server-address");
        address.setPromptText("https://tiles.example/{z}/{x}/{y}.png");
        address.setAccessibleText(Words.of("layers.server.address"));
        address.setOnAction(event -> add());
        problem.setId("tile-server-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button add = new Button(Words.of("layers.server.add"));
        add.setId("tile-server-add");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> add());
        Button leave = new Button(Words.of("form.back"));
        leave.getStyleClass().add("flat");
        leave.setOnAction(event -> end());
        getChildren().addAll(explain, address, problem, new HBox(8, add, leave));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void begin() {
        problem.setText("");
        setVisible(true);
        changed.run();
        address.requestFocus();
    }

    /** Leaves without adding anything; false when nothing was being added. */
    boolean leave() {
        boolean any = isVisible();
        if (any) {
            end();
        }
        return any;
    }

    private void end() {
        setVisible(false);
        address.clear();
        changed.run();
    }

    private void add() {
        acts.addServer(address.getText().strip()).whenComplete((line, failure) -> {
            if (failure == null) {
                end();
            } else {
                Notices.onFailure(failure, problem::setText);
            }
        });
    }
}
