package org.sightline.app.map;

import javafx.scene.image.ImageView;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import org.sightline.map.MapView;

/**
 * One painted layer of the map: two rasters, of which one is shown while the other is painted. A shown frame is moved
 * and scaled to wherever the map has got to since.
 *
 * <p>Thread rule: window's thread, but for the raster under {@link #back}, which belongs to the painting thread until
 * {@link #show}.
 */
final class FrameLayer {
    private final ImageView node = new ImageView();
    private final Affine place = new Affine();
    private @Nullable Raster front;
    private @Nullable Raster back;
    private @Nullable MapView frame;

    FrameLayer() {
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.getTransforms().add(place);
    }

    ImageView node() {
        return node;
    }

    /** The raster to paint into, of that many device pixels. */
    Raster back(int width, int height) {
        if (back == null || !back.hasSize(width, height)) {
            back = new Raster(width, height);
        }
        return back;
    }

    /** Shows what was painted into {@link #back}. */
    void show(MapView painted) {
        Raster ready = back;
        if (ready == null) {
            return;
        }
        back = front;
        front = ready;
        frame = painted;
        ready.updated();
        node.setImage(ready.image());
        node.setFitWidth(painted.width());
        node.setFitHeight(painted.height());
    }

    /** Moves the shown frame to where it belongs in a view. */
    void moveTo(MapView view) {
        MapView shown = frame;
        if (shown == null) {
            return;
        }
        double scale = shown.metresPerPixel() / view.metresPerPixel();
        double left = view.screenX(shown.planeX(0));
        double top = view.screenY(shown.planeY(0));
        boolean same = Math.abs(scale - 1) < 1e-9;
        place.setToTransform(
                same ? 1 : scale, 0, same ? Math.rint(left) : left, 0, same ? 1 : scale, same ? Math.rint(top) : top);
        node.setSmooth(false);
    }
}
