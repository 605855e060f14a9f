/** What is laid over the map: reading it, and the pane in which it is added, ordered and styled. */
@NullMarked
package org.sightline.app.layers;

import org.jspecify.annotations.NullMarked;
