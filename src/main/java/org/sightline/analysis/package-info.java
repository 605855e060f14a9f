/** What can be worked out from a board: corroboration, filters, and the reading of a claim's fields from its words. */
@NullMarked
package org.sightline.analysis;

import org.jspecify.annotations.NullMarked;
