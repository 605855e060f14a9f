package org.sightline.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;
import org.sightline.source.Source;

/**
 * Something a person does to a board. Each is one line in the journal, one step of undo, and is applied whole or not at
 * all. Identities (UUIDs) are chosen by the caller; row ids are given by the board.
 */
public sealed interface Change {

    /** A new source with its first capture. */
    record AddSource(Source source, Capture capture, CapturedText content) implements Change {}

    /** One more capture of a source the board has. */
    record AddCapture(Capture capture, CapturedText content) implements Change {}

    /** The source of the same UUID becomes this. */
    record EditSource(Source source) implements Change {}

    /** To the trash, with its claims' quotes kept. Refused while a claim that is not in the trash quotes it. */
    record RemoveSource(UUID source, String reason) implements Change {}

    /** Back from the trash. */
    record RestoreSource(UUID source) implements Change {}

    /** A new claim with its quotes. */
    record AddClaim(Claim claim) implements Change {}

    /** The claim of the same UUID becomes this, quotes and tags included. */
    record EditClaim(Claim claim) implements Change {}

    /** To the trash. */
    record RemoveClaim(UUID claim, String reason) implements Change {}

    /** Back from the trash. */
    record RestoreClaim(UUID claim) implements Change {}

    record AddRelation(Relation relation) implements Change {}

    record RemoveRelation(UUID relation) implements Change {}

    record Rename(String title) implements Change {}

    /**
     * A source of another board, as it is there.
     *
     * @param over hash of what it replaces here, as the merge found it; empty for a new one
     * @param whileQuoted what to keep instead when it lies in the trash there and is quoted here
     */
    record TakeSource(
            Source source, Optional<Claim.Removal> removed, Optional<String> over, Optional<KeepConflict> whileQuoted)
            implements Change {}

    /**
     * A new capture of another board, with its bytes and text.
     *
     * @param deflated the bytes as zlib has compressed them there; empty where they lie there as they are
     */
    record TakeCapture(Capture capture, CapturedText content, Optional<byte[]> deflated) implements Change {}

    /**
     * A claim of another board, as it is there, the trash included.
     *
     * @param over hash of what it replaces here, as the merge found it; empty for a new one
     */
    record TakeClaim(Claim claim, Optional<String> over) implements Change {}

    /**
     * Keeps what another board says otherwise, for a person to decide; with no field to ask about, as decided.
     *
     * @param theirs its image as canonical JSON, every key in it 0
     * @param fields those to ask about; empty for the whole thing
     * @param instead the open conflict about an earlier word of theirs, whose place it takes
     */
    record KeepConflict(
            String entity,
            UUID thing,
            UUID board,
            String boardTitle,
            String theirs,
            Optional<Set<String>> fields,
            Optional<UUID> instead)
            implements Change {}

    /**
     * Decides a conflict.
     *
     * @param keep whose version stays, mine or theirs
     * @param except of those asked about, the fields in which the other one's stays; as {@link OpenConflict#fields}
     *     names them
     */
    record Decide(UUID conflict, Conflict.Side keep, Set<String> except) implements Change {
        public Decide {
            if (keep == Conflict.Side.BOTH) {
                throw new IllegalArgumentException("mine or theirs; some fields of the other side are exceptions");
            }
            except = Set.copyOf(except);
        }

        /** In every field the same side's. */
        public Decide(UUID conflict, Conflict.Side keep) {
            this(conflict, keep, Set.of());
        }
    }

    /** Closes a conflict that what a merge brings has decided; the thing is as the merge has left it. */
    record Settle(UUID conflict, Conflict.Side kept) implements Change {}

    /**
     * A new layer, above those that are there.
     *
     * @param files what it is made of, when it is to be kept in the board
     */
    record AddLayer(Layer layer, Optional<LayerFiles> files) implements Change {}

    /** The layer of the same UUID becomes this, but for its place in the order. */
    record EditLayer(Layer layer) implements Change {}

    record RemoveLayer(UUID layer) implements Change {}

    /** Puts the layers into an order, the lowest first; it names each of them once. */
    record ArrangeLayers(List<UUID> order) implements Change {}

    /** A briefing is kept under its name; one of the same UUID becomes this. */
    record PutBriefing(NamedBriefing briefing) implements Change {}

    record RemoveBriefing(UUID briefing) implements Change {}

    /** Several changes as one act. {@code name} is what undo shows. */
    record Together(String name, List<Change> changes) implements Change {}
}
