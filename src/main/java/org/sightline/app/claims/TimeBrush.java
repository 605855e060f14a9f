package org.sightline.app.claims;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;
import org.sightline.app.desk.Words;

/**
 * A histogram of claims along time with two handles, between which lies the range that is looked at. Dragging beside the
 * handles begins another range, dragging the range moves it, a double click shows all time again. With the keys: Left and
 * Right, with Shift for ten steps, Home and End on a handle, Escape for all time.
 *
 * <p>Thread rule: window's thread only.
 */
final class TimeBrush extends Pane {
    private static final double HEIGHT = 50;
    private static final double LABELS = 16;
    /** Pixels left of the first instant. */
    static final double LEFT = 8;

    private static final double RIGHT = 24;
    private static final double HANDLE = 9;

    /** From a handle's edge to the line in it, which stands beside the bars and covers none. */
    private static final double LINE = 3;

    private static final double BIN = 3;
    private static final double DRAGGED = 3;
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final int LEAP = 10;

    private final ObjectProperty<TimeRange> range;
    private final Path bars = new Path();
    private final Group ticks = new Group();
    private final Region before = veil();
    private final Region after = veil();
    private final Region held = new Region();
    private final Handle beginning = new Handle(Part.BEGINNING, "time-from");
    private final Handle end = new Handle(Part.END, "time-until");
    private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper(this, "moving");
    private TimeHistogram histogram = new TimeHistogram(0, DAY, new int[1], 0, 0);
    private TimeAxis axis = TimeAxis.over(0, DAY, LEFT, LEFT + 1);
    private final AnimationTimer following = new AnimationTimer() {
        @Override
        public void handle(long now) {
            follow();
        }
    };

    private double hand;
    private long begin;
    private long finish = DAY;
    private @Nullable Grip grip;

    /**
     * What a hand does.
     *
     * @param at pixels where it took hold
     * @param low seconds where the range began then
     * @param high seconds where it ended then
     */
    private record Grip(Part what, double at, long low, long high) {}

    private enum Part {
        BEGINNING,
        END,
        RANGE,
        NOTHING
    }

    TimeBrush(ObjectProperty<TimeRange> range) {
        this.range = range;
        getStyleClass().add("time-brush");
        setId("time-brush");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setCursor(Cursor.CROSSHAIR);
        bars.getStyleClass().add("time-bars");
        bars.setMouseTransparent(true);
        ticks.setMouseTransparent(true);
        held.getStyleClass().add("time-held");
        held.setCursor(Cursor.MOVE);
        for (Node node : new Node[] {ticks, bars, before, after, held, beginning, end}) {
            node.setManaged(false);
        }
        getChildren().addAll(ticks, bars, before, after, held, beginning, end);
        range.addListener((property, was, now) -> {
            if (moving.get()) {
                place(); // the ground does not move under the hand
            } else {
                draw();
            }
        });
        setOnMousePressed(this::take);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> release());
        beginning.setOnKeyPressed(event -> key(event, low(), this::moveBeginning));
        end.setOnKeyPressed(event -> key(event, high(), this::moveEnd));
    }

    private static Region veil() {
        Region veil = new Region();
        veil.getStyleClass().add("time-veil");
        veil.setMouseTransparent(true);
        return veil;
    }

    /** Whether a hand moves the range just now. */
    ReadOnlyBooleanProperty moving() {
        return moving.getReadOnlyProperty();
    }

    /** So many stretches have room. */
    int bins() {
        return (int) Math.max(1, (getWidth() - LEFT - RIGHT) / BIN);
    }

    void show(TimeHistogram shown) {
        histogram = shown;
        draw();
    }

    private void draw() {
        TimeRange now = range.get();
        begin = Math.min(
                histogram.from(), now.from().map(Instant::getEpochSecond).orElse(histogram.from()));
        finish = Math.max(
                histogram.to(), now.until().map(Instant::getEpochSecond).orElse(histogram.to()));
        axis = TimeAxis.over((double) begin, (double) finish, LEFT, Math.max(LEFT + 1, getWidth() - RIGHT));
        double base = HEIGHT - LABELS;
        ticks.getChildren().setAll(axis.ticks(base + 1, base, 4));
        bars.getElements().clear();
        int[] counts = histogram.counts();
        double first = axis.x((double) histogram.from());
        double width = (axis.x((double) histogram.to()) - first) / counts.length;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double height = Math.max(2, (base - 6) * counts[i] / histogram.most());
                double x = first + i * width;
                bars.getElements()
                        .addAll(
                                new MoveTo(x, base),
                                new VLineTo(base - height),
                                new HLineTo(x + width),
                                new VLineTo(base));
            }
        }
        boolean some = histogram.timed() > 0;
        beginning.setVisible(some);
        end.setVisible(some);
        setDisable(!some);
        place();
    }

    /** Puts handles and veils where the range is. */
    private void place() {
        double base = HEIGHT - LABELS;
        double from = axis.x((double) low());
        double until = axis.x((double) high());
        boolean bounded = range.get().isBounded();
        before.resizeRelocate(axis.left(), 0, from - axis.left(), base);
        after.resizeRelocate(until, 0, axis.right() - until, base);
        held.resizeRelocate(from, 0, until - from, base);
        held.setVisible(bounded);
        beginning.resizeRelocate(from - HANDLE + LINE, 0, HANDLE, base);
        end.resizeRelocate(until - LINE, 0, HANDLE, base);
        beginning.say(Words.of("timeline.from", said(range.get().fromWords())));
        end.say(Words.of("timeline.until", said(range.get().untilWords())));
    }

    private static String said(String words) {
        return words.isEmpty() ? Words.of("timeline.open") : words;
    }

    private long low() {
        return range.get().from().map(this::within).orElse(begin);
    }

    private long high() {
        return range.get().until().map(this::within).orElse(finish);
    }

    private long within(Instant at) {
        return Math.clamp(at.getEpochSecond(), begin, finish);
    }

    /** Days, or hours where all is within a few days. */
    private long unit() {
        return histogram.to() - histogram.from() > 3 * DAY ? DAY : HOUR;
    }

    private void take(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            range.set(range.get().between(Optional.empty(), Optional.empty()));
            return;
        }
        Part what = Part.NOTHING;
        if (event.getTarget() instanceof Handle handle) {
            what = handle.part;
            handle.requestFocus();
        } else if (held.equals(event.getTarget())) {
            what = Part.RANGE;
        }
        grip = new Grip(what, event.getX(), low(), high());
        event.consume();
    }

    private void drag(MouseEvent event) {
        Grip now = grip;
        if (now == null || (!moving.get() && Math.abs(event.getX() - now.at) < DRAGGED)) {
            return;
        }
        moving.set(true);
        hand = event.getX();
        following.start();
        event.consume();
    }

    /** Once a frame, however often the hand is heard of. */
    private void follow() {
        Grip now = grip;
        following.stop();
        if (now == null) {
            return;
        }
        long shift = Math.round(axis.seconds(hand) - axis.seconds(now.at));
        switch (now.what) {
            case BEGINNING -> moveBeginning(nearest(now.low + shift));
            case END -> moveEnd(nearest(now.high + shift));
            case RANGE -> {
                long length = now.high - now.low;
                long from = Math.clamp(nearest(now.low + shift), begin, finish - length);
                range.set(range.get().between(beginning(from), end(from + length)));
            }
            case NOTHING -> another(axis.seconds(now.at), axis.seconds(hand));
        }
    }

    /** Another range, from one instant to another, either first. */
    private void another(double one, double other) {
        long from = Math.floorDiv((long) Math.min(one, other), unit()) * unit();
        long until = Math.ceilDiv((long) Math.ceil(Math.max(one, other)), unit()) * unit();
        range.set(range.get().between(beginning(from), end(Math.max(until, from + unit()))));
    }

    private void release() {
        boolean moved = moving.get();
        if (moved) {
            follow();
        }
        grip = null;
        moving.set(false);
        if (moved) {
            draw();
        }
    }

    private long nearest(long seconds) {
        return Math.round((double) seconds / unit()) * unit();
    }

    /** No nearer to the end than a unit; the end stays. */
    private void moveBeginning(long seconds) {
        range.set(range.get()
                .between(
                        beginning(Math.min(seconds, high() - unit())),
                        range.get().until()));
    }

    private void moveEnd(long seconds) {
        range.set(range.get().between(range.get().from(), end(Math.max(seconds, low() + unit()))));
    }

    /** Before all claims it is none. */
    private Optional<Instant> beginning(long seconds) {
        return seconds > histogram.from() ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    /** After all claims it is none. */
    private Optional<Instant> end(long seconds) {
        return seconds < histogram.to() ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    /** A key on a handle that stands at some time. */
    private void key(KeyEvent event, long at, java.util.function.LongConsumer move) {
        long step = step() * (event.isShiftDown() ? LEAP : 1);
        LongUnaryOperator there = switch (event.getCode()) {
            case LEFT -> now -> now - step;
            case RIGHT -> now -> now + step;
            case HOME -> now -> begin;
            case END -> now -> finish;
            default -> now -> now;
        };
        if (event.getCode() == KeyCode.ESCAPE && range.get().isBounded()) {
            range.set(range.get().between(Optional.empty(), Optional.empty()));
            event.consume();
        } else if (there.applyAsLong(at) != at) {
            move.accept(there.applyAsLong(at));
            event.consume();
        }
    }

    /** Of a key: a day, a week, or a month of thirty days. */
    private long step() {
        long days = (histogram.to() - histogram.from()) / DAY;
        return days <= 3 ? HOUR : days < 400 ? DAY : days < 3_000 ? 7 * DAY : 30 * DAY;
    }

    /** One end of the range. */
    private final class Handle extends Region {
        private final Part part;
        private String said = "";

        Handle(Part part, String id) {
            this.part = part;
            setId(id);
            getStyleClass().add("time-handle");
            setCursor(Cursor.H_RESIZE);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.SLIDER);
        }

        private void say(String words) {
            if (!words.equals(said)) {
                said = words;
                setAccessibleText(words);
                notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            }
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case VALUE -> (double) (part == Part.BEGINNING ? low() : high());
                case MIN_VALUE -> (double) begin;
                case MAX_VALUE -> (double) finish;
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
