/** Pinning: from words selected in the reader to a claim on the map. */
@NullMarked
package org.sightline.app.pin;

import org.jspecify.annotations.NullMarked;
