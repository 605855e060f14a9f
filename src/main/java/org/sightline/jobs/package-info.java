/** Background work: named, with progress, cancellable. */
@NullMarked
package org.sightline.jobs;

import org.jspecify.annotations.NullMarked;
