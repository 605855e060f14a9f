package org.sightline.exchange;

import java.util.Optional;
import org.sightline.jobs.ReadAhead;

/** Reads the next claims on a thread of its own while the last ones are used. One thread at a time. */
final class ReadAheadHandover extends PassedOn {
    ReadAheadHandover(Handover claims) {
        super(claims);
    }

    @Override
    public Entries entries() {
        Entries entries = claims().entries();
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
    public Optional<Quoted> quoted() {
        return Optional.empty();
    }
}
