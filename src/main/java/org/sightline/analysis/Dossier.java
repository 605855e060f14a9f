package org.sightline.analysis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Claims together with all that a reader needs to trace them: what a briefing prints and an export writes. Each quote
 * has been held against its capture's text. Immutable.
 *
 * @param lastChange of the board; printed as its date, so that the same board gives the same bytes
 * @param journalHash SHA-256 of the last line of the board's journal, where that is known
 * @param claims the ones to show, in order
 */
public record Dossier(
        String boardTitle,
        Optional<Instant> lastChange,
        Optional<String> journalHash,
        List<Claim> claims,
        Map<UUID, List<Citation>> citations,
        Map<UUID, Source> sources,
        Corroboration corroboration) {

    /**
     * A quote with where it comes from.
     *
     * @param intact whether the capture's text still holds the words at that place
     * @param byteStart offset in the UTF-8 form of the text; -1 when orphaned
     * @param byteEnd exclusive; -1 when orphaned
     */
    public record Citation(Quote quote, Source source, Capture capture, boolean intact, int byteStart, int byteEnd) {}

    /** The same, of a board whose journal ends with this hash. */
    public Dossier withJournalHash(Optional<String> hash) {
        return new Dossier(boardTitle, lastChange, hash, claims, citations, sources, corroboration);
    }

    /** The citations of a claim, in the order of its quotes. */
    public List<Citation> citations(Claim claim) {
        return citations.getOrDefault(claim.uuid(), List.of());
    }

    /** The number of independent roots behind a claim. */
    public int independentRoots(Claim claim) {
        return corroboration.roots(claim.uuid()).size();
    }

    /**
     * Gathers a dossier.
     *
     * @param shown the claims to show
     * @param all every claim of the board, for corroboration
     * @param textOf reads a capture's text; asked once for each capture that is quoted
     */
    public static Dossier gather(
            String boardTitle,
            Optional<Instant> lastChange,
            List<Claim> shown,
            List<Claim> all,
            List<Relation> relations,
            List<Source> sources,
            List<Capture> captures,
            Function<UUID, String> textOf) {
        Map<UUID, Source> sourceByUuid = new HashMap<>();
        sources.forEach(s -> sourceByUuid.put(s.uuid(), s));
        Map<UUID, Capture> captureByUuid = new HashMap<>();
        captures.forEach(c -> captureByUuid.put(c.uuid(), c));
        Map<UUID, String> texts = new HashMap<>();
        Map<UUID, List<Citation>> citations = new HashMap<>();
        for (Claim claim : shown) {
            List<Citation> cited = new ArrayList<>();
            for (Quote quote : claim.quotes()) {
                Capture capture = captureByUuid.get(quote.capture());
                Source source = capture == null ? null : sourceByUuid.get(capture.source());
                if (capture != null && source != null) {
                    cited.add(cite(quote, source, capture, texts.computeIfAbsent(capture.uuid(), textOf)));
                }
            }
            citations.put(claim.uuid(), List.copyOf(cited));
        }
        return new Dossier(
                boardTitle,
                lastChange,
                Optional.empty(),
                List.copyOf(shown),
                Map.copyOf(citations),
                Map.copyOf(sourceByUuid),
                new Corroboration(sources, captures, all, relations));
    }

    private static Citation cite(Quote quote, Source source, Capture capture, String text) {
        if (!quote.intactIn(text)) {
            return new Citation(quote, source, capture, false, -1, -1);
        }
        int start = utf8Length(text, 0, quote.start());
        return new Citation(quote, source, capture, true, start, start + utf8Length(text, quote.start(), quote.end()));
    }

    private static int utf8Length(String text, int from, int to) {
        return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }
}
