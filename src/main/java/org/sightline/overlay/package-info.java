/**
 * What the map lays over its ground: the claims of a board, and files and servers of others. What is foreign is met with
 * suspicion: sizes are bounded ({@link org.sightline.overlay.Budget}), nothing a file says is run, followed or fetched.
 */
@org.jspecify.annotations.NullMarked
package org.sightline.overlay;
