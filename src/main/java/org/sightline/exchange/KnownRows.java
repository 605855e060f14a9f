package org.sightline.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.io.WKBWriter;
import org.sightline.board.Board;
import org.sightline.board.Slices;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Quantity;
import org.sightline.claim.When;
import org.sightline.jobs.Jobs;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * What a board has already of what a table says, so that a table that is imported twice brings nothing twice. A row with
 * a quote is there already when a claim has the same words from the same source (by address, else by title), the same
 * statement, quantity, place and time; what a person judges (status, grades, notes, tags) may differ. A row without a
 * quote is only when it has a place and a time, and all that it says is the same. In doubt it is not: nothing is lost.
 * Compared by the first 128 bits of SHA-256. Immutable once made.
 */
final class KnownRows {
    private static final int BLOCK = 512;
    private static final int KEY_BYTES = 16;

    private final Set<ByteBuffer> keys = new HashSet<>();
    private final MessageDigest digest;

    private KnownRows() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param sources that the table quotes
     * @param unquoted whether some of its rows quote nothing
     */
    static KnownRows of(Board board, List<Source> sources, boolean unquoted, Jobs.Progress progress) {
        KnownRows known = new KnownRows();
        try (Snapshot snapshot = board.snapshot()) {
            Slices slices = snapshot.slices();
            if (slices.claimsAtMost(0)) {
                return known;
            }
            Map<UUID, Source> same = sameSources(snapshot, sources);
            if (!same.isEmpty()) {
                Map<UUID, Source> byCapture = new HashMap<>();
                for (Capture capture : snapshot.captures()) {
                    Optional.ofNullable(same.get(capture.source()))
                            .ifPresent(source -> byCapture.put(capture.uuid(), source));
                }
                known.read(slices, slices.quotingSources(same.keySet()), byCapture, progress);
            }
            if (unquoted) {
                known.read(slices, slices.unquoted(), Map.of(), progress);
            }
        }
        return known;
    }

    /** The board's sources that are also the table's. */
    private static Map<UUID, Source> sameSources(Snapshot snapshot, List<Source> sources) {
        Set<String> names = new HashSet<>();
        sources.forEach(source -> names.add(name(source)));
        Map<UUID, Source> same = new HashMap<>();
        for (Source source : snapshot.sources()) {
            if (names.contains(name(source))) {
                same.put(source.uuid(), source);
            }
        }
        return same;
    }

    private static String name(Source source) {
        return source.url().orElse(source.title());
    }

    private void read(Slices slices, long[] ids, Map<UUID, Source> byCapture, Jobs.Progress progress) {
        for (int at = 0; at < ids.length; at += BLOCK) {
            progress.check();
            progress.report(0, "looking for what is here already");
            long[] block = java.util.Arrays.copyOfRange(ids, at, Math.min(ids.length, at + BLOCK));
            for (Claim claim :
                    slices.claims(java.util.Arrays.stream(block).boxed().toList())) {
                if (claim.quotes().isEmpty()) {
                    keys.add(unquoted(claim));
                }
                for (Quote quote : claim.quotes()) {
                    Source source = byCapture.get(quote.capture());
                    if (source != null) {
                        keys.add(quoted(claim, quote, source));
                    }
                }
            }
        }
    }

    /** @param source of the claim's quote; empty when it has none */
    boolean has(Claim claim, Optional<Source> source) {
        if (keys.isEmpty()) {
            return false;
        }
        if (source.isPresent()) {
            return keys.contains(quoted(claim, claim.quotes().getFirst(), source.get()));
        }
        return claim.place().isPresent() && claim.when().isPresent() && keys.contains(unquoted(claim));
    }

    private ByteBuffer quoted(Claim claim, Quote quote, Source source) {
        add(name(source));
        add(quote.exact());
        return whatIsSaid(claim);
    }

    private ByteBuffer unquoted(Claim claim) {
        add(claim.category().key());
        add(claim.claimant().orElse(""));
        add(claim.notes());
        claim.tags().stream().sorted().forEach(this::add);
        return whatIsSaid(claim);
    }

    private ByteBuffer whatIsSaid(Claim claim) {
        add(claim.statement());
        add(claim.quantity().map(Quantity::display).orElse(""));
        add(claim.when().map(When::edtf).orElse(""));
        add(claim.place().map(place -> new WKBWriter().write(place.geometry())).orElse(new byte[0]));
        return ByteBuffer.wrap(digest.digest(), 0, KEY_BYTES);
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
