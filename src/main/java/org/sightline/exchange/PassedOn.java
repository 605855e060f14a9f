package org.sightline.exchange;

import java.time.Instant;
import java.util.Optional;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;

/** What another hands over, as it is, but for its entries. One thread at a time. */
abstract class PassedOn implements Handover {
    private final Handover claims;

    PassedOn(Handover claims) {
        this.claims = claims;
    }

    /** What is passed on. */
    final Handover claims() {
        return claims;
    }

    @Override
    public final String title() {
        return claims.title();
    }

    @Override
    public final Optional<Instant> lastChange() {
        return claims.lastChange();
    }

    @Override
    public final Optional<String> journalHash() {
        return claims.journalHash();
    }

    @Override
    public final long count() {
        return claims.count();
    }

    @Override
    public Optional<CapturedText> content(Capture capture) {
        return claims.content(capture);
    }

    /** Each goes its own way through another's claims, so each says for itself how these can be looked up. */
    @Override
    public abstract Optional<Quoted> quoted();
}
