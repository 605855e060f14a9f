package org.sightline.app.fields;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Notices;

/**
 * Text that is edited where it stands. Enter commits (Shift+Enter breaks a line in an area), Esc goes back to what
 * stood there, and leaving the field commits what was changed. What cannot be read stays, with the reason beneath it.
 *
 * <p>Thread rule: window's thread only.
 */
public final class EditInPlace extends VBox {
    private final TextInputControl input;
    private final Label problem = new Label();
    private final Function<String, CompletableFuture<?>> commit;
    private String shown = "";
    private String refused = "";

    /** @param commit makes the change; its future fails with the sentence to show */
    public EditInPlace(TextInputControl input, String id, String name, Function<String, CompletableFuture<?>> commit) {
        this.input = input;
        this.commit = commit;
        wearSkin(input);
        input.setId(id);
        input.setAccessibleText(name);
        input.setPromptText("—");
        input.getStyleClass().add("edit-in-place");
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        input.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                commitIfChanged();
            }
        });
        problem.getStyleClass().add("problem");
        problem.setId(id + "-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(input, problem);
    }

    /**
     * The colour of the words belongs to the skin. A field that gets its skin only while a scroll pane about it is being
     * styled is not styled again, and its words stay black.
     */
    private static void wearSkin(TextInputControl input) {
        if (input instanceof TextField field) {
            field.setSkin(new TextFieldSkin(field));
        } else if (input instanceof TextArea area) {
            area.setSkin(new TextAreaSkin(area));
        }
    }

    public TextInputControl input() {
        return input;
    }

    public Label problem() {
        return problem;
    }

    /** Shows a value, unless another is just being written. */
    public void show(String value) {
        boolean writing = input.isFocused() && !input.getText().equals(shown);
        shown = value;
        if (!writing) {
            input.setText(value);
            say("");
        }
    }

    /** Shows a value whatever was being written. */
    public void replace(String value) {
        shown = value;
        input.setText(value);
        say("");
    }

    public void commitIfChanged() {
        String text = input.getText();
        if (!text.equals(shown) && !text.equals(refused)) {
            commitNow(text);
        }
    }

    private void commitNow(String text) {
        String before = shown;
        shown = text;
        say("");
        commit.apply(text).whenComplete((done, failure) -> {
            if (failure != null) {
                onWindow(() -> refuse(before, text, failure));
            }
        });
    }

    private void refuse(String before, String text, Throwable failure) {
        if (input.getText().equals(text)) {
            shown = before;
            refused = text;
            Notices.onFailure(failure, this::say);
        }
    }

    private static void onWindow(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    private void say(String what) {
        problem.setText(what);
        if (what.isEmpty()) {
            refused = "";
        }
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("refused"), !what.isEmpty());
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            replace(shown);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !(event.isShiftDown() && input instanceof TextArea)) {
            refused = "";
            commitIfChanged();
            event.consume();
        }
    }
}
