package org.sightline.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.analysis.Dossier;
import org.sightline.board.BoardInfo;
import org.sightline.board.Salvaged;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;

/** Reads from a board what is needed beside the claims that are shown. Stateless. */
final class BoardReading {
    private BoardReading() {}

    /** The claims with all that traces them. */
    static Dossier dossier(Snapshot snapshot, List<Claim> shown) {
        BoardInfo info = snapshot.info();
        List<Relation> relations = snapshot.relations();
        Dossier dossier = Dossier.gather(
                info.title(),
                info.lastChange(),
                shown,
                withSupporters(snapshot, shown, relations),
                relations,
                snapshot.sources(),
                snapshot.captures(),
                snapshot::text);
        return dossier.withJournalHash(info.journalHash());
    }

    /** What could be read of a damaged board; a quote whose text is lost counts as orphaned. */
    static Dossier dossier(Salvaged salvaged) {
        return Dossier.gather(
                salvaged.title(),
                Optional.empty(),
                salvaged.claims(),
                salvaged.claims(),
                salvaged.relations(),
                salvaged.sources(),
                salvaged.captures(),
                capture -> salvaged.texts().getOrDefault(capture, ""));
    }

    /** Those and the claims that support them, which is all that corroboration asks for. */
    private static List<Claim> withSupporters(Snapshot snapshot, List<Claim> claims, List<Relation> relations) {
        Set<UUID> known = new HashSet<>();
        claims.forEach(claim -> known.add(claim.uuid()));
        Set<UUID> shown = Set.copyOf(known);
        List<Claim> all = new ArrayList<>(claims);
        for (Relation relation : relations) {
            boolean supports = relation.kind() == Relation.Kind.SUPPORTS && shown.contains(relation.to());
            if (supports && known.add(relation.from())) {
                snapshot.claim(relation.from()).ifPresent(all::add);
            }
        }
        return all;
    }
}
