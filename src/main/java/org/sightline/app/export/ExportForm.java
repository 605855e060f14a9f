package org.sightline.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.FileQuestions;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.FormLayout;
import org.sightline.app.fields.OneOf;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.exchange.Export;

/**
 * Exports claims to a file: all, those found by the search, or the chosen ones.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ExportForm extends VBox {
    /** Claims that are written from memory. */
    private static final int MOST = 50_000;

    private final Workspace workspace;
    private final FileQuestions files;
    private final Runnable leave;
    private final ToggleGroup which = new ToggleGroup();
    private final OneOf<Export.Format> format = new OneOf<>(
            "export-format", Words.of("export.format"), Arrays.asList(Export.Format.values()), Export.Format::label);
    private final Button exportButton = new Button();

    /** @param found the claims that the search field finds, where it is in use */
    public ExportForm(Workspace workspace, FileQuestions files, Optional<List<Claim>> found, Runnable leave) {
        this.workspace = workspace;
        this.files = files;
        this.leave = leave;
        setId("export-form");
        getStyleClass().addAll("side-form", "form-body");
        Label heading = new Label(Words.of("export.heading"));
        heading.getStyleClass().add("form-heading");
        Label explain = new Label(Words.of("export.explain"));
        explain.setWrapText(true);
        explain.getStyleClass().add("muted");
        format.show(Export.Format.CSV);
        exportButton.getStyleClass().add("accent");
        exportButton.setId("export-now");
        exportButton.setOnAction(event -> export());
        Button back = new Button(Words.of("form.back"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        FormLayout fields =
                new FormLayout().row(Words.of("export.which"), choices(found)).row(Words.of("export.format"), format);
        getChildren().addAll(heading, explain, fields, new HBox(8, exportButton, back));
        which.selectedToggleProperty().addListener((toggle, before, now) -> nameButton());
        nameButton();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !format.isShowing()) {
                leave.run();
                event.consume();
            }
        });
    }

    public void begin() {
        exportButton.requestFocus();
    }

    private VBox choices(Optional<List<Claim>> found) {
        BoardView view = workspace.view().get().orElseThrow();
        List<UUID> chosen = workspace.selection().claims().get();
        List<RadioButton> buttons = new ArrayList<>();
        buttons.add(choice(Words.of("export.all", view.claims().size()), wanted(view.claims())));
        found.ifPresent(claims -> buttons.add(choice(Words.of("export.found", claims.size()), wanted(claims))));
        Wanted chosenClaims =
                new Wanted(chosen.size(), snapshot -> snapshot.slices().claimsOf(chosen));
        RadioButton selected = choice(Words.of("export.selected", chosen.size()), chosenClaims);
        buttons.add(selected);
        buttons.forEach(button -> button.setDisable(unfit(wanted(button))));
        which.selectToggle(chosen.size() > 1 ? selected : buttons.get(found.isPresent() ? 1 : 0));
        VBox box = new VBox(8, buttons.toArray(new RadioButton[0]));
        if (buttons.stream().anyMatch(button -> wanted(button).count() > MOST)) {
            Label limit = new Label(Words.of("export.tooMany", MOST));
            limit.setWrapText(true);
            limit.getStyleClass().add("muted");
            box.getChildren().add(limit);
        }
        return box;
    }

    /**
     * Claims to be exported.
     *
     * @param reading the claims themselves, in the background
     */
    private record Wanted(int count, Function<Snapshot, List<Claim>> reading) {}

    private static Wanted wanted(List<Claim> claims) {
        if (claims instanceof LeanClaims lean) {
            return new Wanted(lean.size(), snapshot -> snapshot.slices().claims(lean.ids()));
        }
        return new Wanted(claims.size(), snapshot -> claims);
    }

    private static Wanted wanted(Toggle button) {
        return (Wanted) button.getUserData();
    }

    private static boolean unfit(Wanted wanted) {
        return wanted.count() == 0 || wanted.count() > MOST;
    }

    private RadioButton choice(String words, Wanted claims) {
        RadioButton button = new RadioButton(words);
        button.setToggleGroup(which);
        button.setUserData(claims);
        return button;
    }

    private Wanted claims() {
        return wanted(which.getSelectedToggle());
    }

    private void nameButton() {
        exportButton.setText(Words.of("export.export", claims().count()));
        exportButton.setDisable(unfit(claims()));
    }

    private void export() {
        BoardView view = workspace.view().get().orElseThrow();
        Export.Format chosen = format.getValue();
        files.exportTo(fileName(view.info().title(), chosen), chosen.label(), chosen.extension())
                .ifPresent(file -> write(file, claims()));
    }

    private static String fileName(String title, Export.Format format) {
        String plain = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "claims" : plain) + "." + format.extension();
    }

    private void write(Path file, Wanted claims) {
        leave.run();
        BoardView view = workspace.view().get().orElseThrow();
        workspace.telling(workspace
                .readAs(Words.of("job.export", file.getFileName()), (snapshot, progress) -> {
                    Export.write(view.dossier(claims.reading().apply(snapshot), snapshot), file, progress);
                    return file;
                })
                .thenApply(written -> {
                    workspace.notices().tell(Notice.done(Words.of("export.done", claims.count(), written)));
                    return written;
                }));
    }
}
