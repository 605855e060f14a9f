/** Sources, their immutable captures, and quotes anchored in a capture's text. */
@NullMarked
package org.sightline.source;

import org.jspecify.annotations.NullMarked;
