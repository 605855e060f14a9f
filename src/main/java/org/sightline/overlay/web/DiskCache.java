package org.sightline.overlay.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Answers of servers on the disk, a file each, named by the SHA-256 of the address, with a checksum at its end. A file is
 * written beside its place and moved there, so that several programs can use the folder and one that is ended leaves
 * nothing half. When all are larger than is allowed those that were used longest ago go. Any thread.
 */
final class DiskCache {
    private static final int FORM = 0x53_4C_57_31;
    private static final String UNFINISHED = "new";
    private static final long HOUR = 3_600_000;
    private static final int CHECKSUM = Long.BYTES;

    /** After so many files are written they are counted again: other programs may write here too. */
    private static final int RECOUNT = 500;

    private final Path folder;
    private final long most;
    private final int largest;
    private final ReentrantLock counting = new ReentrantLock();
    private long bytes = -1;
    private long writes;

    /**
     * @param most bytes of all files
     * @param largest bytes of a body
     */
    DiskCache(Path folder, long most, int largest) {
        this.folder = folder;
        this.most = most;
        this.largest = largest;
    }

    /** What is kept for an address; empty also when it is damaged, and then it is thrown away. */
    Optional<Stored> get(URI address) {
        Path file = file(address);
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            if (facts.size() > largest + (1L << 16)) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            Optional<Stored> stored = read(Files.readAllBytes(file));
            if (stored.isEmpty()) {
                Files.deleteIfExists(file);
            } else if (System.currentTimeMillis() - facts.lastModifiedTime().toMillis() > HOUR) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            }
            return stored;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // what cannot be read is asked for anew
        }
    }

    void put(URI address, Stored stored) throws IOException {
        Path file = file(address);
        byte[] content = written(stored);
        Path unfinished = Files.createTempFile(privateFolder(file.resolveSibling("")), UNFINISHED, "");
        try {
            Files.write(unfinished, content);
            try {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
        count(content.length);
    }

    void remove(URI address) throws IOException {
        Files.deleteIfExists(file(address));
    }

    /** What a person looked at is nobody else's. */
    private Path privateFolder(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        return wanted.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectories(
                        wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectories(wanted);
    }

    private Path file(URI address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(address.toString().getBytes(StandardCharsets.UTF_8));
            String name = HexFormat.of().formatHex(hash);
            return folder.resolve(name.substring(0, 2)).resolve(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] written(Stored stored) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(stored.body().length + 500);
        try (DataOutputStream out = new DataOutputStream(all)) {
            out.writeInt(FORM);
            out.writeInt(stored.status());
            out.writeLong(stored.asked());
            out.writeLong(stored.answered());
            out.writeInt(stored.headers().size());
            for (Map.Entry<String, String> header : stored.headers().entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeInt(stored.body().length);
            out.write(stored.body());
            out.writeLong(checksum(all.toByteArray(), all.size()));
        }
        return all.toByteArray();
    }

    private Optional<Stored> read(byte[] all) throws IOException {
        int length = all.length - CHECKSUM;
        if (length < CHECKSUM || ByteBuffer.wrap(all).getLong(length) != checksum(all, length)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length))) {
            if (in.readInt() != FORM) {
                return Optional.empty();
            }
            int status = in.readInt();
            long asked = in.readLong();
            long answered = in.readLong();
            Map<String, String> headers = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            int size = in.readInt();
            return size == in.available()
                    ? Optional.of(new Stored(status, headers, asked, answered, in.readNBytes(size)))
                    : Optional.empty();
        }
    }

    private static long checksum(byte[] all, int length) {
        CRC32 sum = new CRC32();
        sum.update(all, 0, length);
        return sum.getValue();
    }

    private record Kept(Path file, long size, long used) {}

    /** A file more is in its place; room is made when there is too much. */
    private void count(long size) throws IOException {
        counting.lock();
        try {
            bytes += size;
            boolean known = bytes >= size && ++writes % RECOUNT != 0;
            if (!known || bytes > most) {
                bytes = swept();
            }
        } finally {
            counting.unlock();
        }
    }

    /** Counts all files, after those used longest ago are gone when there is too much. */
    private long swept() throws IOException {
        List<Kept> all = new ArrayList<>();
        long sum = 0;
        for (Path path : listed()) {
            Optional<Kept> kept = kept(path);
            all.addAll(kept.stream().toList());
            sum += kept.map(Kept::size).orElse(0L);
        }
        if (sum > most) {
            all.sort(Comparator.comparingLong(Kept::used));
            for (int i = 0; i < all.size() && sum > most / 5 * 4; i++) {
                Files.deleteIfExists(all.get(i).file());
                sum -= all.get(i).size();
            }
        }
        return sum;
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (java.io.UncheckedIOException e) { // a file went while they were listed
            return List.of();
        }
    }

    private static Optional<Kept> kept(Path path) throws IOException {
        try {
            BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
            long used = facts.lastModifiedTime().toMillis();
            boolean unfinished = path.getFileName().toString().startsWith(UNFINISHED);
            if (unfinished && System.currentTimeMillis() - used > HOUR) {
                Files.deleteIfExists(path); // of a program that was ended
                return Optional.empty();
            }
            return unfinished ? Optional.empty() : Optional.of(new Kept(path, facts.size(), used));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
