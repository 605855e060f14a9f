/**
 * The map as a pane: {@link org.sightline.app.map.MapPane} shows a {@link org.sightline.map.MapContent} and tells what
 * was done to it. It knows nothing of boards or of the rest of the window.
 */
@NullMarked
package org.sightline.app.map;

import org.jspecify.annotations.NullMarked;
