package org.sightline.app.briefing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingFile;
import org.sightline.briefing.BriefingFile.Format;
import org.sightline.briefing.BriefingPrint;
import org.sightline.jobs.Jobs;
import org.sightline.map.SymbolSet;

/**
 * Makes a briefing: its settings at the left, its pages as they will be printed at the right, and the ways onto paper
 * below. A change of a setting lays the pages out anew in the background; what was shown stays until then.
 *
 * <p>Keys: Page Up and Page Down turn pages, Shortcut+S saves a PDF, Shortcut+P prints, Esc closes.
 *
 * <p>Thread rule: window's thread only.
 */
public final class BriefingPane extends BorderPane {
    private static final Duration REST = Duration.millis(250);

    private final Jobs jobs;
    private final BriefingMaterial material;
    private final Function<Format, Optional<Path>> askWhere;
    private final BriefingForm form;
    private final PagesView pages;
    private final Label state = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button savePdf = act("savePdf", Feather.FILE_TEXT, () -> save(Format.PDF));
    private final Button savePng = act("savePng", Feather.IMAGE, () -> save(Format.PNG));
    private final Button saveSvg = act("saveSvg", Feather.PEN_TOOL, () -> save(Format.SVG));
    private final Button print = act("print", Feather.PRINTER, this::print);
    private final PauseTransition rest = new PauseTransition(REST);
    private Runnable close = () -> {};
    private Optional<Briefing> briefing = Optional.empty();
    private CompletableFuture<?> layout = CompletableFuture.completedFuture(null);
    private int edition;
    private Supplier<List<String>> lacking = List::of;

    public BriefingPane(Jobs jobs, BriefingMaterial material) {
        this(jobs, material, Optional.empty());
    }

    /** @param askWhere stands for the system's file dialog */
    BriefingPane(Jobs jobs, BriefingMaterial material, Optional<Function<Format, Optional<Path>>> askWhere) {
        this.jobs = jobs;
        this.material = material;
        this.askWhere = askWhere.orElse(this::chooseFile);
        this.form = new BriefingForm(material, this::refresh);
        this.pages = new PagesView(jobs);
        getStyleClass().add("briefing-pane");
        getStylesheets().add(stylesheet());
        rest.setOnFinished(event -> layOut());
        lay();
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // before the list of pages takes it for itself
        addEventFilter(KeyEvent.KEY_PRESSED, this::escaped);
        enable();
        layOut();
    }

    /** Begins with the signs that the map has. */
    public void suggest(SymbolSet symbols) {
        form.suggest(symbols);
    }

    private void lay() {
        ScrollPane settings = new ScrollPane(form);
        settings.setFitToWidth(true);
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        form.setPadding(new Insets(12));
        setTop(head());
        setLeft(settings);
        setCenter(pages);
        setBottom(foot());
    }

    private HBox head() {
        Label heading = new Label(BriefingWords.of("heading"));
        heading.getStyleClass().add("title-4");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button closing = new Button(BriefingWords.of("close"), new FontIcon(Feather.X));
        closing.getStyleClass().add("flat");
        closing.setTooltip(new Tooltip(BriefingWords.of("close.tooltip")));
        closing.setOnAction(event -> close.run());
        HBox head = new HBox(8, heading, between, closing);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(6, 8, 6, 12));
        return head;
    }

    private VBox foot() {
        busy.setPrefSize(16, 16);
        busy.setMinSize(16, 16);
        state.setId("briefing-state");
        state.setWrapText(true);
        state.setMinWidth(0);
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        savePdf.getStyleClass().add("accent");
        HBox acts = new HBox(8, busy, state, saveSvg, savePng, print, savePdf);
        acts.setAlignment(Pos.CENTER_LEFT);
        acts.setPadding(new Insets(8, 12, 8, 12));
        VBox foot = new VBox(acts);
        foot.getStyleClass().add("briefing-foot");
        return foot;
    }

    private static String stylesheet() {
        return Objects.requireNonNull(BriefingPane.class.getResource("briefing.css"), "briefing.css")
                .toExternalForm();
    }

    private static Button act(String key, Feather icon, Runnable run) {
        Button button = new Button(BriefingWords.of(key), new FontIcon(icon));
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("briefing-" + key);
        button.setTooltip(new Tooltip(shortcutNamed(BriefingWords.of(key + ".tooltip"))));
        button.setOnAction(event -> run.run());
        return button;
    }

    private static String shortcutNamed(String text) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return text.replace("Shortcut+", mac ? "\u2318" : "Ctrl+").replace("''", "'");
    }

    /** What is done when the person has finished with briefings. */
    public void onClose(Runnable then) {
        close = then;
    }

    /** Lays the pages out anew, once changes have come to rest: after a change of the board, the map or the selection. */
    public void refresh() {
        rest.playFromStart();
    }

    /** The briefing as it is shown now; empty before the first one is laid out. */
    public Optional<Briefing> briefing() {
        return briefing;
    }

    private void escaped(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !form.choosing()) {
            close.run();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (shortcut(KeyCode.S).match(event) && !savePdf.isDisabled()) {
            savePdf.fire();
            event.consume();
        } else if (shortcut(KeyCode.P).match(event) && !print.isDisabled()) {
            print.fire();
            event.consume();
        }
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private record LaidOut(Briefing briefing, BriefingMaterial.Layers layers, String boardTitle) {}

    private void layOut() {
        int mine = ++edition;
        BriefingForm.Choice choice = form.choice();
        layout.cancel(true);
        working(BriefingWords.of("state.working"));
        CompletableFuture<LaidOut> work = jobs.start(BriefingWords.of("job.layout"), progress -> {
            Dossier dossier = material.dossier().get();
            BriefingMaterial.Layers layers = material.layers().get();
            progress.check();
            return new LaidOut(
                    Briefing.layout(choice.specFor(dossier), dossier, layers.shown()), layers, dossier.boardTitle());
        });
        layout = work;
        then(work, laidOut -> {
            if (mine == edition) {
                briefing = Optional.of(laidOut.briefing());
                form.suggestTitle(laidOut.boardTitle());
                pages.show(laidOut.briefing());
                lacking = laidOut.layers().lacking();
                done(String.join(" ", laidOut.layers().missing()));
            }
        });
    }

    private void save(Format format) {
        Optional<Path> where = askWhere.apply(format);
        if (where.isEmpty() || briefing.isEmpty()) {
            return;
        }
        Briefing toSave = briefing.get();
        Path file = withEnding(where.get(), format);
        String name = String.valueOf(file.getFileName());
        working(BriefingWords.of("state.saving", name));
        Supplier<List<String>> lacks = lacking;
        CompletableFuture<Saved> work = jobs.start(BriefingWords.of("job.save", name), progress -> {
            List<Path> files = BriefingFile.write(toSave, file, page -> {
                progress.check();
                progress.report((double) page / toSave.pages(), "");
            });
            return new Saved(files, lacks.get());
        });
        then(
                work,
                all -> done(saved(all.files())
                        + all.lacking().stream().map(why -> " " + why).collect(Collectors.joining())));
    }

    private record Saved(List<Path> files, List<String> lacking) {}

    private static String saved(List<Path> files) {
        return files.size() == 1
                ? BriefingWords.of("state.saved", files.getFirst())
                : BriefingWords.of(
                        "state.savedMany",
                        files.getFirst().getFileName(),
                        files.size() - 1,
                        String.valueOf(files.getFirst().getParent()));
    }

    private static Path withEnding(Path file, Format format) {
        String ending = "." + format.name().toLowerCase(java.util.Locale.ROOT);
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }

    private Optional<Path> chooseFile(Format format) {
        FileChooser chooser = new FileChooser();
        String ending = format.name().toLowerCase(java.util.Locale.ROOT);
        chooser.setInitialFileName(BriefingWords.of("file.name") + "." + ending);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(BriefingWords.of("file", format), "*." + ending));
        File file = chooser.showSaveDialog(getScene().getWindow());
        return Optional.ofNullable(file).map(File::toPath);
    }

    private void print() {
        briefing.ifPresent(toPrint -> {
            working(BriefingWords.of("state.printing"));
            CompletableFuture<Boolean> work =
                    jobs.start(BriefingWords.of("job.print"), progress -> new BriefingPrint(toPrint).withDialog());
            then(work, printed -> done(printed ? BriefingWords.of("state.printed") : ""));
        });
    }

    private <T> void then(CompletableFuture<T> work, Consumer<T> success) {
        work.whenComplete((result, error) -> {
            if (error == null) {
                PagesView.InWindow.run(() -> success.accept(result));
            } else {
                PagesView.InWindow.run(() -> failed(error));
            }
        });
    }

    private void failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        switch (cause) {
            case CancellationException cancelled -> {}
            case DomainException told -> show(String.valueOf(told.getMessage()), true);
            default -> show(BriefingWords.of("error.unexpected", String.valueOf(cause.getMessage())), true);
        }
        enable();
    }

    private void working(String what) {
        show(what, false);
        busy.setVisible(true);
    }

    private void done(String what) {
        show(what, false);
        enable();
    }

    private void show(String text, boolean wrong) {
        busy.setVisible(false);
        state.setText(text);
        state.getStyleClass().removeAll("danger", "text-muted");
        state.getStyleClass().add(wrong ? "danger" : "text-muted");
    }

    private void enable() {
        boolean none = briefing.isEmpty();
        List.of(savePdf, savePng, saveSvg, print).forEach(button -> button.setDisable(none));
    }
}
