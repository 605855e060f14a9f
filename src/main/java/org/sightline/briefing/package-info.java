/** Briefing pages: a map with numbered claims, then the claims with their quotes, as PDF, PNG, SVG or on a printer. */
@NullMarked
package org.sightline.briefing;

import org.jspecify.annotations.NullMarked;
