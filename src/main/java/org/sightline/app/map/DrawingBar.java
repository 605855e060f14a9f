package org.sightline.app.map;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.DomainException;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/** What a drawing is for, how large it is, coordinates to be typed, and its end. */
final class DrawingBar extends VBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final double WIDTH = 380;
    private static final double LEAST_WIDTH = 210;

    /** Pixels of the map's width that it leaves free: its margin, and the map's buttons. */
    private static final double BESIDE = 66;

    private final Label title = new Label();
    private final Label size = new Label();
    private final Label help = new Label();
    private final Label problem = new Label();
    private final TextField coordinates = new TextField();

    DrawingBar(Consumer<Position> add, Runnable keep, Runnable drop, Runnable toMap) {
        setId("map-drawing");
        getStyleClass().addAll("map-measure-result", "map-drawing");
        title.getStyleClass().add("map-measure-total");
        size.setId("map-drawing-size");
        help.getStyleClass().add("map-measure-help");
        help.setWrapText(true);
        problem.setId("map-drawing-problem");
        problem.getStyleClass().add("map-drawing-problem");
        problem.setWrapText(true);
        coordinates.setId("map-drawing-coordinates");
        coordinates.setPromptText(MapPane.WORDS.getString("draw.coordinates"));
        coordinates.setAccessibleText(MapPane.WORDS.getString("draw.coordinates"));
        coordinates.setOnAction(event -> read(add));
        coordinates.textProperty().addListener((text, before, now) -> tell(""));
        coordinates.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                toMap.run();
                event.consume();
            }
        });
        title.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(coordinates, Priority.ALWAYS);
        Runnable keepAll = () -> {
            if (coordinates.getText().isBlank() || read(add)) {
                keep.run();
            }
        };
        HBox end = new HBox(6, coordinates, button("draw.keep", keepAll), button("draw.drop", drop));
        getChildren().addAll(new HBox(12, title, size), end, problem, help);
        setPrefWidth(WIDTH);
        relocate(12, 12);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    private static Button button(String words, Runnable act) {
        Button button = new Button(MapPane.WORDS.getString(words));
        button.setId("map-" + words.replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> act.run());
        return button;
    }

    void begin(String what, Sketch.Shape shape, boolean growing) {
        title.setText(what);
        coordinates.clear();
        String kind = shape == Sketch.Shape.ROUTE ? "draw.route" : "draw.area";
        help.setText(MapPane.WORDS.getString(growing ? kind + ".help" : "draw.change.help"));
        tell("");
    }

    /** Reads what was typed, or says why not. */
    private boolean read(Consumer<Position> add) {
        Optional<Position> typed = Optional.empty();
        String why = MapPane.WORDS.getString("draw.unread");
        try {
            typed = Notation.read(coordinates.getText());
        } catch (DomainException e) {
            why = e.getMessage();
        }
        if (typed.isPresent()) {
            coordinates.clear();
            add.accept(typed.get());
        } else {
            tell(why);
        }
        coordinates.pseudoClassStateChanged(PROBLEM, typed.isEmpty());
        return typed.isPresent();
    }

    /** Takes no more room than there is beside the map's buttons. */
    void fit(double mapWidth) {
        setPrefWidth(Math.clamp(mapWidth - BESIDE, LEAST_WIDTH, WIDTH));
        autosize();
    }

    /** Why the drawing cannot be kept as it is; empty for nothing. */
    void tell(String why) {
        problem.setText(why);
        lay(problem);
        coordinates.pseudoClassStateChanged(PROBLEM, false);
        autosize();
    }

    void show(String measured) {
        size.setText(measured);
        lay(size);
        autosize();
    }

    private static void lay(Label label) {
        label.setVisible(!label.getText().isEmpty());
        label.setManaged(label.isVisible());
    }
}
