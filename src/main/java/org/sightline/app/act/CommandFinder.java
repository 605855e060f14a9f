package org.sightline.app.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.Words;

/**
 * The one field that finds everything: acts by any part of their names, and whatever else the window offers for the
 * words typed (claims, places). Arrow keys choose, Enter does it, Esc goes back.
 *
 * <p>Thread rule: window's thread only.
 */
public final class CommandFinder {

    /**
     * Something that was found.
     *
     * @param hint what stands at the right, such as a key, or why it cannot be done
     */
    public record Finding(Ikon icon, String name, String hint, boolean possible, Runnable work) {}

    private static final int MOST = 12;
    private static final double ROW = 32;

    private final Actions actions;
    private final Function<String, List<Finding>> others;
    private final TextField field = new TextField();
    private final ListView<Finding> findings = new ListView<>();
    private Runnable onLeave = () -> {};

    /** @param others what else is found for some words, best first */
    public CommandFinder(Actions actions, Function<String, List<Finding>> others) {
        this.actions = actions;
        this.others = others;
        field.setId("command-field");
        field.setPromptText(Words.of("finder.prompt"));
        field.getStyleClass().add("command-field");
        field.textProperty().addListener((text, before, now) -> refresh());
        field.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                findings.setVisible(false);
            }
        });
        field.setOnMousePressed(event -> refresh());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        findings.setId("command-findings");
        findings.getStyleClass().add("command-findings");
        findings.setFocusTraversable(false);
        findings.setCellFactory(list -> new FindingCell());
        findings.setFixedCellSize(ROW);
        findings.setOnMousePressed(event -> runChosen());
        findings.setVisible(false);
    }

    public TextField field() {
        return field;
    }

    /** What the field has found; to be laid over the window, under the field. */
    public ListView<Finding> findings() {
        return findings;
    }

    /** @param returnFocus runs when the field is left with a key */
    public void onLeave(Runnable returnFocus) {
        onLeave = returnFocus;
    }

    /** Goes to the field and shows what there is; who comes by on the way elsewhere is shown nothing. */
    public void begin() {
        field.requestFocus();
        field.selectAll();
        refresh();
    }

    private void refresh() {
        findings.getItems().setAll(find(field.getText()));
        findings.getSelectionModel().selectFirst();
        double rows = findings.getItems().size();
        findings.setPrefHeight(rows * ROW + 10);
        findings.setMaxHeight(rows * ROW + 10);
        findings.setVisible(field.isFocused() && rows > 0);
    }

    /** What there is for some words: acts that can be done before those that cannot, then everything else. */
    List<Finding> find(String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        List<Finding> found = new ArrayList<>();
        actions.all().stream()
                .filter(act -> matches(act.name().get(), words))
                .sorted(java.util.Comparator.comparing((Act act) -> !act.possible()))
                .limit(words.isEmpty() ? MOST : MOST / 2)
                .map(this::finding)
                .forEach(found::add);
        if (!words.isEmpty()) {
            found.addAll(others.apply(typed.strip()));
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static boolean matches(String name, String words) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : words.split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private Finding finding(Act act) {
        Optional<String> obstacle = act.obstacle().getValue();
        return new Finding(
                act.icon(),
                act.name().get(),
                obstacle.orElse(act.keyText()),
                obstacle.isEmpty(),
                () -> actions.run(act));
    }

    private void onKey(KeyEvent event) {
        if (!findings.isVisible() && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER)) {
            refresh();
            event.consume();
            return;
        }
        int index = findings.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(index + 1);
            case UP -> choose(index - 1);
            case ENTER -> runChosen();
            case ESCAPE -> {
                field.clear();
                leave();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        int last = findings.getItems().size() - 1;
        findings.getSelectionModel().select(Math.max(0, Math.min(last, index)));
        findings.scrollTo(findings.getSelectionModel().getSelectedIndex());
    }

    private void runChosen() {
        Finding chosen = findings.getSelectionModel().getSelectedItem();
        field.clear();
        leave();
        if (chosen != null) {
            chosen.work().run();
        }
    }

    private void leave() {
        findings.setVisible(false);
        onLeave.run();
    }

    private static final class FindingCell extends ListCell<Finding> {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label hint = new Label();
        private final HBox row = new HBox(8, icon, name, new Region(), hint);

        FindingCell() {
            row.getStyleClass().add("finding");
            hint.getStyleClass().add("muted");
            HBox.setHgrow(row.getChildren().get(2), Priority.ALWAYS);
            name.setMinWidth(Region.USE_PREF_SIZE);
            row.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Finding item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(item.icon());
            name.setText(item.name());
            hint.setText(item.hint());
            row.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("impossible"), !item.possible());
            setGraphic(row);
        }
    }
}
