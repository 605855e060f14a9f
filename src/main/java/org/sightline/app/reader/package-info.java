/** Reading a capture: its text with the quotes in it, and choosing words to pin. */
@NullMarked
package org.sightline.app.reader;

import org.jspecify.annotations.NullMarked;
