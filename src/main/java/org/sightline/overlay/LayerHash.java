package org.sightline.overlay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sightline.DomainException;
import org.sightline.board.LayerFiles;
import org.sightline.jobs.Jobs;

/**
 * The hash of a file and its companions, as a board keeps it.
 *
 * @param sha256 see {@link LayerFiles#sha256(Map)}
 * @param bytes of all of them
 */
record LayerHash(String sha256, long bytes) {
    private static final int BUFFER = 1 << 20;

    /** @throws DomainException when one of them cannot be read */
    static LayerHash of(Path file, Jobs.Progress progress) {
        List<Path> all = Companions.all(file);
        Map<String, String> hashes = new TreeMap<>();
        long bytes = 0;
        try {
            for (Path one : all) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                try (InputStream in = Files.newInputStream(one)) {
                    byte[] buffer = new byte[BUFFER];
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                        bytes += read;
                        progress.check();
                    }
                }
                hashes.put(one.getFileName().toString(), HexFormat.of().formatHex(digest.digest()));
            }
        } catch (IOException e) {
            throw new DomainException(
                    "The file " + file.getFileName() + " cannot be read; see whether it may be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        return new LayerHash(LayerFiles.sha256(hashes), bytes);
    }

    /** How many bytes a file and its companions have now. */
    static long size(Path file) throws IOException {
        long bytes = 0;
        for (Path one : Companions.all(file)) {
            bytes += Files.size(one);
        }
        return bytes;
    }
}
