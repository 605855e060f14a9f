package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.sightline.DomainException;
import org.sightline.jobs.Jobs;

/**
 * One investigation in one file, a valid GeoPackage. Everything that changes it goes through {@link #apply}; everything
 * that reads it goes through {@link #snapshot}.
 *
 * <p>Thread rule: may be called from any thread except the window's; changes are applied one at a time, in order. What
 * {@link #apply} has returned is on disk.
 */
public final class Board implements AutoCloseable {
    private final BoardFile opened;
    private final Optional<ChangeSession> session;
    private final Optional<Object> identity;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final List<Consumer<JournalEntry>> listeners = new CopyOnWriteArrayList<>();
    private volatile String actor = systemUser();
    private volatile Optional<String> damage = Optional.empty();
    private boolean backupConsidered;
    private boolean closed;

    private Board(BoardFile opened, Clock clock) {
        this.opened = opened;
        this.clock = clock;
        this.session = opened.writer().map(writer -> new ChangeSession(writer, clock));
        this.identity = fileKey(opened.path());
    }

    /** How to open. A board that cannot be written (medium, second opener, newer version) opens read-only either way. */
    public enum Mode {
        READ,
        WRITE
    }

    /** @throws org.sightline.DomainException when something is there already or the folder cannot be written */
    public static Board create(Path file, String title) {
        return create(file, title, Clock.systemUTC());
    }

    /**
     * The same, with the journal's times taken from {@code clock} until the board is closed.
     *
     * @throws org.sightline.DomainException when something is there already or the folder cannot be written
     */
    public static Board create(Path file, String title, Clock clock) {
        return create(file, title, clock, UUID.randomUUID());
    }

    /**
     * The same, with the board's own identity, so that a board made again from the same changes holds the same content.
     *
     * @throws org.sightline.DomainException when something is there already or the folder cannot be written
     */
    public static Board create(Path file, String title, Clock clock, UUID identity) {
        BoardFile.create(file.toAbsolutePath(), title, clock, identity, systemUser());
        return open(file, Mode.WRITE, clock);
    }

    /**
     * The same with another name than the system user's in the journal, for a board that is to be handed over. Until it is
     * closed nothing is forced onto the disk, and nobody may read it while something is applied: whoever makes it does so
     * apart from everything else, and puts it in its place when it is done.
     *
     * @throws org.sightline.DomainException when something is there already or the folder cannot be written
     */
    public static Board createAs(Path file, String title, String actor) {
        Clock clock = Clock.systemUTC();
        BoardFile.create(file.toAbsolutePath(), title, clock, UUID.randomUUID(), actor);
        Board board = open(file, Mode.WRITE, clock);
        board.opened.writer().ifPresent(Connections::alone);
        board.actor(actor);
        return board;
    }

    /** @throws org.sightline.DomainException when it is missing, damaged or not a board */
    public static Board open(Path file, Mode mode) {
        return open(file, mode, Clock.systemUTC());
    }

    static Board open(Path file, Mode mode, Clock clock) {
        BoardFile opened = BoardFile.open(file.toAbsolutePath(), mode, clock);
        boolean done = false;
        try {
            Board board = new Board(opened, clock); // reads the history, which may fail
            done = true;
            return board;
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    /** The copies kept beside a board, newest first. */
    public static List<Backup> backups(Path file) {
        return new Backups(file.toAbsolutePath(), Clock.systemUTC()).list();
    }

    /**
     * Puts a backup in the board's place; what the board was is kept as a backup of its own.
     *
     * @return that backup; empty when there was no board
     * @throws org.sightline.DomainException when the board is open, here or elsewhere, or when it cannot be replaced; it
     *     is then as before
     */
    public static Optional<Path> restore(Path file, Path backup) {
        return new Restoration(file.toAbsolutePath(), Clock.systemUTC()).restore(backup.toAbsolutePath());
    }

    /**
     * Writes a backup of a board to a new file; the board stays as it is.
     *
     * @throws org.sightline.DomainException when {@code target} is there already or cannot be written
     */
    public static void restoreTo(Path file, Path backup, Path target) {
        new Restoration(file.toAbsolutePath(), Clock.systemUTC())
                .restoreTo(backup.toAbsolutePath(), target.toAbsolutePath());
    }

    static String systemUser() {
        return System.getProperty("user.name", "unknown");
    }

    public Path file() {
        return opened.path();
    }

    /** Why this board cannot be written, in one sentence; empty when it can. */
    public Optional<String> readOnlyReason() {
        return opened.readOnlyReason().or(() -> damage);
    }

    /** The name written into the journal; the system's user name unless set. */
    public void actor(String name) {
        actor = name;
    }

    /**
     * @return the journal's line
     * @throws org.sightline.DomainException when it cannot be applied; the board is then as before
     */
    public JournalEntry apply(Change change) {
        return inTurn(s -> Optional.of(s.apply(change, actor))).orElseThrow();
    }

    /**
     * Applies any number of changes as one act, one step of undo, without holding them all in memory: an import.
     *
     * @param name what undo shows
     * @param done is told after each change how many are applied; when it throws, as
     *     {@link java.util.concurrent.CancellationException} does, nothing is kept but a line in the journal
     * @throws org.sightline.DomainException when one of them cannot be applied; the board is then as before, but for a
     *     line in the journal
     */
    public JournalEntry applyAll(String name, Iterator<? extends Change> changes, LongConsumer done) {
        return inTurn(s -> Optional.of(s.applyAll(name, changes, done, actor))).orElseThrow();
    }

    /** Takes back the last change that is not taken back; empty when there is none. */
    public Optional<JournalEntry> undo() {
        return undo(Jobs.Progress.SILENT);
    }

    /** The same; a change of many things takes a while. @param progress may cancel: then nothing is changed */
    public Optional<JournalEntry> undo(Jobs.Progress progress) {
        return inTurn(s -> s.undo(actor, progress));
    }

    /** Does again what was last taken back; empty when there is none. */
    public Optional<JournalEntry> redo() {
        return redo(Jobs.Progress.SILENT);
    }

    /** The same; a change of many things takes a while. @param progress may cancel: then nothing is changed */
    public Optional<JournalEntry> redo(Jobs.Progress progress) {
        return inTurn(s -> s.redo(actor, progress));
    }

    /** What {@link #undo} would take back: the change itself, also when it has been done again since. */
    public Optional<JournalEntry> nextUndo() {
        return step(UndoHistory::nextUndo);
    }

    /** What {@link #redo} would do again: the change itself. */
    public Optional<JournalEntry> nextRedo() {
        return step(UndoHistory::nextRedo);
    }

    private Optional<JournalEntry> step(Function<UndoHistory, Optional<UndoHistory.Step>> which) {
        try (SnapshotReader snapshot = reader()) {
            UndoHistory history = UndoHistory.read(snapshot.database());
            return which.apply(history)
                    .flatMap(step -> new Journal(snapshot.database()).line(step.origin()))
                    .map(Journal.Line::entry);
        }
    }

    /** Newest first. @param limit most lines to return; 0 for all */
    public List<JournalEntry> log(int limit) {
        try (SnapshotReader snapshot = reader()) {
            return new Journal(snapshot.database()).newest(limit);
        }
    }

    /** Newest first, at most {@code limit} of those before the line {@code before}, which is left out. */
    public List<JournalEntry> log(long before, int limit) {
        try (SnapshotReader snapshot = reader()) {
            return new Journal(snapshot.database()).before(before, limit);
        }
    }

    /**
     * The newest line of the journal whose hash is the wanted one; looks at all of them.
     *
     * @param wanted is asked with the SHA-256 of each line, hexadecimal, newest first
     */
    public Optional<JournalEntry> line(Predicate<String> wanted) {
        try (SnapshotReader snapshot = reader()) {
            return new Journal(snapshot.database()).newestWith(wanted);
        }
    }

    /** The first things that a line of the journal changed, at most {@code limit} of them. */
    public List<EntityChange> images(long sequence, int limit) {
        try (SnapshotReader snapshot = reader()) {
            Journal journal = new Journal(snapshot.database());
            return journal.line(sequence)
                    .map(line -> journal.firstImages(line, limit))
                    .orElse(List.of());
        }
    }

    /** Of one thing, as {@link #log(long, int)}: the lines that changed it, alone or among others. */
    public List<JournalEntry> history(UUID thing, long before, int limit) {
        try (SnapshotReader snapshot = reader()) {
            return new Journal(snapshot.database()).of(thing.toString(), before, limit);
        }
    }

    /**
     * Brings in what another board holds, by UUID, as one act: new things come in, things that changed only there are
     * changed here, things that changed in both are kept for a decision. Merging the same board again changes nothing.
     *
     * @param progress is told the share done, and may cancel; then nothing is kept but a line in the journal
     * @throws org.sightline.DomainException when the other board is this one, is damaged or newer, or this one cannot
     *     be written; nothing is merged then
     */
    public Merged merge(Board other, Jobs.Progress progress) {
        if (sameFile(other)) {
            throw new DomainException(
                    "The board " + file().getFileName() + " cannot be merged into itself; choose another board.");
        }
        readOnlyReason().ifPresent(reason -> {
            throw new DomainException(reason);
        });
        try (SnapshotReader here = reader();
                SnapshotReader there = other.reader()) {
            Merge merge = new Merge(here, there, progress);
            Iterator<Change> changes = merge.changes();
            Optional<JournalEntry> line = changes.hasNext()
                    ? Optional.of(applyAll("Merge \"" + merge.title() + "\"", changes, done -> progress.check()))
                    : Optional.empty();
            progress.report(1, "");
            return merge.result(conflicts().size(), line);
        }
    }

    private boolean sameFile(Board other) {
        try {
            return Files.isSameFile(file(), other.file());
        } catch (IOException e) {
            throw new DomainException(
                    "The board " + other.file() + " cannot be read; see whether it is still there.", e);
        }
    }

    /** What waits for a decision, by number; what has become the same on both sides meanwhile is left out. */
    public List<OpenConflict> conflicts() {
        try (SnapshotReader snapshot = reader()) {
            return OpenConflicts.read(snapshot.database());
        }
    }

    /** Recomputes everything; takes as long as reading the whole board. */
    public Verification verify() {
        ReadAccess readers = opened.readers();
        // FTS5 remembers its segments per connection and does not look again before its integrity check
        Database fresh = readers.takeFresh();
        try (SnapshotReader snapshot = new SnapshotReader(opened.path(), readers, opened.searchable(), fresh)) {
            return new Verifier(snapshot.database(), opened.path()).verify();
        }
    }

    /**
     * Reads what can still be read of a damaged board, thing by thing; for export. Slower than a snapshot, and not of
     * one moment when somebody is writing.
     */
    public Salvaged salvage() {
        return salvagedWith(Contents.folderOf(file()));
    }

    /**
     * The same of a file, which may also be cut short, so that it cannot be opened.
     *
     * @throws DomainException when not even its tables can be found
     */
    public static Salvaged salvage(Path file) {
        try (CutBoard readable = CutBoard.of(file);
                Board board = open(readable.path(), Mode.READ)) {
            Salvaged salvaged = board.salvagedWith(Contents.folderOf(file));
            List<String> losses = new ArrayList<>(salvaged.losses());
            readable.lost().ifPresent(losses::addFirst);
            return salvaged.losing(losses);
        }
    }

    private Salvaged salvagedWith(Path captures) {
        ReadAccess readers = opened.readers();
        Database database = readers.takeFresh();
        try {
            return new Salvage(database, new Contents(database, captures)).run();
        } finally {
            readers.giveBack(database);
        }
    }

    public Snapshot snapshot() {
        return reader();
    }

    private SnapshotReader reader() {
        return new SnapshotReader(opened.path(), opened.readers(), opened.searchable());
    }

    /** Is told of each line of the journal, after it is on disk, on the thread that applied it. */
    public void onChange(Consumer<JournalEntry> listener) {
        listeners.add(listener);
    }

    private Optional<JournalEntry> inTurn(Function<ChangeSession, Optional<JournalEntry>> work) {
        turn.lock();
        try {
            ChangeSession writable = writable();
            backUpWhenDue();
            Optional<JournalEntry> line = work.apply(writable);
            line.ifPresent(entry -> listeners.forEach(listener -> listener.accept(entry)));
            return line;
        } catch (SqlFailure e) {
            if (e.kind() == SqlFailure.Kind.DAMAGED) {
                damage = Optional.of("The board is damaged, so it is only read; run verify to see where.");
            }
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private ChangeSession writable() {
        if (closed) {
            throw new DomainException("The board " + file().getFileName() + " has been closed; open it again.");
        }
        readOnlyReason().ifPresent(reason -> {
            throw new DomainException(reason);
        });
        if (!fileKey(file()).equals(identity)) {
            throw new DomainException("The board's file " + file()
                    + " is gone or has been replaced, so nothing was changed; see whether its drive is still there.");
        }
        return session.orElseThrow(() -> new IllegalStateException("a board without a reason can be written"));
    }

    /** Once a day of use, before its first change, so that yesterday's state is kept. */
    private void backUpWhenDue() {
        if (!backupConsidered) {
            opened.writer().ifPresent(writer -> new Backups(file(), clock).daily(writer));
            backupConsidered = true;
        }
    }

    /** What tells one file from another of the same name, where the system has it. */
    private static Optional<Object> fileKey(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? "no key" : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Ends what is under way and brings the board back into one file. */
    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                session.ifPresent(ChangeSession::renewBlocks);
                opened.close();
            }
        } finally {
            turn.unlock();
        }
    }
}
