/** The sample board: a small real case to look around in, and what the main job is shown on. */
@NullMarked
package org.sightline.sample;

import org.jspecify.annotations.NullMarked;
