package org.sightline.board;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stands between SQLite and the disk, and between {@code java.nio} and the disk, inside this very process: each call of
 * the system's library that changes a file of one folder is shown to a {@link Watch}, which may have it fail.
 *
 * <p>SQLite's native library exports nothing to hook into. But it reaches the system's functions through pointers in its
 * data segment (the table {@code aSyscall} of its unix VFS, and the linker's table for {@code fsync}); so does the JDK's
 * {@code libnio}. Those pointers are looked up by their value and replaced by upcalls. Linux on x86-64 and AArch64 with
 * glibc only; elsewhere {@link #unavailable} says so.
 *
 * <p>One watch at a time, which sees the calls of all threads.
 */
@SuppressWarnings("restricted")
final class DiskCalls {
    static final int EIO = 5;
    static final int ENOSPC = 28;
    /** What a watch says of a sync that is to seem done without being done. */
    static final int PRETEND = -1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final int READ_WRITE = 3; // PROT_READ | PROT_WRITE
    private static final long PAGE = 4096;
    private static final int LONGEST_PATH = 4096; // PATH_MAX

    private static volatile Optional<DiskCalls> active = Optional.empty();
    private static Optional<String> patched = Optional.empty();

    private static final MemoryLayout ERRNO_STATE = Linker.Option.captureStateLayout();
    private static final Map<String, MethodHandle> REAL = new HashMap<>();

    private final Path folder;
    private final Watch watch;
    private volatile Optional<Throwable> broken = Optional.empty();

    /** What a call does. {@code RENAME} goes from {@code path} to {@code to}. */
    enum Kind {
        WRITE,
        TRUNCATE,
        SYNC,
        DELETE,
        RENAME
    }

    /**
     * @param offset where it writes; for {@code TRUNCATE} the new length
     * @param bytes what it writes; empty for all but {@code WRITE}
     */
    record Call(Kind kind, Path path, Path to, long offset, byte[] bytes) {}

    /** Is told of calls before they are made. */
    @FunctionalInterface
    interface Watch {
        /** @return 0 to let it be made, {@link #PRETEND}, or the error number with which it fails */
        int before(Call call);
    }

    private DiskCalls(Path folder, Watch watch) {
        this.folder = folder;
        this.watch = watch;
    }

    /** Empty when calls can be watched on this system, otherwise why not. */
    static synchronized Optional<String> unavailable() {
        if (patched.isEmpty()) {
            patched = Optional.of(patch());
        }
        return patched.filter(reason -> !reason.isEmpty());
    }

    /**
     * Watches a folder and what lies in it while {@code work} runs.
     *
     * @throws AssertionError when the watch itself failed
     */
    static void during(Path folder, Watch watch, Runnable work) {
        unavailable().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        DiskCalls calls = new DiskCalls(real(folder), watch);
        active = Optional.of(calls);
        try {
            work.run();
        } finally {
            active = Optional.empty();
        }
        calls.broken.ifPresent(e -> {
            throw new AssertionError("the watch failed", e);
        });
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    // ---- the functions that stand in; none may throw, that would end the process

    private static int judge(Kind kind, Path path, Path to, long offset, byte[] bytes) {
        Optional<DiskCalls> current = active;
        if (current.isEmpty() || !(path.startsWith(current.get().folder))) {
            return 0;
        }
        try {
            return current.get().watch.before(new Call(kind, path, to, offset, bytes));
        } catch (Throwable e) {
            current.get().broken = Optional.of(e);
            return EIO;
        }
    }

    private static Path opened(int file) {
        if (active.isEmpty()) {
            return Path.of("");
        }
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + file));
        } catch (IOException e) {
            return Path.of("");
        }
    }

    private static boolean watched(Path path) {
        return active.filter(calls -> path.startsWith(calls.folder)).isPresent();
    }

    private static byte[] bytes(MemorySegment buffer, long count) {
        return buffer.reinterpret(count).toArray(ValueLayout.JAVA_BYTE);
    }

    static long pwrite64(int file, MemorySegment buffer, long count, long offset) {
        Path path = opened(file);
        int error = watched(path) ? judge(Kind.WRITE, path, path, offset, bytes(buffer, count)) : 0;
        return error != 0
                ? fail(error)
                : call(state -> (long) real("pwrite64").invokeExact(state, file, buffer, count, offset));
    }

    static long write(int file, MemorySegment buffer, long count) {
        Path path = opened(file);
        int error = watched(path) ? judge(Kind.WRITE, path, path, position(file), bytes(buffer, count)) : 0;
        return error != 0 ? fail(error) : call(state -> (long) real("write").invokeExact(state, file, buffer, count));
    }

    private static long position(int file) {
        try {
            return Files.readAllLines(Path.of("/proc/self/fdinfo/" + file)).stream()
                    .filter(line -> line.startsWith("pos:"))
                    .mapToLong(line -> Long.parseLong(line.substring(4).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    static int ftruncate64(int file, long length) {
        Path path = opened(file);
        int error = judge(Kind.TRUNCATE, path, path, length, new byte[0]);
        return error != 0
                ? fail(error)
                : (int) call(state -> (int) real("ftruncate64").invokeExact(state, file, length));
    }

    static int fsync(int file) {
        return sync("fsync", file);
    }

    static int fdatasync(int file) {
        return sync("fdatasync", file);
    }

    private static int sync(String function, int file) {
        Path path = opened(file);
        int error = judge(Kind.SYNC, path, path, 0, new byte[0]);
        return error == PRETEND
                ? 0
                : error != 0
                        ? fail(error)
                        : (int) call(state -> (int) real(function).invokeExact(state, file));
    }

    static int unlink(MemorySegment name) {
        Path path = named(name);
        int error = judge(Kind.DELETE, path, path, 0, new byte[0]);
        return error != 0
                ? fail(error)
                : (int) call(state -> (int) real("unlink").invokeExact(state, name));
    }

    static int rename(MemorySegment from, MemorySegment to) {
        Path path = named(from);
        int error = judge(Kind.RENAME, path, named(to), 0, new byte[0]);
        return error != 0
                ? fail(error)
                : (int) call(state -> (int) real("rename").invokeExact(state, from, to));
    }

    private static Path named(MemorySegment name) {
        return active.isEmpty()
                ? Path.of("")
                : Path.of(name.reinterpret(LONGEST_PATH).getString(0));
    }

    private static int fail(int error) {
        try {
            MemorySegment place = (MemorySegment) real("__errno_location").invoke();
            place.reinterpret(4).set(JAVA_INT, 0, error);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return -1;
    }

    private static MethodHandle real(String function) {
        return Objects.requireNonNull(REAL.get(function), function);
    }

    /** A call of the system's own function; {@code state} takes its error number. */
    private interface Real {
        long call(MemorySegment state) throws Throwable;
    }

    private static long call(Real real) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(ERRNO_STATE);
            long result = real.call(state);
            return result < 0 ? fail(state.get(JAVA_INT, 0)) : result;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    // ---- putting them in place

    private static final Map<String, FunctionDescriptor> FUNCTIONS = Map.of(
            "pwrite64", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG),
            "write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
            "ftruncate64", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
            "fsync", FunctionDescriptor.of(JAVA_INT, JAVA_INT),
            "fdatasync", FunctionDescriptor.of(JAVA_INT, JAVA_INT),
            "unlink", FunctionDescriptor.of(JAVA_INT, ADDRESS),
            "rename", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));

    private static String patch() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return "calls to the disk are watched on Linux only";
        }
        try {
            useEachOnce();
            Map<Long, MemorySegment> stands = new HashMap<>();
            for (Map.Entry<String, FunctionDescriptor> entry : FUNCTIONS.entrySet()) {
                String name = entry.getKey();
                MemorySegment real = LINKER.defaultLookup().findOrThrow(name);
                REAL.put(name, LINKER.downcallHandle(real, entry.getValue(), Linker.Option.captureCallState("errno")));
                MethodType type = entry.getValue().toMethodType();
                MethodHandle ours = MethodHandles.lookup().findStatic(DiskCalls.class, name, type);
                stands.put(real.address(), LINKER.upcallStub(ours, entry.getValue(), Arena.global()));
            }
            REAL.put(
                    "__errno_location",
                    LINKER.downcallHandle(
                            LINKER.defaultLookup().findOrThrow("__errno_location"), FunctionDescriptor.of(ADDRESS)));
            fail(0); // so that all is loaded before the first real failure
            int inSqlite = replace("sqlitejdbc", stands);
            int inNio = replace("libnio.so", stands);
            return inSqlite >= 4 && inNio >= 4
                    ? ""
                    : "the native libraries do not show their calls (" + inSqlite + " and " + inNio + " found)";
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            return "calls to the disk cannot be watched here: " + e;
        }
    }

    /** The linker looks some functions up only when they are first called; after this all pointers are in place. */
    private static void useEachOnce() throws IOException {
        Path folder = Files.createTempDirectory("sightline-calls-");
        Path file = folder.resolve("board.gpkg");
        Board.create(file, "First").close();
        Path one = folder.resolve("one");
        try (FileChannel channel = FileChannel.open(one, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1));
            channel.write(ByteBuffer.allocate(1), 7);
            channel.truncate(3);
            channel.force(false);
            channel.force(true);
        }
        Files.move(one, folder.resolve("other"));
        Files.delete(folder.resolve("other"));
        Files.delete(file);
        Files.delete(folder);
    }

    private static int replace(String library, Map<Long, MemorySegment> stands) throws IOException {
        int replaced = 0;
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            String[] fields = line.split("\\s+", 6);
            if (fields.length < 6 || !fields[5].contains(library) || fields[1].contains("x")) {
                continue;
            }
            if (!fields[1].startsWith("r")) {
                continue;
            }
            String[] range = fields[0].split("-");
            long start = Long.parseUnsignedLong(range[0], 16);
            long length = Long.parseUnsignedLong(range[1], 16) - start;
            MemorySegment data = MemorySegment.ofAddress(start).reinterpret(length);
            boolean writable = fields[1].contains("w");
            for (long at = 0; at + 8 <= length; at += 8) {
                MemorySegment stand = stands.get(data.get(JAVA_LONG, at));
                if (stand != null) {
                    if (!writable) {
                        allowWriting(start + at / PAGE * PAGE);
                    }
                    data.set(JAVA_LONG, at, stand.address());
                    replaced++;
                }
            }
        }
        return replaced;
    }

    private static void allowWriting(long page) {
        MethodHandle mprotect = LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow("mprotect"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
        try {
            int result = (int) mprotect.invoke(MemorySegment.ofAddress(page), PAGE, READ_WRITE);
            if (result != 0) {
                throw new IllegalStateException("a page of pointers cannot be made writable");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
