/** What a person can do, each declared once: toolbar, menus, keys and the command finder are drawn from it. */
@NullMarked
package org.sightline.app.act;

import org.jspecify.annotations.NullMarked;
