/** The board file: a GeoPackage in SQLite, its journal, undo, search and verification. The only room that knows SQL. */
@NullMarked
package org.sightline.board;

import org.jspecify.annotations.NullMarked;
