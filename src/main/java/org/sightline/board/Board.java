package org.sightline.board;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One investigation in one file, a valid GeoPackage. Everything that changes it goes through {@link #apply}; everything
 * that reads it goes through {@link #snapshot}.
 *
 * <p>Thread rule: may be called from any thread except the window's; changes are applied one at a time, in order. What
 * {@link #apply} has returned is on disk.
 */
public final class Board implements AutoCloseable {
    private Board() {}

    /** How to open. A board that cannot be written (medium, second opener, newer version) opens read-only either way. */
    public enum Mode {
        READ,
        WRITE
    }

    /** @throws org.sightline.DomainException when something is there already or the folder cannot be written */
    public static Board create(Path file, String title) {
        throw new UnsupportedOperationException();
    }

    /**
     * The same, with the journal's times taken from {@code clock} until the board is closed.
     *
     * @throws org.sightline.DomainException when something is there already or the folder cannot be written
     */
    public static Board create(Path file, String title, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.sightline.DomainException when it is missing, damaged or not a board */
    public static Board open(Path file, Mode mode) {
        throw new UnsupportedOperationException();
    }

    public Path file() {
        throw new UnsupportedOperationException();
    }

    /** Why this board cannot be written, in one sentence; empty when it can. */
    public Optional<String> readOnlyReason() {
        throw new UnsupportedOperationException();
    }

    /** The name written into the journal; the system's user name unless set. */
    public void actor(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * @return the journal's line
     * @throws org.sightline.DomainException when it cannot be applied; the board is then as before
     */
    public JournalEntry apply(Change change) {
        throw new UnsupportedOperationException();
    }

    /** Takes back the last change that is not taken back; empty when there is none. */
    public Optional<JournalEntry> undo() {
        throw new UnsupportedOperationException();
    }

    /** Does again what was last taken back; empty when there is none. */
    public Optional<JournalEntry> redo() {
        throw new UnsupportedOperationException();
    }

    /** What {@link #undo} would take back. */
    public Optional<JournalEntry> nextUndo() {
        throw new UnsupportedOperationException();
    }

    /** What {@link #redo} would do again. */
    public Optional<JournalEntry> nextRedo() {
        throw new UnsupportedOperationException();
    }

    /** Newest first. @param limit most lines to return; 0 for all */
    public List<JournalEntry> log(int limit) {
        throw new UnsupportedOperationException();
    }

    public Verification verify() {
        throw new UnsupportedOperationException();
    }

    public Snapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /** Is told of each line of the journal, after it is on disk, on the thread that applied it. */
    public void onChange(Consumer<JournalEntry> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
