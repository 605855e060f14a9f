package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way into a file, in UTF-8, gathered in a buffer; half a pair of surrogates becomes a question mark, as Java
 * encodes it. One thread at a time; not closed, since the stream is the caller's.
 */
final class Utf8Out {
    private static final int SIZE = 1 << 16;
    private static final int MOST_BYTES = 4;
    private static final int SHORT = 32;
    private static final int MOST_LETTERS = 64;

    private final @Nullable OutputStream out;
    private byte[] buffer = new byte[SIZE];
    private int length;

    Utf8Out(OutputStream out) {
        this.out = out;
    }

    /** Holds all that is written until it is {@linkplain #handOn handed on}. */
    Utf8Out() {
        this.out = null;
    }

    /** Bytes gathered since they were last handed on. */
    int length() {
        return length;
    }

    /** A copy of what was gathered behind so many bytes, where there is no stream. */
    byte[] since(int mark) {
        return Arrays.copyOfRange(buffer, mark, length);
    }

    /** @param c below 128 */
    void ascii(char c) throws IOException {
        if (length == buffer.length) {
            makeRoom(1);
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
        if (buffer.length - length < count) {
            makeRoom(count);
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
        if (buffer.length - length < utf8.length) {
            makeRoom(utf8.length);
        }
        if (out != null && utf8.length > buffer.length) {
            out.write(utf8);
        } else {
            System.arraycopy(utf8, 0, buffer, length, utf8.length);
            length += utf8.length;
        }
    }

    void text(String text, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (buffer.length - length < MOST_BYTES) {
                makeRoom(MOST_BYTES);
            }
            int end = Math.min(to, at + buffer.length - length);
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
            if (at < end && buffer.length - length >= MOST_BYTES) {
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

    /** @param bytes at most the buffer's size where there is a stream */
    private void makeRoom(int bytes) throws IOException {
        if (out != null) {
            flush();
        } else {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, Math.addExact(length, bytes)));
        }
    }

    /** Hands on what has been gathered, where there is a stream. */
    void flush() throws IOException {
        if (out != null) {
            handOn(out);
        }
    }

    /** Writes what has been gathered; then nothing is. */
    void handOn(OutputStream to) throws IOException {
        to.write(buffer, 0, length);
        length = 0;
    }
}
