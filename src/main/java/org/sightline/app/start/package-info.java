/** The first screen: opening a board, making one, looking at the sample. */
@NullMarked
package org.sightline.app.start;

import org.jspecify.annotations.NullMarked;
