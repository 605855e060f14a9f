package org.sightline.board;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sightline.claim.Claim;
import org.sightline.claim.ClaimCondition;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * A consistent view of a board at one moment, on a read-only connection of its own. One thread at a time; close it.
 */
public interface Snapshot extends AutoCloseable, ClaimCondition.Surroundings {
    BoardInfo info();

    /** All sources that are not in the trash, by id. */
    @Override
    List<Source> sources();

    /** Sources whose title, publisher, author or captured text holds the words, by id. */
    List<Source> sources(String search);

    /** Sources in the trash, by id. */
    List<Source> trashedSources();

    Optional<Source> source(UUID uuid);

    Optional<Source> source(long id);

    /** The captures of all sources that are not in the trash, oldest first. */
    @Override
    List<Capture> captures();

    /** The captures of a source, oldest first. */
    List<Capture> captures(UUID source);

    Optional<Capture> capture(UUID capture);

    /** The extracted text of a capture, exactly as offsets see it. */
    String text(UUID capture);

    /** The same in UTF-8. */
    byte[] textUtf8(UUID capture);

    /** The bytes of a capture, exactly as they were taken. */
    byte[] bytes(UUID capture);

    /**
     * In the order of the query. By rank, the very words that are searched for stand first, in statements before
     * elsewhere; of words that are in more than 2,000 claims, the newest.
     */
    List<Claim> claims(ClaimQuery query);

    /** The same, one after another, without holding all in memory. */
    void eachClaim(ClaimQuery query, Consumer<Claim> visitor);

    /** The numbers of the same claims in the same order; reads no claims where the tables can tell by themselves. */
    long[] claimIds(ClaimQuery query);

    Optional<Claim> claim(long id);

    @Override
    Optional<Claim> claim(UUID uuid);

    /** Between claims that are not in the trash, by id. */
    @Override
    List<Relation> relations();

    /** In the order of painting, the lowest first; one that another program has made unreadable is left out. */
    List<Layer> layers();

    /** The files of a layer that is kept in the board; empty when they are not there. @param sha256 of the layer */
    Optional<LayerFiles> layerFiles(String sha256);

    /** What is kept under a name, by name; one that another program has made unreadable is left out. */
    List<NamedBriefing> briefings();

    /** What one line of the journal changed, thing by thing; empty when there is no such line. */
    List<EntityChange> images(long sequence);

    /** Reads of a board too large to be read whole what is looked at. */
    Slices slices();

    @Override
    void close();
}
