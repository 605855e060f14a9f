/** Designing a briefing: starting points, what stands where on its pages, and the briefings kept with the board. */
@NullMarked
package org.sightline.app.designer;

import org.jspecify.annotations.NullMarked;
