package org.sightline.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.DomainException;
import org.sightline.analysis.ClaimFilter;
import org.sightline.analysis.Dossier;
import org.sightline.app.act.Actions;
import org.sightline.app.act.CommandFinder;
import org.sightline.app.claims.ClaimSearch;
import org.sightline.app.claims.ClaimsTable;
import org.sightline.app.claims.Timeline;
import org.sightline.app.designer.DesignerMaterial;
import org.sightline.app.designer.DesignerPane;
import org.sightline.app.desk.Aside;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.FileQuestions;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.inspector.Inspector;
import org.sightline.app.journal.ConflictBanner;
import org.sightline.app.journal.ConflictsForm;
import org.sightline.app.journal.JournalPane;
import org.sightline.app.journal.TrashPane;
import org.sightline.app.layers.LayerActs;
import org.sightline.app.layers.LayerState;
import org.sightline.app.pin.Pinning;
import org.sightline.app.reader.Reader;
import org.sightline.app.sources.SourceActs;
import org.sightline.app.sources.SourcesList;
import org.sightline.app.start.StartPane;
import org.sightline.app.where.ShapeActs;
import org.sightline.app.where.WhereActs;
import org.sightline.board.Change;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.briefing.BriefingSpec;
import org.sightline.briefing.Design;
import org.sightline.claim.Claim;
import org.sightline.report.ReportMap;

/**
 * The whole window as one node, put together by hand: it needs no stage, so that it can be drawn at any size.
 *
 * <p>Thread rule: window's thread only.
 */
public final class MainWindow extends StackPane {
    /** Claims on a briefing's pages. */
    private static final int MOST_BRIEFED = 10_000;

    private static final Duration SETTLING = Duration.millis(400);

    private final Workspace workspace;
    private final FileQuestions files;
    private final Runnable quit;
    private final Actions actions;
    private final Aside aside = new Aside();
    private final ClaimSearch search;
    private final SourceActs sourceActs;
    private final Reader reader;
    private final MapDesk map;
    private final LayerActs layers;
    private final ClaimsTable claims;
    private final Inspector inspector;
    private final Pinning pinning;
    private final CommandFinder finder;
    private final JournalPane journal;
    private final ConflictBanner conflicts;
    private final TabPane tabs = new TabPane();
    private final SplitPane across = new SplitPane();
    private final SplitPane left = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final StackPane right = new StackPane();
    private final NoticeBar notices;
    private final StackPane desk = new StackPane();

    private Optional<LastDesign> briefed = Optional.empty();

    /** The briefing that was worked on last, to go on with. */
    private record LastDesign(Path board, Design design) {}

    /** @param quit closes the program */
    public MainWindow(Workspace workspace, FileQuestions files, Runnable quit) {
        this.workspace = workspace;
        this.files = files;
        this.quit = quit;
        actions = new Actions(why -> workspace.notices().tell(Notice.hint(why)));
        search = new ClaimSearch(workspace);
        notices = new NoticeBar(workspace.notices());
        sourceActs = new SourceActs(workspace, aside);
        new WindowActs(this, workspace, search, actions).declare();
        reader = new Reader(workspace, actions);
        pinning = new Pinning(workspace, aside, reader::takeFocus, () -> actions.run("undo"), search::narrowed);
        map = new MapDesk(workspace, search, pinning);
        new WhereActs(workspace, aside, files, map.pane(), map.goTo(), map.projection())
                .declare(actions, new Obstacles(workspace).noBoard(), Obstacles.none());
        new ShapeActs(workspace, map.pane(), pinning)
                .declare(
                        actions,
                        new Obstacles(workspace).noClaimToChange(),
                        new Obstacles(workspace).noWords(),
                        new Obstacles(workspace).noBoard());
        layers = new LayerActs(workspace, aside, files, map.pane(), map.layers(), () -> actions.run("undo"));
        layers.declare(actions, new Obstacles(workspace).noBoard(), new Obstacles(workspace).notWritable());
        layers.acceptDrops(map);
        workspace.setDrawn(map::drawn);
        claims = new ClaimsTable(workspace, search, actions);
        inspector = new Inspector(workspace, actions, reader::reveal);
        journal = new JournalPane(workspace, actions);
        conflicts = new ConflictBanner(workspace, this::decideConflicts);
        finder = new CommandFinder(actions, this::findElsewhere);
        finder.onLeave(this::focusClaims);
        getStyleClass().add("main-window");
        build();
    }

    private void build() {
        BorderPane whole = new BorderPane();
        whole.setTop(new VBox(new WindowMenus(actions, workspace, this::open), toolbar(), readOnlyBanner(), conflicts));
        StartPane start = new StartPane(workspace, actions, this::open);
        arrangePanes();
        workspace.view().addListener((view, before, now) -> {
            if (now.isPresent() && !before.map(BoardView::file).equals(now.map(BoardView::file))) {
                focusClaims();
            }
        });
        across.visibleProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> workspace.view().get().isPresent(), workspace.view()));
        start.visibleProperty().bind(across.visibleProperty().not());
        desk.getChildren().addAll(across, start);
        whole.setCenter(desk);
        whole.setBottom(new StatusBar(this::focusClaims, workspace, search, actions, map.pointer(), map.scale()));
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        StackPane.setMargin(notices, new javafx.geometry.Insets(0, 0, 40, 0));
        finder.findings().setManaged(false);
        getChildren().addAll(whole, notices, finder.findings());
        finder.field().localToSceneTransformProperty().addListener((t, before, now) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        keepNoticesOffForm();
        javafx.geometry.Bounds field =
                sceneToLocal(finder.field().localToScene(finder.field().getBoundsInLocal()));
        double width = Math.max(field.getWidth(), 460);
        double x = Math.max(8, Math.min(field.getMinX(), getWidth() - width - 8));
        finder.findings()
                .resizeRelocate(x, field.getMaxY() + 2, width, finder.findings().getPrefHeight());
    }

    /** What a form's buttons are for must not be covered while it stands open. */
    private void keepNoticesOffForm() {
        if (aside.form().get().isPresent() && across.getItems().contains(right)) {
            double edge =
                    sceneToLocal(right.localToScene(right.getLayoutBounds())).getMinX() - 8;
            double over = notices.getLayoutX() + notices.getWidth() - edge;
            if (over > 0) {
                notices.relocate(Math.max(8, notices.getLayoutX() - over), notices.getLayoutY());
            }
        }
    }

    private Node toolbar() {
        finder.field().setMaxWidth(420);
        HBox field = new HBox(finder.field());
        field.setAlignment(Pos.CENTER);
        HBox.setHgrow(finder.field(), javafx.scene.layout.Priority.ALWAYS);
        HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        HBox bar = new HBox(
                2,
                actions.button("capture"),
                actions.button("pin"),
                actions.button("undo"),
                actions.button("redo"),
                field,
                actions.button("briefing"),
                actions.button("export"));
        bar.getStyleClass().add("window-toolbar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node readOnlyBanner() {
        Label why = new Label();
        why.setId("read-only");
        why.setWrapText(true);
        HBox banner = new HBox(8, new FontIcon(Feather.LOCK), why);
        banner.getStyleClass().add("read-only-banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.managedProperty().bind(banner.visibleProperty());
        javafx.beans.value.ChangeListener<Optional<BoardView>> follow = (view, before, now) -> {
            Optional<String> reason = now.flatMap(BoardView::readOnlyReason);
            why.setText(reason.map(r -> Words.of("window.readOnly", r)).orElse(""));
            banner.setVisible(reason.isPresent());
        };
        workspace.view().addListener(follow);
        banner.setVisible(false);
        return banner;
    }

    private void arrangePanes() {
        SourcesList sources = new SourcesList(workspace, sourceActs, actions);
        left.setOrientation(Orientation.VERTICAL);
        left.getItems().addAll(sources, reader);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Tab timeline = tab("timeline", new StackPane());
        timeline.setContent(new Timeline(workspace, search, actions, timeline.selectedProperty()));
        tabs.getTabs()
                .addAll(
                        tab("claims", claims),
                        timeline,
                        tab("journal", journal),
                        tab("trash", new TrashPane(workspace)));
        middle.setOrientation(Orientation.VERTICAL);
        middle.getItems().addAll(map, tabs);
        right.getStyleClass().add("right-pane");
        right.setMinHeight(0); // a form that is higher does not push the status bar out of the window
        aside.form().addListener((form, before, now) -> showAside(now));
        showAside(aside.form().get());
        across.getItems().addAll(left, middle, right);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        left.setMinWidth(200);
        right.setMinWidth(240);
        middle.setMinWidth(240);
        remember(left, 0, "left", 0.27);
        remember(middle, 0, "middle", 0.6);
        remember(across, 0, "across.left", 0.235);
        remember(across, 1, "across.right", 0.755);
    }

    private static Tab tab(String id, Node content) {
        Tab tab = new Tab(Words.of("tab." + id), content);
        tab.setId("tab-" + id);
        return tab;
    }

    private void showAside(Optional<Node> form) {
        requestLayout();
        if (form.isPresent()
                && !across.getItems().contains(right)
                && !across.getItems().isEmpty()) {
            fold("foldRight");
        }
        boolean focusInside = right.isFocusWithin();
        right.getChildren().setAll(form.orElse(inspector));
        if (form.isEmpty() && focusInside) {
            reader.takeFocus();
        }
    }

    private void remember(SplitPane split, int divider, String name, double first) {
        Settings settings = workspace.settings().get();
        split.setDividerPosition(divider, settings.panes().getOrDefault(name, first));
        PauseTransition settling = new PauseTransition(SETTLING);
        settling.setOnFinished(event -> {
            boolean whole = split.getDividers().size() > divider && split.getScene() != null;
            if (whole && (!name.startsWith("across") || across.getItems().size() == 3)) {
                double share = split.getDividerPositions()[divider];
                workspace.settings().set(workspace.settings().get().withPane(name, share));
            }
        });
        split.getDividers().get(divider).positionProperty().addListener((p, before, now) -> {
            if (split.isPressed()
                    || split.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed)) {
                settling.playFromStart();
            }
        });
    }

    /** Makes the keys of all acts work in a scene. */
    void listenTo(Scene scene) {
        actions.listenTo(scene);
    }

    private List<CommandFinder.Finding> findElsewhere(String words) {
        List<CommandFinder.Finding> found = new ArrayList<>();
        if (workspace.view().get().isPresent()) {
            found.add(new CommandFinder.Finding(Feather.SEARCH, Words.of("finder.search", words), "", true, () -> {
                showTab("claims");
                claims.searchField().setText(words);
                search.words().set(words);
            }));
        }
        String lower = words.toLowerCase(java.util.Locale.ROOT);
        if (workspace.view().get().filter(BoardView::lean).isPresent()) {
            if (words.matches("[0-9]{1,18}")) {
                workspace
                        .view()
                        .get()
                        .flatMap(view -> view.claim(Long.parseLong(words)))
                        .map(this::finding)
                        .ifPresent(found::add);
            }
            return found;
        }
        workspace.view().get().map(BoardView::claims).orElse(List.of()).stream()
                .filter(claim ->
                        claim.statement().toLowerCase(java.util.Locale.ROOT).contains(lower)
                                || Long.toString(claim.id()).equals(words))
                .limit(6)
                .map(this::finding)
                .forEach(found::add);
        return found;
    }

    private CommandFinder.Finding finding(Claim claim) {
        return new CommandFinder.Finding(
                Feather.MAP_PIN,
                claim.id() + "  " + claim.statement(),
                "",
                true,
                () -> workspace.selection().chooseClaim(claim.uuid()));
    }

    Actions actions() {
        return actions;
    }

    Workspace workspace() {
        return workspace;
    }

    Aside aside() {
        return aside;
    }

    Pinning pinning() {
        return pinning;
    }

    SourceActs sourceActs() {
        return sourceActs;
    }

    FileQuestions files() {
        return files;
    }

    Reader reader() {
        return reader;
    }

    ClaimsTable claims() {
        return claims;
    }

    /** The map as a report shows it: with the signs that are shown here, above the layers that are visible. */
    ReportMap reportMap() {
        return new ReportMap(
                workspace.settings().get().symbols(),
                map.layers().states().get().stream()
                        .filter(state -> state.layer().look().visible())
                        .map(state -> new ReportMap.Layered(
                                state.layer().name(),
                                state.onMap(),
                                state.layer().origin() instanceof Layer.Tiles))
                        .toList());
    }

    ClaimSearch search() {
        return search;
    }

    LayerActs layers() {
        return layers;
    }

    MapDesk map() {
        return map;
    }

    /** What search and filter find, where they are in use. */
    Optional<List<Claim>> foundClaims() {
        return search.narrowedTo().getValue();
    }

    void open(Path file) {
        leaveBoard(() -> workspace.telling(workspace.open(file)));
    }

    void quit() {
        leaveBoard(quit);
    }

    /** Leaves the board as it is; asks before, when a drawing would be lost. */
    void leaveBoard(Runnable then) {
        if (!map.pane().keepsDrawing()) {
            then.run();
            return;
        }
        Notice.Offer offer = new Notice.Offer(Words.of("draw.leave"), () -> {
            map.pane().endTool();
            then.run();
        });
        workspace
                .notices()
                .tell(new Notice(Notice.Kind.HINT, Words.of("draw.unkept"), Optional.empty(), Optional.of(offer)));
    }

    /** Whether it may be closed without more ado; asks otherwise, and closes when that is answered. */
    boolean mayClose() {
        boolean free = !map.pane().isDrawing();
        if (!free) {
            leaveBoard(quit);
        }
        return free;
    }

    void beginFinder() {
        finder.begin();
    }

    void beginFind() {
        reader.beginFind();
    }

    /** Lets go of what would keep a closed window in memory; completes, on any thread, when files are closed. */
    CompletableFuture<?> dispose() {
        reader.dispose();
        return map.layers().close();
    }

    void beginSearch() {
        showTab("claims");
        claims.searchField().requestFocus();
        claims.searchField().selectAll();
    }

    void beginFilter() {
        showTab("claims");
        claims.beginFilter();
    }

    void focusClaims() {
        claims.table().requestFocus();
    }

    void focusMap() {
        map.pane().requestFocus();
    }

    void editStatement() {
        aside.close();
        Node field = inspector.lookup("#inspector-statement");
        if (field != null) {
            field.requestFocus();
        }
    }

    /** Designs briefings of the claims that are found, or of those that a kept briefing asks for. */
    void openBriefing() {
        BoardView view = workspace.view().get().orElseThrow();
        List<Claim> shown = foundClaims().orElse(view.claims());
        if (shown.size() > MOST_BRIEFED) {
            workspace.notices().tell(Notice.hint(Words.of("briefing.tooMany", MOST_BRIEFED)));
            return;
        }
        DesignerPane designer = new DesignerPane(workspace.jobs(), material(view, shown));
        ChangeListener<List<LayerState>> follow = (states, before, now) -> designer.refresh();
        map.layers().states().addListener(follow);
        designer.onClose(() -> {
            briefed = Optional.of(new LastDesign(view.file(), designer.design()));
            map.layers().states().removeListener(follow);
            desk.getChildren().remove(designer);
            focusClaims();
        });
        desk.getChildren().removeIf(node -> node instanceof DesignerPane);
        desk.getChildren().add(designer);
        designer.requestFocus();
    }

    /** The design as it was left; else what the command line makes without more, with the signs that the map has. */
    private Design beginning(BoardView view) {
        Design plain =
                Design.of(BriefingSpec.titled("").as(workspace.settings().get().symbols()));
        return briefed.filter(last -> last.board().equals(view.file()))
                .map(LastDesign::design)
                .orElse(plain);
    }

    private DesignerMaterial material(BoardView view, List<Claim> shown) {
        AtomicReference<Design.Chosen> chosen = new AtomicReference<>(Design.Chosen.ALL);
        Supplier<Dossier> asked =
                workspace.question(snapshot -> designed(view, shown, Objects.requireNonNull(chosen.get()), snapshot));
        return new DesignerMaterial(
                beginning(view),
                wanted -> {
                    synchronized (chosen) {
                        chosen.set(wanted);
                        return asked.get();
                    }
                },
                map.layers()::printed,
                map::extent,
                () -> java.util.Set.copyOf(map.pane().selection()),
                workspace.question(Snapshot::briefings),
                named -> workspace.apply(new Change.PutBriefing(named)),
                uuid -> workspace.apply(new Change.RemoveBriefing(uuid)));
    }

    private static Dossier designed(BoardView view, List<Claim> shown, Design.Chosen chosen, Snapshot snapshot) {
        List<Claim> claims;
        if (!chosen.isAll()) {
            claims = snapshot.claims(ClaimQuery.ALL
                    .searching(Optional.of(chosen.search()).filter(words -> !words.isBlank()))
                    .matching(Optional.of(chosen.filter())
                            .filter(words -> !words.isBlank())
                            .map(ClaimFilter::parse))
                    .limitedTo(MOST_BRIEFED + 1));
            if (claims.size() > MOST_BRIEFED) {
                throw new DomainException(Words.of("briefing.tooMany", MOST_BRIEFED));
            }
        } else {
            claims = shown instanceof LeanClaims lean ? snapshot.slices().claims(lean.ids()) : shown;
        }
        return view.dossier(claims, snapshot).withJournalHash(snapshot.info().journalHash());
    }

    void decideConflicts() {
        ConflictsForm form = new ConflictsForm(workspace, conflicts.open(), aside::close);
        aside.show(form);
        form.begin();
    }

    void showHistory(Claim claim) {
        showTab("journal");
        journal.showHistoryOf(claim.uuid(), claim.id() + "  " + claim.statement());
    }

    void zoomToAll() {
        map.zoomToAll();
    }

    void goToChosen() {
        map.goToChosen();
    }

    void showTab(String id) {
        if (!middle.getItems().contains(tabs)) {
            fold("foldBelow");
        }
        if (!tabs.getSelectionModel().getSelectedItem().getId().equals("tab-" + id)
                && tabs.getSelectionModel().getSelectedItem().getContent().isFocusWithin()) {
            tabs.requestFocus(); // what is hidden loses the keys, and they would go to the field for commands
        }
        tabs.getTabs().stream()
                .filter(tab -> ("tab-" + id).equals(tab.getId()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /** Folds a pane away, or brings it back where it was. */
    void fold(String id) {
        switch (id) {
            case "foldLeft" -> fold(across, left, 0, 0, "across.left", 0.235);
            case "foldRight" ->
                fold(across, right, across.getItems().size(), across.getItems().size() - 1, "across.right", 0.755);
            default -> fold(middle, tabs, 1, 0, "middle", 0.6);
        }
    }

    private void fold(SplitPane split, Node pane, int index, int divider, String name, double first) {
        if (!split.getItems().remove(pane)) {
            split.getItems().add(index, pane);
            split.setDividerPosition(divider, workspace.settings().get().panes().getOrDefault(name, first));
        }
    }
}
