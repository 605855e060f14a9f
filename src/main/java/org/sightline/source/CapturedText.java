package org.sightline.source;

import java.util.Optional;

/**
 * Bytes and what was read from them: the one thing a capture is made of.
 *
 * @param bytes the snapshot, never rewritten
 * @param mediaType IANA media type without parameters
 * @param charset the encoding that was used to decode, where that applies
 * @param text the extracted text that quotes are anchored in; line ends are {@code \n}
 * @param title a title found in the content, where there is one
 */
public record CapturedText(
        byte[] bytes, String mediaType, Optional<String> charset, String text, Optional<String> title) {
    /** What stands for bytes that no character could be made of. */
    private static final char REPLACEMENT = '\uFFFD';

    /** How many characters of the text are U+FFFD, which stands for bytes that fit no character of the encoding. */
    public int undecoded() {
        return (int) text.chars().filter(c -> c == REPLACEMENT).count();
    }

    /** Where the first of those stands, in UTF-16 code units; -1 when there is none. */
    public int firstUndecoded() {
        return text.indexOf(REPLACEMENT);
    }
}
