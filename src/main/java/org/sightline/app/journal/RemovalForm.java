package org.sightline.app.journal;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Words;

/** Asks for the reason before something goes to the trash. Enter removes, Esc leaves everything as it was. */
public final class RemovalForm extends VBox {
    private final TextField reason = new TextField();
    private final Label problem = new Label();

    /**
     * @param heading what would be removed
     * @param actName what the button says, such as "Remove 3 claims"
     */
    public RemovalForm(String heading, String actName, Consumer<String> remove, Runnable leave) {
        setId("removal-form");
        getStyleClass().addAll("side-form", "form-body");
        Label head = new Label(heading);
        head.setWrapText(true);
        head.getStyleClass().add("form-heading");
        Label explain = new Label(Words.of("removal.explain"));
        explain.getStyleClass().add("muted");
        explain.setWrapText(true);
        reason.setId("removal-reason");
        reason.setPromptText(Words.of("removal.reason"));
        reason.setAccessibleText(Words.of("removal.reason"));
        problem.getStyleClass().add("problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button removeButton = new Button(actName);
        removeButton.getStyleClass().add("danger");
        removeButton.setId("removal-now");
        removeButton.setOnAction(event -> removeNow(remove));
        Button back = new Button(Words.of("form.back"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        HBox buttons = new HBox(8, removeButton, back);
        getChildren().addAll(head, explain, reason, problem, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget().equals(reason)) {
                removeNow(remove);
                event.consume();
            }
        });
    }

    public void begin() {
        reason.requestFocus();
    }

    private void removeNow(Consumer<String> remove) {
        if (reason.getText().isBlank()) {
            problem.setText(Words.of("removal.reasonMissing"));
            reason.requestFocus();
        } else {
            remove.accept(reason.getText().strip());
        }
    }
}
