package org.sightline.source;

import java.time.Instant;
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

    /** The first 12 digits of the hash, as printed. */
    public String shortHash() {
        return sha256.substring(0, 12);
    }
}
