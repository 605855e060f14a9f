package org.sightline.app.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Citations;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Slices;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;
import org.sightline.claim.When;

/**
 * The claims as a table: searched as one types, sorted by any column, one or many chosen. Only the rows in sight are
 * ever made.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ClaimsTable extends BorderPane {
    /** Chosen claims that a large list looks for. */
    private static final int MOST_FOLLOWED = 200;

    private static final double ROOMY = 860;
    private static final double SCROLL_BAR = 14;
    private static final double LEAST_STATEMENT = 120;
    private static final double NUMBER_EDGES = 18;
    private static final double DIGIT = 8;
    private static final double LEAST_SEARCH = 60;

    /** A narrower table's buttons have no words. */
    private static final double NARROW = 420;

    /** Of its height that the fields of the filter take. */
    private static final double MOST_FIELDS = 0.6;

    /**
     * Widths of the columns in a narrow and in a roomy table; the statement has what is left. None is 80, which the table
     * takes for a width nobody has set.
     */
    private static final Map<String, double[]> WIDTHS = Map.of(
            "column-number", new double[] {36, 38},
            "column-quantity", new double[] {96, 116},
            "column-place", new double[] {82, 120},
            "column-when", new double[] {82, 112},
            "column-claimant", new double[] {68, 108},
            "column-status", new double[] {28, 106},
            "column-grade", new double[] {46, 50},
            "column-roots", new double[] {42, 50});

    /** What the board itself can order by; a large board's table is sorted by these alone. */
    private static final Map<String, Slices.Order> ORDERS = Map.of(
            "column-number", Slices.Order.NUMBER,
            "column-statement", Slices.Order.STATEMENT,
            "column-quantity", Slices.Order.QUANTITY,
            "column-place", Slices.Order.PLACE,
            "column-when", Slices.Order.WHEN,
            "column-claimant", Slices.Order.CLAIMANT,
            "column-status", Slices.Order.STATUS);

    private static final Duration TYPING_PAUSE = Duration.millis(120);

    private final Workspace workspace;
    private final ClaimSearch search;
    private final ObservableList<Claim> rows = FXCollections.observableArrayList();
    private final TableView<Claim> table = new TableView<>();
    private final TextField searchField = new TextField();
    private final SortedList<Claim> sorted = new SortedList<>(rows);
    private final ToggleButton filterToggle = new ToggleButton(Words.of("filter.name"), new FontIcon(Feather.FILTER));
    private Runnable beginFilter = () -> {};
    private boolean following;
    private boolean putting;
    private long arranged;

    public ClaimsTable(Workspace workspace, ClaimSearch search, Actions actions) {
        this.workspace = workspace;
        this.search = search;
        getStyleClass().add("claims-table");
        table.setId("claims");
        table.setAccessibleText(Words.of("claims.title"));
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setSortPolicy(shown -> putting || lean().isEmpty() || arrange());
        table.setFixedCellSize(28);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addColumns();
        table.widthProperty().addListener((width, before, now) -> fitColumns(now.doubleValue()));
        table.setPlaceholder(placeholder(actions));
        table.setContextMenu(contextMenu(actions));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Claim>)
                change -> publishSelection());
        setTop(searchBar(actions));
        setCenter(table);
        search.found().addListener((found, before, now) -> showRows());
        workspace.selection().claims().addListener((claims, before, now) -> followSelection());
        workspace.arrivals().addListener((arrivals, before, now) -> lean().ifPresent(list -> table.refresh()));
        showRows();
    }

    public TableView<Claim> table() {
        return table;
    }

    public TextField searchField() {
        return searchField;
    }

    /** Searches for what stands in the field, without waiting for a pause in typing. */
    public void searchNow() {
        search.words().set(searchField.getText());
    }

    private static ContextMenu contextMenu(Actions actions) {
        return new ContextMenu(
                actions.menuItem("goToMap"),
                actions.menuItem("copyClaim"),
                actions.menuItem("claimHistory"),
                actions.menuItem("removeClaim"));
    }

    private VBox searchBar(Actions actions) {
        searchField.setId("claim-search");
        searchField.setPromptText(Words.of("claims.search"));
        searchField.getStyleClass().add("search-field");
        searchField.setMinWidth(LEAST_SEARCH);
        HBox.setHgrow(searchField, Priority.ALWAYS);
        PauseTransition pause = new PauseTransition(TYPING_PAUSE);
        pause.setOnFinished(event -> searchNow());
        searchField.textProperty().addListener((text, before, now) -> pause.playFromStart());
        search.words().addListener((words, before, now) -> {
            if (now.isEmpty()) {
                searchField.clear();
            }
        });
        searchField.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                searchField.clear();
                search.words().set("");
                table.requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
                table.requestFocus();
                if (!table.getItems().isEmpty() && table.getSelectionModel().isEmpty()) {
                    table.getSelectionModel().selectFirst();
                }
                event.consume();
            }
        });
        FilterBar filter = new FilterBar(workspace, search);
        ScrollPane fields = new ScrollPane(filter);
        fields.setFitToWidth(true);
        fields.getStyleClass().add("filter-scroll");
        fields.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        fields.visibleProperty().bind(filterToggle.selectedProperty());
        fields.managedProperty().bind(fields.visibleProperty());
        fields.setMinHeight(0);
        for (Node field : filter.fields()) {
            field.focusedProperty().addListener((focus, before, now) -> {
                if (now) {
                    bringIntoSight(fields, filter, field);
                }
            });
        }
        fields.maxHeightProperty().bind(heightProperty().multiply(MOST_FIELDS));
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filterToggle.setSelected(false);
                table.requestFocus();
                event.consume();
            }
        });
        filterToggle.setId("filter-toggle");
        filterToggle.getStyleClass().addAll("flat", "filter-toggle");
        filterToggle.setTooltip(new Tooltip(Words.of("act.filterClaims")));
        filterToggle.setMinWidth(Region.USE_PREF_SIZE);
        filterToggle
                .contentDisplayProperty()
                .bind(widthProperty()
                        .map(width ->
                                width.doubleValue() < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        HBox bar = new HBox(
                8,
                new FontIcon(Feather.SEARCH),
                searchField,
                new NarrowedNote(
                        search,
                        actions,
                        search::parts,
                        filterToggle.selectedProperty().not(),
                        widthProperty().lessThan(NARROW)),
                filterToggle);
        bar.getStyleClass().add("search-bar");
        beginFilter = filter.first()::requestFocus;
        return new VBox(bar, fields);
    }

    /** Where there is no room for all fields, the one with the keys is in sight. */
    private static void bringIntoSight(ScrollPane fields, FilterBar filter, Node field) {
        double room = fields.getViewportBounds().getHeight();
        double hidden = filter.getHeight() - room;
        if (hidden > 0) {
            double top = filter.sceneToLocal(field.localToScene(field.getLayoutBounds()))
                    .getMinY();
            fields.setVvalue(Math.clamp((top - 4) / hidden, 0, 1));
        }
    }

    /** Opens the fields of the filter and goes there. */
    public void beginFilter() {
        filterToggle.setSelected(true);
        beginFilter.run();
    }

    private VBox placeholder(Actions actions) {
        Label words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        Node pin = actions.plainButton("pin");
        Node all = actions.plainButton("showAllClaims");
        pin.managedProperty().bind(pin.visibleProperty());
        all.managedProperty().bind(all.visibleProperty());
        Runnable say = () -> {
            words.setText(
                    search.looking().get()
                            ? Words.of("claims.looking")
                            : search.filtering()
                                    ? Words.of("claims.noneMeet")
                                    : search.searching()
                                            ? Words.of(
                                                    "claims.noneFound",
                                                    search.words().get())
                                            : Words.of("claims.empty"));
            pin.setVisible(!search.narrowed());
            all.setVisible(search.narrowed());
        };
        search.onNarrowing(say);
        say.run();
        VBox empty = new VBox(12, words, pin, all);
        empty.getStyleClass().add("empty-pane");
        return empty;
    }

    private void addColumns() {
        column("number", claim -> Long.toString(claim.id()), Comparator.comparingLong(Claim::id));
        column("statement", Claim::statement, Comparator.comparing(Claim::statement));
        column(
                "quantity",
                claim -> claim.quantity().map(Quantity::display).orElse(""),
                Comparator.comparing(ClaimsTable::amount));
        column("place", claim -> claim.place().map(Place::name).orElse(""), null);
        column(
                "when",
                claim -> claim.when().map(When::display).orElse(""),
                Comparator.comparing(claim -> claim.when()
                        .flatMap(When::earliest)
                        .map(java.time.Instant::getEpochSecond)
                        .orElse(Long.MAX_VALUE)));
        column("claimant", claim -> claim.claimant().orElse(""), null);
        addStatusColumn();
        column(
                "grade",
                claim -> inView(
                        view -> LeanClaims.isSketch(claim) || !view.complete() ? "" : Citations.grade(view, claim)),
                null);
        column(
                "roots",
                claim -> inView(view -> rootWords(view.independentRoots(claim))),
                Comparator.comparing(claim -> workspace
                        .view()
                        .get()
                        .map(view -> view.independentRoots(claim).orElse(0))
                        .orElse(0)));
    }

    private static String rootWords(OptionalInt roots) {
        return roots.isPresent() ? Integer.toString(roots.getAsInt()) : "";
    }

    private static java.math.BigDecimal amount(Claim claim) {
        return claim.quantity()
                .flatMap(q -> q.best().or(q::lower).or(q::upper))
                .orElse(java.math.BigDecimal.valueOf(-1));
    }

    private String inView(Function<BoardView, String> question) {
        return workspace.view().get().map(question).orElse("");
    }

    private void column(
            String key, Function<Claim, String> words, @org.jspecify.annotations.Nullable Comparator<Claim> order) {
        TableColumn<Claim, Claim> column = new TableColumn<>(Words.of("claims.column." + key));
        column.setId("column-" + key);
        column.setMinWidth(28);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order != null ? order : Comparator.comparing(words, String.CASE_INSENSITIVE_ORDER));
        column.setCellFactory(c -> new WordsCell(words));
        column.getStyleClass().add("column-" + key);
        table.getColumns().add(column);
    }

    private void addStatusColumn() {
        TableColumn<Claim, Status> column = new TableColumn<>(Words.of("claims.column.status"));
        column.setId("column-status");
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().status()));
        column.setCellFactory(c -> new StatusCell());
        table.getColumns().add(column);
    }

    /** Where there is room, the status has its word; otherwise its shape and colour have to do. */
    private void fitColumns(double tableWidth) {
        boolean roomy = tableWidth >= ROOMY;
        double others = 0;
        for (TableColumn<Claim, ?> column : table.getColumns()) {
            double[] widths = WIDTHS.getOrDefault(column.getId(), new double[] {60, 60});
            if (!column.getId().equals("column-statement")) {
                double wanted = roomy ? widths[1] : widths[0];
                double width = column.getId().equals("column-number") ? Math.max(wanted, numberWidth()) : wanted;
                column.setPrefWidth(width);
                others += width;
            }
            if (column.getId().equals("column-status")) {
                column.setText(roomy ? Words.of("claims.column.status") : "");
            }
        }
        double rest = tableWidth - others - SCROLL_BAR;
        table.getColumns().get(1).setPrefWidth(Math.max(LEAST_STATEMENT, rest));
    }

    /** Wide enough for the highest number of the board. */
    private double numberWidth() {
        List<Claim> all = workspace.view().get().map(BoardView::claims).orElse(List.of());
        long highest = all.isEmpty()
                ? 0
                : all instanceof LeanClaims lean
                        ? lean.id(lean.size() - 1)
                        : all.getLast().id();
        return NUMBER_EDGES + DIGIT * Long.toString(highest).length();
    }

    private void showRows() {
        following = true;
        fitColumns(table.getWidth());
        if (search.found().get() instanceof LeanClaims found) {
            rows.clear();
            showLean(found);
        } else {
            if (!(table.getItems() instanceof SortedList)) {
                table.setItems(sorted);
                table.getColumns().forEach(column -> column.setSortable(true));
            }
            rows.setAll(search.found().get());
        }
        following = false;
        followSelection();
    }

    /** A large board's rows are never copied into the table, nor sorted by it. */
    private void showLean(LeanClaims found) {
        arranged++;
        boolean before = lean().isPresent();
        table.getColumns().forEach(column -> column.setSortable(ORDERS.containsKey(column.getId())));
        if (table.getSortOrder().isEmpty() || !before) {
            table.getSortOrder().clear();
            put(found);
        } else {
            arrange();
        }
    }

    private Optional<LeanClaims> lean() {
        return table.getItems() instanceof LeanRows shown ? Optional.of(shown.claims) : Optional.empty();
    }

    /** Has the board put a large list in order, in the background; what was asked for before is dropped. */
    private boolean arrange() {
        if (!(search.found().get() instanceof LeanClaims found)) {
            return false;
        }
        long mine = ++arranged;
        if (table.getSortOrder().isEmpty()) {
            showArranged(found);
            return true;
        }
        TableColumn<Claim, ?> column = table.getSortOrder().getFirst();
        Slices.Order order = ORDERS.getOrDefault(column.getId(), Slices.Order.NUMBER);
        boolean descending = column.getSortType() == TableColumn.SortType.DESCENDING;
        workspace.telling(workspace
                .read(snapshot -> found.arranged(snapshot.slices().ids(order, descending)))
                .thenApply(list -> {
                    if (mine == arranged) {
                        showArranged(list);
                    }
                    return list;
                }));
        return true;
    }

    private void showArranged(LeanClaims list) {
        following = true;
        put(list);
        following = false;
        followSelection();
    }

    /** The table forgets its order with its items; these have it already. */
    private void put(LeanClaims list) {
        List<TableColumn<Claim, ?>> order = List.copyOf(table.getSortOrder());
        putting = true;
        table.setItems(new LeanRows(list));
        table.getSortOrder().setAll(order);
        putting = false;
    }

    /** A large list as a table takes it. */
    private static final class LeanRows extends ObservableListBase<Claim> implements RandomAccess {
        private final LeanClaims claims;

        LeanRows(LeanClaims claims) {
            this.claims = claims;
        }

        @Override
        public Claim get(int index) {
            return claims.get(index);
        }

        @Override
        public int size() {
            return claims.size();
        }

        /** The table looks for the chosen claim whenever it gets other items. */
        @Override
        public int indexOf(Object other) {
            return claims.indexOf(other);
        }

        @Override
        public int lastIndexOf(Object other) {
            return claims.lastIndexOf(other);
        }

        /** As long as the table itself: never compared row by row. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private void followSelection() {
        List<UUID> chosen = workspace.selection().claims().get();
        Set<UUID> shown = new HashSet<>(chosenRows());
        if (shown.equals(Set.copyOf(chosen))) {
            return;
        }
        following = true;
        table.getSelectionModel().clearSelection();
        List<Integer> indices = new ArrayList<>();
        lean().ifPresent(list -> chosen.stream()
                .limit(MOST_FOLLOWED)
                .map(list::indexOf)
                .filter(row -> row >= 0)
                .forEach(indices::add));
        for (int row = 0; lean().isEmpty() && row < table.getItems().size() && indices.size() < chosen.size(); row++) {
            if (chosen.contains(table.getItems().get(row).uuid())) {
                indices.add(row);
            }
        }
        indices.forEach(table.getSelectionModel()::select);
        indices.stream().findFirst().ifPresent(this::scrollIntoSight);
        following = false;
    }

    private void scrollIntoSight(int row) {
        table.scrollTo(Math.max(0, row - 2));
    }

    private void publishSelection() {
        if (following) {
            return;
        }
        List<UUID> chosen = chosenRows();
        List<UUID> ids = new ArrayList<>();
        Optional.ofNullable(table.getFocusModel().getFocusedItem())
                .map(Claim::uuid)
                .filter(chosen::contains)
                .ifPresent(ids::add);
        ids.addAll(chosen);
        workspace.selection().chooseClaims(ids);
    }

    private List<UUID> chosenRows() {
        Optional<LeanClaims> lean = lean();
        if (lean.isPresent()) { // no row is made for this, for there may be a million
            return table.getSelectionModel().getSelectedIndices().stream()
                    .filter(row -> row >= 0 && row < lean.get().size())
                    .map(lean.get()::uuid)
                    .toList();
        }
        return table.getSelectionModel().getSelectedItems().stream()
                .map(Claim::uuid)
                .toList();
    }

    /** Words in one line; the tooltip has what does not fit. */
    private static final class WordsCell extends TableCell<Claim, Claim> {
        private final Function<Claim, String> words;
        private final Tooltip whole = new Tooltip();

        WordsCell(Function<Claim, String> words) {
            this.words = words;
            whole.setWrapText(true);
            whole.setMaxWidth(420);
        }

        @Override
        protected void updateItem(Claim claim, boolean empty) {
            super.updateItem(claim, empty);
            String text = empty || claim == null ? "" : words.apply(claim);
            setText(text);
            whole.setText(text);
            setTooltip(text.length() > 12 ? whole : null);
        }
    }

    private static final class StatusCell extends TableCell<Claim, Status> {
        @Override
        protected void updateItem(Status status, boolean empty) {
            super.updateItem(status, empty);
            if (empty || status == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            StatusMark mark = new StatusMark(status);
            boolean roomy = getTableView().getWidth() >= ROOMY;
            mark.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
            mark.setMinWidth(Region.USE_COMPUTED_SIZE);
            setGraphic(mark);
            setAccessibleText(Words.of(status));
            setTooltip(new Tooltip(Words.of(status)));
        }
    }
}
