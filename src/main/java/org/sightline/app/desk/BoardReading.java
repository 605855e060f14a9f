package org.sightline.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.analysis.Corroboration;
import org.sightline.app.desk.LeanStock.Filled;
import org.sightline.app.desk.Shelf.Shelved;
import org.sightline.board.Board;
import org.sightline.board.BoardInfo;
import org.sightline.board.ClaimColumns;
import org.sightline.board.ClaimQuery;
import org.sightline.board.EntityChange;
import org.sightline.board.JournalEntry;
import org.sightline.board.Layer;
import org.sightline.board.Slices;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * Reads a board for the window: a small one whole, again after each change; of a large one the columns once, and after a
 * change what its journal lines name.
 *
 * <p>Thread rule: not on the window's thread; one thread at a time.
 */
final class BoardReading {
    private static final int JOURNAL_LINES = 2_000;
    private static final int MOST_NEW_LINES = 64;
    private static final int MOST_TOUCHED = 500;
    private static final int MOST_TRASH = 2_000;

    private final Board board;
    private final Shelf shelf;
    private final int whole;
    private @Nullable BoardView latest;

    /** @param whole up to so many claims a board is read whole */
    BoardReading(Board board, Shelf shelf, int whole) {
        this.whole = whole;
        this.board = board;
        this.shelf = shelf;
    }

    /**
     * A view, and what to do on the window's thread before it is shown.
     *
     * @param filled whether all is in it that there is to be
     */
    record Result(BoardView view, boolean filled, Runnable settle) {}

    /** What can be shown at once: a small board whole, of a large one the first claims. */
    Result begin() {
        return noted(first());
    }

    private Result noted(Result read) {
        latest = read.view();
        return read;
    }

    private Result first() {
        try (Snapshot snapshot = board.snapshot()) {
            Slices slices = snapshot.slices();
            if (slices.claimsAtMost(whole)) {
                return whole(snapshot);
            }
            ClaimColumns first = slices.columns((columns, share) -> false);
            BoardInfo info =
                    new BoardInfo(slices.title(), 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
            Content content = new Content(info, List.of(), Map.of(), List.of(), List.of(), snapshot.layers(), none());
            BoardView view = view(content, new LeanStock(first, shelf, Filled.PART), board.log(JOURNAL_LINES));
            return new Result(view, false, () -> {});
        }
    }

    /** All of a large board, with the columns as they grow. */
    Result rest(Slices.Filling filling) {
        return noted(filled(filling));
    }

    private Result filled(Slices.Filling filling) {
        try (Snapshot snapshot = board.snapshot()) {
            ClaimColumns columns = snapshot.slices().columns(filling);
            filling.soFar(columns, 1);
            List<Source> sources = snapshot.sources();
            Map<UUID, List<Capture>> captures = bySource(snapshot.captures());
            Content content = new Content(
                    snapshot.info(),
                    sources,
                    captures,
                    trash(snapshot),
                    snapshot.relations(),
                    snapshot.layers(),
                    corroboration(sources, captures, snapshot.relations()));
            BoardView view = view(content, new LeanStock(columns, shelf, Filled.ALL), board.log(JOURNAL_LINES));
            return new Result(view, true, () -> shelf.changed(content.corroboration(), List.of(), List.of(), true));
        }
    }

    /** With more columns, as they are read. @param all whether these are all */
    BoardView growing(BoardView before, ClaimColumns columns, boolean all) {
        return before.with(new LeanStock(columns, shelf, all ? Filled.CLAIMS : Filled.PART));
    }

    /** The board after something was done to it. */
    Result after() {
        return noted(after(Objects.requireNonNull(latest)));
    }

    private Result after(BoardView before) {
        if (!before.lean()) {
            try (Snapshot snapshot = board.snapshot()) {
                if (snapshot.slices().claimsAtMost(whole)) {
                    return whole(snapshot);
                }
            }
            return anew();
        }
        long known = before.journal().stream()
                .findFirst()
                .map(JournalEntry::sequence)
                .orElse(0L);
        List<JournalEntry> fresh = board.log(MOST_NEW_LINES).stream()
                .filter(entry -> entry.sequence() > known)
                .toList();
        try (Snapshot snapshot = board.snapshot()) {
            long touched = fresh.stream()
                    .mapToLong(entry -> snapshot.slices().images(entry.sequence()))
                    .sum();
            if (fresh.size() < MOST_NEW_LINES && touched <= MOST_TOUCHED) {
                return patched(before, fresh, snapshot);
            }
        }
        return anew();
    }

    /** After an act that touched so much that all is read again. */
    private Result anew() {
        Result all = filled((columns, share) -> true);
        return new Result(all.view(), true, () -> {
            shelf.clear();
            all.settle().run();
        });
    }

    private Result whole(Snapshot snapshot) {
        List<Source> sources = snapshot.sources();
        Map<UUID, List<Capture>> captures = bySource(snapshot.captures());
        List<Claim> claims = snapshot.claims(ClaimQuery.ALL);
        List<Relation> relations = snapshot.relations();
        Corroboration corroboration = new Corroboration(sources, all(captures), claims, relations);
        Content content = new Content(
                snapshot.info(),
                sources,
                captures,
                snapshot.claims(ClaimQuery.ALL.inTrash(true)),
                relations,
                snapshot.layers(),
                corroboration);
        BoardView view = view(content, new WholeClaims(claims, corroboration), board.log(JOURNAL_LINES));
        return new Result(view, true, () -> {});
    }

    /** What there is beside claims and journal. */
    private record Content(
            BoardInfo info,
            List<Source> sources,
            Map<UUID, List<Capture>> captures,
            List<Claim> trash,
            List<Relation> relations,
            List<Layer> layers,
            Corroboration corroboration) {}

    private BoardView view(Content content, ClaimStock stock, List<JournalEntry> journal) {
        return new BoardView(
                board.file(),
                content.info(),
                board.readOnlyReason(),
                content.sources(),
                content.captures(),
                content.trash(),
                content.relations(),
                content.layers(),
                content.corroboration(),
                journal,
                board.nextUndo(),
                board.nextRedo(),
                BoardView.index(content.sources(), all(content.captures())),
                stock);
    }

    private static List<Capture> all(Map<UUID, List<Capture>> captures) {
        return captures.values().stream().flatMap(List::stream).toList();
    }

    private static Map<UUID, List<Capture>> bySource(List<Capture> captures) {
        Map<UUID, List<Capture>> bySource = new HashMap<>();
        captures.forEach(capture -> bySource.computeIfAbsent(capture.source(), source -> new ArrayList<>(1))
                .add(capture));
        return Map.copyOf(bySource);
    }

    private static Corroboration none() {
        return new Corroboration(List.of(), List.of(), List.of(), List.of());
    }

    private static Corroboration corroboration(
            List<Source> sources, Map<UUID, List<Capture>> captures, List<Relation> relations) {
        return new Corroboration(sources, all(captures), List.of(), relations);
    }

    private static List<Claim> trash(Snapshot snapshot) {
        return snapshot.claims(ClaimQuery.ALL.inTrash(true).limitedTo(MOST_TRASH));
    }

    /** What journal lines touched, by identity. */
    private static final class Touched {
        private final Set<UUID> claims = new HashSet<>();
        private final Set<UUID> sources = new HashSet<>();
        private boolean relations;
        private boolean layers;
        private boolean title;

        void add(EntityChange change, BoardView before, Snapshot snapshot) {
            UUID uuid = UUID.fromString(change.uuid());
            switch (change.entity()) {
                case "claim" -> claims.add(uuid);
                case "source" -> sources.add(uuid);
                case "capture" ->
                    snapshot.capture(uuid)
                            .or(() -> before.capture(uuid))
                            .map(Capture::source)
                            .ifPresent(sources::add);
                case "relation" -> relations = true;
                case "layer" -> layers = true;
                default -> title = true;
            }
        }
    }

    private Result patched(BoardView before, List<JournalEntry> fresh, Snapshot snapshot) {
        Touched touched = new Touched();
        fresh.forEach(
                entry -> snapshot.images(entry.sequence()).forEach(change -> touched.add(change, before, snapshot)));
        Slices slices = snapshot.slices();
        LeanStock stock = (LeanStock) before.stock();
        ClaimColumns changed = slices.columns(touched.claims);
        Set<UUID> gone = new HashSet<>(touched.claims);
        for (int row = 0; row < changed.size(); row++) {
            gone.remove(changed.uuid(row));
        }
        ClaimColumns columns = touched.claims.isEmpty()
                ? stock.list().columns()
                : stock.list().columns().with(changed, List.copyOf(gone));
        boolean trashed =
                !gone.isEmpty() || before.trash().stream().anyMatch(claim -> touched.claims.contains(claim.uuid()));
        boolean sourcesTouched = !touched.sources.isEmpty();
        List<Source> sources = sourcesTouched ? sources(before, touched.sources, snapshot) : before.sources();
        Map<UUID, List<Capture>> captures =
                sourcesTouched ? captures(before, touched.sources, snapshot) : before.captures();
        List<Relation> relations = touched.relations || trashed ? snapshot.relations() : before.relations();
        Corroboration corroboration = sourcesTouched || touched.relations
                ? corroboration(sources, captures, relations)
                : before.corroboration();
        List<Claim> claims = slices.claimsOf(touched.claims).stream()
                .filter(claim -> !claim.isRemoved())
                .toList();
        List<Shelved> shelved = Shelf.shelved(slices, corroboration, claims);
        List<Long> supported = relations.stream()
                .filter(relation -> touched.claims.contains(relation.from()))
                .map(relation -> columns.rowOf(relation.to()))
                .filter(row -> row >= 0)
                .map(columns::id)
                .toList();
        BoardView view = new BoardView(
                before.file(),
                info(
                        before.info(),
                        touched.title ? slices.title() : before.info().title(),
                        fresh),
                board.readOnlyReason(),
                sources,
                captures,
                trashed ? trash(snapshot) : before.trash(),
                relations,
                touched.layers ? snapshot.layers() : before.layers(),
                corroboration,
                Stream.concat(fresh.stream(), before.journal().stream())
                        .limit(JOURNAL_LINES)
                        .toList(),
                board.nextUndo(),
                board.nextRedo(),
                sourcesTouched ? BoardView.index(sources, all(captures)) : before.index(),
                new LeanStock(columns, shelf, stock.filled()));
        boolean all = touched.relations || sourcesTouched;
        return new Result(view, true, () -> shelf.changed(corroboration, shelved, supported, all));
    }

    private static BoardInfo info(BoardInfo before, String title, List<JournalEntry> fresh) {
        return new BoardInfo(
                title,
                before.schemaVersion(),
                before.sources(),
                before.captures(),
                before.claims(),
                before.trashed(),
                before.quotes(),
                before.relations(),
                before.changes() + fresh.size(),
                before.bytes(),
                fresh.stream().findFirst().map(JournalEntry::at).or(before::lastChange),
                fresh.stream().findFirst().map(JournalEntry::hash).or(before::journalHash));
    }

    private static List<Source> sources(BoardView before, Set<UUID> touched, Snapshot snapshot) {
        Set<UUID> trashed = new HashSet<>();
        snapshot.trashedSources().forEach(source -> trashed.add(source.uuid()));
        return Stream.concat(
                        before.sources().stream().filter(source -> !touched.contains(source.uuid())),
                        touched.stream()
                                .filter(uuid -> !trashed.contains(uuid))
                                .flatMap(uuid -> snapshot.source(uuid).stream()))
                .sorted(Comparator.comparingLong(Source::id))
                .toList();
    }

    private static Map<UUID, List<Capture>> captures(BoardView before, Set<UUID> touched, Snapshot snapshot) {
        Map<UUID, List<Capture>> captures = new HashMap<>(before.captures());
        for (UUID source : touched) {
            captures.put(source, snapshot.captures(source));
        }
        return Map.copyOf(captures);
    }
}
