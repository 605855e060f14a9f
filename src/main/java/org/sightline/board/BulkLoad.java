package org.sightline.board;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.sightline.DomainException;
import org.sightline.claim.Claim;
import org.sightline.jobs.ReadAhead;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;

/**
 * The fast way in for many new things, inside a transaction. The data's way: changes are made by the caller's iterator,
 * get their keys, rows, index entries and images ({@link BulkPreparation}), images are hashed and packed into parts of
 * the journal ({@link Packing}), and rows are inserted many at a time ({@link BulkRows}); the first two run ahead, each
 * on a thread of its own. The spatial index is built when all claims are there; the full text index is made in segments
 * of some million words each, beside the rows ({@link FullTextLoad}).
 *
 * <p>Only new sources, captures and claims go this way, a person's own and another board's. The first change of another
 * kind ends it, as does a claim for which a source comes back from the trash; such a change is for {@link ChangeWriter}.
 */
final class BulkLoad {
    /** Characters of texts of one thing; what has more is indexed by SQLite, piece by piece. */
    static final int MOST_TEXT = 8 << 20;
    /** Bytes of one capture: some thousand things wait between the stages. */
    private static final int MOST_BYTES = 4 << 20;
    /** Bytes of what one stage hands to the next at once. */
    private static final long MOST_AT_ONCE = 2 << 20;

    private static final List<String> INSERT_TRIGGERS =
            List.of("rtree_claim_geometry_insert", ClaimBlocks.INSERT_TRIGGER, ClaimBlocks.REPLACE_TRIGGER);

    private final Database database;
    private final Editor editor;
    private final SearchIndex index;
    private final JournalImages images;
    private final Contents contents;
    private final ClaimBlocks blocks;
    private final BulkKeys keys;
    private final LateIndexes lateIndexes;

    BulkLoad(Database database, Editor editor, SearchIndex index, JournalImages images, Contents contents) {
        this.database = database;
        this.editor = editor;
        this.index = index;
        this.images = images;
        this.contents = contents;
        this.blocks = new ClaimBlocks(database);
        this.keys = new BulkKeys(database);
        this.lateIndexes = new LateIndexes(database);
    }

    /** Whether a change may come this way. */
    static boolean takes(Change change) {
        return switch (change) {
            case Change.AddSource add -> isSmall(add.content());
            case Change.AddClaim add -> isSmall(add.claim());
            case Change.TakeSource take -> take.over().isEmpty();
            case Change.TakeCapture take -> isSmall(take.content());
            case Change.TakeClaim take -> take.over().isEmpty() && isSmall(take.claim());
            default -> false;
        };
    }

    private static boolean isSmall(CapturedText content) {
        return content.text().length() <= MOST_TEXT && content.bytes().length <= MOST_BYTES;
    }

    private static boolean isSmall(Claim claim) {
        long quoted = 0;
        for (Quote quote : claim.quotes()) {
            quoted += quote.exact().length();
        }
        return quoted + claim.statement().length() + claim.notes().length() <= MOST_TEXT;
    }

    /**
     * Takes changes until there are no more or one comes that does not go this way.
     *
     * @param done is told how many changes are in, now and then; what it throws ends the load
     * @return the change that ended it, which has not been applied
     */
    Optional<Change> run(Change first, Iterator<? extends Change> rest, LongConsumer done) {
        KnownSources known =
                new KnownSources(database, first instanceof Change.TakeSource || first instanceof Change.TakeCapture);
        if (first instanceof Change.TakeClaim take && known.bringsBack(take.claim())) {
            return Optional.of(first);
        }
        images.makeWay();
        index.flush();
        INSERT_TRIGGERS.forEach(name -> database.execute("DROP TRIGGER " + name));
        blocks.stale(ClaimBlocks.blockOf(keys.firstClaim()));
        checkWords(false);
        try (BulkRows rows = new BulkRows(database, editor, index, contents);
                Vocabulary vocabulary = new Vocabulary()) {
            return load(first, rest, known, rows, vocabulary, done);
        } catch (SqlFailure e) {
            throw e.kind() == SqlFailure.Kind.REFUSED
                    ? new DomainException(
                            "One of these things is in the board already or names one that is not, so none was added ("
                                    + e.getMessage() + ").",
                            e)
                    : e;
        } finally {
            checkWords(true);
        }
    }

    private Optional<Change> load(
            Change first,
            Iterator<? extends Change> rest,
            KnownSources known,
            BulkRows rows,
            Vocabulary vocabulary,
            LongConsumer done) {
        FullTextTable claimTexts = new FullTextTable(database, "claim_fts", SearchIndex.CLAIM_COLUMNS);
        FullTextTable captureTexts = new FullTextTable(database, "capture_fts", SearchIndex.CAPTURE_COLUMNS);
        BulkPreparation preparation = new BulkPreparation(
                first,
                rest,
                contents,
                keys,
                known,
                vocabulary,
                new FullTextLoad(vocabulary, SearchIndex.CLAIM_COLUMNS, claimTexts.pageSize()),
                new FullTextLoad(vocabulary, SearchIndex.CAPTURE_COLUMNS, captureTexts.pageSize()));
        try (ReadAhead<BulkItem> prepared =
                        new ReadAhead<>("import: prepare", preparation, BulkItem::weight, MOST_AT_ONCE);
                ReadAhead<BulkItem> packed =
                        new ReadAhead<>("import: journal", new Packing(prepared), BulkItem::weight, MOST_AT_ONCE)) {
            while (packed.hasNext()) {
                switch (packed.next()) {
                    case BulkItem.NewClaim claim -> {
                        lateIndexes.comes();
                        rows.add(claim);
                        done.accept(1);
                    }
                    case BulkItem.NewSource source -> {
                        rows.add(source);
                        done.accept(1);
                    }
                    case BulkItem.NewCapture capture -> {
                        rows.add(capture);
                        done.accept(1);
                    }
                    case BulkItem.Packed part -> {
                        images.write(part.part());
                        images.counted(part.images());
                    }
                    case BulkItem.NewBlock block -> blocks.write(block.number(), block.packed());
                    case BulkItem.ClaimTexts texts -> claimTexts.write(texts.made());
                    case BulkItem.CaptureTexts texts -> captureTexts.write(texts.made());
                    case BulkItem.Lines lines ->
                        throw new IllegalStateException("lines are packed before they come here");
                }
            }
        }
        rows.send();
        claimTexts.finish();
        captureTexts.finish();
        finish(rows);
        return preparation.odd();
    }

    private void finish(BulkRows rows) {
        editor.touched(List.of("source", "capture", "claim", "quote", "claim_tag", "tag"), rows.extent());
        PackedRTree boxes = rows.boxes();
        long most = 4L * (boxes.count() + 1);
        boolean largePart =
                database.number("SELECT count(*) AS n FROM (SELECT 1 FROM rtree_claim_geometry_rowid LIMIT ?)", most)
                        < most;
        if (largePart) {
            boxes.addExisting(database, keys.firstClaim());
            boxes.write(database);
        } else {
            database.update(
                    "INSERT OR REPLACE INTO rtree_claim_geometry SELECT id, ST_MinX(geometry), ST_MaxX(geometry),"
                            + " ST_MinY(geometry), ST_MaxY(geometry) FROM claim"
                            + " WHERE id >= ? AND geometry NOT NULL AND NOT ST_IsEmpty(geometry)",
                    keys.firstClaim());
        }
        INSERT_TRIGGERS.forEach(name -> database.execute(Schema.definition(name)));
        lateIndexes.finish();
    }

    /**
     * Whether SQLite holds words against their fixed lists: each time it makes a table of each list, which takes half of
     * the time of a claim's row. All words of a load come from such lists.
     */
    private void checkWords(boolean check) {
        database.execute("PRAGMA ignore_check_constraints = " + (check ? "OFF" : "ON"));
    }

    /** Hashes and packs the journal's lines. Runs on its own thread. */
    private final class Packing implements Iterator<BulkItem> {
        private final Iterator<BulkItem> items;

        private Packing(Iterator<BulkItem> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public BulkItem next() {
            BulkItem item = items.next();
            return item instanceof BulkItem.Lines lines
                    ? new BulkItem.Packed(images.pack(lines.text()), lines.images())
                    : item;
        }
    }
}
