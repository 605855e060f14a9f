package org.sightline.exchange;

import java.time.Instant;
import java.util.Optional;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;

/** Claims as they are, with their orphaned quotes counted as they go by. One thread at a time. */
final class OrphanCount implements Handover {
    private final Handover claims;
    private long orphaned;

    OrphanCount(Handover claims) {
        this.claims = claims;
    }

    /** Of the last time that all claims went by. */
    long orphaned() {
        return orphaned;
    }

    @Override
    public String title() {
        return claims.title();
    }

    @Override
    public Optional<Instant> lastChange() {
        return claims.lastChange();
    }

    @Override
    public Optional<String> journalHash() {
        return claims.journalHash();
    }

    @Override
    public long count() {
        return claims.count();
    }

    @Override
    public Entries entries() {
        Entries entries = claims.entries();
        orphaned = 0;
        return new Entries() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry next() {
                Entry entry = entries.next();
                for (Cited cited : entry.quotes()) {
                    orphaned += cited.citation().intact() ? 0 : 1;
                }
                return entry;
            }

            @Override
            public void close() {
                entries.close();
            }
        };
    }

    @Override
    public Optional<CapturedText> content(Capture capture) {
        return claims.content(capture);
    }
}
