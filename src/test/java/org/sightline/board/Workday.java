package org.sightline.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;

/** A person at work on a board, played by a random generator: each errand is one acknowledged change. */
final class Workday {
    private static final String TITLE_OF_IMPORT = "Import ";

    private final Board board;
    private final Random random;
    private final Consumer<JournalEntry> acknowledged;
    private final List<UUID> claims = new ArrayList<>();
    private final List<UUID> trash = new ArrayList<>();
    private final List<Captured> captures = new ArrayList<>();

    private record Captured(Capture capture, String text) {}

    /** What a person does. */
    enum Errand {
        CAPTURE,
        CAPTURE_AGAIN,
        ADD,
        EDIT,
        REMOVE,
        RESTORE,
        RELATE,
        IMPORT,
        TOGETHER,
        UNDO,
        REDO,
        RENAME
    }

    /** @param acknowledged is told of each change when the board has said that it is saved */
    Workday(Board board, Random random, Consumer<JournalEntry> acknowledged) {
        this.board = board;
        this.random = random;
        this.acknowledged = acknowledged;
    }

    Errand choose() {
        Errand[] all = Errand.values();
        return all[random.nextInt(all.length)];
    }

    /** Does one errand; what has nothing to act on, such as an edit without claims, adds a claim instead. */
    void run(Errand errand) {
        switch (errand) {
            case CAPTURE -> capture();
            case CAPTURE_AGAIN -> captureAgain();
            case ADD -> add();
            case EDIT -> edit();
            case REMOVE -> remove();
            case RESTORE -> restore();
            case RELATE -> relate();
            case IMPORT -> bulkImport(20 + random.nextInt(180));
            case TOGETHER -> together();
            case UNDO -> board.undo().ifPresent(this::reversed);
            case REDO -> board.redo().ifPresent(this::reversed);
            case RENAME -> apply(new Change.Rename("Rail " + random.nextInt(100)));
        }
    }

    private void apply(Change change) {
        acknowledged.accept(board.apply(change));
    }

    /** After undo and redo it is the board that knows what is there. */
    private void reversed(JournalEntry entry) {
        acknowledged.accept(entry);
        claims.clear();
        trash.clear();
        captures.clear();
    }

    private String text() {
        return Material.TEXT + Material.TEXT.repeat(random.nextInt(40)) + random.nextLong();
    }

    private void capture() {
        Change.AddSource add = Material.addSource("Source " + random.nextInt(1000), text());
        apply(add);
        captures.add(new Captured(add.capture(), add.content().text()));
    }

    private void captureAgain() {
        if (captures.isEmpty()) {
            capture();
            return;
        }
        UUID source = captures.get(random.nextInt(captures.size())).capture().source();
        var content = Material.content(text());
        Capture capture = Material.capture(source, content);
        apply(new Change.AddCapture(capture, content));
        captures.add(new Captured(capture, content.text()));
    }

    private void add() {
        Claim claim = captures.isEmpty()
                ? Material.at(Material.bare("Claim " + random.nextLong()), longitude(), latitude())
                : full(captures.get(random.nextInt(captures.size())));
        apply(new Change.AddClaim(claim));
        claims.add(claim.uuid());
    }

    private static Claim full(Captured captured) {
        return Material.full(captured.capture(), captured.text());
    }

    private void edit() {
        Optional<Claim> claim = any();
        if (claim.isEmpty()) {
            add();
            return;
        }
        String statement = "Edited " + random.nextLong() + " танк".repeat(random.nextInt(60));
        apply(new Change.EditClaim(Material.at(Material.stating(claim.get(), statement), longitude(), latitude())));
    }

    private Optional<Claim> any() {
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        try (Snapshot snapshot = board.snapshot()) {
            return snapshot.claim(claims.get(random.nextInt(claims.size())));
        }
    }

    private void remove() {
        if (claims.isEmpty()) {
            add();
            return;
        }
        UUID claim = claims.get(random.nextInt(claims.size()));
        apply(new Change.RemoveClaim(claim, "because"));
        claims.remove(claim);
        trash.add(claim);
    }

    private void restore() {
        if (trash.isEmpty()) {
            add();
            return;
        }
        UUID claim = trash.get(random.nextInt(trash.size()));
        apply(new Change.RestoreClaim(claim));
        trash.remove(claim);
        claims.add(claim);
    }

    private void relate() {
        add();
        add();
        UUID to = claims.get(claims.size() - 2);
        apply(new Change.AddRelation(new Relation(0, UUID.randomUUID(), claims.getLast(), Relation.Kind.SUPPORTS, to)));
    }

    /** Claims that carry the name of their import and their number, so that half an import is told from a whole one. */
    void bulkImport(int count) {
        String name = TITLE_OF_IMPORT + UUID.randomUUID();
        var changes = IntStream.range(0, count).mapToObj(i -> new Change.AddClaim(imported(name, i, count)));
        acknowledged.accept(board.applyAll(name, changes.iterator(), done -> {}));
    }

    private void together() {
        String name = TITLE_OF_IMPORT + UUID.randomUUID();
        int count = 5 + random.nextInt(30);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(new Change.AddClaim(imported(name, i, count)));
        }
        apply(new Change.Together(name, changes));
    }

    private Claim imported(String name, int number, int count) {
        Claim bare = Material.bare(name + " " + number + " of " + count);
        return Material.at(bare, longitude(), latitude());
    }

    private double longitude() {
        return random.nextInt(-18000, 18000) / 100.0;
    }

    private double latitude() {
        return random.nextInt(-9000, 9000) / 100.0;
    }
}
