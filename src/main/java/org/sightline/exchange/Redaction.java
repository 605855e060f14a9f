package org.sightline.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Source;

/**
 * What is held back when claims leave. The words of statements and quotes stay as they are: a name or a place that they
 * say is still there. Captured pages are never handed over with something held back, since they may hold it. Immutable.
 *
 * @param claimants whether claimants are left out
 * @param notes whether notes are left out
 * @param tags whether tags are left out
 * @param authors whether the authors of sources are left out
 * @param positions to which grid positions are coarsened; empty for none. Distances that are stated go with them, since
 *     "17 km from the border" tells where; names of places stay
 */
public record Redaction(
        boolean claimants, boolean notes, boolean tags, boolean authors, Optional<CoarsePositions> positions) {

    /** Holds nothing back. */
    public static final Redaction NONE = new Redaction(false, false, false, false, Optional.empty());

    private static final Pattern METRES = Pattern.compile("positions=(\\d{1,7}(?:\\.\\d+)?) ?(km|m|)");
    private static final Pattern DIGITS = Pattern.compile("positions=mgrs ?(\\d+)");

    /**
     * Reads words such as {@code claimants}, {@code notes}, {@code tags}, {@code authors}, {@code positions=1km} and
     * {@code positions=MGRS4}.
     *
     * @throws DomainException when one is none of these
     */
    public static Redaction parse(List<String> words) {
        Redaction all = NONE;
        for (String word : words) {
            String key = word.strip().toLowerCase(Locale.ROOT);
            all = switch (key) {
                case "claimants" -> new Redaction(true, all.notes, all.tags, all.authors, all.positions);
                case "notes" -> new Redaction(all.claimants, true, all.tags, all.authors, all.positions);
                case "tags" -> new Redaction(all.claimants, all.notes, true, all.authors, all.positions);
                case "authors" -> new Redaction(all.claimants, all.notes, all.tags, true, all.positions);
                default ->
                    new Redaction(all.claimants, all.notes, all.tags, all.authors, Optional.of(positions(word, key)));
            };
        }
        return all;
    }

    private static CoarsePositions positions(String word, String key) {
        Matcher metres = METRES.matcher(key);
        if (metres.matches()) {
            double unit = metres.group(2).equals("km") ? 1000 : 1;
            return CoarsePositions.metres(Double.parseDouble(metres.group(1)) * unit);
        }
        Matcher digits = DIGITS.matcher(key);
        if (digits.matches() && digits.group(1).length() < 3) {
            return CoarsePositions.mgrs(Integer.parseInt(digits.group(1)));
        }
        throw new DomainException(
                "\"" + word.strip() + "\" is nothing that can be held back; use claimants, notes, tags,"
                        + " authors, positions=1km or positions=MGRS4.");
    }

    /** Whether nothing is held back. */
    public boolean isNothing() {
        return equals(NONE);
    }

    /** The same claims without what is held back. */
    Handover of(Handover claims) {
        return isNothing() ? claims : new Redacted(claims);
    }

    private Handover.Entry without(Handover.Entry entry) {
        return new Handover.Entry(
                without(entry.claim()),
                entry.quotes().stream().map(this::without).toList(),
                entry.independentRoots(),
                entry.relations());
    }

    private Claim without(Claim whole) {
        Claim claim = whole;
        if (claimants) {
            claim = claim.withClaimant(Optional.empty());
        }
        if (notes) {
            claim = claim.withNotes("");
        }
        if (tags) {
            claim = claim.withTags(List.of());
        }
        if (positions.isPresent()) {
            claim = claim.withPlace(claim.place().map(positions.get()::of)).withDistance(Optional.empty());
        }
        return claim;
    }

    private Handover.Cited without(Handover.Cited cited) {
        if (!authors) {
            return cited;
        }
        return new Handover.Cited(without(cited.citation()), without(cited.chain()));
    }

    private Dossier.Citation without(Dossier.Citation c) {
        return new Dossier.Citation(
                c.quote(), without(c.source()), c.capture(), c.intact(), c.byteStart(), c.byteEnd());
    }

    private List<Source> without(List<Source> chain) {
        return chain.stream().map(this::without).toList();
    }

    private Source without(Source source) {
        return authors ? source.withAuthor(Optional.empty()) : source;
    }

    private final class Redacted extends PassedOn {
        private Redacted(Handover claims) {
            super(claims);
        }

        @Override
        public Entries entries() {
            Entries entries = claims().entries();
            return new Entries() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Entry next() {
                    return without(entries.next());
                }

                @Override
                public void close() {
                    entries.close();
                }
            };
        }

        @Override
        public Optional<Quoted> quoted() {
            return claims().quoted().map(LookedUp::new);
        }

        @Override
        public Optional<CapturedText> content(Capture capture) {
            return Optional.empty();
        }
    }

    private final class LookedUp implements Handover.Quoted {
        private final Handover.Quoted quoted;

        private LookedUp(Handover.Quoted quoted) {
            this.quoted = quoted;
        }

        @Override
        public void origins(Consumer<Handover.Origin> visitor) {
            quoted.origins(origin -> visitor.accept(
                    new Handover.Origin(origin.capture(), without(origin.source()), without(origin.chain()))));
        }

        @Override
        public void citations(Capture capture, Consumer<Dossier.Citation> visitor) {
            quoted.citations(capture, citation -> visitor.accept(without(citation)));
        }

        @Override
        public List<Relation> relations() {
            return quoted.relations();
        }

        @Override
        public Iterator<Claim> claims() {
            Iterator<Claim> claims = quoted.claims();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return claims.hasNext();
                }

                @Override
                public Claim next() {
                    return without(claims.next());
                }
            };
        }
    }
}
