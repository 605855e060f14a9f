package org.sightline.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;

/** Claims as they are, with their orphaned quotes counted as they go by. One thread at a time. */
final class OrphanCount extends PassedOn {
    private long orphaned;

    OrphanCount(Handover claims) {
        super(claims);
    }

    /** Of the last time that all claims, or all of their quotes, went by. */
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

    @Override
    public Optional<Quoted> quoted() {
        return claims().quoted().map(Counted::new);
    }

    private final class Counted implements Quoted {
        private final Quoted quoted;

        private Counted(Quoted quoted) {
            this.quoted = quoted;
            orphaned = 0;
        }

        @Override
        public void origins(Consumer<Origin> visitor) {
            quoted.origins(visitor);
        }

        @Override
        public void citations(Capture capture, Consumer<Dossier.Citation> visitor) {
            quoted.citations(capture, citation -> {
                orphaned += citation.intact() ? 0 : 1;
                visitor.accept(citation);
            });
        }

        @Override
        public List<Relation> relations() {
            return quoted.relations();
        }

        @Override
        public Iterator<Claim> claims() {
            return quoted.claims();
        }
    }
}
