package org.sightline.app.designer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.sightline.briefing.Design;

/** What a design was before, to be taken back and done again; the latest 200. One thread. */
final class DesignHistory {
    private static final int MOST = 200;

    private final Deque<Design> before = new ArrayDeque<>();
    private final Deque<Design> after = new ArrayDeque<>();
    private Design now;

    DesignHistory(Design first) {
        this.now = first;
    }

    Design now() {
        return now;
    }

    /** @return whether it is another */
    boolean to(Design next) {
        if (next.equals(now)) {
            return false;
        }
        before.push(now);
        if (before.size() > MOST) {
            before.removeLast();
        }
        after.clear();
        now = next;
        return true;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    Optional<Design> undo() {
        return step(before, after);
    }

    Optional<Design> redo() {
        return step(after, before);
    }

    private Optional<Design> step(Deque<Design> from, Deque<Design> onto) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        onto.push(now);
        now = from.pop();
        return Optional.of(now);
    }
}
