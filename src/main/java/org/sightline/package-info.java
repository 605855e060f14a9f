/** Sightline, a desktop evidence board for open-source investigation. */
@NullMarked
package org.sightline;

import org.jspecify.annotations.NullMarked;
