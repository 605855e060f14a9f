package org.sightline.app.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
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
import org.sightline.board.ClaimColumns;
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

    /** While a range is moved, the rows follow when the hand rests. */
    private static final Duration RESTING = Duration.millis(80);

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Workspace workspace;
    private final ClaimSearch search;
    private final Pane canvas = new Pane();
    private final Label without = new Label();
    private final TimeBrush brush;
    private final Label time = new Label();
    private final PauseTransition resting = new PauseTransition(RESTING);
    private final Map<UUID, List<Node>> rows = new HashMap<>();
    private final ObservableBooleanValue inSight;
    private boolean sketched;
    private boolean stale = true;
    private boolean uncounted = true;
    private long counted;

    /** @param inSight whether anybody can see it; while nobody can, nothing is drawn */
    public Timeline(Workspace workspace, ClaimSearch search, Actions actions, ObservableBooleanValue inSight) {
        this.workspace = workspace;
        this.search = search;
        this.inSight = inSight;
        getStyleClass().add("timeline");
        ScrollPane scroll = new ScrollPane(canvas);
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
                        new SimpleBooleanProperty(true),
                        widthProperty().lessThan(BESIDE)));
        foot.getStyleClass().add("timeline-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        brush = new TimeBrush(search.range());
        setTop(overview());
        setCenter(scroll);
        setBottom(foot);
        canvas.widthProperty().addListener((width, before, now) -> draw());
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
                draw();
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
                search.range().get().isBounded() ? search.range().get().words() : Words.of("timeline.all"));
        search.range().addListener((range, before, now) -> say.run());
        say.run();
        Button all = new Button(Words.of("timeline.showAll"));
        all.setId("timeline-show-all");
        all.getStyleClass().addAll("flat", "small-button");
        all.visibleProperty().bind(search.range().map(TimeRange::isBounded));
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

    private void draw() {
        stale = !inSight.get() || canvas.getWidth() < LEAST_WIDTH;
        if (stale) {
            return;
        }
        List<Claim> dated = search.found().get() instanceof LeanClaims lean
                ? firstOf(lean)
                : firstOf(search.found().get());
        sketched = dated.stream().anyMatch(LeanClaims::isSketch);
        List<Claim> ready =
                dated.stream().filter(claim -> !LeanClaims.isSketch(claim)).toList();
        without.setText(foot(search.found().get()));
        canvas.setPrefHeight(AXIS + dated.size() * ROW + 8);
        canvas.getChildren().clear();
        rows.clear();
        if (!ready.isEmpty()) {
            draw(ready);
        }
    }

    /** How many have a time and are not shown, and how many have none. */
    private String foot(List<Claim> claims) {
        int timed = 0;
        for (int row = 0; row < claims.size(); row++) {
            boolean known = claims instanceof LeanClaims lean
                    ? lean.earliest(row) != ClaimColumns.NO_TIME || lean.latest(row) != ClaimColumns.NO_TIME
                    : claims.get(row).when().flatMap(Timeline::start).isPresent();
            timed += known ? 1 : 0;
        }
        List<String> parts = new ArrayList<>();
        if (timed > MOST_ROWS) {
            parts.add(Words.of("timeline.first", MOST_ROWS, timed));
        }
        if (timed < claims.size()) {
            parts.add(Words.of("timeline.without", claims.size() - timed));
        }
        int hidden = search.ofAnyTime().get().size() - claims.size();
        if (hidden > 0) {
            parts.add(Words.of("timeline.hidden", hidden));
        }
        return String.join(" · ", parts);
    }

    private static List<Claim> firstOf(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.when().flatMap(Timeline::start).isPresent())
                .sorted(java.util.Comparator.comparing(
                        claim -> claim.when().flatMap(Timeline::start).orElseThrow()))
                .limit(MOST_ROWS)
                .toList();
    }

    /** By the columns alone; those whose words are not at hand yet come as sketches. */
    private static List<Claim> firstOf(LeanClaims claims) {
        PriorityQueue<long[]> latestFirst = new PriorityQueue<>((a, b) -> Long.compare(b[0], a[0]));
        for (int row = 0; row < claims.size(); row++) {
            long start = claims.earliest(row) != ClaimColumns.NO_TIME ? claims.earliest(row) : claims.latest(row);
            boolean among =
                    latestFirst.size() < MOST_ROWS || start < latestFirst.element()[0];
            if (start != ClaimColumns.NO_TIME && among) {
                latestFirst.add(new long[] {start, row});
                if (latestFirst.size() > MOST_ROWS) {
                    latestFirst.remove();
                }
            }
        }
        return latestFirst.stream()
                .sorted((a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]))
                .map(at -> claims.get((int) at[1]))
                .toList();
    }

    private static Optional<Instant> start(When when) {
        return when.earliest().or(when::latest);
    }

    private static Instant end(When when) {
        return when.latest().or(when::earliest).orElseThrow();
    }

    private void draw(List<Claim> dated) {
        Instant first = dated.stream()
                .map(c -> start(c.when().orElseThrow()).orElseThrow())
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = dated.stream()
                .map(c -> end(c.when().orElseThrow()))
                .max(Instant::compareTo)
                .orElseThrow();
        TimeAxis axis = TimeAxis.over(seconds(first), seconds(last), nameWidth(), canvas.getWidth() - EDGE);
        canvas.getChildren().addAll(axis.ticks(6, AXIS - 4, dated.size() * ROW + 8));
        double y = AXIS;
        for (Claim claim : dated) {
            drawRow(claim, axis, y);
            y += ROW;
        }
    }

    private static double seconds(Instant instant) {
        return (double) instant.getEpochSecond();
    }

    /** Of a claim's number and statement, pixels. */
    private double nameWidth() {
        return Math.min(NAME, canvas.getWidth() * 0.42);
    }

    private void drawRow(Claim claim, TimeAxis axis, double y) {
        Region band = new Region();
        band.getStyleClass().add("timeline-band");
        band.resizeRelocate(0, y, canvas.getWidth(), ROW);
        Label name = new Label(claim.id() + "  " + claim.statement());
        name.getStyleClass().add("timeline-name");
        name.resizeRelocate(12, y, nameWidth() - 24, ROW);
        Node bar = bar(claim, axis, y);
        for (Node node : List.of(band, name, bar)) {
            node.setOnMousePressed(event -> workspace.selection().chooseClaim(claim.uuid()));
        }
        List.of(band, name, bar).forEach(node -> node.setManaged(false)); // sized here, not by the pane
        canvas.getChildren().addAll(band, name, bar);
        rows.put(claim.uuid(), List.of(band, name, bar));
        mark(claim.uuid(), workspace.selection().claims().get().contains(claim.uuid()));
    }

    private static Node bar(Claim claim, TimeAxis axis, double y) {
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
