/** Taking claims elsewhere: as a file. */
@NullMarked
package org.sightline.app.export;

import org.jspecify.annotations.NullMarked;
