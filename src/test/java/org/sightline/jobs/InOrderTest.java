package org.sightline.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
    @Test
    void whatIsMadeComesInTheOrderOfTheThings() {
        Iterator<Integer> things = IntStream.range(0, 10_007).iterator();
        List<Integer> seen = new ArrayList<>();
        try (InOrder<Integer, List<Integer>> made = new InOrder<>("test", 10, things, batch -> {
            if (batch.getFirst() % 40 == 0) {
                LockSupport.parkNanos(300_000); // the next batch is ready first
            }
            return batch;
        })) {
            made.forEachRemaining(batch -> {
                assertTrue(batch.size() == 10 || batch.getLast() == 10_006, batch.toString());
                seen.addAll(batch);
            });
            assertThrows(NoSuchElementException.class, made::next);
        }
        assertEquals(IntStream.range(0, 10_007).boxed().toList(), seen);
    }

    @Test
    void nothingIsMadeOfNothing() {
        try (InOrder<Integer, Integer> made =
                new InOrder<>("test", 10, List.<Integer>of().iterator(), List::size)) {
            assertThrows(NoSuchElementException.class, made::next);
        }
    }

    @Test
    void aFailureComesAfterWhatWasMadeBeforeIt() {
        AtomicInteger last = new AtomicInteger();
        Iterator<Integer> things = IntStream.range(0, 1_000).iterator();
        try (InOrder<Integer, Integer> made = new InOrder<>("test", 1, things, batch -> {
            if (batch.getFirst() == 700) {
                throw new IllegalStateException("broken");
            }
            return batch.getFirst();
        })) {
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> made.forEachRemaining(last::set));
            assertEquals("broken", e.getMessage());
        }
        assertEquals(699, last.get());
    }

    @Test
    void aFailureOfTheThingsIsThrown() {
        Iterator<Integer> things = IntStream.range(0, 1_000)
                .map(i -> {
                    if (i == 700) {
                        throw new IllegalStateException("unreadable");
                    }
                    return i;
                })
                .iterator();
        try (InOrder<Integer, Integer> made = new InOrder<>("test", 1, things, List::size)) {
            assertEquals(
                    "unreadable",
                    assertThrows(IllegalStateException.class, () -> made.forEachRemaining(i -> {}))
                            .getMessage());
        }
    }

    @Test
    void fewBatchesWait() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Integer> endless = IntStream.generate(taken::incrementAndGet).iterator();
        try (InOrder<Integer, Integer> made = new InOrder<>("test", 5, endless, List::getFirst)) {
            assertEquals(1, made.next());
            assertTrue(taken.get() <= 5 * 6, () -> taken + " were taken");
        }
    }

    @Test
    void closingEndsWorkThatIsUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger atWork = new AtomicInteger();
        Iterator<Integer> endless = IntStream.generate(() -> 1).iterator();
        try (InOrder<Integer, Integer> made = new InOrder<>("test", 1, endless, batch -> {
            atWork.incrementAndGet();
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return atWork.decrementAndGet();
        })) {
            assertTrue(made.hasNext());
            begun.await();
        }
        assertEquals(0, atWork.get());
    }
}
