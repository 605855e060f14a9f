/** Making a briefing: the form, the preview of its pages, and the ways onto paper. */
@NullMarked
package org.sightline.app.briefing;

import org.jspecify.annotations.NullMarked;
