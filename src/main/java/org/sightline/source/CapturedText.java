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
        byte[] bytes, String mediaType, Optional<String> charset, String text, Optional<String> title) {}
