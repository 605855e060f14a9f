/** Sources: listing them, capturing new ones, saying what is known about them. */
@NullMarked
package org.sightline.app.sources;

import org.jspecify.annotations.NullMarked;
