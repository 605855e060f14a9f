/**
 * The report: claims with their quotes as one HTML file that works from the disk, with an interactive map, a table and a
 * timeline, and without scripts as a list. The page's template, style and scripts are resources beside this package.
 */
@NullMarked
package org.sightline.report;

import org.jspecify.annotations.NullMarked;
