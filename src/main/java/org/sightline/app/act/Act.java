package org.sightline.app.act;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something a person can do. While an obstacle stands it is shown but cannot be done, and the obstacle says why.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Act {
    private final String id;
    private final Feather icon;
    private final List<KeyCombination> keys;
    private final ObservableValue<Optional<String>> obstacle;
    private final Runnable work;
    private final ReadOnlyStringWrapper name;

    Act(
            String id,
            String name,
            Feather icon,
            List<KeyCombination> keys,
            ObservableValue<Optional<String>> obstacle,
            Runnable work) {
        this.id = id;
        this.name = new ReadOnlyStringWrapper(this, "name", name);
        this.icon = icon;
        this.keys = keys;
        this.obstacle = obstacle;
        this.work = work;
    }

    public String id() {
        return id;
    }

    public Feather icon() {
        return icon;
    }

    /** What it is called just now, such as "Undo: Add claim 3". */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** For acts whose name says what they would do. */
    public StringProperty changingName() {
        return name;
    }

    /** The keys that do it, the one to show first. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** Why it cannot be done just now. */
    public ObservableValue<Optional<String>> obstacle() {
        return obstacle;
    }

    public boolean possible() {
        return obstacle.getValue().isEmpty();
    }

    /** The key to show; empty when there is none. */
    public String keyText() {
        return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
    }

    void run() {
        work.run();
    }
}
