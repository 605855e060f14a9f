package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sightline.DomainException;

/**
 * The files of one layer, to be kept in the board: one for most formats, several for a Shapefile or a picture with its
 * world file.
 */
public record LayerFiles(List<Named> files) {
    /** Bytes of all files together that the board takes. */
    public static final long MOST = 256L << 20;

    /** Bytes of one file that the board takes. */
    public static final long MOST_EACH = 128L << 20;

    public LayerFiles {
        files = List.copyOf(files);
    }

    /** @param name of the file, without a folder; the files of a layer differ in their endings only */
    @SuppressWarnings("ArrayRecordComponent")
    public record Named(String name, byte[] bytes) {}

    /** The hash of them all, see {@link #sha256(Map)}. */
    public String sha256() {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.name(), Digests.hex(file.bytes())));
        return sha256(hashes);
    }

    public long bytes() {
        return files.stream().mapToLong(file -> file.bytes().length).sum();
    }

    /**
     * The hash of several files: that of the only one, or the SHA-256 of the lines "HASH  NAME", sorted by name.
     *
     * @param byName hashes in hex, by the files' names
     */
    public static String sha256(Map<String, String> byName) {
        if (byName.size() == 1) {
            return byName.values().iterator().next();
        }
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(byName)
                .forEach((name, hash) ->
                        lines.append(hash).append("  ").append(name).append('\n'));
        return Digests.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    void check() {
        boolean large = bytes() > MOST || files.stream().anyMatch(file -> file.bytes().length > MOST_EACH);
        if (large) {
            throw new DomainException("The layer's file is larger than " + (MOST_EACH >> 20)
                    + " MiB, the most that is kept in a board; add it without copying it.");
        }
        boolean named = files.stream().allMatch(file -> file.name().matches("[^/\\\\\\x00-\\x1f]{1,255}"))
                && files.stream().map(Named::name).distinct().count() == files.size();
        if (files.isEmpty() || !named) {
            throw new DomainException("The layer's files have no usable names, so nothing was added; rename them.");
        }
    }
}
