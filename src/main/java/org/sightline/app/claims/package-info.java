/** The list of claims: searching, sorting and choosing them, in a table and along time. */
@NullMarked
package org.sightline.app.claims;

import org.jspecify.annotations.NullMarked;
