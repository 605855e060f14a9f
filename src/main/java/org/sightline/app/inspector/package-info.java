/** Everything about the chosen claim, each field edited where it stands. */
@NullMarked
package org.sightline.app.inspector;

import org.jspecify.annotations.NullMarked;
