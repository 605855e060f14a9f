package org.sightline.app.journal;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Change;
import org.sightline.board.Conflict;
import org.sightline.board.OpenConflict;

/**
 * What this board and a merged one have both changed, one thing at a time, side by side, with the choice between the two
 * for the whole of it or field by field. A decision is an act like any other: undo takes it back.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ConflictsForm extends VBox {
    private final Workspace workspace;
    private final ReadOnlyObjectProperty<List<OpenConflict>> open;
    private final Runnable leave;
    private final Label heading = new Label();
    private final Label name = new Label();
    private final Label explain = new Label();
    private final ScrollPane fields = new ScrollPane();
    private final Button mine = new Button(Words.of("conflict.keepMine"));
    private final Button theirs = new Button(Words.of("conflict.takeTheirs"));
    private final Button chosen = new Button(Words.of("conflict.keepChosen"));
    private final Button next = new Button(Words.of("conflict.next"));
    private int at;

    public ConflictsForm(Workspace workspace, ReadOnlyObjectProperty<List<OpenConflict>> open, Runnable leave) {
        this.workspace = workspace;
        this.open = open;
        this.leave = leave;
        setId("conflicts-form");
        getStyleClass().addAll("side-form", "form-body");
        heading.getStyleClass().add("form-heading");
        name.setWrapText(true);
        explain.setWrapText(true);
        explain.getStyleClass().add("muted");
        fields.setFitToWidth(true);
        mine.setId("conflict-keep-mine");
        mine.setOnAction(event -> decide(Conflict.Side.MINE, Set.of()));
        theirs.setId("conflict-take-theirs");
        theirs.setOnAction(event -> decide(Conflict.Side.THEIRS, Set.of()));
        chosen.setId("conflict-keep-chosen");
        chosen.managedProperty().bind(chosen.visibleProperty());
        next.setOnAction(event -> showAt(at + 1));
        Button back = new Button(Words.of("conflict.later"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        getChildren().addAll(heading, name, explain, fields, new FlowPane(8, 8, mine, theirs, chosen, next, back));
        open.addListener((property, before, now) -> showAt(at));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        showAt(0);
    }

    public void begin() {
        mine.requestFocus();
    }

    private void showAt(int wanted) {
        List<OpenConflict> conflicts = open.get();
        if (conflicts.isEmpty()) {
            if (getScene() != null) {
                leave.run();
            }
            return;
        }
        at = wanted >= conflicts.size() ? 0 : wanted;
        OpenConflict conflict = conflicts.get(at);
        heading.setText(Words.of("conflict.heading", at + 1, conflicts.size()));
        name.setText(Differences.name(conflict.conflict().entity()) + " "
                + (conflict.number() == 0 ? "" : conflict.number() + ": ") + conflict.name());
        int asked = conflict.fields().size();
        boolean several = asked > 1;
        explain.setText(
                Words.of(explanation(conflict, several), conflict.conflict().boardTitle()));
        Differences differences = new Differences(
                Words.of("conflict.mine"), Words.of("conflict.theirs"), conflict.differences(), several);
        fields.setContent(differences);
        // how tall it is with its lines broken is known once it has its width
        fields.prefViewportHeightProperty().bind(differences.heightProperty());
        chosen.setVisible(several);
        chosen.setOnAction(event -> decide(Conflict.Side.MINE, differences.chosenRight()));
        next.setDisable(conflicts.size() < 2);
        boolean writable =
                workspace.view().get().filter(v -> v.readOnlyReason().isEmpty()).isPresent();
        mine.setDisable(!writable);
        theirs.setDisable(!writable);
        Runnable mixed = () -> {
            int right = differences.chosenRight().size();
            chosen.setDisable(!writable || right == 0 || right == asked);
        };
        differences.onChoice(mixed);
        mixed.run();
    }

    private static String explanation(OpenConflict conflict, boolean several) {
        if (conflict.conflict().fields().isEmpty()) {
            return "conflict.explainWhole";
        }
        return several ? "conflict.explainSeveral" : "conflict.explain";
    }

    private void decide(Conflict.Side side, Set<String> except) {
        OpenConflict conflict = open.get().get(at);
        mine.setDisable(true);
        theirs.setDisable(true);
        chosen.setDisable(true);
        workspace
                .telling(workspace.apply(new Change.Decide(conflict.conflict().uuid(), side, except)))
                .whenComplete((line, failure) -> {
                    if (failure != null) {
                        showAt(at);
                    }
                });
    }
}
