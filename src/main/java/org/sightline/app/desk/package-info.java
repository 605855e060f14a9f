/** What the panes share: the open board as the window sees it, the one selection, settings, notices and words. */
@NullMarked
package org.sightline.app.desk;

import org.jspecify.annotations.NullMarked;
