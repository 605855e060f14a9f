package org.sightline.board;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.source.Quote;

/**
 * The last stage of a {@link BulkLoad}: batches of rows, sent in an order in which every row finds what it refers to.
 * Inside a transaction, one thread.
 */
final class BulkRows implements AutoCloseable {
    private static final int MOST_KEYS_REMEMBERED = 200_000;
    private static final int MOST_SHAPES = 32;
    private static final long MOST_WAITING = 8L << 20; // bytes of captures

    private final Database database;
    private final Editor editor;
    private final SearchIndex index;
    private final Contents contents;
    private final Map<UUID, Long> sourceKeys = remembering();
    private final Map<UUID, Long> captureKeys = remembering();
    private final PackedRTree boxes = new PackedRTree();
    private final Envelope extent = new Envelope();
    private final BatchInsert sources;
    private final BatchInsert bytes;
    private final BatchInsert texts;
    private final BatchInsert captures;
    private final Map<Long, BatchInsert> claims = new HashMap<>();
    private final BatchInsert quotes;
    private final BatchInsert tags;
    private long waiting;

    BulkRows(Database database, Editor editor, SearchIndex index, Contents contents) {
        this.database = database;
        this.editor = editor;
        this.index = index;
        this.contents = contents;
        this.sources = new BatchInsert(database, SourceTables.SOURCE.insert());
        this.bytes = new BatchInsert(database, Contents.INSERT_BYTES);
        this.texts = new BatchInsert(database, Contents.INSERT_TEXT);
        this.captures = new BatchInsert(database, SourceTables.CAPTURE.insert());
        this.quotes = new BatchInsert(database, SourceTables.QUOTE.insert());
        this.tags = new BatchInsert(database, "INSERT INTO claim_tag (claim_id, tag_id) VALUES (?, ?)");
    }

    /** Where the claims lie that have come. */
    PackedRTree boxes() {
        return boxes;
    }

    /** How far the claims reach that have come. */
    Envelope extent() {
        return extent;
    }

    void add(BulkItem.NewSource item) {
        StoredSource source = item.source();
        sourceKeys.put(source.source().uuid(), source.source().id());
        boolean full = sources.add(
                keyed(source.source().id(), SourceTables.values(source, uuid -> key("source", sourceKeys, uuid))));
        item.capture().ifPresent(this::add);
        if (full) {
            send();
        }
    }

    void add(BulkItem.NewCapture item) {
        StoredCapture capture = item.capture();
        captureKeys.put(capture.capture().uuid(), capture.capture().id());
        boolean full = bytes.add(contents.bytesRow(item.content()));
        full |= texts.add(item.content().textSha256(), item.content().text());
        full |= captures.add(
                keyed(capture.capture().id(), SourceTables.values(capture, uuid -> key("source", sourceKeys, uuid))));
        item.words().forEach(index::learn);
        waiting += item.content().weight();
        if (full || waiting >= MOST_WAITING) {
            send();
        }
    }

    void add(BulkItem.NewClaim item) {
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

    /** Sends what waits. */
    void send() {
        sources.send();
        bytes.send();
        texts.send();
        captures.send();
        claims.values().forEach(BatchInsert::send);
        quotes.send();
        tags.send();
        waiting = 0;
    }

    @Override
    public void close() {
        claims.values().forEach(BatchInsert::close);
        List.of(sources, bytes, texts, captures, quotes, tags).forEach(BatchInsert::close);
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
