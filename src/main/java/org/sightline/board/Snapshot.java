package org.sightline.board;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * A consistent view of a board at one moment, on a read-only connection of its own. One thread at a time; close it.
 */
public interface Snapshot extends AutoCloseable {
    BoardInfo info();

    /** All sources that are not in the trash, by id. */
    List<Source> sources();

    Optional<Source> source(UUID uuid);

    Optional<Source> source(long id);

    /** The captures of a source, oldest first. */
    List<Capture> captures(UUID source);

    Optional<Capture> capture(UUID capture);

    /** The extracted text of a capture, exactly as offsets see it. */
    String text(UUID capture);

    /** The bytes of a capture, exactly as they were taken. */
    byte[] bytes(UUID capture);

    /** By id; with a search, by rank. */
    List<Claim> claims(ClaimQuery query);

    Optional<Claim> claim(long id);

    Optional<Claim> claim(UUID uuid);

    List<Relation> relations();

    @Override
    void close();
}
