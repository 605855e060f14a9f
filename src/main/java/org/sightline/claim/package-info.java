/** Claims and the values they are made of: quantity, time, place, grades. Records with their parsing and formatting; nothing here reads a file or a database. */
@NullMarked
package org.sightline.claim;

import org.jspecify.annotations.NullMarked;
