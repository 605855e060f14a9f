package org.sightline.board;

import java.lang.reflect.Field;

/** A board that does not wait for the disk, to show that the tests notice. */
final class Weakened {
    private Weakened() {}

    /** From now on the board says that a change is saved before it is on disk: SQLite's {@code synchronous=NORMAL}. */
    static Board of(Board board) {
        try {
            Field opened = Board.class.getDeclaredField("opened");
            opened.setAccessible(true);
            ((BoardFile) opened.get(board)).writer().orElseThrow().execute("PRAGMA synchronous = NORMAL");
            return board;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the board is built otherwise than this test expects", e);
        }
    }
}
