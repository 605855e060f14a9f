package org.sightline.briefing;

import java.util.Optional;

/**
 * A part as a design has it. Immutable.
 *
 * @param shown whether it is on the pages
 * @param box where a person has put it; empty for where the starting point puts it on this paper
 */
public record Element(boolean shown, Optional<Box> box) {
    public Element shown(boolean on) {
        return new Element(on, box);
    }

    /** Put somewhere; empty for its usual place. */
    public Element at(Optional<Box> place) {
        return new Element(shown, place);
    }
}
