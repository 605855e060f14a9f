package org.sightline.app.desk;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/**
 * What stands in the right pane in place of the inspector while a person fills in a form; at most one form at a time.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Aside {
    private final ReadOnlyObjectWrapper<Optional<Node>> form =
            new ReadOnlyObjectWrapper<>(this, "form", Optional.empty());

    public ReadOnlyObjectProperty<Optional<Node>> form() {
        return form.getReadOnlyProperty();
    }

    public void show(Node shown) {
        form.set(Optional.of(shown));
    }

    public void close() {
        form.set(Optional.empty());
    }
}
