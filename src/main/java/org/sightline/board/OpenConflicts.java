package org.sightline.board;

import java.util.List;
import java.util.Optional;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;

/** Reads the conflicts that wait for a decision, with this board's side of each. */
final class OpenConflicts {
    private OpenConflicts() {}

    static List<OpenConflict> read(Database database) {
        BoardReader reader = new BoardReader(database);
        return ConflictTable.all(database).stream()
                .filter(conflict -> conflict.decided().isEmpty())
                .map(conflict -> of(reader, conflict))
                .filter(open -> !open.differences().isEmpty())
                .toList();
    }

    static OpenConflict of(BoardReader reader, Conflict conflict) {
        return conflict.entity().equals("claim") ? claim(reader, conflict) : source(reader, conflict);
    }

    private static OpenConflict claim(BoardReader reader, Conflict conflict) {
        Optional<Claim> here = reader.claim(conflict.thing());
        String name = here.map(Claim::statement)
                .orElseGet(() -> new Fields(CanonicalJson.read(conflict.theirs())).text("statement"));
        return new OpenConflict(conflict, here.map(Claim::id).orElse(0L), name, here.map(ClaimImage::write));
    }

    private static OpenConflict source(BoardReader reader, Conflict conflict) {
        Optional<StoredSource> here = reader.source(conflict.thing());
        String name = here.map(s -> s.source().title())
                .orElseGet(() -> new Fields(CanonicalJson.read(conflict.theirs())).text("title"));
        return new OpenConflict(
                conflict, here.map(s -> s.source().id()).orElse(0L), name, here.map(SourceImage::write));
    }
}
