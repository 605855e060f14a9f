package org.sightline.board;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * What could still be read of a damaged board. Things in the trash are left out.
 *
 * @param claims by number; one whose quotes or tags could not be read has none
 * @param texts of captures that the claims quote
 * @param losses one sentence for each kind of thing that could not be read; empty when all could
 */
public record Salvaged(
        String title,
        List<Source> sources,
        List<Capture> captures,
        List<Claim> claims,
        List<Relation> relations,
        Map<UUID, String> texts,
        List<String> losses) {
    Salvaged losing(List<String> all) {
        return new Salvaged(title, sources, captures, claims, relations, texts, List.copyOf(all));
    }
}
