package org.sightline.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Claims that leave a board, one after another, each with all that traces it: what the formats write. The claims can be
 * gone through as often as wanted; none is held longer than its visit. One thread at a time.
 */
public interface Handover {
    /** Of the board. */
    String title();

    /** Of the board, so that the same board gives the same bytes. */
    Optional<Instant> lastChange();

    /** Of the last line of the board's journal, where that is known. */
    default Optional<String> journalHash() {
        return Optional.empty();
    }

    /** How many claims there are. */
    long count();

    /** From the first on; to be closed. */
    Entries entries();

    /** @throws IOException what the visitor throws */
    default void each(Visitor visitor) throws IOException {
        try (Entries entries = entries()) {
            while (entries.hasNext()) {
                visitor.visit(entries.next());
            }
        }
    }

    /** The claims in order. One thread at a time. */
    interface Entries extends Iterator<Entry>, AutoCloseable {
        /** Over what needs no closing. */
        static Entries of(Iterator<Entry> entries) {
            return new Entries() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Entry next() {
                    return entries.next();
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }

        @Override
        void close();
    }

    /**
     * The same claims, read ahead on a thread of its own while they are gone through; {@link #content} is not to be asked
     * for meanwhile.
     */
    default Handover ahead() {
        return new ReadAheadHandover(this);
    }

    /** What the claims quote, where that can be looked up without going through the claims. */
    default Optional<Quoted> quoted() {
        return Optional.empty();
    }

    /** The bytes and text of a capture that one of the claims quotes, where they are at hand. */
    Optional<CapturedText> content(Capture capture);

    /** Claims apart from what they quote, to be looked up in any order. One thread at a time. */
    interface Quoted {
        /** Shows each capture that is quoted, perhaps several times, with its source and with the sources behind a quote. */
        void origins(Consumer<Origin> visitor);

        /** Shows all quotes of a capture. */
        void citations(Capture capture, Consumer<Dossier.Citation> visitor);

        /** That begin at one of the claims; others may be among them. */
        List<Relation> relations();

        /** In the order of the entries. */
        Iterator<Claim> claims();
    }

    /**
     * Where words were read.
     *
     * @param chain from the source that was read to the root of the words
     */
    record Origin(Capture capture, Source source, List<Source> chain) {
        public Origin {
            chain = List.copyOf(chain);
        }
    }

    /** Is shown each claim. */
    @FunctionalInterface
    interface Visitor {
        void visit(Entry entry) throws IOException;
    }

    /**
     * A claim with what traces it.
     *
     * @param quotes in the order of the claim's quotes
     * @param independentRoots behind the claim and those that support it
     * @param relations that begin at this claim
     */
    record Entry(Claim claim, List<Cited> quotes, int independentRoots, List<Relation> relations) {
        public Entry {
            quotes = List.copyOf(quotes);
            relations = List.copyOf(relations);
        }
    }

    /**
     * A quote with where it was read.
     *
     * @param chain from the source that was read to the root of the words
     */
    record Cited(Dossier.Citation citation, List<Source> chain) {
        public Cited {
            chain = List.copyOf(chain);
        }

        Quote quote() {
            return citation.quote();
        }

        Source source() {
            return citation.source();
        }

        Capture capture() {
            return citation.capture();
        }
    }

    /** A claim of a dossier; its relations are not known. */
    static Entry entry(Claim claim, Dossier dossier) {
        List<Cited> quotes = dossier.citations(claim).stream()
                .map(c -> new Cited(c, dossier.corroboration().relayChain(c.quote())))
                .toList();
        return new Entry(claim, quotes, dossier.independentRoots(claim), List.of());
    }

    /** The claims of a dossier, which are few enough to be held in memory. */
    static Handover of(Dossier dossier) {
        return new Handover() {
            @Override
            public String title() {
                return dossier.boardTitle();
            }

            @Override
            public Optional<Instant> lastChange() {
                return dossier.lastChange();
            }

            @Override
            public Optional<String> journalHash() {
                return dossier.journalHash();
            }

            @Override
            public long count() {
                return dossier.claims().size();
            }

            @Override
            public Entries entries() {
                return Entries.of(dossier.claims().stream()
                        .map(claim -> entry(claim, dossier))
                        .iterator());
            }

            @Override
            public Optional<CapturedText> content(Capture capture) {
                return Optional.empty();
            }
        };
    }
}
