package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.briefing.Galley.Entry;
import org.sightline.briefing.Galley.Strip;

class GalleyTest {
    private final List<String> put = new ArrayList<>();
    private final List<Rectangle2D> columns =
            List.of(new Rectangle2D.Double(0, 0, 100, 100), new Rectangle2D.Double(120, 0, 100, 100));
    private final Galley galley = new Galley(columns, 0, Page::new);

    @Test
    void tiedStripsGoToTheNextColumnTogether() {
        galley.pour(entry(strip("a", 70, false)));
        galley.pour(entry(strip("b", 20, true), strip("c", 20, false)));
        assertEquals(List.of("a 0 0", "b 120 0", "c 120 20"), put);
    }

    @Test
    void anEntryThatGoesOnSaysSo() {
        galley.pour(entry(strip("a", 60, false), strip("b", 60, false)));
        assertEquals(List.of("a 0 0", "continued 120 0", "b 120 10"), put);
    }

    @Test
    void aGroupTallerThanAColumnIsBrokenAndNotCut() {
        galley.pour(entry(strip("a", 60, true), strip("b", 60, true), strip("c", 60, false)));
        assertEquals(List.of("a 0 0", "b 120 0", "c 0 0"), put);
        assertEquals(2, galley.pages().size());
    }

    @Test
    void theGapAboveAnEntryIsLeftOutAtTheTopOfAColumn() {
        galley.pour(entry(strip("a", 100, false)));
        galley.pour(entry(strip("b", 50, false)));
        galley.pour(entry(strip("c", 20, false)));
        assertEquals(List.of("a 0 0", "b 120 0", "before 120 50", "c 120 55"), put);
    }

    @Test
    void nothingReachesBelowItsColumn() {
        for (int i = 0; i < 200; i++) {
            galley.pour(entry(strip("x" + i, 7 + i % 31, i % 3 == 0), strip("y" + i, 5 + i % 17, false)));
        }
        assertTrue(lowest <= 100, "reached " + lowest);
    }

    private double lowest;

    private Entry entry(Strip... strips) {
        return new Entry(strip("before", 5, true), List.of(strips), strip("continued", 10, true));
    }

    private Strip strip(String name, double height, boolean tied) {
        return new Strip(height, tied, (page, x, top) -> {
            put.add(name + " " + Math.round(x) + " " + Math.round(top));
            lowest = Math.max(lowest, top + height);
        });
    }
}
