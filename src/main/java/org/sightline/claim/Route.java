package org.sightline.claim;

import org.sightline.DomainException;

/**
 * A way from one named place to another.
 *
 * @param pathKnown whether the line's course is known; an unknown course is drawn as a dashed great-circle arrow
 */
public record Route(String origin, String destination, boolean pathKnown) {

    /** @throws DomainException when an end has no name */
    public Route {
        origin = origin.strip();
        destination = destination.strip();
        if (origin.isEmpty() || destination.isEmpty()) {
            throw new DomainException("A route needs a name at both ends; write it as \"Minsk -> Gomel\".");
        }
    }
}
