package org.sightline.app.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.claim.Claim;
import org.sightline.claim.When;

/**
 * The shown claims along time, one row each, earliest first; above them how many there are when, with the range of time
 * that is shown. A bar spans what is known: the whole of it where a claim
 * held throughout, hollow where it held on some part of it; an open end fades out. Claims without a time are counted
 * beneath.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Timeline extends BorderPane {
    private static final double ROW = 24;
    private static final double AXIS = 26;
    private static final double NAME = 260;
    private static final double EDGE = 24;
    private static final double LEAST_WIDTH = 180;

    /** A narrower time line has the words above the histogram. */
    private static final double BESIDE = 560;

    private static final double LEAST_BAR = 10;
    private static final int MOST_ROWS = 500;

    /** Rows that are drawn above and below those in sight. */
    private static final int BEYOND = 8;

    /** While a range is moved, the rows follow when the hand rests. */
    private static final Duration RESTING = Duration.millis(80);

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Workspace workspace;
    private final ClaimSearch search;
    private final Pane canvas = new Pane();
    private final ScrollPane scroll = new ScrollPane(canvas);
    private final Group ticks = new Group();
    private final Label without = new Label();
    private final TimeBrush brush;
    private final Label time = new Label();
    private final PauseTransition resting = new PauseTransition(RESTING);
    private final Map<UUID, List<Node>> rows = new HashMap<>();
    private final ObservableBooleanValue inSight;
    private List<Claim> claims = List.of();
    private TimeOrder order = TimeOrder.NONE;
    private TimeAxis axis = TimeAxis.over(0, 1, 0, 1);
    private int filled = -1;
    private boolean sketched;
    private boolean stale = true;
    private boolean uncounted = true;
    private long counted;
    private long drawn;

    /** @param inSight whether anybody can see it; while nobody can, nothing is drawn */
    public Timeline(Workspace workspace, ClaimSearch search, Actions actions, ObservableBooleanValue inSight) {
        this.workspace = workspace;
        this.search = search;
        this.inSight = inSight;
        getStyleClass().add("timeline");
        ticks.setManaged(false);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        without.getStyleClass().add("muted");
        without.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(without.textProperty());
        without.setTooltip(whole);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(
                12,
                without,
                gap,
                new NarrowedNote(
                        search,
                        actions,
                        search::partsBesideTime,
                        new SimpleBooleanProperty(true),
                        widthProperty().lessThan(BESIDE)));
        foot.getStyleClass().add("timeline-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        brush = new TimeBrush(search.range());
        setTop(overview());
        setCenter(scroll);
        setBottom(foot);
        canvas.widthProperty().addListener((width, before, now) -> draw());
        scroll.vvalueProperty().addListener((value, before, now) -> fill());
        scroll.viewportBoundsProperty().addListener((bounds, before, now) -> {
            filled = -1;
            fill();
        });
        resting.setOnFinished(event -> draw());
        search.found().addListener((found, before, now) -> {
            if (brush.moving().get()) {
                resting.playFromStart();
            } else {
                draw();
            }
        });
        brush.widthProperty().addListener((width, before, now) -> count());
        search.ofAnyTime().addListener((claims, before, now) -> count());
        workspace.selection().claims().addListener((claims, before, now) -> {
            before.forEach(claim -> mark(claim, false));
            now.forEach(claim -> mark(claim, true));
        });
        inSight.addListener((property, before, now) -> {
            if (now && stale) {
                draw();
            }
            if (now && uncounted) {
                count();
            }
        });
        workspace.arrivals().addListener((arrivals, before, now) -> {
            if (sketched) {
                filled = -1;
                fill();
            }
        });
    }

    /** How many claims there are when, and the range of it that is shown. */
    private StackPane overview() {
        Label title = new Label(Words.of("timeline.range"));
        title.getStyleClass().add("muted");
        time.getStyleClass().add("timeline-range");
        time.setId("timeline-range");
        Runnable say = () -> time.setText(
                search.range().get().isAll()
                        ? Words.of("timeline.all")
                        : search.range().get().inWords());
        search.range().addListener((range, before, now) -> say.run());
        say.run();
        Button all = new Button(Words.of("timeline.showAll"));
        all.setId("timeline-show-all");
        all.getStyleClass().addAll("flat", "small-button");
        all.visibleProperty().bind(search.range().map(range -> !range.isAll()));
        all.setOnAction(event -> {
            search.range().set(TimeRange.ALL);
            brush.requestFocus();
        });
        HBox first = new HBox(8, title, all);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(first, time);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.setPrefWidth(NAME - TimeBrush.LEFT - 12);
        HBox.setHgrow(brush, Priority.ALWAYS);
        StackPane overview = new StackPane();
        overview.getStyleClass().add("timeline-overview");
        Runnable lay = () -> {
            boolean beside = getWidth() >= BESIDE;
            if (overview.getChildren().isEmpty()
                    || beside != overview.getChildren().getFirst() instanceof HBox) {
                overview.getChildren().setAll(beside ? new HBox(words, brush) : new VBox(words, brush));
            }
        };
        widthProperty().addListener((width, before, now) -> lay.run());
        lay.run();
        return overview;
    }

    /** Counts in the background; what was counted for other claims meanwhile is dropped. */
    private void count() {
        uncounted = !inSight.get() || brush.getWidth() < 1;
        if (uncounted) {
            return;
        }
        long mine = ++counted;
        List<Claim> claims = search.ofAnyTime().get();
        int bins = brush.bins();
        workspace.telling(
                workspace.inBackground(() -> TimeHistogram.of(claims, bins)).thenApply(histogram -> {
                    if (mine == counted) {
                        brush.show(histogram);
                    }
                    return histogram;
                }));
    }

    private void mark(UUID claim, boolean chosen) {
        rows.getOrDefault(claim, List.of()).forEach(node -> node.pseudoClassStateChanged(SELECTED, chosen));
    }

    /** Puts the claims in order in the background, then draws those in sight. */
    private void draw() {
        stale = !inSight.get() || canvas.getWidth() < LEAST_WIDTH;
        if (stale) {
            return;
        }
        long mine = ++drawn;
        List<Claim> found = search.found().get();
        workspace.telling(workspace
                .inBackground(() -> TimeOrder.of(found, MOST_ROWS))
                .thenApply(arranged -> {
                    if (mine == drawn) {
                        show(found, arranged);
                    }
                    return arranged;
                }));
    }

    private void show(List<Claim> found, TimeOrder arranged) {
        claims = found;
        order = arranged;
        axis = TimeAxis.over((double) arranged.from(), (double) arranged.to(), nameWidth(), canvas.getWidth() - EDGE);
        without.setText(foot());
        double height = arranged.rows().length * ROW;
        canvas.setPrefHeight(AXIS + height + 8);
        ticks.getChildren().setAll(arranged.rows().length == 0 ? List.of() : axis.ticks(6, AXIS - 4, height + 8));
        filled = -1;
        fill();
    }

    /** Draws the rows in sight, which of a long list are few. */
    private void fill() {
        double room = scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, canvas.getPrefHeight() - room);
        int first = Math.max(0, (int) ((top - AXIS) / ROW) - BEYOND);
        if (first / BEYOND == filled) {
            return;
        }
        filled = first / BEYOND;
        first = filled * BEYOND;
        int end = Math.min(order.rows().length, first + (int) (Math.max(room, ROW) / ROW) + 3 * BEYOND + 1);
        canvas.getChildren().setAll(ticks);
        rows.clear();
        sketched = false;
        for (int i = first; i < end; i++) {
            Claim claim = claims.get(order.rows()[i]);
            if (LeanClaims.isSketch(claim)) {
                sketched = true;
            } else {
                drawRow(claim, AXIS + i * ROW);
            }
        }
    }

    /** How many have a time and are not shown, and how many have none. */
    private String foot() {
        List<String> parts = new ArrayList<>();
        if (order.timed() > MOST_ROWS) {
            parts.add(Words.of("timeline.first", MOST_ROWS, order.timed()));
        }
        if (order.timed() < claims.size()) {
            parts.add(Words.of("timeline.without", claims.size() - order.timed()));
        }
        int hidden = search.ofAnyTime().get().size() - claims.size();
        if (hidden > 0) {
            parts.add(Words.of("timeline.hidden", hidden));
        }
        return String.join(" · ", parts);
    }

    private static double seconds(Instant instant) {
        return (double) instant.getEpochSecond();
    }

    /** Of a claim's number and statement, pixels. */
    private double nameWidth() {
        return Math.min(NAME, canvas.getWidth() * 0.42);
    }

    private void drawRow(Claim claim, double y) {
        Region band = new Region();
        band.getStyleClass().add("timeline-band");
        band.resizeRelocate(0, y, canvas.getWidth(), ROW);
        Label name = new Label(claim.id() + "  " + claim.statement());
        name.getStyleClass().add("timeline-name");
        name.resizeRelocate(12, y, nameWidth() - 24, ROW);
        Node bar = bar(claim, y);
        for (Node node : List.of(band, name, bar)) {
            node.setOnMousePressed(event -> workspace.selection().chooseClaim(claim.uuid()));
        }
        List.of(band, name, bar).forEach(node -> node.setManaged(false)); // sized here, not by the pane
        canvas.getChildren().addAll(band, name, bar);
        rows.put(claim.uuid(), List.of(band, name, bar));
        mark(claim.uuid(), workspace.selection().claims().get().contains(claim.uuid()));
    }

    private Node bar(Claim claim, double y) {
        When when = claim.when().orElseThrow();
        double left = when.earliest().map(t -> axis.x(seconds(t))).orElse(axis.left());
        double right = when.latest().map(t -> axis.x(seconds(t))).orElse(axis.right() + EDGE);
        Region bar = new Region();
        bar.getStyleClass()
                .addAll(
                        "timeline-bar",
                        "status-" + claim.status().name().toLowerCase(Locale.ROOT),
                        when.extent() == When.Extent.ALL ? "whole" : "part");
        if (when.latest().isEmpty()) {
            bar.getStyleClass().add("open-end");
        }
        boolean moment = right - left < LEAST_BAR;
        if (moment) {
            bar.getStyleClass().add("moment");
        }
        bar.resizeRelocate(left, y + 7, moment ? LEAST_BAR : right - left, ROW - 14);
        Tooltip.install(bar, new Tooltip(when.display() + "\n" + claim.statement()));
        return bar;
    }
}
