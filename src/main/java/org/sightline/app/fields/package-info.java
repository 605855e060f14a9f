/** The fields claims are written in: read as one types, edited in place, with what is wrong said beside them. */
@NullMarked
package org.sightline.app.fields;

import org.jspecify.annotations.NullMarked;
