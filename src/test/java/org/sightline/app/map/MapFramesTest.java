package org.sightline.app.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.geo.MapProjection;
import org.sightline.geo.Position;
import org.sightline.jobs.Jobs;
import org.sightline.map.MapContent;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Frames whose jobs end in an order of the test's choosing: names may be loaded at any moment. */
@ExtendWith(ApplicationExtension.class)
class MapFramesTest {
    private static final MapView HERE = new MapView(MapProjection.webMercator(), 0, 0, 5_000, 200, 150);
    private static final MapView THERE = HERE.centredOn(new Position(52, 30));

    private final HeldJobs jobs = new HeldJobs();
    private final MapFrames frames = new MapFrames(jobs, HERE, failure -> {});

    /** Keeps what it is given until it is told to run it. */
    private static final class HeldJobs implements Jobs {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> CompletableFuture<T> start(String name, Work<T> work) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public <T> CompletableFuture<T> quietly(Callable<T> work) {
            CompletableFuture<T> result = new CompletableFuture<>();
            waiting.add(() -> {
                try {
                    result.complete(work.call());
                } catch (Exception e) {
                    result.completeExceptionally(e);
                }
            });
            return result;
        }

        @Override
        public void onChange(Consumer<List<Job>> listener) {}

        @Override
        public void close() {}

        void runFirst() {
            waiting.removeFirst().run();
        }

        void runLast() {
            waiting.removeLast().run();
        }
    }

    private static MapFrames.Wish wish(MapView view) {
        return new MapFrames.Wish(view, MapContent.of(List.of()), List.of(), 0, MapTheme.LIGHT, Optional.empty(), 1);
    }

    private static void onWindow(Runnable script) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(script));
    }

    private double centre() {
        return frames.frame().view().centreX();
    }

    @Test
    void namesThatComeDuringTheFirstPaintingArePaintedAfterIt() {
        onWindow(() -> {
            frames.show(wish(HERE));
            jobs.runFirst(); // the names
            jobs.runFirst(); // the painting, begun without them
            assertFalse(frames.settled());
            jobs.runFirst();
            assertTrue(frames.settled());
            assertTrue(jobs.waiting.isEmpty());
        });
    }

    @Test
    void namesThatComeWhileTheMapIsMovedDoNotMoveItBack() {
        onWindow(() -> {
            frames.show(wish(HERE));
            jobs.runLast(); // painted without names
            assertTrue(frames.drawn());
            assertFalse(frames.settled());
            frames.show(wish(THERE));
            jobs.runFirst(); // the names
            jobs.runFirst(); // the painting of the other view
            jobs.runFirst(); // that view with its names
            assertTrue(frames.settled());
            assertEquals(THERE.centreX(), centre(), 1e-6);
            assertTrue(jobs.waiting.isEmpty());
        });
    }

    @Test
    void namesThatAreThereAlreadyAreInTheFirstFrame() {
        onWindow(() -> {
            frames.show(wish(HERE));
            jobs.runFirst();
            jobs.runFirst();
            jobs.runFirst();
            frames.show(wish(THERE));
            assertEquals(1, jobs.waiting.size());
            jobs.runFirst();
            assertTrue(frames.settled());
        });
    }

    @Test
    void aMapThatIsDraggedALittleIsPaintedWhenItRests() {
        onWindow(() -> {
            settle();
            frames.show(wish(HERE.panned(20, 10)));
            frames.show(wish(HERE.panned(40, 20)));
            assertEquals(1, jobs.waiting.size(), "the wait alone");
            assertFalse(frames.drawn());
            jobs.runFirst(); // the wait
            jobs.runFirst();
            assertTrue(frames.settled());
            assertEquals(HERE.panned(40, 20).centreX(), centre(), 1e-6);
            assertTrue(jobs.waiting.isEmpty());
        });
    }

    @Test
    void aMapThatIsDraggedToTheEdgeOfItsFrameIsPaintedAtOnce() {
        onWindow(() -> {
            settle();
            frames.show(wish(HERE.panned(MapFrames.MARGIN - 10, 0)));
            assertEquals(1, jobs.waiting.size());
        });
    }

    @Test
    void aMapThatIsDraggedBackNeedsNoPainting() {
        onWindow(() -> {
            settle();
            frames.show(wish(HERE.panned(20, 10)));
            frames.show(wish(HERE));
            assertTrue(frames.settled());
            jobs.runFirst(); // the wait
            assertTrue(jobs.waiting.isEmpty());
        });
    }

    private void settle() {
        frames.show(wish(HERE));
        jobs.runFirst();
        jobs.runFirst();
        jobs.runFirst();
        assertTrue(frames.settled());
    }
}
