package org.sightline.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.DomainException;
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
import org.sightline.exchange.BoardHandover;
import org.sightline.exchange.Export;
import org.sightline.report.ReportMap;

/**
 * Exports claims to a file: all, those found by the search, or the chosen ones.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ExportForm extends VBox {
    private final Workspace workspace;
    private final FileQuestions files;
    private final Supplier<ReportMap> map;
    private final Runnable leave;
    private final ToggleGroup which = new ToggleGroup();
    private final VBox choices = new VBox(8);
    private final OneOf<Export.Format> format = new OneOf<>(
            "export-format", Words.of("export.format"), Arrays.asList(Export.Format.values()), Export.Format::label);
    private final ScopeFields scope = new ScopeFields();
    private final Button exportButton = new Button();

    /**
     * @param found the claims that search and filter find, where they are in use; followed as long as the form is shown
     * @param map the window's, for a report
     */
    public ExportForm(
            Workspace workspace,
            FileQuestions files,
            ObservableValue<Optional<List<Claim>>> found,
            Supplier<ReportMap> map,
            Runnable leave) {
        this.map = map;
        this.workspace = workspace;
        this.files = files;
        this.leave = leave;
        setId("export-form");
        getStyleClass().addAll("side-form", "form-body");
        Label heading = new Label(Words.of("export.heading"));
        heading.getStyleClass().add("form-heading");
        Label explain = new Label(Words.of("export.explain"));
        explain.setWrapText(true);
        explain.setMinHeight(USE_PREF_SIZE);
        explain.getStyleClass().add("muted");
        format.show(Export.Format.CSV);
        format.onChosen(scope::fit);
        scope.fit(Export.Format.CSV);
        exportButton.getStyleClass().add("accent");
        exportButton.setId("export-now");
        exportButton.setOnAction(event -> export());
        Button back = new Button(Words.of("form.back"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        FormLayout fields = new FormLayout()
                .row(Words.of("export.which"), choices)
                .row(Words.of("export.format"), format)
                .row(Words.of("export.holdBack"), scope.heldBack())
                .row(Words.of("export.columns"), scope.columns());
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(0);
        FlowPane buttons = new FlowPane(8, 8, exportButton, back);
        buttons.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(heading, explain, scroll, buttons);
        offer(found.getValue());
        which.selectedToggleProperty().addListener((toggle, before, now) -> {
            if (now != null) {
                nameButton();
            }
        });
        ChangeListener<Optional<List<Claim>>> follow = (claims, before, now) -> offer(now);
        sceneProperty().addListener((scene, before, now) -> {
            found.removeListener(follow);
            if (now != null) {
                found.addListener(follow);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !format.isShowing() && !scope.isChoosing()) {
                leave.run();
                event.consume();
            }
        });
    }

    public void begin() {
        exportButton.requestFocus();
    }

    /** Offers what there is to be exported; the kind that was chosen stays chosen while there is such. */
    private void offer(Optional<List<Claim>> found) {
        BoardView view = workspace.view().get().orElseThrow();
        List<UUID> chosen = workspace.selection().claims().get();
        String before = Optional.ofNullable((RadioButton) which.getSelectedToggle())
                .map(RadioButton::getId)
                .orElse(chosen.size() > 1 ? "export-selected" : found.isPresent() ? "export-found" : "export-all");
        List<RadioButton> buttons = new ArrayList<>();
        buttons.add(choice("export-all", Words.of("export.all", view.claims().size()), wanted(view.claims())));
        found.ifPresent(
                claims -> buttons.add(choice("export-found", Words.of("export.found", claims.size()), wanted(claims))));
        Wanted chosenClaims = new Wanted(
                chosen.size(),
                snapshot -> numbers(snapshot.slices().claimsOf(chosen).stream().map(Claim::id)));
        buttons.add(choice("export-selected", Words.of("export.selected", chosen.size()), chosenClaims));
        buttons.forEach(button -> button.setDisable(wanted(button).count() == 0));
        which.getToggles().setAll(buttons);
        which.selectToggle(buttons.stream()
                .filter(button -> before.equals(button.getId()))
                .findFirst()
                .orElse(buttons.getFirst()));
        choices.getChildren().setAll(buttons);
        nameButton();
    }

    /**
     * Claims to be exported.
     *
     * @param numbers of the claims, found in the background
     */
    private record Wanted(int count, Function<Snapshot, long[]> numbers) {}

    private static Wanted wanted(List<Claim> claims) {
        if (claims instanceof LeanClaims lean) {
            return new Wanted(lean.size(), snapshot -> numbers(lean.ids().stream()));
        }
        return new Wanted(claims.size(), snapshot -> numbers(claims.stream().map(Claim::id)));
    }

    private static long[] numbers(Stream<Long> ids) {
        return ids.mapToLong(Long::longValue).toArray();
    }

    private static Wanted wanted(Toggle button) {
        return (Wanted) button.getUserData();
    }

    private static RadioButton choice(String id, String words, Wanted claims) {
        RadioButton button = new RadioButton(words);
        button.setId(id);
        button.setWrapText(true);
        button.setUserData(claims);
        return button;
    }

    private Wanted claims() {
        return wanted(which.getSelectedToggle());
    }

    private void nameButton() {
        exportButton.setText(Words.of("export.export", claims().count()));
        exportButton.setDisable(claims().count() == 0);
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
        BoardView view = workspace.view().get().orElseThrow();
        ReportMap shown = map.get();
        Export.Scope wanted = scope.scope(format.getValue())
                .on(scope.withLayers() ? shown : new ReportMap(shown.symbols(), List.of()));
        leave.run();
        workspace.telling(workspace
                .readAs(Words.of("job.export", file.getFileName()), (snapshot, progress) -> {
                    if (file.toAbsolutePath().equals(view.file().toAbsolutePath())) {
                        throw new DomainException(Words.of("export.boardItself", file.getFileName()));
                    }
                    long[] numbers = claims.numbers().apply(snapshot);
                    Export.write(BoardHandover.of(snapshot, numbers), file, wanted, progress);
                    return file;
                })
                .thenApply(written -> {
                    workspace.notices().tell(Notice.done(Words.of("export.done", claims.count(), written)));
                    return written;
                }));
    }
}
