package org.sightline.map;

import org.sightline.DomainException;

/** A layer that could not be painted, in one sentence. */
public final class LayerFailure extends DomainException {
    private static final long serialVersionUID = 1L;

    private final transient MapLayer layer;

    /** @param cause whatever its foreign file brought about */
    public LayerFailure(MapLayer layer, RuntimeException cause) {
        super(
                cause instanceof DomainException told
                        ? told.getMessage()
                        : "It cannot be painted (" + cause.getClass().getSimpleName() + "); its file may be damaged.",
                cause);
        this.layer = layer;
    }

    public MapLayer layer() {
        return layer;
    }
}
