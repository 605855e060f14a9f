package org.sightline.app.layers;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Layer;

/**
 * What is laid over the map, the topmost first: shown and hidden, ordered, styled, added and removed. Keys in the list:
 * Space shows or hides, Alt+Up and Alt+Down move, Enter goes there, Delete removes, Esc leaves.
 *
 * <p>Thread rule: window's thread.
 */
final class LayersPane extends VBox {
    private final LayerActs acts;
    private final LayerEdits edits;
    private final ListView<LayerState> list = new ListView<>();
    private final LayerQuestionBox question;
    private final TileServerBox server;
    private final LayerLookForm look;
    private final ScrollPane below;
    private final HBox tools;
    private final MenuButton mend = new MenuButton(Words.of("layers.mend"));
    private final Runnable leave;
    private boolean following;

    LayersPane(LayerActs acts, Workspace workspace, LayerEdits edits, Runnable leave) {
        this.acts = acts;
        this.edits = edits;
        this.leave = leave;
        question = new LayerQuestionBox(workspace, acts.adder());
        server = new TileServerBox(acts, this::showChosen);
        look = new LayerLookForm(acts, edits);
        below = new ScrollPane(look);
        tools = tools();
        setId("layers-pane");
        getStyleClass().addAll("side-form", "form-body");
        Label head = new Label(Words.of("layers.heading"));
        head.getStyleClass().add("form-heading");
        build();
        getChildren().addAll(head, question, server, list, tools, below, foot(workspace));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        LayerDrop.on(this, acts::possible, acts.adder()::add);
        follow();
    }

    private void build() {
        list.setId("layers");
        list.setAccessibleText(Words.of("layers.heading"));
        list.setCellFactory(view -> new LayerRow(
                () -> acts.map().scaleDenominatorProperty().get(),
                (layer, shown) -> edits.look(layer.uuid(), before -> before.shown(shown))));
        Label empty = new Label(Words.of("layers.empty"));
        empty.setId("layers-empty");
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        VBox placeholder = new VBox(empty);
        placeholder.getStyleClass().add("empty-pane");
        list.setPlaceholder(placeholder);
        list.setMinHeight(96);
        list.setPrefHeight(220);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> {
            if (!following) {
                showChosen();
            }
        });
        Actions.keepKeys(list, KeyCode.DELETE);
        below.setFitToWidth(true);
        below.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        below.setMinHeight(0);
        below.prefViewportHeightProperty().bind(look.heightProperty());
        VBox.setVgrow(below, Priority.SOMETIMES);
        below.managedProperty().bind(below.visibleProperty());
        tools.managedProperty().bind(tools.visibleProperty());
    }

    private HBox tools() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        mend.setId("layer-mend");
        mend.getStyleClass().add("small-menu");
        mend.managedProperty().bind(mend.visibleProperty());
        HBox row = new HBox(
                2,
                tool("up", Feather.ARROW_UP, () -> move(1)),
                tool("down", Feather.ARROW_DOWN, () -> move(-1)),
                tool("zoom", Feather.MAXIMIZE, () -> chosen().ifPresent(acts::zoomTo)),
                mend,
                gap,
                tool("remove", Feather.TRASH_2, this::remove));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button tool(String key, Feather icon, Runnable work) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("layer-" + key);
        button.getStyleClass().addAll("flat", "small-icon");
        button.setAccessibleText(Words.of("layers." + key));
        button.setTooltip(new Tooltip(Words.of("layers." + key)));
        button.setOnAction(event -> work.run());
        return button;
    }

    private VBox foot(Workspace workspace) {
        CheckBox copy = new CheckBox(Words.of("layers.copy"));
        copy.setId("layers-copy");
        copy.setTooltip(new Tooltip(Words.of("layers.copy.tooltip")));
        copy.selectedProperty().bindBidirectional(acts.adder().copying());
        Button add = new Button(Words.of("act.addLayer"), new FontIcon(Feather.PLUS));
        add.setId("layers-add");
        add.setOnAction(event -> acts.askForFiles());
        Button tiles = new Button(Words.of("layers.server"));
        tiles.setId("layers-server");
        tiles.setOnAction(event -> server.begin());
        Button back = new Button(Words.of("form.close"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        Runnable enable = () -> {
            boolean blocked = !acts.possible();
            add.setDisable(blocked);
            copy.setDisable(blocked);
            tiles.setDisable(blocked);
            tools.setDisable(blocked);
            look.setDisable(blocked);
        };
        workspace.view().addListener((view, before, now) -> enable.run());
        enable.run();
        FlowPane buttons = new FlowPane(4, 4, add, tiles, back); // one below the other in a narrow pane
        buttons.getChildren().forEach(button -> ((Button) button).setMinWidth(USE_PREF_SIZE));
        return new VBox(8, copy, buttons);
    }

    private void follow() {
        acts.layers().states().addListener((states, before, now) -> show(now));
        acts.adder().question().addListener((asked, before, now) -> {
            question.show(now);
            showChosen();
        });
        acts.map().scaleDenominatorProperty().addListener((scale, before, now) -> list.refresh());
        question.show(acts.adder().question().get());
        show(acts.layers().states().get());
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        showChosen();
    }

    /** Chooses a layer, or lets what is asked be answered, and takes the focus. */
    void begin(Optional<UUID> layer) {
        layer.ifPresent(this::choose);
        if (acts.adder().question().get().isPresent()) {
            question.begin();
        } else {
            list.requestFocus();
        }
    }

    private Optional<LayerState> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void choose(UUID layer) {
        list.getItems().stream()
                .filter(state -> state.layer().uuid().equals(layer))
                .findFirst()
                .ifPresent(state -> {
                    list.getSelectionModel().select(state);
                    list.scrollTo(state);
                });
    }

    /** What is new is chosen; else what was. */
    private void show(List<LayerState> states) {
        Set<UUID> there = new HashSet<>(
                list.getItems().stream().map(state -> state.layer().uuid()).toList());
        Optional<UUID> wanted = states.reversed().stream()
                .map(state -> state.layer().uuid())
                .filter(uuid -> !there.contains(uuid))
                .findFirst()
                .or(() -> chosen().map(state -> state.layer().uuid()));
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        following = true;
        list.getItems().setAll(states.reversed());
        list.getSelectionModel().clearSelection();
        wanted.ifPresent(this::choose);
        if (chosen().isEmpty() && !states.isEmpty()) {
            list.getSelectionModel().select(Math.min(at, states.size() - 1));
        }
        following = false;
        showChosen();
    }

    private void showChosen() {
        Optional<LayerState> chosen = chosen();
        boolean asked = question.isVisible() || server.isVisible();
        tools.setVisible(chosen.isPresent() && !asked);
        below.setVisible(chosen.isPresent() && !asked);
        chosen.ifPresent(state -> {
            look.show(state);
            mend.setVisible(state.broken());
            mend.getItems().setAll(mending(state.layer()));
        });
    }

    private List<MenuItem> mending(Layer layer) {
        MenuItem again = item("layers.readAgain", () -> edits.readAgain(layer));
        return layer.origin() instanceof Layer.Reference
                ? List.of(
                        again,
                        item("layers.takeAsIs", () -> edits.takeAsIs(layer)),
                        item("layers.findFile", () -> acts.findFile(layer)))
                : List.of(again);
    }

    private static MenuItem item(String key, Runnable work) {
        MenuItem item = new MenuItem(Words.of(key));
        item.setOnAction(event -> work.run());
        return item;
    }

    private void move(int by) {
        chosen().ifPresent(state -> edits.move(state.layer().uuid(), by));
    }

    private void remove() {
        chosen().ifPresent(state -> edits.remove(state.layer()));
    }

    private void onKey(KeyEvent event) {
        boolean inList = list.isFocused() && acts.possible();
        switch (event.getCode()) {
            case ESCAPE -> {
                if (!server.leave()) {
                    leave.run();
                }
            }
            case UP, DOWN -> {
                if (!event.isAltDown() || !inList) {
                    return;
                }
                move(event.getCode() == KeyCode.UP ? 1 : -1);
            }
            case SPACE -> {
                if (!inList) {
                    return;
                }
                chosen().ifPresent(state -> edits.look(
                        state.layer().uuid(),
                        look -> look.shown(!state.layer().look().visible())));
            }
            case ENTER -> {
                if (!list.isFocused()) {
                    return;
                }
                chosen().ifPresent(acts::zoomTo);
            }
            case DELETE -> {
                if (!inList) {
                    return;
                }
                remove();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
