package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * Writes canonical JSON (RFC 8785) straight into UTF-8, for those who know an object's members in their order. Members
 * are given by ascending key; an order that is not canonical is refused. Not thread safe.
 */
final class CanonicalWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String NO_KEY = "";

    private byte[] bytes = new byte[4096];
    private int length;
    private String[] lastKeys = new String[16];
    private int depth;
    private boolean separate;

    int length() {
        return length;
    }

    /** What has been written; the array itself, good until the next call, {@link #length()} bytes of it. */
    byte[] bytes() {
        return bytes;
    }

    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Hands over what has been written and begins anew. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        separate = false;
        return taken;
    }

    /** A line end, between values. */
    CanonicalWriter endLine() {
        put('\n');
        separate = false;
        return this;
    }

    CanonicalWriter beginObject() {
        comma();
        put('{');
        separate = false;
        if (depth == lastKeys.length) {
            lastKeys = Arrays.copyOf(lastKeys, depth * 2);
        }
        lastKeys[depth++] = NO_KEY;
        return this;
    }

    CanonicalWriter endObject() {
        depth--;
        put('}');
        separate = true;
        return this;
    }

    CanonicalWriter beginArray() {
        comma();
        put('[');
        separate = false;
        return this;
    }

    CanonicalWriter endArray() {
        put(']');
        separate = true;
        return this;
    }

    /** The key of the value that comes next. */
    CanonicalWriter key(String key) {
        if (lastKeys[depth - 1].compareTo(key) >= 0) {
            throw new IllegalStateException(key + " comes before " + lastKeys[depth - 1] + " in canonical JSON");
        }
        lastKeys[depth - 1] = key;
        comma();
        string(key);
        put(':');
        separate = false;
        return this;
    }

    CanonicalWriter member(String key, String value) {
        return key(key).value(value);
    }

    /** Nothing when the value is empty. */
    CanonicalWriter member(String key, Optional<String> value) {
        return value.isPresent() ? member(key, value.get()) : this;
    }

    CanonicalWriter member(String key, long value) {
        return key(key).value(value);
    }

    CanonicalWriter member(String key, boolean value) {
        key(key);
        comma();
        ascii(value ? "true" : "false");
        separate = true;
        return this;
    }

    CanonicalWriter member(String key, double value) {
        return key(key).value(value);
    }

    CanonicalWriter value(String value) {
        comma();
        string(value);
        separate = true;
        return this;
    }

    CanonicalWriter value(long value) {
        comma();
        ascii(Long.toString(value));
        separate = true;
        return this;
    }

    CanonicalWriter value(double value) {
        comma();
        ascii(CanonicalJson.number(value));
        separate = true;
        return this;
    }

    /** A value that is canonical JSON already. */
    CanonicalWriter verbatim(String json) {
        comma();
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        separate = true;
        return this;
    }

    private void comma() {
        if (separate) {
            put(',');
        }
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void string(String text) {
        int characters = text.length();
        room(characters * 6L + 2); // the longest escape has six bytes, the longest character three
        byte[] out = bytes;
        int at = length;
        out[at++] = '"';
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    out[at++] = (byte) c;
                } else {
                    at = escape(c, out, at);
                }
            } else if (c < 0x800) {
                out[at++] = (byte) (0xc0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isSurrogate(c)) {
                at = pair(text, i++, out, at);
            } else {
                out[at++] = (byte) (0xe0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                out[at++] = (byte) (0x80 | c & 0x3f);
            }
        }
        out[at++] = '"';
        length = at;
    }

    private static int escape(char c, byte[] out, int start) {
        int at = start;
        out[at++] = '\\';
        int letter = "\b\t\n\f\r\"\\".indexOf(c);
        if (letter >= 0) {
            out[at++] = (byte) "btnfr\"\\".charAt(letter);
            return at;
        }
        out[at++] = 'u';
        out[at++] = '0';
        out[at++] = '0';
        out[at++] = HEX[c >> 4];
        out[at++] = HEX[c & 15];
        return at;
    }

    private static int pair(String text, int i, byte[] out, int start) {
        int character = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(character)) {
            throw new DomainException("A text has half a character in it (an unpaired surrogate) and cannot be stored;"
                    + " type it again.");
        }
        int at = start;
        out[at++] = (byte) (0xf0 | character >> 18);
        out[at++] = (byte) (0x80 | character >> 12 & 0x3f);
        out[at++] = (byte) (0x80 | character >> 6 & 0x3f);
        out[at++] = (byte) (0x80 | character & 0x3f);
        return at;
    }

    private void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    private void room(long more) {
        if (length + more > bytes.length) {
            long wanted = Math.max(length + more, bytes.length * 2L);
            if (length + more > Integer.MAX_VALUE - 8) {
                throw new DomainException("A text is too long to be kept in the journal; shorten it.");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
        }
    }
}
