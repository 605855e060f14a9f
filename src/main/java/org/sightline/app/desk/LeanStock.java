package org.sightline.app.desk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.sightline.app.desk.BoardView.Quoted;
import org.sightline.board.ClaimColumns;
import org.sightline.claim.Claim;
import org.sightline.source.Source;

/** The claims of a large board: columns of all, and a shelf with those in sight. */
final class LeanStock implements ClaimStock {
    private final LeanClaims claims;
    private final Shelf shelf;
    private final Filled filled;

    /** How much of a large board has been read. */
    enum Filled {
        PART,
        CLAIMS,
        /** With sources and relations. */
        ALL
    }

    LeanStock(ClaimColumns columns, Shelf shelf, Filled filled) {
        this.filled = filled;
        this.claims = new LeanClaims(columns, shelf);
        this.shelf = shelf;
    }

    Filled filled() {
        return filled;
    }

    @Override
    public LeanClaims list() {
        return claims;
    }

    @Override
    public Optional<Claim> claim(UUID uuid) {
        int row = claims.columns().rowOf(uuid);
        return row < 0 ? Optional.empty() : shelf.claim(claims.columns().id(row));
    }

    @Override
    public Optional<Claim> claim(long id) {
        return claims.columns().rowOf(id) < 0 ? Optional.empty() : shelf.claim(id);
    }

    @Override
    public OptionalInt roots(Claim claim) {
        return shelf.roots(claim.id());
    }

    @Override
    public Optional<List<Quoted>> quoted(UUID capture) {
        return shelf.quoted(capture);
    }

    @Override
    public OptionalLong quoting(Source source, List<UUID> captures) {
        return shelf.quoting(source.uuid());
    }

    @Override
    public boolean holds(UUID uuid) {
        return claims.columns().rowOf(uuid) >= 0;
    }
}
