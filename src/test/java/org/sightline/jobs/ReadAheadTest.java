package org.sightline.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    @Test
    void everythingComesInOrder() {
        List<Integer> all = IntStream.range(0, 10_000).boxed().toList();
        List<Integer> read = new ArrayList<>();
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", all.iterator())) {
            ahead.forEachRemaining(read::add);
        }
        assertEquals(all, read);
    }

    @Test
    void aFailureComesAfterWhatWasReadBeforeIt() {
        Iterator<Integer> failing = IntStream.range(0, 1_000)
                .map(i -> {
                    if (i == 700) {
                        throw new IllegalStateException("broken");
                    }
                    return i;
                })
                .iterator();
        AtomicInteger read = new AtomicInteger();
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", failing)) {
            assertThrows(IllegalStateException.class, () -> ahead.forEachRemaining(i -> read.set(i)));
        }
        assertEquals(699, read.get());
    }

    @Test
    void closingStopsAReaderThatHasNoEnd() {
        AtomicInteger made = new AtomicInteger();
        Iterator<Integer> endless = IntStream.generate(made::incrementAndGet).iterator();
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", endless)) {
            assertTrue(ahead.hasNext());
        }
        int after = made.get();
        assertFalse(after == 0);
        assertEquals(after, made.get(), "nothing is read after closing");
    }

    @Test
    void fewHeavyThingsWait() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        Iterator<Integer> endless = IntStream.generate(made::incrementAndGet).iterator();
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", endless, thing -> 50, 100)) {
            assertTrue(ahead.hasNext());
            for (int wait = 0; wait < 500 && made.get() < 10; wait++) {
                Thread.sleep(10);
            }
            Thread.sleep(50);
            assertTrue(made.get() >= 10 && made.get() <= 13, () -> made + " were made"); // two in each of six batches
            assertEquals(1, ahead.next());
            assertEquals(2, ahead.next());
        }
    }
}
