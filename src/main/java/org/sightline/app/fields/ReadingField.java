package org.sightline.app.fields;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;

/**
 * A field whose words are read as a value while one types, in the background. Beneath it stands how they were read;
 * where they may mean several things, the choices, with the likeliest chosen until a person chooses (Down and Up).
 *
 * <p>Thread rule: window's thread only.
 */
public final class ReadingField<T> extends VBox {
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final int MOST_CHOICES = 5;

    private final Workspace workspace;
    private final Function<String, Reading<T>> reader;
    private final Function<T, String> display;
    private final TextField input = new TextField();
    private final Label note = new Label();
    private final VBox choices = new VBox(2);
    private final ToggleGroup group = new ToggleGroup();
    private Reading<T> reading = Reading.nothing();
    private Optional<T> value = Optional.empty();
    private boolean decided;
    private Runnable onChange = () -> {};
    private boolean offering;
    private CompletableFuture<?> latest = CompletableFuture.completedFuture("");

    /**
     * @param reader reads words; called in the background
     * @param display says a value back in words
     */
    public ReadingField(
            Workspace workspace,
            String id,
            String name,
            Function<String, Reading<T>> reader,
            Function<T, String> display) {
        this.workspace = workspace;
        this.reader = reader;
        this.display = display;
        getStyleClass().add("reading-field");
        input.setId(id);
        input.setAccessibleText(name);
        input.textProperty().addListener((text, before, now) -> {
            if (!offering) {
                read(now);
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        note.setId(id + "-note");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        hideWhenEmpty(note);
        choices.managedProperty().bind(choices.visibleProperty());
        choices.setVisible(false);
        getChildren().addAll(input, note, choices);
    }

    private static void hideWhenEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    public TextField input() {
        return input;
    }

    public Optional<T> value() {
        return value;
    }

    /** Whether a person should look here first. */
    public boolean doubtful() {
        return reading.doubtful() && !decided;
    }

    public Optional<String> problem() {
        return reading.problem();
    }

    /** @param listener runs when the value has changed */
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    /** Completes when the words that stand in the field have been read. */
    public CompletableFuture<?> settled() {
        return latest;
    }

    /**
     * Fills the field with a value that was read elsewhere, and what else it might have been; its words are not read.
     *
     * @param around whether it was read in the text about the quote, which then stands beneath the field
     */
    public void offer(String words, List<T> meanings, boolean around) {
        offering = true;
        input.setText(words);
        offering = false;
        show(Reading.of(meanings));
        if (around && !meanings.isEmpty()) {
            note.setText(Words.of("field.around", note.getText()));
        }
        latest = CompletableFuture.completedFuture("");
    }

    private void read(String words) {
        decided = false;
        if (words.isBlank()) {
            latest = CompletableFuture.completedFuture("");
            show(Reading.nothing());
            return;
        }
        latest = workspace
                .inBackground(() -> reader.apply(words.strip()))
                .handle((read, failure) -> failure == null ? read : failed(failure))
                .thenApply(read -> {
                    if (input.getText().equals(words)) {
                        show(read);
                    }
                    return read;
                });
    }

    private Reading<T> failed(Throwable failure) {
        String[] sentence = {""};
        Notices.onFailure(failure, said -> sentence[0] = said);
        return Reading.problem(sentence[0]);
    }

    private void show(Reading<T> read) {
        reading = read;
        value = read.choices().stream().findFirst();
        choices.getChildren().clear();
        group.getToggles().clear();
        boolean several = read.choices().size() > 1;
        if (several) {
            read.choices().stream().limit(MOST_CHOICES).forEach(this::addChoice);
            group.getToggles().getFirst().setSelected(true);
        }
        choices.setVisible(several);
        note.getStyleClass().setAll("label", read.problem().isPresent() ? "problem" : "note");
        note.setText(read.problem().orElseGet(() -> noteOf(read)));
        pseudoClassStateChanged(DOUBTFUL, doubtful());
        onChange.run();
    }

    private String noteOf(Reading<T> read) {
        return switch (read.choices().size()) {
            case 0 -> "";
            case 1 -> display.apply(read.choices().getFirst());
            default -> Words.of("field.choose");
        };
    }

    private void addChoice(T choice) {
        ToggleButton button = new ToggleButton(display.apply(choice));
        button.getStyleClass().add("choice");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setUserData(choice);
        button.setOnAction(event -> {
            button.setSelected(true);
            choose(choice);
        });
        choices.getChildren().add(button);
    }

    private void choose(T choice) {
        value = Optional.of(choice);
        decided = true;
        note.setText(Words.of("field.chosen", display.apply(choice))); // the words above it may say otherwise
        pseudoClassStateChanged(DOUBTFUL, false);
        onChange.run();
    }

    private void onKey(KeyEvent event) {
        boolean down = event.getCode() == KeyCode.DOWN;
        if (choices.isVisible() && (down || event.getCode() == KeyCode.UP)) {
            int now = group.getToggles().indexOf(group.getSelectedToggle());
            int next = Math.floorMod(now + (down ? 1 : -1), group.getToggles().size());
            group.getToggles().get(next).setSelected(true);
            choose(reading.choices().get(next));
            event.consume();
        }
    }
}
