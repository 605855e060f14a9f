package org.sightline.app.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.layers.LayerAdder.Question;
import org.sightline.geo.ForeignCrs;
import org.sightline.geo.ProjectionNames;
import org.sightline.overlay.PlaceColumns;

/** Asks what a file leaves open: which of its tables, or what its coordinates are in. */
final class LayerQuestionBox extends VBox {
    private static final int MOST = 30;
    private static final double LOW = 112;

    private final Workspace workspace;
    private final LayerAdder adder;
    private final Label problem = new Label();
    private Node first = this;

    LayerQuestionBox(Workspace workspace, LayerAdder adder) {
        super(8);
        this.workspace = workspace;
        this.adder = adder;
        setId("layer-question");
        getStyleClass().add("layer-question");
        problem.setId("layer-question-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        show(Optional.empty());
    }

    void show(Optional<Question> question) {
        getChildren().clear();
        problem.setText("");
        setVisible(question.isPresent());
        question.ifPresent(asked -> {
            switch (asked) {
                case Question.Parts parts -> ask(parts);
                case Question.Crs crs -> ask(crs);
                case Question.Columns columns -> ask(columns);
            }
        });
    }

    void begin() {
        first.requestFocus();
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private HBox buttons(Button add) {
        add.setId("layer-question-add");
        add.getStyleClass().add("accent");
        Button leave = new Button(Words.of("form.back"));
        leave.setId("layer-question-leave");
        leave.getStyleClass().add("flat");
        leave.setOnAction(event -> adder.dismiss());
        return new HBox(8, add, leave);
    }

    private void ask(Question.Parts parts) {
        List<CheckBox> boxes = new ArrayList<>();
        VBox list = new VBox(6);
        Button add = new Button();
        Runnable count = () -> {
            long chosen = boxes.stream().filter(CheckBox::isSelected).count();
            add.setText(Words.of("layers.ask.add", chosen));
            add.setDisable(chosen == 0);
        };
        for (String part : parts.all()) {
            CheckBox box = new CheckBox(part);
            box.setMnemonicParsing(false);
            box.setSelected(true);
            box.setOnAction(event -> count.run());
            boxes.add(box);
            list.getChildren().add(box);
        }
        count.run();
        add.setOnAction(event -> adder.choose(
                parts,
                boxes.stream()
                        .filter(CheckBox::isSelected)
                        .map(CheckBox::getText)
                        .toList()));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(2 * LOW);
        scroll.setMinHeight(Math.min(LOW, 26.0 * boxes.size()));
        first = boxes.getFirst();
        getChildren()
                .addAll(
                        words(Words.of(
                                "layers.ask.parts",
                                parts.wish().file().getFileName(),
                                parts.all().size())),
                        scroll,
                        buttons(add));
    }

    private void ask(Question.Columns columns) {
        ComboBox<String> latitude = choice("layer-question-lat", "layers.ask.columns.lat", columns.headings());
        List<String> others = new ArrayList<>(columns.headings());
        String same = Words.of("layers.ask.columns.same");
        others.addFirst(same);
        ComboBox<String> longitude = choice("layer-question-lon", "layers.ask.columns.lon", others);
        latitude.getSelectionModel().selectFirst();
        longitude.getSelectionModel().select(Math.min(2, others.size() - 1));
        Button add = new Button(Words.of("layers.ask.add", 1));
        add.setOnAction(event -> {
            int second = longitude.getSelectionModel().getSelectedIndex();
            boolean both = second <= 0 || others.get(second).equals(latitude.getValue());
            adder.choose(
                    columns,
                    new PlaceColumns(latitude.getValue(), both ? Optional.empty() : Optional.of(others.get(second))));
        });
        first = latitude;
        getChildren()
                .addAll(
                        words(columns.why()),
                        words(Words.of("layers.ask.columns.lat")),
                        latitude,
                        words(Words.of("layers.ask.columns.lon")),
                        longitude,
                        problem,
                        buttons(add));
    }

    private static ComboBox<String> choice(String id, String words, List<String> headings) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(headings));
        box.setId(id);
        box.setAccessibleText(Words.of(words));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private void ask(Question.Crs crs) {
        TextField field = new TextField(crs.wish().crs().orElse(""));
        field.setId("layer-question-crs");
        field.setPromptText(Words.of("layers.ask.crs.prompt"));
        field.setAccessibleText(Words.of("layers.ask.crs.prompt"));
        ListView<ProjectionNames.Named> found = new ListView<>();
        found.setId("layer-question-found");
        found.setFixedCellSize(28);
        found.setPrefHeight(LOW);
        found.setMinHeight(LOW);
        found.setCellFactory(list -> new NamedCell());
        found.setPlaceholder(new Label(""));
        field.textProperty().addListener((text, before, now) -> look(now.strip(), field, found));
        Button add = new Button(Words.of("layers.ask.add", 1));
        Runnable take = () -> take(crs, field.getText().strip(), found);
        add.setOnAction(event -> take.run());
        found.setOnMouseClicked(event -> choose(field, found));
        addKeys(field, found, take);
        first = field;
        getChildren().addAll(words(crs.why()), words(Words.of("layers.ask.crs")), field, found, problem, buttons(add));
    }

    private static void addKeys(TextField field, ListView<ProjectionNames.Named> found, Runnable take) {
        field.setOnAction(event -> take.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean down = event.getCode() == KeyCode.DOWN;
            if (!found.getItems().isEmpty() && (down || event.getCode() == KeyCode.UP)) {
                int next = found.getSelectionModel().getSelectedIndex() + (down ? 1 : -1);
                found.getSelectionModel()
                        .select(Math.clamp(next, 0, found.getItems().size() - 1));
                found.scrollTo(found.getSelectionModel().getSelectedIndex());
                event.consume();
            }
        });
    }

    private static void choose(TextField field, ListView<ProjectionNames.Named> found) {
        ProjectionNames.Named named = found.getSelectionModel().getSelectedItem();
        if (named != null) {
            field.setText("EPSG:" + named.code());
        }
    }

    private void look(String words, TextField field, ListView<ProjectionNames.Named> found) {
        problem.setText("");
        if (words.isEmpty()) {
            found.getItems().clear();
            return;
        }
        workspace.telling(workspace
                .inBackground(() -> ProjectionNames.find(words, MOST))
                .thenApply(names -> {
                    if (field.getText().strip().equals(words)) {
                        found.getItems().setAll(names);
                    }
                    return names;
                }));
    }

    /** What is chosen in the list goes before what is typed. */
    private void take(Question.Crs of, String typed, ListView<ProjectionNames.Named> found) {
        ProjectionNames.Named named = found.getSelectionModel().getSelectedItem();
        String crs = named != null ? "EPSG:" + named.code() : typed.matches("[0-9]{4,6}") ? "EPSG:" + typed : typed;
        if (crs.isEmpty()) {
            problem.setText(Words.of("layers.ask.crs.missing"));
            return;
        }
        workspace.inBackground(() -> ForeignCrs.read(crs)).whenComplete((read, failure) -> {
            if (failure == null) {
                adder.choose(of, crs);
            } else {
                Notices.onFailure(failure, problem::setText);
            }
        });
    }

    private static final class NamedCell extends javafx.scene.control.ListCell<ProjectionNames.Named> {
        NamedCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ProjectionNames.Named named, boolean empty) {
            super.updateItem(named, empty);
            setText(empty || named == null ? "" : named.name() + "  EPSG:" + named.code());
        }
    }
}
