/** Bringing claims in from files: what is in them, which column is what, and what will come of it. */
@NullMarked
package org.sightline.app.imports;

import org.jspecify.annotations.NullMarked;
