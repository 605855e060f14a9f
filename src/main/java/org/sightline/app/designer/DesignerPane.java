package org.sightline.app.designer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.board.NamedBriefing;
import org.sightline.briefing.Box;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.Briefing.Spot;
import org.sightline.briefing.BriefingFile.Format;
import org.sightline.briefing.Design;
import org.sightline.briefing.DesignFile;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;

/**
 * Designs a briefing: at the left where to start from and what is on the pages, in the middle the page as it will be
 * printed, with every part to be moved, at the right all pages; below the ways onto paper. Each change is laid out anew in the background, and one that is overtaken
 * by another is given up.
 *
 * <p>Keys: Page Up and Page Down turn pages, Shortcut+Z and Shortcut+Shift+Z take back and do again, Shortcut+S saves a
 * PDF, Shortcut+P prints, Esc closes; on a part see {@link PageDesk}.
 *
 * <p>Thread rule: window's thread only.
 */
public final class DesignerPane extends BorderPane {
    private static final double FORM = 276;

    private final Jobs jobs;
    private final DesignerMaterial material;
    private final DesignHistory history;
    private final AtomicReference<Optional<Read>> read = new AtomicReference<>(Optional.empty());
    private final DesignForm form;
    private final KeptBriefings kept = new KeptBriefings(this::open, this::keep, this::remove);
    private final PageDesk desk = new PageDesk(this::move, this::takeOff);
    private final ScrollPane scroll = new ScrollPane(desk);
    private final PageList pages;
    private final Outputs outputs;
    private final Label state = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Label where = new Label();
    private final Button undo = act("undo", Feather.CORNER_UP_LEFT, this::undo);
    private final Button redo = act("redo", Feather.CORNER_UP_RIGHT, this::redo);
    private final Button tidy = act("tidy", Feather.GRID, () -> change(Design::tidied));
    private final Button previous = icon("previous", Feather.CHEVRON_UP, () -> turn(-1));
    private final Button next = icon("next", Feather.CHEVRON_DOWN, () -> turn(1));
    private final ToggleButton actualSize = new ToggleButton(DesignerWords.of("actualSize"));
    private Runnable close = () -> {};
    private Optional<Laid> latest = Optional.empty();
    private CompletableFuture<?> work = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> rest = CompletableFuture.completedFuture(null);
    private int edition;
    private int board; // how often it has changed since this was opened
    private int page;
    private boolean complaining;

    /**
     * The claims as they were read.
     *
     * @param board which state of the board it was, by {@link #board}
     */
    private record Read(int board, Design.Chosen claims, Dossier dossier, PrintedLayers layers) {}

    /** A briefing that can be shown, and of what board. */
    private record Laid(Briefing briefing, PrintedLayers layers, String board) {}

    /** One of its pages. */
    private record Painted(Laid laid, int page, Image image, double pixelsPerPoint) {}

    public DesignerPane(Jobs jobs, DesignerMaterial material) {
        this(jobs, material, Optional.empty());
    }

    /** @param where stands for the system's file dialog */
    DesignerPane(Jobs jobs, DesignerMaterial material, Optional<Function<Format, Optional<Path>>> where) {
        this.jobs = jobs;
        this.material = material;
        this.history = new DesignHistory(material.first());
        this.form = new DesignForm(
                this::change,
                words -> say(words, true),
                new DesignForm.AtHand(material.mapExtent(), material.selected(), this::aroundSelected));
        this.pages = new PageList(jobs, this::turnTo);
        this.outputs = new Outputs(jobs, telling(), where);
        setId("designer");
        getStyleClass().add("designer-pane");
        getStylesheets()
                .add(Objects.requireNonNull(DesignerPane.class.getResource("designer.css"), "designer.css")
                        .toExternalForm());
        lay();
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // before the list of pages takes it for itself
        addEventFilter(KeyEvent.KEY_PRESSED, this::ahead);
        scroll.viewportBoundsProperty().addListener((bounds, was, is) -> {
            if (was.getWidth() != is.getWidth() || was.getHeight() != is.getHeight()) {
                repaint();
            }
        });
        actualSize.selectedProperty().addListener((on, was, is) -> repaint());
        layOut();
        listKept();
    }

    private void lay() {
        VBox left = new VBox(kept, form);
        VBox.setMargin(kept, new Insets(12, 12, 0, 12));
        ScrollPane settings = new ScrollPane(left);
        settings.getStyleClass().add("designer-settings");
        settings.setFitToWidth(true);
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.setMinWidth(FORM);
        settings.setPrefWidth(FORM);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("designer-scroll");
        setTop(head());
        setLeft(settings);
        setCenter(scroll);
        setRight(pages);
        setBottom(foot());
    }

    private HBox head() {
        Label heading = new Label(DesignerWords.of("heading"));
        heading.getStyleClass().add("title-4");
        Button closing = act("close", Feather.X, () -> close.run());
        closing.getStyleClass().add("flat");
        actualSize.setId("designer-actualSize");
        actualSize.setTooltip(new Tooltip(DesignerWords.of("actualSize.tooltip")));
        where.setId("designer-page");
        where.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(
                8,
                heading,
                between(),
                undo,
                redo,
                tidy,
                between(),
                previous,
                where,
                next,
                actualSize,
                between(),
                closing);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(8, 12, 8, 12));
        head.getStyleClass().add("designer-head");
        return head;
    }

    private static Region between() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return between;
    }

    private HBox foot() {
        state.setId("designer-state");
        state.setWrapText(true);
        state.setMinWidth(0);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        busy.setPrefSize(16, 16);
        busy.setMinSize(16, 16);
        busy.setVisible(false);
        HBox foot = new HBox(8, busy, state, outputs);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setPadding(new Insets(8, 12, 8, 12));
        foot.getStyleClass().add("designer-foot");
        return foot;
    }

    private static Button act(String key, Feather icon, Runnable run) {
        Button button = new Button(DesignerWords.of(key), new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("designer-" + key);
        button.setTooltip(new Tooltip(DesignerWords.keyed(key + ".tooltip")));
        button.setOnAction(event -> run.run());
        return button;
    }

    private static Button icon(String key, Feather icon, Runnable run) {
        Button button = act(key, icon, run);
        button.setAccessibleText(DesignerWords.of(key));
        button.setText("");
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }

    private Optional<Envelope> aroundSelected() {
        Set<Long> ids = material.selected().get();
        List<Claim> claims = Objects.requireNonNull(read.get()).stream()
                .flatMap(all -> all.dossier().claims().stream())
                .filter(claim -> ids.contains(claim.id()) && claim.place().isPresent())
                .toList();
        return claims.isEmpty() ? Optional.empty() : Optional.of(Briefing.extentAround(claims));
    }

    /** What is done when the person has finished. */
    public void onClose(Runnable then) {
        close = () -> {
            work.cancel(true);
            rest.cancel(true);
            then.run();
        };
    }

    /** Reads the claims anew, after a change of the board or of its layers. */
    public void refresh() {
        board++; // and not the claims forgotten: who reads the old state at this moment would put them back
        layOut();
        listKept();
    }

    /** The design as it is now. */
    public Design design() {
        return history.now();
    }

    /** The briefing as it is shown; empty before the first one is laid out. */
    public Optional<Briefing> briefing() {
        return latest.map(Laid::briefing);
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

    private PageDesk.Room room() {
        return new PageDesk.Room(
                scroll.getViewportBounds().getWidth(),
                scroll.getViewportBounds().getHeight(),
                actualSize.isSelected());
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private void layOut() {
        int mine = ++edition;
        int wanted = page;
        int asOf = board;
        Design design = history.now();
        work.cancel(true);
        rest.cancel(true);
        PageDesk.Room room = room();
        double density = density();
        form.show(design, latest.map(Laid::board).orElse(""));
        enable();
        busy.setVisible(true);
        CompletableFuture<Painted> laying = jobs.start(DesignerWords.of("job.layout"), progress -> {
            Read all = reading(asOf, design.claims());
            Briefing briefing =
                    Briefing.layout(design, all.dossier(), all.layers().shown(), progress::check);
            progress.check();
            return painted(new Laid(briefing, all.layers(), all.dossier().boardTitle()), wanted, room, density);
        });
        work = laying;
        then(laying, painted -> {
            if (mine == edition) {
                int now = page; // meanwhile the page may have been turned, and the window made larger
                boolean other = now != wanted || !room.equals(room());
                show(painted);
                if (other) {
                    page = Math.min(now, painted.laid().briefing().wholes() - 1);
                    repaint();
                }
            }
        });
    }

    /** In the background. */
    private static Painted painted(Laid laid, int wanted, PageDesk.Room room, double density) {
        int page = Math.min(wanted, laid.briefing().wholes() - 1);
        double size = room.pixelsPerPoint(laid.briefing());
        Image image = PagePicture.of(laid.briefing().wholePicture(page, Math.clamp(size * density, 0.05, 4)));
        return new Painted(laid, page, image, size);
    }

    /** Another page, or the same in another size; where pages are being laid out, that looks after it. */
    private void repaint() {
        if (latest.isEmpty() || !work.isDone()) {
            return;
        }
        Laid laid = latest.get();
        int mine = edition;
        int wanted = page;
        PageDesk.Room room = room();
        double density = density();
        then(jobs.quietly(() -> painted(laid, wanted, room, density)), painted -> {
            if (mine == edition && wanted == page && room.equals(room())) {
                show(painted);
            }
        });
    }

    /** In the background. */
    private Read reading(int asOf, Design.Chosen claims) {
        Optional<Read> before = Objects.requireNonNull(read.get());
        if (before.filter(r -> r.board() == asOf && r.claims().equals(claims)).isPresent()) {
            return before.get();
        }
        Read fresh = new Read(
                asOf,
                claims,
                material.dossier().apply(claims),
                material.layers().get());
        read.set(Optional.of(fresh));
        return fresh;
    }

    private void show(Painted painted) {
        Laid laid = painted.laid();
        Briefing briefing = laid.briefing();
        boolean other = latest.filter(laid::equals).isEmpty();
        latest = Optional.of(laid);
        page = painted.page();
        desk.show(briefing, page, painted.image(), painted.pixelsPerPoint());
        form.show(history.now(), laid.board());
        pages.show(briefing, page);
        outputs.show(new Outputs.Finished(briefing, laid.layers()));
        where.setText(DesignerWords.of("page", page + 1, briefing.wholes()));
        busy.setVisible(false);
        if (other) { // what was said of the same pages stays
            tellConcerns(laid);
        }
        enable();
    }

    /** What concerns pages that nobody has looked at yet is known when they are laid out, which the picture does not wait for. */
    private void tellConcerns(Laid laid) {
        if (laid.briefing().isComplete()) {
            tell(concerns(laid, laid.briefing().concerns()));
            return;
        }
        tell(concerns(laid, List.of()));
        int mine = edition;
        CompletableFuture<List<String>> laying = jobs.start(DesignerWords.of("job.rest"), progress -> {
            laid.briefing().complete(progress::check);
            return laid.briefing().concerns();
        });
        rest = laying;
        then(laying, found -> {
            if (mine == edition && !found.isEmpty()) {
                tell(concerns(laid, found));
            }
        });
    }

    private void tell(List<String> concerns) {
        if (!complaining) {
            say(String.join(" ", concerns), false);
        }
    }

    private static List<String> concerns(Laid laid, List<String> ofPages) {
        List<String> concerns = new ArrayList<>(laid.layers().missing());
        concerns.addAll(ofPages);
        if (laid.briefing().pages() != laid.briefing().wholes()) {
            concerns.add(DesignerWords.of("state.sheets", laid.briefing().pages()));
        }
        return concerns;
    }

    private void turn(int by) {
        turnTo(page + by);
    }

    private void turnTo(int to) {
        if (to != page && briefing().filter(b -> to >= 0 && to < b.wholes()).isPresent()) {
            page = to;
            repaint();
        }
    }

    private void enable() {
        undo.setDisable(!history.canUndo());
        redo.setDisable(!history.canRedo());
        tidy.setDisable(!history.now().isMoved());
        previous.setDisable(page == 0);
        next.setDisable(briefing().filter(b -> page < b.wholes() - 1).isEmpty());
    }

    private void ahead(KeyEvent event) {
        Optional<Runnable> act = switch (event.getCode()) {
            case ESCAPE -> form.choosing() ? Optional.empty() : Optional.of(() -> close.run());
            case PAGE_UP -> Optional.of(() -> turn(-1));
            case PAGE_DOWN -> Optional.of(() -> turn(1));
            default -> Optional.empty();
        };
        done(act, event);
    }

    private void pressed(KeyEvent event) {
        Optional<Runnable> act = switch (event.getCode()) {
            case Z ->
                shortcut(event, true)
                        ? Optional.of(this::redo)
                        : shortcut(event, false) ? Optional.of(this::undo) : Optional.empty();
            case S -> shortcut(event, false) ? Optional.of(() -> outputs.save(Format.PDF)) : Optional.empty();
            case P -> shortcut(event, false) ? Optional.of(outputs::print) : Optional.empty();
            default -> Optional.empty();
        };
        done(act, event);
    }

    private static void done(Optional<Runnable> act, KeyEvent event) {
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

    private Outputs.Telling telling() {
        return new Outputs.Telling() {
            @Override
            public void working(String what) {
                say(what, false);
                busy.setVisible(true);
            }

            @Override
            public void done(CompletableFuture<String> output) {
                then(output, words -> say(words, false));
            }
        };
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
        busy.setVisible(!work.isDone());
        complaining = wrong;
        state.setText(text);
        state.getStyleClass().removeAll("danger", "text-muted");
        state.getStyleClass().add(wrong ? "danger" : "text-muted");
    }
}
