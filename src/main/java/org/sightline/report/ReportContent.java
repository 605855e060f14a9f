package org.sightline.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sightline.analysis.Dossier.Citation;
import org.sightline.claim.Claim;
import org.sightline.source.Source;

/**
 * What a report tells. Immutable.
 *
 * @param lastChange of the board; told as its date, so that the same board gives the same bytes
 * @param journalHash SHA-256 of the last line of the board's journal, where that is known
 * @param entries the claims in order
 * @param map how they are shown
 */
public record ReportContent(
        String title, Optional<Instant> lastChange, Optional<String> journalHash, List<Entry> entries, ReportMap map) {
    public ReportContent {
        entries = List.copyOf(entries);
    }

    /** @param independentRoots behind the claim and those that support it */
    public record Entry(Claim claim, List<Cited> quotes, int independentRoots) {
        public Entry {
            quotes = List.copyOf(quotes);
        }

        boolean orphaned() {
            return quotes.stream().anyMatch(cited -> !cited.citation().intact());
        }
    }

    /** @param chain from the source that was read to the root of the words */
    public record Cited(Citation citation, List<Source> chain) {
        public Cited {
            chain = List.copyOf(chain);
        }
    }

    List<Claim> claims() {
        return entries.stream().map(Entry::claim).toList();
    }

    /** How many quotes are no longer where they were marked. */
    long orphaned() {
        return entries.stream()
                .flatMap(entry -> entry.quotes().stream())
                .filter(cited -> !cited.citation().intact())
                .count();
    }
}
