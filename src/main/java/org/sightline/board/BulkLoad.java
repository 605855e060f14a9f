package org.sightline.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.board.JournalImages.Part;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.jobs.ReadAhead;
import org.sightline.source.Quote;

/**
 * The fast way in for many new things, inside a transaction. The data's way: changes are made by the caller's iterator,
 * get their keys, rows, index entries and images ({@link Preparing}), images are hashed and packed into parts of the
 * journal ({@link Packing}), and rows are inserted many at a time ({@link Rows}); the first two run ahead, each on a
 * thread of its own. The spatial index is built when all claims are there; the full text index is made in segments of
 * some million words each, beside the rows ({@link FullTextLoad}).
 *
 * <p>Only additions of sources and claims go this way. The first change of another kind ends it, and the changes from
 * there on are for {@link ChangeWriter}.
 */
final class BulkLoad {
    /** Characters of texts of one thing; what has more is indexed by SQLite, piece by piece. */
    static final int MOST_TEXT = 8 << 20;

    private static final int MOST_KEYS_REMEMBERED = 200_000;
    /** In a board of up to so many claims, indexes over values in no order are built anew. */
    private static final int FEW_CLAIMS = 100_000;

    private static final List<String> BUILT_LAST =
            List.of("claim_when", "claim_category", "claim_quantity", "quote_capture");
    private static final List<String> INSERT_TRIGGERS =
            List.of("rtree_claim_geometry_insert", ClaimBlocks.INSERT_TRIGGER, ClaimBlocks.REPLACE_TRIGGER);

    private final Database database;
    private final Editor editor;
    private final SearchIndex index;
    private final JournalImages images;
    private final Contents contents;
    private final Keys keys;
    private final Map<UUID, Long> sourceKeys = remembering();
    private final Map<UUID, Long> captureKeys = remembering();
    private final PackedRTree boxes = new PackedRTree();
    private final Envelope extent = new Envelope();
    private final ClaimBlocks blocks;
    private @Nullable Change odd;

    BulkLoad(Database database, Editor editor, SearchIndex index, JournalImages images, Contents contents) {
        this.database = database;
        this.editor = editor;
        this.index = index;
        this.images = images;
        this.contents = contents;
        this.blocks = new ClaimBlocks(database);
        this.keys = new Keys(database);
    }

    /** The next key of each table; AUTOINCREMENT goes on from them. */
    private static final class Keys {
        private long source;
        private long capture;
        private long claim;
        private long quote;
        private final long firstClaim;

        private Keys(Database database) {
            source = last(database, "source");
            capture = last(database, "capture");
            claim = last(database, "claim");
            quote = last(database, "quote");
            firstClaim = claim + 1;
        }

        private static long last(Database database, String table) {
            return database.number(
                    "SELECT max(ifnull((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),"
                            + " ifnull((SELECT max(id) FROM " + table + "), 0)) AS n",
                    table);
        }
    }

    /** What one stage hands to the next. */
    private sealed interface Item {
        /** Lines for the journal, in UTF-8, with the number of images. */
        record Lines(byte[] text, long images) implements Item {}

        record Packed(Part part, long images) implements Item {}

        /** @param words to learn */
        record NewSource(StoredSource source, StoredCapture capture, Contents.Packed content, List<String> words)
                implements Item {}

        /** @param words to learn */
        record NewClaim(Claim claim, @Nullable Object[] row, List<String> words) implements Item {}

        /** All claims of a block of numbers. */
        record NewBlock(long number, byte[] packed) implements Item {}

        record ClaimTexts(FullTextLoad.Made made) implements Item {}

        record CaptureTexts(FullTextLoad.Made made) implements Item {}
    }

    /** Whether a change may come this way. */
    static boolean takes(Change change) {
        return switch (change) {
            case Change.AddSource add -> add.content().text().length() <= MOST_TEXT;
            case Change.AddClaim add -> letters(add.claim()) <= MOST_TEXT;
            default -> false;
        };
    }

    private static long letters(Claim claim) {
        long quoted = 0;
        for (Quote quote : claim.quotes()) {
            quoted += quote.exact().length();
        }
        return quoted + claim.statement().length() + claim.notes().length();
    }

    /**
     * Takes changes until there are no more or one of another kind comes.
     *
     * @param done is told how many changes are in, now and then; what it throws ends the load
     * @return the change that ended it, which has not been applied
     */
    Optional<Change> run(Change first, Iterator<? extends Change> rest, LongConsumer done) {
        images.flush();
        index.flush();
        INSERT_TRIGGERS.forEach(name -> database.execute("DROP TRIGGER " + name));
        blocks.stale(ClaimBlocks.blockOf(keys.firstClaim));
        boolean buildIndexes = database.number("SELECT count(*) AS n FROM claim") < FEW_CLAIMS;
        if (buildIndexes) {
            BUILT_LAST.forEach(name -> database.execute("DROP INDEX " + name));
        }
        checkWords(false);
        FullTextTable claimTexts = new FullTextTable(database, "claim_fts", SearchIndex.CLAIM_COLUMNS);
        FullTextTable captureTexts = new FullTextTable(database, "capture_fts", SearchIndex.CAPTURE_COLUMNS);
        try (Rows rows = new Rows();
                Vocabulary vocabulary = new Vocabulary();
                ReadAhead<Item> prepared = new ReadAhead<>(
                        "import: prepare",
                        new Preparing(
                                first,
                                rest,
                                vocabulary,
                                new FullTextLoad(vocabulary, SearchIndex.CLAIM_COLUMNS, claimTexts.pageSize()),
                                new FullTextLoad(vocabulary, SearchIndex.CAPTURE_COLUMNS, captureTexts.pageSize())));
                ReadAhead<Item> packed = new ReadAhead<>("import: journal", new Packing(prepared))) {
            while (packed.hasNext()) {
                switch (packed.next()) {
                    case Item.NewClaim claim -> {
                        rows.add(claim);
                        done.accept(1);
                    }
                    case Item.NewSource source -> {
                        rows.add(source);
                        done.accept(1);
                    }
                    case Item.Packed part -> {
                        images.write(part.part());
                        images.counted(part.images());
                    }
                    case Item.NewBlock block -> blocks.write(block.number(), block.packed());
                    case Item.ClaimTexts texts -> claimTexts.write(texts.made());
                    case Item.CaptureTexts texts -> captureTexts.write(texts.made());
                    case Item.Lines lines -> throw new IllegalStateException("lines are packed before they come here");
                }
            }
            rows.send();
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
        claimTexts.finish();
        captureTexts.finish();
        finish();
        if (buildIndexes) {
            BUILT_LAST.forEach(name -> database.execute(Schema.definition(name)));
        }
        return Optional.ofNullable(odd);
    }

    private void finish() {
        editor.touched(List.of("source", "capture", "claim", "quote", "claim_tag", "tag"), extent);
        long before = database.number("SELECT count(*) AS n FROM rtree_claim_geometry_rowid");
        if (boxes.count() >= before / 4) {
            boxes.addExisting(database, keys.firstClaim);
            boxes.write(database);
        } else {
            database.update(
                    "INSERT OR REPLACE INTO rtree_claim_geometry SELECT id, ST_MinX(geometry), ST_MaxX(geometry),"
                            + " ST_MinY(geometry), ST_MaxY(geometry) FROM claim"
                            + " WHERE id >= ? AND geometry NOT NULL AND NOT ST_IsEmpty(geometry)",
                    keys.firstClaim);
        }
        INSERT_TRIGGERS.forEach(name -> database.execute(Schema.definition(name)));
    }

    /**
     * Whether SQLite holds words against their fixed lists: each time it makes a table of each list, which takes half of
     * the time of a claim's row. All words of a load come from such lists.
     */
    private void checkWords(boolean check) {
        database.execute("PRAGMA ignore_check_constraints = " + (check ? "OFF" : "ON"));
    }

    /** Gives keys, and works out rows, index entries and images. Runs ahead on its own thread. */
    private final class Preparing implements Iterator<Item> {
        private final Iterator<? extends Change> changes;
        private final CanonicalWriter lines = new CanonicalWriter();
        private long linesImages;
        private @Nullable Change next;
        private boolean ended;
        private final Deque<Item> ready = new ArrayDeque<>();
        private final FillingBlock filling = new FillingBlock();
        private final Vocabulary vocabulary;
        private final FullTextLoad claimTexts;
        private final FullTextLoad captureTexts;

        private Preparing(
                Change first,
                Iterator<? extends Change> rest,
                Vocabulary vocabulary,
                FullTextLoad claimTexts,
                FullTextLoad captureTexts) {
            this.next = first;
            this.changes = rest;
            this.vocabulary = vocabulary;
            this.claimTexts = claimTexts;
            this.captureTexts = captureTexts;
        }

        @Override
        public boolean hasNext() {
            if (ready.isEmpty() && !ended) {
                advance();
            }
            return !ready.isEmpty();
        }

        @Override
        public Item next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void advance() {
            Change change = next;
            next = null;
            if (change == null && changes.hasNext()) {
                change = changes.next();
            }
            if (change instanceof Change.AddSource add) {
                ready.add(source(add));
            } else if (change instanceof Change.AddClaim add) {
                ready.add(claim(add.claim()));
            } else {
                odd = change;
                ended = true;
            }
            boolean all = ended || vocabulary.isFull();
            if (claimTexts.isFull() || all && !claimTexts.isEmpty()) {
                ready.add(new Item.ClaimTexts(claimTexts.take()));
            }
            if (captureTexts.isFull() || all && !captureTexts.isEmpty()) {
                ready.add(new Item.CaptureTexts(captureTexts.take()));
            }
            if (all) {
                vocabulary.clear();
            }
            if (lines.length() >= JournalImages.PART || (ended && lines.length() > 0)) {
                ready.add(new Item.Lines(lines.take(), linesImages));
                linesImages = 0;
            }
        }

        private Item source(Change.AddSource add) {
            if (!add.capture().source().equals(add.source().uuid())) {
                throw new DomainException("The capture belongs to another source than \""
                        + add.source().title() + "\".");
            }
            Contents.Packed content = ChangeWriter.packed(contents, add.capture(), add.content(), true);
            StoredSource source = new StoredSource(add.source().withId(++keys.source), Optional.empty());
            StoredCapture capture = ChangeWriter.storable(add.capture(), ++keys.capture, content.textSha256());
            line("source", add.source().uuid(), SourceImage.write(source));
            line("capture", add.capture().uuid(), SourceImage.write(capture));
            List<String> words = new ArrayList<>(0);
            captureTexts.add(
                    capture.capture().id(), List.of(SearchIndex.title(source.source()), content.text()), words::add);
            return new Item.NewSource(source, capture, content, words);
        }

        private void line(String entity, UUID uuid, String image) {
            lines.beginObject().key("after").verbatim(image);
            lines.member("entity", entity)
                    .member("uuid", uuid.toString())
                    .endObject()
                    .endLine();
            linesImages++;
        }

        private Item claim(Claim wanted) {
            List<Quote> quotes = new ArrayList<>(wanted.quotes().size());
            for (Quote quote : wanted.quotes()) {
                quotes.add(quote.withId(++keys.quote));
            }
            long id = ++keys.claim;
            Claim claim = Claims.storable(wanted, id, quotes, Optional.empty());
            filling.add(claim).ifPresent(ready::add);
            lines.beginObject().key("after");
            ClaimImage.write(claim, lines);
            lines.member("entity", "claim")
                    .member("uuid", claim.uuid().toString())
                    .endObject()
                    .endLine();
            linesImages++;
            List<String> words = new ArrayList<>(0);
            claimTexts.add(id, SearchIndex.texts(claim), words::add);
            return new Item.NewClaim(claim, ClaimTable.values(claim), words);
        }
    }

    /** Puts claims into the block of their numbers, as long as all of its numbers come in order. */
    private static final class FillingBlock {
        private ClaimColumns.@Nullable Builder builder;

        /** @return the block, with its last number */
        private Optional<Item> add(Claim claim) {
            long block = ClaimBlocks.blockOf(claim.id());
            if (claim.id() == ClaimBlocks.first(block)) {
                builder = new ClaimColumns.Builder(ClaimColumns.BLOCK);
            }
            if (builder == null) {
                return Optional.empty();
            }
            builder.add(ClaimColumns.Line.of(claim));
            return claim.id() == ClaimBlocks.last(block)
                    ? PackedColumns.write(builder.block(), ClaimBlocks.first(block))
                            .map(packed -> new Item.NewBlock(block, packed))
                    : Optional.empty();
        }
    }

    /** Hashes and packs the journal's lines. Runs on its own thread. */
    private final class Packing implements Iterator<Item> {
        private final Iterator<Item> items;

        private Packing(Iterator<Item> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public Item next() {
            Item item = items.next();
            return item instanceof Item.Lines lines ? new Item.Packed(images.pack(lines.text()), lines.images()) : item;
        }
    }

    /** The batches of rows, sent in an order in which every row finds what it refers to. */
    private final class Rows implements AutoCloseable {
        private static final int MOST_SHAPES = 32;

        private final BatchInsert sources = new BatchInsert(database, SourceTables.SOURCE.insert());
        private final BatchInsert bytes = new BatchInsert(database, Contents.INSERT_BYTES);
        private final BatchInsert texts = new BatchInsert(database, Contents.INSERT_TEXT);
        private final BatchInsert captures = new BatchInsert(database, SourceTables.CAPTURE.insert());
        private final Map<Long, BatchInsert> claims = new HashMap<>();
        private final BatchInsert quotes = new BatchInsert(database, SourceTables.QUOTE.insert());
        private final BatchInsert tags =
                new BatchInsert(database, "INSERT INTO claim_tag (claim_id, tag_id) VALUES (?, ?)");

        private void add(Item.NewSource item) {
            StoredSource source = item.source();
            StoredCapture capture = item.capture();
            sourceKeys.put(source.source().uuid(), source.source().id());
            captureKeys.put(capture.capture().uuid(), capture.capture().id());
            boolean full = sources.add(
                    keyed(source.source().id(), SourceTables.values(source, uuid -> key("source", sourceKeys, uuid))));
            full |= bytes.add(contents.bytesRow(item.content()));
            full |= texts.add(item.content().textSha256(), item.content().text());
            full |= captures.add(keyed(
                    capture.capture().id(), SourceTables.values(capture, uuid -> key("source", sourceKeys, uuid))));
            item.words().forEach(index::learn);
            if (full) {
                send();
            }
        }

        private void add(Item.NewClaim item) {
            Claim claim = item.claim();
            boolean full = add(claim.id(), item.row());
            int position = 0;
            for (Quote quote : claim.quotes()) {
                long capture = key("capture", captureKeys, quote.capture());
                full |= quotes.add(keyed(
                        quote.id(),
                        SourceTables.values(
                                quote, claim.id(), position++, capture, uuid -> key("source", sourceKeys, uuid))));
            }
            for (String tag : claim.tags()) {
                full |= tags.add(claim.id(), editor.tagId(tag));
            }
            item.words().forEach(index::learn);
            claim.place().map(Place::geometry).map(g -> g.getEnvelopeInternal()).ifPresent(box -> {
                extent.expandToInclude(box);
                boxes.add(claim.id(), box);
            });
            if (full) {
                send();
            }
        }

        /** By the columns that are filled: most claims leave most columns empty, and binding nothing takes time too. */
        private boolean add(long id, @Nullable Object[] row) {
            long shape = 0;
            for (int i = 0; i < row.length; i++) {
                shape |= row[i] == null ? 0 : 1L << i;
            }
            if (!claims.containsKey(shape) && claims.size() >= MOST_SHAPES) {
                send();
                claims.values().forEach(BatchInsert::close);
                claims.clear();
            }
            @Nullable Object[] values = new Object[Long.bitCount(shape) + 1];
            values[0] = id;
            int at = 1;
            for (Object value : row) {
                if (value != null) {
                    values[at++] = value;
                }
            }
            return claims.computeIfAbsent(shape, bits -> new BatchInsert(database, ClaimTable.TABLE.insert(row)))
                    .add(values);
        }

        private static @Nullable Object[] keyed(long id, @Nullable Object[] values) {
            @Nullable Object[] row = new Object[values.length + 1];
            row[0] = id;
            System.arraycopy(values, 0, row, 1, values.length);
            return row;
        }

        private long key(String table, Map<UUID, Long> known, UUID uuid) {
            Long key = known.get(uuid);
            if (key == null) {
                key = editor.id(table, uuid);
                known.put(uuid, key);
            }
            return key;
        }

        private void send() {
            sources.send();
            bytes.send();
            texts.send();
            captures.send();
            claims.values().forEach(BatchInsert::send);
            quotes.send();
            tags.send();
        }

        @Override
        public void close() {
            claims.values().forEach(BatchInsert::close);
            List.of(sources, bytes, texts, captures, quotes, tags).forEach(BatchInsert::close);
        }
    }

    private static Map<UUID, Long> remembering() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
                return size() > MOST_KEYS_REMEMBERED;
            }
        };
    }
}
