/** The window. Sub-packages are named for what the person does. */
@NullMarked
package org.sightline.app;

import org.jspecify.annotations.NullMarked;
