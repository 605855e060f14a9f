package org.sightline.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What a disk holds of a folder when the power goes, worked out from the calls that {@link DiskCalls} shows. Of a file
 * that is certain which was written before its last sync. Of what was written since, any part may be there or not, also
 * half a write, cut between sectors. That a file has come, gone or been renamed is certain only when its folder has been
 * synced; a sync of the file alone is not counted, as POSIX does not.
 */
final class PowerCut {
    private static final int SECTOR = 512;

    private final Path folder;
    private Map<Path, Content> seen = new HashMap<>();
    private Map<Path, Content> certain = new HashMap<>();

    /** A file's bytes: those on the disk, and what was done since. */
    private static final class Content {
        private byte[] synced;
        private final List<DiskCalls.Call> since = new ArrayList<>();

        private Content(byte[] synced) {
            this.synced = synced;
        }

        private void sync() {
            for (DiskCalls.Call call : since) {
                synced = done(synced, call, 0, call.bytes().length);
            }
            since.clear();
        }

        private static byte[] done(byte[] bytes, DiskCalls.Call call, int from, int to) {
            if (call.kind() == DiskCalls.Kind.TRUNCATE) {
                return Arrays.copyOf(bytes, Math.toIntExact(call.offset()));
            }
            int start = Math.toIntExact(call.offset()) + from;
            int end = Math.toIntExact(call.offset()) + to;
            byte[] grown = end > bytes.length ? Arrays.copyOf(bytes, end) : bytes.clone();
            System.arraycopy(call.bytes(), from, grown, start, to - from);
            return grown;
        }

        /** One of the many things that may be on the disk. */
        private byte[] remains(Random random, Loss loss) {
            byte[] bytes = synced;
            for (DiskCalls.Call call : since) {
                switch (loss) {
                    case ALL -> {}
                    case NONE -> bytes = done(bytes, call, 0, call.bytes().length);
                    case SOME -> bytes = partly(bytes, call, random);
                }
            }
            return bytes;
        }

        private static byte[] partly(byte[] bytes, DiskCalls.Call call, Random random) {
            int length = call.bytes().length;
            return switch (random.nextInt(4)) {
                case 0 -> bytes;
                case 1 -> {
                    int sectors = random.nextInt(length / SECTOR + 1);
                    yield sectors == 0 ? bytes : done(bytes, call, 0, sectors * SECTOR);
                }
                default -> done(bytes, call, 0, length);
            };
        }
    }

    /** How much of what was not synced is lost. */
    enum Loss {
        ALL,
        NONE,
        SOME
    }

    /** @param folder what is in it now is taken to be on the disk */
    PowerCut(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        try (var files = Files.walk(this.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.put(file, new Content(Files.readAllBytes(file)));
            }
        }
        certain = new HashMap<>(seen);
    }

    /** To be told of each call that succeeds. */
    void note(DiskCalls.Call call) {
        switch (call.kind()) {
            case WRITE, TRUNCATE -> content(call.path()).since.add(call);
            case SYNC -> sync(call.path());
            case DELETE -> seen.remove(call.path());
            case RENAME -> Optional.ofNullable(seen.remove(call.path())).ifPresent(c -> seen.put(call.to(), c));
        }
    }

    private Content content(Path path) {
        return seen.computeIfAbsent(path, p -> new Content(new byte[0]));
    }

    private void sync(Path path) {
        Content content = seen.get(path);
        if (content != null) {
            content.sync();
            return;
        }
        certain.keySet().removeIf(file -> path.equals(file.getParent()) && !seen.containsKey(file));
        seen.forEach((file, of) -> {
            if (path.equals(file.getParent())) {
                certain.put(file, of);
            }
        });
    }

    /** Cuts the power and gives what is left on the disk, by path inside the folder. */
    Map<Path, byte[]> cut(Random random, Loss loss) {
        Map<Path, byte[]> left = new HashMap<>();
        Set<Path> names = new LinkedHashSet<>(certain.keySet());
        names.addAll(seen.keySet());
        for (Path name : names) {
            boolean asSeen = loss == Loss.NONE || (loss == Loss.SOME && random.nextBoolean());
            Content content = (asSeen ? seen : certain).get(name);
            if (content != null) {
                left.put(folder.relativize(name), content.remains(random, loss));
            }
        }
        return left;
    }

    /** Lays what is left into an empty folder. */
    static void lay(Map<Path, byte[]> left, Path folder) throws IOException {
        for (Map.Entry<Path, byte[]> entry : left.entrySet()) {
            Path file = folder.resolve(entry.getKey().toString());
            if (!file.getFileName().toString().endsWith("-shm")) { // lives in memory; made anew
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
        }
    }
}
