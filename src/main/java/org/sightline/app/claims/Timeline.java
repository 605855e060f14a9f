package org.sightline.app.claims;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Claim;
import org.sightline.claim.When;

/**
 * The shown claims along time, one row each, earliest first. A bar spans what is known: the whole of it where a claim
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
    private static final double LEAST_BAR = 10;
    private static final int MOST_ROWS = 500;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Workspace workspace;
    private final ClaimSearch search;
    private final Pane canvas = new Pane();
    private final Label without = new Label();
    private final Map<UUID, List<Node>> rows = new HashMap<>();
    private final ObservableBooleanValue inSight;
    private boolean sketched;
    private boolean stale = true;

    /** @param inSight whether anybody can see it; while nobody can, nothing is drawn */
    public Timeline(Workspace workspace, ClaimSearch search, ObservableBooleanValue inSight) {
        this.workspace = workspace;
        this.search = search;
        this.inSight = inSight;
        getStyleClass().add("timeline");
        ScrollPane scroll = new ScrollPane(canvas);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        without.getStyleClass().addAll("muted", "timeline-foot");
        setCenter(scroll);
        setBottom(without);
        canvas.widthProperty().addListener((width, before, now) -> draw());
        search.found().addListener((found, before, now) -> draw());
        workspace.selection().claims().addListener((claims, before, now) -> {
            before.forEach(claim -> mark(claim, false));
            now.forEach(claim -> mark(claim, true));
        });
        inSight.addListener((property, before, now) -> {
            if (now && stale) {
                draw();
            }
        });
        workspace.arrivals().addListener((arrivals, before, now) -> {
            if (sketched) {
                draw();
            }
        });
    }

    private void mark(UUID claim, boolean chosen) {
        rows.getOrDefault(claim, List.of()).forEach(node -> node.pseudoClassStateChanged(SELECTED, chosen));
    }

    private void draw() {
        stale = !inSight.get() || canvas.getWidth() < NAME + 100;
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
    private static String foot(List<Claim> claims) {
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
        double from = seconds(first);
        double to = Math.max(seconds(last), from + 86_400);
        Axis axis = new Axis(from, to, NAME, canvas.getWidth() - EDGE);
        drawTicks(axis, AXIS + dated.size() * ROW);
        double y = AXIS;
        for (Claim claim : dated) {
            drawRow(claim, axis, y);
            y += ROW;
        }
    }

    private static double seconds(Instant instant) {
        return (double) instant.getEpochSecond();
    }

    /** Seconds since 1970 to pixels. */
    private record Axis(double from, double to, double left, double right) {
        double x(double seconds) {
            return left + (seconds - from) / (to - from) * (right - left);
        }
    }

    private void drawTicks(Axis axis, double height) {
        double lastLabel = -100;
        for (Tick tick : ticks(axis)) {
            double x = axis.x(tick.seconds());
            Region line = new Region();
            line.getStyleClass().add("timeline-tick");
            line.resizeRelocate(Math.rint(x), AXIS - 4, 1, height - AXIS + 8);
            line.setManaged(false);
            canvas.getChildren().add(line);
            if (x - lastLabel > 70 && x < axis.right() - 20) {
                Text label = new Text(tick.label());
                label.getStyleClass().add("timeline-label");
                label.setTextOrigin(VPos.TOP);
                label.relocate(x + 4, 6);
                canvas.getChildren().add(label);
                lastLabel = x;
            }
        }
    }

    private record Tick(double seconds, String label) {}

    /** Years, months, or days: the finest that leaves room between two ticks. */
    private static List<Tick> ticks(Axis axis) {
        double days = (axis.to() - axis.from()) / 86_400;
        ZonedDateTime start = Instant.ofEpochSecond((long) axis.from()).atZone(ZoneOffset.UTC);
        if (days > 900) {
            return ticks(axis, start.withDayOfYear(1), "yyyy", 0, 1, 0);
        }
        if (days > 45) {
            return ticks(axis, start.withDayOfMonth(1), "MMM yyyy", 0, 0, 1);
        }
        return ticks(axis, start, "d MMM", Math.max(1, (int) (days / 12)), 0, 0);
    }

    private static List<Tick> ticks(
            Axis axis, ZonedDateTime start, String pattern, int stepDays, int stepYears, int stepMonths) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = start.toLocalDate().atStartOfDay(ZoneOffset.UTC);
        while (at.toEpochSecond() <= axis.to() && ticks.size() < 400) {
            if (at.toEpochSecond() >= axis.from()) {
                ticks.add(new Tick(at.toEpochSecond(), format.format(at)));
            }
            at = at.plusDays(stepDays).plusYears(stepYears).plusMonths(stepMonths);
        }
        return ticks;
    }

    private void drawRow(Claim claim, Axis axis, double y) {
        Region band = new Region();
        band.getStyleClass().add("timeline-band");
        band.resizeRelocate(0, y, canvas.getWidth(), ROW);
        Label name = new Label(claim.id() + "  " + claim.statement());
        name.getStyleClass().add("timeline-name");
        name.resizeRelocate(12, y, NAME - 24, ROW);
        Node bar = bar(claim, axis, y);
        for (Node node : List.of(band, name, bar)) {
            node.setOnMousePressed(event -> workspace.selection().chooseClaim(claim.uuid()));
        }
        List.of(band, name, bar).forEach(node -> node.setManaged(false)); // sized here, not by the pane
        canvas.getChildren().addAll(band, name, bar);
        rows.put(claim.uuid(), List.of(band, name, bar));
        mark(claim.uuid(), workspace.selection().claims().get().contains(claim.uuid()));
    }

    private static Node bar(Claim claim, Axis axis, double y) {
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
