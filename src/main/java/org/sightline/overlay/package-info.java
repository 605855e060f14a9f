/**
 * Files and servers of others, read into what the map can lay over itself. Everything here is met with suspicion: sizes
 * are bounded ({@link org.sightline.overlay.Budget}), nothing a file says is run, followed or fetched.
 */
@org.jspecify.annotations.NullMarked
package org.sightline.overlay;
