package org.sightline.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Which changes can be taken back and which done again, read off the journal. */
final class UndoHistory {
    /** Operations that are not changes a person could want to take back. */
    private static final Set<String> FIXED = Set.of("board.create", Migrations.OPERATION, ChangeSession.FAILED);

    /**
     * @param line the line of the journal that would be taken back
     * @param origin the change it goes back to, which has the name people know
     */
    record Step(long line, long origin) {}

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    static UndoHistory read(Database database) {
        UndoHistory history = new UndoHistory();
        database.each(
                "SELECT sequence, operation FROM journal ORDER BY sequence",
                row -> history.note(row.number("sequence"), row.text("operation")));
        return history;
    }

    void note(long sequence, String operation) {
        if (operation.equals("undo")) {
            if (!done.isEmpty()) {
                undone.push(new Step(sequence, done.pop().origin()));
            }
        } else if (operation.equals("redo")) {
            if (!undone.isEmpty()) {
                done.push(new Step(sequence, undone.pop().origin()));
            }
        } else if (!FIXED.contains(operation)) {
            done.push(new Step(sequence, sequence));
            undone.clear();
        }
    }

    Optional<Step> nextUndo() {
        return Optional.ofNullable(done.peek());
    }

    Optional<Step> nextRedo() {
        return Optional.ofNullable(undone.peek());
    }
}
