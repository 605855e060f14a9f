package org.sightline.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * An immutable snapshot of a source. The bytes and the extracted text stay in the board and are read when needed; this
 * is what is known about them.
 *
 * @param id key within one board; 0 until stored
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType IANA media type without parameters, such as {@code text/html}
 * @param charset the character encoding the text was decoded with, where that applies
 * @param retrieved when the bytes were taken
 * @param bytes length of the snapshot, bytes
 * @param textLength length of the extracted text, UTF-16 code units
 */
public record Capture(
        long id,
        UUID uuid,
        UUID source,
        String sha256,
        String mediaType,
        Optional<String> charset,
        Instant retrieved,
        long bytes,
        int textLength) {

    /**
     * A new capture of a source, with the hash of its bytes.
     *
     * @param retrieved when the bytes were taken; kept to the millisecond
     */
    public static Capture of(UUID source, CapturedText content, Instant retrieved) {
        return new Capture(
                0,
                UUID.randomUUID(),
                source,
                sha256(content.bytes()),
                content.mediaType(),
                content.charset(),
                retrieved.truncatedTo(ChronoUnit.MILLIS),
                content.bytes().length,
                content.text().length());
    }

    /** The SHA-256 of bytes (FIPS 180-4), 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether bytes are those that were captured. */
    public boolean holds(byte[] content) {
        return content.length == bytes && sha256(content).equals(sha256);
    }

    public Capture withId(long newId) {
        return new Capture(newId, uuid, source, sha256, mediaType, charset, retrieved, bytes, textLength);
    }

    /** The first 12 digits of the hash, as printed. */
    public String shortHash() {
        return sha256.substring(0, 12);
    }
}
