package org.sightline.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sightline.DomainException;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.fields.FormLayout;
import org.sightline.app.fields.OneOf;
import org.sightline.source.PublicationDate;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/**
 * What is known about a source, in a form: filled in when it is captured, and changed later. Enter saves, Esc leaves
 * without a trace.
 *
 * <p>Thread rule: window's thread only.
 */
final class SourceForm extends VBox {
    private static final String NO_GRADE = "";

    private final Source source;
    private final TextField title = new TextField();
    private final TextField publisher = new TextField();
    private final TextField author = new TextField();
    private final TextField url = new TextField();
    private final TextField published = new TextField();
    private final TextField language = new TextField();
    private final OneOf<String> reliability;
    private final OneOf<Optional<UUID>> relays;
    private final Label problem = new Label();
    private final Function<Source, CompletableFuture<?>> save;
    private final Runnable leave;

    /**
     * @param heading what the form is for
     * @param saveName what its button says
     * @param save makes the change; its future fails with the sentence to show
     * @param leave closes the form
     */
    SourceForm(
            Source source,
            BoardView view,
            String heading,
            String saveName,
            Function<Source, CompletableFuture<?>> save,
            Runnable leave) {
        this.source = source;
        this.save = save;
        this.leave = leave;
        reliability =
                new OneOf<>("source-reliability", Words.of("source.reliability"), grades(), SourceForm::gradeWords);
        relays = new OneOf<>("source-relays", Words.of("source.relays"), relayable(view), id -> relayWords(view, id));
        getStyleClass().add("side-form");
        setId("source-form");
        Label head = new Label(heading);
        head.getStyleClass().add("form-heading");
        fill();
        problem.getStyleClass().add("problem");
        problem.setId("source-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(head, fields(), problem, buttons(saveName));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private FormLayout fields() {
        published.setPromptText(Words.of("source.published.prompt"));
        language.setPromptText(Words.of("source.language.prompt"));
        return new FormLayout()
                .row(Words.of("source.title"), named(title, "title"))
                .row(Words.of("source.publisher"), named(publisher, "publisher"))
                .row(Words.of("source.author"), named(author, "author"))
                .row(Words.of("source.published"), named(published, "published"))
                .row(Words.of("source.url"), named(url, "url"))
                .row(Words.of("source.language"), named(language, "language"))
                .row(Words.of("source.reliability"), reliability)
                .row(Words.of("source.relays"), relays);
    }

    private static TextField named(TextField field, String key) {
        field.setId("source-" + key);
        field.setAccessibleText(Words.of("source." + key));
        return field;
    }

    private HBox buttons(String saveName) {
        Button saveButton = new Button(saveName);
        saveButton.setId("source-save");
        saveButton.getStyleClass().add("accent");
        saveButton.setOnAction(event -> saveNow());
        Button back = new Button(Words.of("form.back"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        HBox row = new HBox(8, saveButton, back);
        row.getStyleClass().add("form-buttons");
        return row;
    }

    private void fill() {
        title.setText(source.title());
        publisher.setText(source.publisher().orElse(""));
        author.setText(source.author().orElse(""));
        url.setText(source.url().orElse(""));
        published.setText(source.published().map(PublicationDate::iso).orElse(""));
        language.setText(source.language().orElse(""));
        reliability.show(source.reliability().map(Reliability::name).orElse(NO_GRADE));
        relays.show(source.relays());
    }

    /** Puts the focus where most is missing. */
    void begin() {
        TextField first = title.getText().isBlank() ? title : publisher;
        first.requestFocus();
        first.selectAll();
    }

    private static List<String> grades() {
        List<String> grades = new ArrayList<>(List.of(NO_GRADE));
        for (Reliability grade : Reliability.values()) {
            grades.add(grade.name());
        }
        return grades;
    }

    private static String gradeWords(String grade) {
        return grade.equals(NO_GRADE) ? Words.of("grade.none") : Words.of(Reliability.valueOf(grade));
    }

    private List<Optional<UUID>> relayable(BoardView view) {
        List<Optional<UUID>> all = new ArrayList<>(List.of(Optional.empty()));
        view.sources().stream()
                .map(Source::uuid)
                .filter(uuid -> !uuid.equals(source.uuid()))
                .forEach(uuid -> all.add(Optional.of(uuid)));
        return all;
    }

    private static String relayWords(BoardView view, Optional<UUID> relayed) {
        return relayed.flatMap(view::source)
                .map(s -> s.publisher().map(p -> p + ": ").orElse("") + s.title())
                .orElse(Words.of("source.relays.none"));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            saveNow();
            event.consume();
        }
    }

    private void saveNow() {
        problem.setText("");
        try {
            save.apply(written()).whenComplete((done, failure) -> {
                if (failure != null) {
                    javafx.application.Platform.runLater(() -> Notices.onFailure(failure, problem::setText));
                }
            });
        } catch (DomainException e) {
            problem.setText(e.getMessage());
        }
    }

    /** @throws DomainException when a field cannot be read */
    private Source written() {
        if (title.getText().isBlank()) {
            title.requestFocus();
            throw new DomainException(Words.of("source.titleMissing"));
        }
        return new Source(
                source.id(),
                source.uuid(),
                title.getText().strip(),
                words(publisher),
                words(author),
                words(url),
                words(published).map(PublicationDate::new),
                words(language),
                Optional.of(reliability.getValue())
                        .filter(g -> !g.equals(NO_GRADE))
                        .map(Reliability::valueOf),
                relays.getValue());
    }

    private static Optional<String> words(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }
}
