package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text on its way into a file, in UTF-8, gathered in a buffer; half a pair of surrogates becomes a question mark, as Java
 * encodes it. One thread; not closed, since the stream is the caller's.
 */
final class Utf8Out {
    private static final int SIZE = 1 << 16;
    private static final int MOST_BYTES = 4;
    private static final int SHORT = 32;
    private static final int MOST_LETTERS = 64;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int length;

    Utf8Out(OutputStream out) {
        this.out = out;
    }

    /** @param c below 128 */
    void ascii(char c) throws IOException {
        if (length == SIZE) {
            flush();
        }
        buffer[length++] = (byte) c;
    }

    void text(String text) throws IOException {
        if (text.length() < SHORT) {
            text(text, 0, text.length());
            return;
        }
        bytes(text.getBytes(StandardCharsets.UTF_8)); // which the JVM does many letters at a time
    }

    /**
     * Writes a short text of certain letters.
     *
     * @param letters which letters below 128 may be in it
     * @return whether it is one; nothing has been written otherwise
     */
    boolean shortAscii(String text, boolean[] letters) throws IOException {
        int count = text.length();
        if (count > MOST_LETTERS) {
            return false;
        }
        if (SIZE - length < count) {
            flush();
        }
        int into = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= letters.length || !letters[c]) {
                return false;
            }
            buffer[into++] = (byte) c;
        }
        length = into;
        return true;
    }

    /** Bytes that are UTF-8 already. */
    void bytes(byte[] utf8) throws IOException {
        if (SIZE - length < utf8.length) {
            flush();
        }
        if (utf8.length > SIZE) {
            out.write(utf8);
        } else {
            System.arraycopy(utf8, 0, buffer, length, utf8.length);
            length += utf8.length;
        }
    }

    void text(String text, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (SIZE - length < MOST_BYTES) {
                flush();
            }
            int end = Math.min(to, at + SIZE - length);
            int into = length;
            while (at < end) {
                char c = text.charAt(at);
                if (c >= 0x80) {
                    break;
                }
                buffer[into++] = (byte) c;
                at++;
            }
            length = into;
            if (at < end && SIZE - length >= MOST_BYTES) {
                at += beyondAscii(text, at, to);
            }
        }
    }

    /** @return code units that were written */
    private int beyondAscii(String text, int at, int to) {
        char c = text.charAt(at);
        if (c < 0x800) {
            buffer[length++] = (byte) (0xC0 | c >> 6);
            buffer[length++] = (byte) (0x80 | c & 0x3F);
            return 1;
        }
        if (!Character.isSurrogate(c)) {
            buffer[length++] = (byte) (0xE0 | c >> 12);
            buffer[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            buffer[length++] = (byte) (0x80 | c & 0x3F);
            return 1;
        }
        if (!Character.isHighSurrogate(c) || at + 1 >= to || !Character.isLowSurrogate(text.charAt(at + 1))) {
            buffer[length++] = '?';
            return 1;
        }
        int point = Character.toCodePoint(c, text.charAt(at + 1));
        buffer[length++] = (byte) (0xF0 | point >> 18);
        buffer[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        buffer[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        buffer[length++] = (byte) (0x80 | point & 0x3F);
        return 2;
    }

    /** Hands on what has been gathered. */
    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
