package org.sightline.source;

import java.util.Optional;

/** Reads the text of a snapshot. Nothing in it is executed, and nothing remote is loaded. Stateless. */
public final class TextExtraction {
    private TextExtraction() {}

    /**
     * @param name of the file, for its extension and for messages
     * @param charset when given, used instead of what is detected
     * @throws org.sightline.DomainException when the bytes are empty, not text, or cannot be decoded
     */
    public static CapturedText read(byte[] bytes, String name, Optional<String> charset) {
        throw new UnsupportedOperationException();
    }
}
