package org.sightline.app.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.sightline.analysis.Corroboration;
import org.sightline.analysis.Dossier;
import org.sightline.board.BoardInfo;
import org.sightline.board.JournalEntry;
import org.sightline.board.Layer;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * A board as the window shows it. What it holds of claims is complete for a small board and {@linkplain #lean() lean} for
 * a large one; texts and bytes of captures stay in the board. Immutable.
 *
 * <p>Thread rule: questions about claims on the window's thread, the rest on any.
 *
 * @param file the board's file
 * @param readOnlyReason why it cannot be written, in one sentence
 * @param captures oldest first, by source
 * @param trash claims in the trash, by id; of a large board at most two thousand
 * @param layers what is laid over the map, the lowest first
 * @param corroboration knows all sources and relations, and all claims of a small board
 * @param journal newest first
 */
public record BoardView(
        Path file,
        BoardInfo info,
        Optional<String> readOnlyReason,
        List<Source> sources,
        Map<UUID, List<Capture>> captures,
        List<Claim> trash,
        List<Relation> relations,
        List<Layer> layers,
        Corroboration corroboration,
        List<JournalEntry> journal,
        Optional<JournalEntry> nextUndo,
        Optional<JournalEntry> nextRedo,
        Index index,
        ClaimStock stock) {

    /** A quote and the claim it backs. */
    public record Quoted(Claim claim, Quote quote) {}

    /** Look-up by identity. */
    public record Index(Map<UUID, Source> sources, Map<UUID, Capture> captures) {}

    /** Whether the board is so large that only what is in sight is at hand. */
    public boolean lean() {
        return stock instanceof LeanStock;
    }

    /** Whether all is at hand that there is to be; false while the rest of a large board is being read. */
    public boolean complete() {
        return !(stock instanceof LeanStock lean) || lean.filled() == LeanStock.Filled.ALL;
    }

    /** Whether every claim is there, though sources may still be on their way. */
    public boolean holdsAllClaims() {
        return !(stock instanceof LeanStock lean) || lean.filled() != LeanStock.Filled.PART;
    }

    /** The same with other claims at hand. */
    BoardView with(ClaimStock other) {
        return new BoardView(
                file,
                info,
                readOnlyReason,
                sources,
                captures,
                trash,
                relations,
                layers,
                corroboration,
                journal,
                nextUndo,
                nextRedo,
                index,
                other);
    }

    /** Those not in the trash, by id; {@link LeanClaims} where the view is lean. */
    public List<Claim> claims() {
        return stock.list();
    }

    /** Empty also when the claim is not at hand yet; then it is on its way. */
    public Optional<Claim> claim(UUID uuid) {
        return stock.claim(uuid);
    }

    /** Whether the board has a claim that is not in the trash. */
    public boolean holdsClaim(UUID uuid) {
        return stock.holds(uuid);
    }

    /** The same by number. */
    public Optional<Claim> claim(long id) {
        return stock.claim(id);
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

    /** Empty when they are not at hand yet. */
    public OptionalInt independentRoots(Claim claim) {
        return complete() ? stock.roots(claim) : OptionalInt.empty();
    }

    /** The quotes of claims that are not in the trash from a capture, in the order of the text. */
    public Optional<List<Quoted>> quoted(UUID capture) {
        return stock.quoted(capture);
    }

    /** How many claims quote a source. */
    public OptionalLong claimsQuoting(Source source) {
        return stock.quoting(
                source,
                captures.getOrDefault(source.uuid(), List.of()).stream()
                        .map(Capture::uuid)
                        .toList());
    }

    /** Some claims with all that is needed to trace them; reads the board, so not on the window's thread. */
    public Dossier dossier(List<Claim> shown, Snapshot snapshot) {
        Dossier dossier = Dossier.gather(
                info.title(),
                info.lastChange(),
                shown,
                lean() ? withSupporters(shown, snapshot) : stock.list(),
                relations,
                sources,
                List.copyOf(index.captures().values()),
                snapshot::text);
        return dossier.withJournalHash(info.journalHash());
    }

    /** Claims and those that support them: all that corroboration asks for. */
    private List<Claim> withSupporters(List<Claim> shown, Snapshot snapshot) {
        Set<UUID> supporters = new LinkedHashSet<>();
        shown.forEach(claim -> supporters.addAll(corroboration.supporters(claim.uuid())));
        Set<UUID> already = new HashSet<>();
        shown.forEach(claim -> already.add(claim.uuid()));
        supporters.removeAll(already);
        List<Claim> all = new ArrayList<>(shown);
        all.addAll(snapshot.slices().claimsOf(supporters));
        return all;
    }

    static Index index(List<Source> sources, List<Capture> captures) {
        Map<UUID, Source> sourceByUuid = new HashMap<>();
        sources.forEach(source -> sourceByUuid.put(source.uuid(), source));
        Map<UUID, Capture> captureByUuid = new HashMap<>();
        captures.forEach(capture -> captureByUuid.put(capture.uuid(), capture));
        return new Index(sourceByUuid, captureByUuid);
    }
}
