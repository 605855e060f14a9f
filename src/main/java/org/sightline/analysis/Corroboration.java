package org.sightline.analysis;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * Who stands behind a claim once relays are followed to their roots: {@code ZN} quoting {@code The Guardian} quoting a
 * monitoring project is one root, not three. Immutable, safe for any thread.
 */
public final class Corroboration {

    public Corroboration(List<Source> sources, List<Capture> captures, List<Claim> claims, List<Relation> relations) {
        throw new UnsupportedOperationException();
    }

    /** The distinct roots among the claim's quotes and the quotes of claims that support it. A relay circle is one root. */
    public Set<UUID> roots(UUID claim) {
        throw new UnsupportedOperationException();
    }

    /** From a source to its root, itself first. */
    public List<Source> relayChain(UUID source) {
        throw new UnsupportedOperationException();
    }
}
