/** Where things are: coordinate notations, geodesics, projections, borders, the gazetteer and the built-in base map's data. */
@NullMarked
package org.sightline.geo;

import org.jspecify.annotations.NullMarked;
