/** Looking back: the journal of the board, and its trash. */
@NullMarked
package org.sightline.app.journal;

import org.jspecify.annotations.NullMarked;
