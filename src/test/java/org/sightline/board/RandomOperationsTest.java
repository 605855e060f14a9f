package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.claim.Claim;
import org.sightline.source.Quote;

/** A board does what a few maps in memory do, whatever the order of changes, undo, redo and reopening. */
class RandomOperationsTest {
    private static final int STEPS = 250;
    private static final String[] WORDS = {"танк", "tank", "rail", "Yelsk", "Ельск", "camp", "мост", "bridge", "Минск"};

    @TempDir
    Path folder;

    /** What the board should hold: statements, tags and quoted words by claim, and the same for the trash. */
    private record Model(Map<UUID, String> claims, Map<UUID, String> trash, Map<UUID, String> sources) {
        Model copy() {
            return new Model(new TreeMap<>(claims), new TreeMap<>(trash), new TreeMap<>(sources));
        }
    }

    private final Deque<Model> done = new ArrayDeque<>();
    private final Deque<Model> undone = new ArrayDeque<>();
    private final Map<UUID, Change.AddSource> added = new TreeMap<>();
    private Model model = new Model(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBoardDoesWhatAModelDoes(long seed) {
        Random random = new Random(seed);
        Path file = folder.resolve("board.gpkg");
        Board board = Board.create(file, "Rail");
        try {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(20) == 0) {
                    board.close();
                    board = Board.open(file, Board.Mode.WRITE);
                }
                act(board, random);
                if (step % 10 == 0) {
                    assertSame(board);
                }
            }
            assertSame(board);
            assertEquals(List.of(), board.verify().problems());
        } finally {
            board.close();
        }
    }

    private void act(Board board, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> addSource(board, random);
            case 1, 2 -> change(board, List.of(newClaim(random)));
            case 3 -> change(board, List.of(newClaim(random), newClaim(random), newClaim(random)));
            case 4 -> pick(model.claims(), random).ifPresent(uuid -> change(board, List.of(edit(board, uuid, random))));
            case 5 ->
                pick(model.claims(), random)
                        .ifPresent(uuid -> change(board, List.of(new Change.RemoveClaim(uuid, "because"))));
            case 6 ->
                pick(model.trash(), random).ifPresent(uuid -> change(board, List.of(new Change.RestoreClaim(uuid))));
            case 7 -> undo(board);
            default -> redo(board);
        }
    }

    private void undo(Board board) {
        assertEquals(!done.isEmpty(), board.undo().isPresent());
        if (!done.isEmpty()) {
            undone.push(model);
            model = done.pop();
        }
    }

    private void redo(Board board) {
        assertEquals(!undone.isEmpty(), board.redo().isPresent());
        if (!undone.isEmpty()) {
            done.push(model);
            model = undone.pop();
        }
    }

    private void addSource(Board board, Random random) {
        Change.AddSource add = Material.addSource("Source " + random.nextInt(), Material.TEXT + random.nextInt(5));
        added.put(add.source().uuid(), add);
        change(board, List.of(add));
    }

    private void change(Board board, List<Change> changes) {
        done.push(model);
        undone.clear();
        model = model.copy();
        changes.forEach(this::note);
        board.apply(changes.size() == 1 ? changes.getFirst() : new Change.Together("several", changes));
    }

    private void note(Change change) {
        switch (change) {
            case Change.AddSource add ->
                model.sources().put(add.source().uuid(), add.source().title());
            case Change.AddClaim add -> model.claims().put(add.claim().uuid(), shown(add.claim()));
            case Change.EditClaim edit -> model.claims().put(edit.claim().uuid(), shown(edit.claim()));
            case Change.RemoveClaim remove ->
                model.trash().put(remove.claim(), model.claims().remove(remove.claim()));
            case Change.RestoreClaim restore ->
                model.claims().put(restore.claim(), model.trash().remove(restore.claim()));
            default -> throw new IllegalArgumentException(change.toString());
        }
    }

    private Change newClaim(Random random) {
        return new Change.AddClaim(filled(Material.bare("new"), random));
    }

    private Change edit(Board board, UUID uuid, Random random) {
        try (Snapshot snapshot = board.snapshot()) {
            return new Change.EditClaim(filled(snapshot.claim(uuid).orElseThrow(), random));
        }
    }

    private Claim filled(Claim claim, Random random) {
        Claim stating = Material.stating(claim, words(random, 4));
        List<Quote> quotes = new ArrayList<>(claim.quotes());
        if (!quotes.isEmpty() && random.nextBoolean()) {
            quotes.remove(random.nextInt(quotes.size()));
        }
        pick(model.sources(), random).ifPresent(source -> quotes.add(random.nextInt(quotes.size() + 1), quote(source)));
        List<String> tags = random.nextBoolean() ? List.of() : List.of(words(random, 1), words(random, 1));
        Claim quoting = Material.quoting(stating, quotes, tags);
        return random.nextInt(3) == 0
                ? quoting
                : Material.at(quoting, random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90);
    }

    private Quote quote(UUID source) {
        Change.AddSource add = Optional.ofNullable(added.get(source)).orElseThrow();
        return Material.quote(add.capture(), add.content().text(), "Ельск");
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "));
    }

    private static Optional<UUID> pick(Map<UUID, String> from, Random random) {
        List<UUID> uuids = List.copyOf(from.keySet());
        return uuids.isEmpty() ? Optional.empty() : Optional.of(uuids.get(random.nextInt(uuids.size())));
    }

    private static String shown(Claim claim) {
        return claim.statement()
                + claim.tags()
                + claim.quotes().stream().map(Quote::uuid).toList()
                + claim.place().map(p -> p.geometry().toText());
    }

    private void assertSame(Board board) {
        ClaimQuery trash = ClaimQuery.ALL.inTrash(true);
        try (Snapshot snapshot = board.snapshot()) {
            assertEquals(model.claims(), shown(snapshot.claims(ClaimQuery.ALL)));
            assertEquals(model.trash(), shown(snapshot.claims(trash)));
            assertEquals(
                    List.copyOf(new TreeMap<>(model.sources()).values()),
                    snapshot.sources().stream()
                            .sorted((a, b) -> a.uuid().compareTo(b.uuid()))
                            .map(s -> s.title())
                            .toList());
            assertEquals(
                    model.claims().values().stream()
                            .filter(text -> text.contains("мост"))
                            .count(),
                    snapshot.claims(ClaimQuery.search("мост")).size());
        }
    }

    private static Map<UUID, String> shown(List<Claim> claims) {
        return claims.stream().collect(Collectors.toMap(Claim::uuid, c -> shown(c), (a, b) -> b, TreeMap::new));
    }
}
