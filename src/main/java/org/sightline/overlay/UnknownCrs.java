package org.sightline.overlay;

import org.sightline.DomainException;

/** What the coordinates of a file are in is not known, or they cannot be in it: a person has to say it. */
public final class UnknownCrs extends DomainException {
    private static final long serialVersionUID = 1L;

    UnknownCrs(String message) {
        super(message);
    }
}
