package org.sightline.exchange;

/** Claims as they are, with their orphaned quotes counted as they go by. One thread at a time. */
final class OrphanCount extends PassedOn {
    private long orphaned;

    OrphanCount(Handover claims) {
        super(claims);
    }

    /** Of the last time that all claims went by. */
    long orphaned() {
        return orphaned;
    }

    @Override
    public Entries entries() {
        Entries entries = claims().entries();
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
}
