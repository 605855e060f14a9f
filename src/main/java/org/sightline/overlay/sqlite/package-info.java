/** SQLite databases of others: GeoPackage and MBTiles. Opened to be read only, with all that could run switched off. */
@org.jspecify.annotations.NullMarked
package org.sightline.overlay.sqlite;
