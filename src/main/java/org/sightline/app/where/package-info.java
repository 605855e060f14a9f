/** Where things are: going to a place, what is there, and place names of one's own. */
@NullMarked
package org.sightline.app.where;

import org.jspecify.annotations.NullMarked;
