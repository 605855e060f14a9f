/** One class for each format that claims leave in or come in by. */
@NullMarked
package org.sightline.exchange;

import org.jspecify.annotations.NullMarked;
