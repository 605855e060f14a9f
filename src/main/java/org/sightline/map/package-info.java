/** Cartography on java.awt.Graphics2D: one painter for screen, print and export. */
@NullMarked
package org.sightline.map;

import org.jspecify.annotations.NullMarked;
