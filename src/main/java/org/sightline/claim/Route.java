package org.sightline.claim;

/**
 * A way from one named place to another.
 *
 * @param pathKnown whether the line's course is known; an unknown course is drawn as a dashed great-circle arrow
 */
public record Route(String origin, String destination, boolean pathKnown) {}
