package org.sightline.app.claims;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.claim.Claim;
import org.sightline.claim.When;

/** Which claims a time line shows, and in what order. */
class TimeOrderTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 500})
    void theEarliestComeFirstAndEqualOnesAsTheyStand(int most) {
        Random random = new Random(most);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Claim claim = Claim.draft("Claim " + i);
            boolean timed = random.nextInt(5) > 0;
            String day = String.format("2022-10-%02d", 1 + random.nextInt(28));
            claims.add(timed ? claim.withWhen(Optional.of(When.parse(day, Optional.empty()))) : claim);
        }
        int[] expected = IntStream.range(0, claims.size())
                .filter(i -> claims.get(i).when().isPresent())
                .boxed()
                .sorted(Comparator.comparing(
                        i -> claims.get(i).when().orElseThrow().earliest().orElseThrow()))
                .limit(most)
                .mapToInt(i -> i)
                .toArray();
        TimeOrder order = TimeOrder.of(claims, most);
        assertArrayEquals(expected, order.rows());
        assertEquals(claims.stream().filter(c -> c.when().isPresent()).count(), order.timed());
    }

    @Test
    void withoutATimeNothingIsShown() {
        assertEquals(0, TimeOrder.of(List.of(Claim.draft("A claim")), 5).rows().length);
    }
}
