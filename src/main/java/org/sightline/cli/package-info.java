/** The command line: one class for each command. */
@NullMarked
package org.sightline.cli;

import org.jspecify.annotations.NullMarked;
