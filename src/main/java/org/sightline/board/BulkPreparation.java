package org.sightline.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * The first stage of a {@link BulkLoad}: gives keys, and works out rows, index entries and images. Ends at the first
 * change that does not go in bulk. Touches no database of the board; runs ahead on a thread of its own.
 */
final class BulkPreparation implements Iterator<BulkItem> {
    private final Iterator<? extends Change> changes;
    private final Contents contents;
    private final BulkKeys keys;
    private final KnownSources known;
    private final Vocabulary vocabulary;
    private final FullTextLoad claimTexts;
    private final FullTextLoad captureTexts;
    private final CanonicalWriter lines = new CanonicalWriter();
    private final FillingBlock filling = new FillingBlock();
    private final Deque<BulkItem> ready = new ArrayDeque<>();
    private long linesImages;
    private @Nullable Change next;
    private @Nullable Change odd;
    private boolean ended;

    /**
     * @param first goes before the others
     * @param contents packs what is to be stored
     */
    BulkPreparation(
            Change first,
            Iterator<? extends Change> rest,
            Contents contents,
            BulkKeys keys,
            KnownSources known,
            Vocabulary vocabulary,
            FullTextLoad claimTexts,
            FullTextLoad captureTexts) {
        this.next = first;
        this.changes = rest;
        this.contents = contents;
        this.keys = keys;
        this.known = known;
        this.vocabulary = vocabulary;
        this.claimTexts = claimTexts;
        this.captureTexts = captureTexts;
    }

    /** The change that ended it; to be asked when all has been read, by whoever waited for that. */
    Optional<Change> odd() {
        return Optional.ofNullable(odd);
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !ended) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public BulkItem next() {
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
        Optional<BulkItem> item = change == null || !BulkLoad.takes(change) ? Optional.empty() : item(change);
        if (item.isPresent()) {
            ready.add(item.get());
        } else {
            odd = change;
            ended = true;
        }
        handOnTexts(ended || vocabulary.isFull());
        if (lines.length() >= JournalImages.PART || (ended && lines.length() > 0)) {
            ready.add(new BulkItem.Lines(lines.take(), linesImages));
            linesImages = 0;
        }
    }

    private void handOnTexts(boolean all) {
        if (claimTexts.isFull() || all && !claimTexts.isEmpty()) {
            ready.add(new BulkItem.ClaimTexts(claimTexts.take()));
        }
        if (captureTexts.isFull() || all && !captureTexts.isEmpty()) {
            ready.add(new BulkItem.CaptureTexts(captureTexts.take()));
        }
        if (all) {
            vocabulary.clear();
        }
    }

    /** Empty when it has to go the other way all the same. */
    private Optional<BulkItem> item(Change change) {
        return switch (change) {
            case Change.AddSource add -> Optional.of(source(add));
            case Change.AddClaim add -> Optional.of(claim(add.claim(), Optional.empty()));
            case Change.TakeSource take -> Optional.of(source(take));
            case Change.TakeCapture take -> known.titleOf(take.capture()).map(title -> capture(take, title));
            case Change.TakeClaim take ->
                known.bringsBack(take.claim())
                        ? Optional.empty()
                        : Optional.of(claim(take.claim(), take.claim().removed()));
            default -> Optional.empty();
        };
    }

    private BulkItem source(Change.AddSource add) {
        if (!add.capture().source().equals(add.source().uuid())) {
            throw new DomainException("The capture belongs to another source than \""
                    + add.source().title() + "\".");
        }
        StoredSource source = source(add.source(), Optional.empty());
        String title = SearchIndex.title(source.source());
        return new BulkItem.NewSource(
                source, Optional.of(capture(add.capture(), add.content(), Optional.empty(), title)));
    }

    private BulkItem source(Change.TakeSource take) {
        StoredSource source = source(take.source(), take.removed());
        known.add(source);
        return new BulkItem.NewSource(source, Optional.empty());
    }

    private StoredSource source(Source wanted, Optional<Claim.Removal> removed) {
        StoredSource source = new StoredSource(
                wanted.withId(keys.nextSource()),
                removed.map(r -> new Claim.Removal(Timestamps.stored(r.at()), r.reason())));
        line("source", wanted.uuid(), SourceImage.write(source));
        return source;
    }

    private BulkItem capture(Change.TakeCapture take, String title) {
        known.add(take.capture());
        return capture(take.capture(), take.content(), take.deflated(), title);
    }

    private BulkItem.NewCapture capture(Capture wanted, CapturedText content, Optional<byte[]> deflated, String title) {
        Contents.Packed packed = ChangeWriter.asSaid(contents.pack(content, true, deflated), wanted, content);
        StoredCapture capture = ChangeWriter.storable(wanted, keys.nextCapture(), packed.textSha256());
        line("capture", wanted.uuid(), SourceImage.write(capture));
        List<String> words = new ArrayList<>(0);
        captureTexts.add(capture.capture().id(), List.of(title, packed.text()), words::add);
        return new BulkItem.NewCapture(capture, packed, words);
    }

    private void line(String entity, UUID uuid, String image) {
        lines.beginObject().key("after").verbatim(image);
        endLine(entity, uuid);
    }

    private void endLine(String entity, UUID uuid) {
        lines.member("entity", entity)
                .member("uuid", uuid.toString())
                .endObject()
                .endLine();
        linesImages++;
    }

    private BulkItem claim(Claim wanted, Optional<Claim.Removal> removed) {
        List<Quote> quotes = new ArrayList<>(wanted.quotes().size());
        for (Quote quote : wanted.quotes()) {
            quotes.add(quote.withId(keys.nextQuote()));
        }
        Claim claim = Claims.storable(wanted, keys.nextClaim(), quotes, removed);
        filling.add(claim).ifPresent(ready::add);
        lines.beginObject().key("after");
        ClaimImage.write(claim, lines);
        endLine("claim", claim.uuid());
        List<String> words = new ArrayList<>(0);
        claimTexts.add(claim.id(), SearchIndex.texts(claim), words::add);
        return new BulkItem.NewClaim(claim, ClaimTable.values(claim), words);
    }

    /** Puts claims into the block of their numbers, as long as all of its numbers come in order. */
    private static final class FillingBlock {
        private ClaimColumns.@Nullable Builder builder;

        /** @return the block, with its last number */
        private Optional<BulkItem> add(Claim claim) {
            long block = ClaimBlocks.blockOf(claim.id());
            if (claim.id() == ClaimBlocks.first(block)) {
                builder = new ClaimColumns.Builder(ClaimColumns.BLOCK);
            }
            if (builder == null) {
                return Optional.empty();
            }
            if (!claim.isRemoved()) { // the trash is in no block
                builder.add(ClaimColumns.Line.of(claim));
            }
            return claim.id() == ClaimBlocks.last(block)
                    ? PackedColumns.write(builder.block(), ClaimBlocks.first(block))
                            .map(packed -> new BulkItem.NewBlock(block, packed))
                    : Optional.empty();
        }
    }
}
