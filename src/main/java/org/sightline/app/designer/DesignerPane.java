package org.sightline.app.designer;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
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
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.app.briefing.BriefingMaterial;
import org.sightline.app.briefing.PagePicture;
import org.sightline.board.NamedBriefing;
import org.sightline.briefing.Box;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.Briefing.Spot;
import org.sightline.briefing.BriefingFile;
import org.sightline.briefing.BriefingFile.Format;
import org.sightline.briefing.BriefingPrint;
import org.sightline.briefing.Design;
import org.sightline.briefing.DesignFile;
import org.sightline.briefing.Start;
import org.sightline.jobs.Jobs;

/**
 * Designs a briefing: at the left where to start from and what is on the pages, in the middle the page as it will be
 * printed, with every part to be moved; below the ways onto paper. Each change is laid out anew in the background, and
 * one that is overtaken by another is given up.
 *
 * <p>Keys: Page Up and Page Down turn pages, Shortcut+Z and Shortcut+Shift+Z take back and do again, Shortcut+S saves a
 * PDF, Shortcut+P prints, Esc closes; on a part see {@link PageDesk}.
 *
 * <p>Thread rule: window's thread only.
 */
public final class DesignerPane extends BorderPane {
    private final Jobs jobs;
    private final DesignerMaterial material;
    private final Function<Format, Optional<Path>> askWhere;
    private final DesignHistory history = new DesignHistory(Design.from(Start.MAP));
    private final DesignForm form = new DesignForm(this::change, words -> say(words, true));
    private final KeptBriefings kept = new KeptBriefings(this::open, this::keep, this::remove);
    private final PageDesk desk = new PageDesk(this::move, this::takeOff);
    private final Label state = new Label();
    private final Label where = new Label();
    private final Button undo = act("undo", Feather.CORNER_UP_LEFT, this::undo);
    private final Button redo = act("redo", Feather.CORNER_UP_RIGHT, this::redo);
    private final Button tidy = act("tidy", Feather.GRID, () -> change(Design::tidied));
    private final Button previous = act("previous", Feather.CHEVRON_UP, () -> turn(-1));
    private final Button next = act("next", Feather.CHEVRON_DOWN, () -> turn(1));
    private final List<Button> outputs = List.of(
            act("saveSvg", Feather.PEN_TOOL, () -> save(Format.SVG)),
            act("savePng", Feather.IMAGE, () -> save(Format.PNG)),
            act("print", Feather.PRINTER, this::print),
            act("savePdf", Feather.FILE_TEXT, () -> save(Format.PDF)));
    private final AtomicReference<Optional<Read>> read = new AtomicReference<>(Optional.empty());
    private Runnable close = () -> {};
    private Optional<Briefing> briefing = Optional.empty();
    private CompletableFuture<?> work = CompletableFuture.completedFuture(null);
    private int edition;
    private int page;
    private boolean complaining;

    /** The claims as they were read, for as long as the board is as it is. */
    private record Read(Design.Chosen claims, Dossier dossier, BriefingMaterial.Layers layers) {}

    /** A page that can be shown. */
    private record Laid(Briefing briefing, BriefingMaterial.Layers layers, String board, int page, Image image) {}

    public DesignerPane(Jobs jobs, DesignerMaterial material) {
        this(jobs, material, Optional.empty());
    }

    /** @param where stands for the system's file dialog */
    DesignerPane(Jobs jobs, DesignerMaterial material, Optional<Function<Format, Optional<Path>>> where) {
        this.jobs = jobs;
        this.material = material;
        this.askWhere = where.orElse(this::chooseFile);
        setId("designer");
        getStyleClass().add("designer-pane");
        getStylesheets()
                .add(Objects.requireNonNull(DesignerPane.class.getResource("designer.css"), "designer.css")
                        .toExternalForm());
        lay();
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::escaped);
        desk.widthProperty().addListener((size, was, is) -> layOut());
        desk.heightProperty().addListener((size, was, is) -> layOut());
        layOut();
        listKept();
    }

    private void lay() {
        VBox left = new VBox(kept, form);
        VBox.setMargin(kept, new Insets(12, 12, 0, 12));
        ScrollPane settings = new ScrollPane(left);
        settings.setFitToWidth(true);
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.setMinWidth(268);
        settings.setPrefWidth(268);
        setTop(head());
        setLeft(settings);
        setCenter(desk);
        setBottom(foot());
    }

    private HBox head() {
        Label heading = new Label(DesignerWords.of("heading"));
        heading.getStyleClass().add("title-4");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button closing = act("close", Feather.X, () -> close.run());
        closing.getStyleClass().add("flat");
        HBox head = new HBox(8, heading, between, undo, redo, tidy, previous, where, next, closing);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(8, 12, 8, 12));
        return head;
    }

    private HBox foot() {
        state.setId("designer-state");
        state.setWrapText(true);
        state.setMinWidth(0);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        HBox foot = new HBox(8, state);
        outputs.getLast().getStyleClass().add("accent");
        foot.getChildren().addAll(outputs);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setPadding(new Insets(8, 12, 8, 12));
        foot.getStyleClass().add("designer-foot");
        return foot;
    }

    private static Button act(String key, Feather icon, Runnable run) {
        Button button = new Button(DesignerWords.of(key), new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("designer-" + key);
        button.setTooltip(new Tooltip(DesignerWords.of(key + ".tooltip")));
        button.setOnAction(event -> run.run());
        return button;
    }

    /** What is done when the person has finished. */
    public void onClose(Runnable then) {
        close = then;
    }

    /** Reads the claims anew, after a change of the board or of its layers. */
    public void refresh() {
        read.set(Optional.empty());
        layOut();
        listKept();
    }

    /** The briefing as it is shown; empty before the first one is laid out. */
    public Optional<Briefing> briefing() {
        return briefing;
    }

    private void change(UnaryOperator<Design> what) {
        complaining = false;
        if (history.to(what.apply(history.now()))) {
            layOut();
        }
    }

    private void undo() {
        history.undo().ifPresent(design -> layOut());
    }

    private void redo() {
        history.redo().ifPresent(design -> layOut());
    }

    private void move(Spot spot, Box box) {
        change(design -> spot.note() >= 0
                ? design.withNote(spot.note(), note -> note.at(Optional.of(box)))
                : design.with(spot.part(), element -> element.at(Optional.of(box))));
    }

    private void takeOff(Spot spot) {
        change(design -> spot.note() >= 0
                ? design.withNote(spot.note(), note -> note.saying(""))
                : design.with(spot.part(), element -> element.shown(false)));
    }

    private void open(NamedBriefing chosen) {
        try {
            Design design = DesignFile.read(chosen.settings());
            kept.named(chosen.name());
            page = 0;
            change(before -> design);
        } catch (DomainException e) {
            say(String.valueOf(e.getMessage()), true);
        }
    }

    private void keep(NamedBriefing named) {
        NamedBriefing full = new NamedBriefing(0, named.uuid(), named.name(), DesignFile.write(history.now()));
        then(material.keep().apply(full).thenApply(done -> full), done -> {
            say(DesignerWords.of("state.kept", done.name()), false);
            refresh();
        });
    }

    private void remove(java.util.UUID uuid) {
        then(material.remove().apply(uuid).thenApply(done -> uuid), done -> {
            say(DesignerWords.of("state.removed"), false);
            refresh();
        });
    }

    private void listKept() {
        then(jobs.quietly(() -> material.kept().get()), kept::show);
    }

    private void layOut() {
        int mine = ++edition;
        int wanted = page;
        Design design = history.now();
        work.cancel(true);
        double density = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        form.show(design, briefing.map(Briefing::title).orElse(""));
        enable();
        CompletableFuture<Laid> laying = jobs.start(DesignerWords.of("job.layout"), progress -> {
            Read all = reading(design.claims());
            Briefing laid = Briefing.layout(design, all.dossier(), all.layers().shown(), progress::check);
            int shown = Math.min(wanted, laid.wholes() - 1);
            progress.check();
            double pixels = Math.clamp(desk.fitting(laid) * density, 0.05, 4);
            return new Laid(
                    laid,
                    all.layers(),
                    all.dossier().boardTitle(),
                    shown,
                    PagePicture.of(laid.wholePicture(shown, pixels)));
        });
        work = laying;
        then(laying, laid -> {
            if (mine == edition) {
                show(laid);
            }
        });
    }

    /** In the background. */
    private Read reading(Design.Chosen claims) {
        Optional<Read> before = Objects.requireNonNull(read.get());
        if (before.isPresent() && before.get().claims().equals(claims)) {
            return before.get();
        }
        Read fresh = new Read(
                claims, material.dossier().apply(claims), material.layers().get());
        read.set(Optional.of(fresh));
        return fresh;
    }

    private void show(Laid laid) {
        briefing = Optional.of(laid.briefing());
        page = laid.page();
        desk.show(laid.briefing(), laid.page(), laid.image(), desk.fitting(laid.briefing()));
        form.show(history.now(), laid.board());
        where.setText(DesignerWords.of("page", page + 1, laid.briefing().wholes()));
        List<String> concerns = new java.util.ArrayList<>(laid.layers().missing());
        concerns.addAll(laid.briefing().concerns());
        if (laid.briefing().pages() != laid.briefing().wholes()) {
            concerns.add(DesignerWords.of("state.sheets", laid.briefing().pages()));
        }
        if (!complaining) {
            say(String.join(" ", concerns), false);
        }
        enable();
    }

    private void turn(int by) {
        int to = page + by;
        if (briefing.filter(b -> to >= 0 && to < b.wholes()).isPresent()) {
            page = to;
            layOut();
        }
    }

    private void enable() {
        undo.setDisable(!history.canUndo());
        redo.setDisable(!history.canRedo());
        tidy.setDisable(!history.now().isMoved());
        previous.setDisable(page == 0);
        next.setDisable(briefing.filter(b -> page < b.wholes() - 1).isEmpty());
        outputs.forEach(button -> button.setDisable(briefing.isEmpty()));
    }

    private void escaped(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !form.choosing()) {
            close.run();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        Optional<Runnable> act = switch (event.getCode()) {
            case PAGE_UP -> Optional.of(() -> turn(-1));
            case PAGE_DOWN -> Optional.of(() -> turn(1));
            case Z ->
                shortcut(event, true)
                        ? Optional.of(this::redo)
                        : shortcut(event, false) ? Optional.of(this::undo) : Optional.empty();
            case S -> shortcut(event, false) ? Optional.of(() -> save(Format.PDF)) : Optional.empty();
            case P -> shortcut(event, false) ? Optional.of(this::print) : Optional.empty();
            default -> Optional.empty();
        };
        act.ifPresent(run -> {
            run.run();
            event.consume();
        });
    }

    private static boolean shortcut(KeyEvent event, boolean shift) {
        KeyCombination.Modifier[] with = shift
                ? new KeyCombination.Modifier[] {KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN}
                : new KeyCombination.Modifier[] {KeyCombination.SHORTCUT_DOWN};
        return new KeyCodeCombination(event.getCode(), with).match(event);
    }

    private void save(Format format) {
        if (briefing.isEmpty()) {
            return;
        }
        Briefing toSave = briefing.get();
        askWhere.apply(format).map(file -> withEnding(file, format)).ifPresent(file -> {
            say(DesignerWords.of("state.saving", file.getFileName()), false);
            then(
                    jobs.start(DesignerWords.of("job.save", file.getFileName()), progress -> {
                        return BriefingFile.write(toSave, file, done -> {
                            progress.check();
                            progress.report((double) done / toSave.pages(), "");
                        });
                    }),
                    files -> say(DesignerWords.of("state.saved", files.getFirst(), files.size() - 1), false));
        });
    }

    private static Path withEnding(Path file, Format format) {
        String ending = "." + format.name().toLowerCase(Locale.ROOT);
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }

    private Optional<Path> chooseFile(Format format) {
        FileChooser chooser = new FileChooser();
        String ending = format.name().toLowerCase(Locale.ROOT);
        chooser.setInitialFileName(DesignerWords.of("file.name") + "." + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.name(), "*." + ending));
        File file = chooser.showSaveDialog(getScene().getWindow());
        return Optional.ofNullable(file).map(File::toPath);
    }

    private void print() {
        briefing.ifPresent(toPrint -> then(
                jobs.start(DesignerWords.of("job.print"), progress -> new BriefingPrint(toPrint).withDialog()),
                printed -> say(printed ? DesignerWords.of("state.printed") : "", false)));
    }

    private <T> void then(CompletableFuture<T> done, Consumer<T> success) {
        done.whenComplete((result, error) -> {
            Runnable shown = error == null ? () -> success.accept(result) : () -> failed(error);
            if (Platform.isFxApplicationThread()) {
                shown.run();
            } else {
                Platform.runLater(shown);
            }
        });
    }

    private void failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        switch (cause) {
            case CancellationException cancelled -> {}
            case DomainException told -> say(String.valueOf(told.getMessage()), true);
            default -> say(DesignerWords.of("error.unexpected", String.valueOf(cause.getMessage())), true);
        }
    }

    private void say(String text, boolean wrong) {
        complaining = wrong;
        state.setText(text);
        state.getStyleClass().removeAll("danger", "text-muted");
        state.getStyleClass().add(wrong ? "danger" : "text-muted");
    }
}
