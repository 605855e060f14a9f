package org.sightline.app.map;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Something under way on the map that takes clicks and keys before pins do; one at a time.
 *
 * <p>Thread rule: window's thread.
 */
interface MapTool {
    Node node();

    boolean active();

    /** Ends without a result. */
    void end();

    /** Follows the view. */
    void update();

    /** The pointer moved, with no button held. */
    void point(MouseEvent event);

    /** A press and a release at one spot. */
    void click(MouseEvent event);

    /** The keys are at this pixel. */
    void aim(double x, double y);

    /** A point is set there by a key. */
    void put(double x, double y);

    /** A press; whether the drag that may follow is the tool's, and does not pan. */
    default boolean grab(MouseEvent event) {
        return false;
    }

    /** The drag of what was grabbed. */
    default void drag(MouseEvent event) {}

    /** Its end. */
    default void drop() {}

    /** Whether the key was the tool's. */
    boolean key(KeyEvent event);
}
