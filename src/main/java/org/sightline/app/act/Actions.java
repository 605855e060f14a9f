package org.sightline.app.act;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.Words;

/**
 * All acts of the window. Whoever asks for one that cannot be done just now is told why.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Actions {
    private static final String KEPT = "sightline-kept-keys";

    private final Map<String, Act> acts = new LinkedHashMap<>();
    private final Consumer<String> whyNot;

    /** @param whyNot is told the obstacle when an act is asked for that cannot be done */
    public Actions(Consumer<String> whyNot) {
        this.whyNot = whyNot;
    }

    /**
     * Declares an act; its name stands in the bundle as {@code act.ID}.
     *
     * @param keys as {@link KeyCombination#valueOf} reads them, separated by a blank; empty for none
     * @param obstacle why it cannot be done just now
     */
    public Act declare(
            String id, Feather icon, String keys, ObservableValue<Optional<String>> obstacle, Runnable work) {
        List<KeyCombination> combinations = Arrays.stream(keys.split(" "))
                .filter(key -> !key.isEmpty())
                .map(KeyCombination::valueOf)
                .toList();
        Act act = new Act(id, Words.of("act." + id), icon, combinations, obstacle, work);
        if (acts.put(id, act) != null) {
            throw new IllegalStateException("Declared twice: " + id);
        }
        return act;
    }

    public List<Act> all() {
        return new ArrayList<>(acts.values());
    }

    public Act act(String id) {
        Act act = acts.get(id);
        if (act == null) {
            throw new IllegalArgumentException("No such act: " + id);
        }
        return act;
    }

    public void run(String id) {
        run(act(id));
    }

    public void run(Act act) {
        Optional<String> obstacle = act.obstacle().getValue();
        if (obstacle.isPresent()) {
            whyNot.accept(obstacle.get());
        } else {
            act.run();
        }
    }

    /** A toolbar's button: icon and name. The tooltip gives the key, or why it cannot be done. */
    public Node button(String id) {
        return wrapped(act(id), ContentDisplay.LEFT);
    }

    /** A toolbar's button without a name; the tooltip has it. */
    public Node iconButton(String id) {
        return wrapped(act(id), ContentDisplay.GRAPHIC_ONLY);
    }

    /** A button that names the act in its full words, for empty panes. */
    public Button plainButton(String id) {
        Act act = act(id);
        Button button = new Button();
        button.textProperty().bind(act.name());
        button.setGraphic(new FontIcon(act.icon()));
        button.setOnAction(event -> run(act));
        button.disableProperty().bind(blocked(act));
        return button;
    }

    // a disabled button hears no pointer, so the tooltip hangs on what stands around it
    private StackPane wrapped(Act act, ContentDisplay display) {
        Button button = new Button(shortName(act), new FontIcon(act.icon()));
        button.setMinWidth(Region.USE_PREF_SIZE); // in a narrow window the field between them gives way
        button.setId("act-" + act.id());
        button.setContentDisplay(display);
        button.getStyleClass().addAll("flat", "act-button");
        button.setFocusTraversable(false);
        button.accessibleTextProperty().bind(act.name());
        button.setOnAction(event -> run(act));
        button.disableProperty().bind(blocked(act));
        StackPane around = new StackPane(button);
        around.getStyleClass().add("act-place");
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(Bindings.createStringBinding(() -> tooltipText(act), act.name(), act.obstacle()));
        Tooltip.install(around, tooltip);
        return around;
    }

    private static String shortName(Act act) {
        String key = "act." + act.id() + ".short";
        return Words.has(key) ? Words.of(key) : act.name().get();
    }

    private static String tooltipText(Act act) {
        String key = act.keyText().isEmpty() ? "" : "   " + act.keyText();
        return act.name().get()
                + key
                + act.obstacle().getValue().map(why -> "\n" + why).orElse("");
    }

    private static javafx.beans.binding.BooleanBinding blocked(Act act) {
        return Bindings.createBooleanBinding(() -> !act.possible(), act.obstacle());
    }

    /** A menu's item, with icon and key. */
    public MenuItem menuItem(String id) {
        Act act = act(id);
        MenuItem item = new MenuItem();
        item.textProperty().bind(Bindings.createStringBinding(() -> menuText(act), act.name()));
        item.setGraphic(new FontIcon(act.icon()));
        item.setOnAction(event -> run(act));
        item.disableProperty().bind(blocked(act));
        return item;
    }

    /** The same with its key set, for the one menu bar of the window. */
    public MenuItem menuBarItem(String id) {
        MenuItem item = menuItem(id);
        act(id).keys().stream().filter(Actions::hasModifier).findFirst().ifPresent(item::setAccelerator);
        return item;
    }

    private static String menuText(Act act) {
        boolean plainKey = !act.keys().isEmpty() && !hasModifier(act.keys().getFirst());
        return plainKey
                ? act.name().get() + "  (" + act.keyText() + ")"
                : act.name().get();
    }

    /**
     * Makes the keys of all acts work in a scene. Plain keys go before whatever has the focus, since a text that is only
     * read swallows them too, but are left to whoever is typing; keys with Shortcut come after it, so that a field keeps
     * its own copy, paste and undo.
     */
    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Node focused = scene.getFocusOwner();
            if (isKept(focused, event.getCode())) {
                return;
            }
            boolean typing = focused instanceof TextInputControl || focused instanceof ComboBoxBase<?>;
            runFor(event, key -> !hasModifier(key) && (!typing || isFunction(key)));
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> runFor(event, Actions::hasModifier));
    }

    /** Leaves plain keys to a node while it, or something in it, has the focus, though acts have them. */
    public static void keepKeys(Node node, KeyCode... keys) {
        Set<KeyCode> kept = Set.of(keys);
        node.getProperties().put(KEPT, (Kept) kept::contains);
    }

    /** The same for every plain key, as long as something is under way in the node. */
    public static void keepAllKeys(Node node, BooleanSupplier underWay) {
        node.getProperties().put(KEPT, (Kept) key -> underWay.getAsBoolean());
    }

    /** Which keys a node keeps just now. */
    private interface Kept {
        boolean keeps(KeyCode key);
    }

    private static boolean isKept(@Nullable Node focused, KeyCode key) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.hasProperties() && node.getProperties().get(KEPT) instanceof Kept kept && kept.keeps(key)) {
                return true;
            }
        }
        return false;
    }

    private void runFor(KeyEvent event, Predicate<KeyCombination> which) {
        acts.values().stream()
                .filter(act -> act.keys().stream().anyMatch(key -> which.test(key) && key.match(event)))
                .findFirst()
                .ifPresent(act -> {
                    event.consume();
                    run(act);
                });
    }

    private static boolean hasModifier(KeyCombination key) {
        return key.getControl() == KeyCombination.ModifierValue.DOWN
                || key.getShortcut() == KeyCombination.ModifierValue.DOWN
                || key.getAlt() == KeyCombination.ModifierValue.DOWN
                || key.getMeta() == KeyCombination.ModifierValue.DOWN;
    }

    private static boolean isFunction(KeyCombination key) {
        return key instanceof KeyCodeCombination code && code.getCode().isFunctionKey();
    }
}
