package org.sightline.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came in, or what would have.
 *
 * @param claims new ones
 * @param unchanged claims that the board has already, just so
 * @param differing claims that the board has already, saying something else; it keeps what it has
 * @param sources new ones
 * @param uncited new claims whose source, for want of a quote, stands in their notes
 * @param unplaced new claims whose place is only named, in their notes
 * @param failed rows that could not be read
 * @param failures the first rows that could not be read, with the reason
 * @param kept where all of those rows are, each with the reason; empty when there are none
 */
public record Arrived(
        long claims,
        long unchanged,
        long differing,
        long sources,
        long uncited,
        long unplaced,
        long failed,
        List<String> failures,
        Optional<Path> kept) {
    public Arrived {
        failures = List.copyOf(failures);
    }
}
