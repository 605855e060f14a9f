package org.sightline.exchange;

import java.time.Instant;
import java.util.Optional;
import org.sightline.jobs.ReadAhead;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;

/** Reads the next claims on a thread of its own while the last ones are used. One thread at a time. */
final class ReadAheadHandover implements Handover {
    private final Handover claims;

    ReadAheadHandover(Handover claims) {
        this.claims = claims;
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
        ReadAhead<Entry> ahead = new ReadAhead<>("export: read", entries);
        return new Entries() {
            @Override
            public boolean hasNext() {
                return ahead.hasNext();
            }

            @Override
            public Entry next() {
                return ahead.next();
            }

            @Override
            public void close() {
                ahead.close(); // its thread has ended when this returns
                entries.close();
            }
        };
    }

    @Override
    public Optional<CapturedText> content(Capture capture) {
        return claims.content(capture);
    }
}
