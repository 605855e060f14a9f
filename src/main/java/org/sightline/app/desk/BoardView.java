package org.sightline.app.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sightline.analysis.Corroboration;
import org.sightline.analysis.Dossier;
import org.sightline.board.Board;
import org.sightline.board.BoardInfo;
import org.sightline.board.ClaimQuery;
import org.sightline.board.JournalEntry;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * A board as the window shows it, read whole from one snapshot. Immutable, safe for any thread; texts and bytes of
 * captures stay in the board.
 *
 * @param file the board's file
 * @param readOnlyReason why it cannot be written, in one sentence
 * @param captures oldest first, by source
 * @param claims those not in the trash, by id
 * @param trash those in the trash, by id
 * @param roots independent roots, by claim
 * @param quoted the quotes of claims not in the trash, by capture, in the order of the text
 * @param journal newest first
 */
public record BoardView(
        Path file,
        BoardInfo info,
        Optional<String> readOnlyReason,
        List<Source> sources,
        Map<UUID, List<Capture>> captures,
        List<Claim> claims,
        List<Claim> trash,
        List<Relation> relations,
        Corroboration corroboration,
        Map<UUID, Integer> roots,
        Map<UUID, List<Quoted>> quoted,
        List<JournalEntry> journal,
        Optional<JournalEntry> nextUndo,
        Optional<JournalEntry> nextRedo,
        Index index) {

    /** A quote and the claim it backs. */
    public record Quoted(Claim claim, Quote quote) {}

    /** Look-up by identity. */
    public record Index(Map<UUID, Claim> claims, Map<UUID, Source> sources, Map<UUID, Capture> captures) {}

    /** The lines of the journal that are shown. */
    private static final int JOURNAL_LINES = 2_000;

    /** Reads a board; not on the window's thread. */
    public static BoardView read(Board board) {
        try (Snapshot snapshot = board.snapshot()) {
            List<Source> sources = snapshot.sources();
            Map<UUID, List<Capture>> captures = new HashMap<>();
            sources.forEach(source -> captures.put(source.uuid(), snapshot.captures(source.uuid())));
            List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
            List<Relation> relations = snapshot.relations();
            List<Capture> allCaptures =
                    captures.values().stream().flatMap(List::stream).toList();
            Corroboration corroboration = new Corroboration(sources, allCaptures, claims, relations);
            return new BoardView(
                    board.file(),
                    snapshot.info(),
                    board.readOnlyReason(),
                    sources,
                    Map.copyOf(captures),
                    claims,
                    snapshot.claims(ClaimQuery.ALL.inTrash(true)),
                    relations,
                    corroboration,
                    countRoots(claims, corroboration),
                    quotesByCapture(claims),
                    board.log(JOURNAL_LINES),
                    board.nextUndo(),
                    board.nextRedo(),
                    index(claims, sources, allCaptures));
        }
    }

    public Optional<Claim> claim(UUID uuid) {
        return Optional.ofNullable(index.claims().get(uuid));
    }

    public Optional<Claim> claim(long id) {
        return claims.stream().filter(claim -> claim.id() == id).findFirst();
    }

    public Optional<Source> source(UUID uuid) {
        return Optional.ofNullable(index.sources().get(uuid));
    }

    public Optional<Capture> capture(UUID uuid) {
        return Optional.ofNullable(index.captures().get(uuid));
    }

    /** The newest capture of a source. */
    public Optional<Capture> newestCapture(UUID source) {
        List<Capture> all = captures.getOrDefault(source, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The source a quote was read in. */
    public Optional<Source> sourceOf(Quote quote) {
        return capture(quote.capture()).flatMap(capture -> source(capture.source()));
    }

    public int independentRoots(Claim claim) {
        return roots.getOrDefault(claim.uuid(), 0);
    }

    /** Some claims with all that is needed to trace them; reads texts, so not on the window's thread. */
    public Dossier dossier(List<Claim> shown, Snapshot snapshot) {
        return Dossier.gather(
                info.title(),
                info.lastChange(),
                shown,
                claims,
                relations,
                sources,
                List.copyOf(index.captures().values()),
                snapshot::text);
    }

    /** The quotes from any capture of a source. */
    public List<Quoted> quotedFrom(Source source) {
        return captures.getOrDefault(source.uuid(), List.of()).stream()
                .flatMap(capture -> quoted.getOrDefault(capture.uuid(), List.of()).stream())
                .toList();
    }

    private static Map<UUID, Integer> countRoots(List<Claim> claims, Corroboration corroboration) {
        Map<UUID, Integer> counts = new HashMap<>();
        claims.forEach(claim ->
                counts.put(claim.uuid(), corroboration.roots(claim.uuid()).size()));
        return counts;
    }

    private static Map<UUID, List<Quoted>> quotesByCapture(List<Claim> claims) {
        Map<UUID, List<Quoted>> all = new HashMap<>();
        for (Claim claim : claims) {
            for (Quote quote : claim.quotes()) {
                all.computeIfAbsent(quote.capture(), capture -> new ArrayList<>())
                        .add(new Quoted(claim, quote));
            }
        }
        all.values()
                .forEach(list -> list.sort(java.util.Comparator.comparingInt(
                                (Quoted q) -> q.quote().start())
                        .thenComparingLong(q -> q.claim().id())));
        return all;
    }

    private static Index index(List<Claim> claims, List<Source> sources, List<Capture> captures) {
        Map<UUID, Claim> claimByUuid = new HashMap<>();
        claims.forEach(claim -> claimByUuid.put(claim.uuid(), claim));
        Map<UUID, Source> sourceByUuid = new HashMap<>();
        sources.forEach(source -> sourceByUuid.put(source.uuid(), source));
        Map<UUID, Capture> captureByUuid = new HashMap<>();
        captures.forEach(capture -> captureByUuid.put(capture.uuid(), capture));
        return new Index(claimByUuid, sourceByUuid, captureByUuid);
    }
}
