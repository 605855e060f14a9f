package org.sightline.report;

import java.util.Locale;

/**
 * Text that others wrote, made fit to be written into a page: what would end a tag, reorder a line or break the encoding
 * is shown and not obeyed. A control character or an explicit bidirectional one (Unicode UAX 9, section 2) becomes its
 * number, such as {@code [U+202E]}; half of a surrogate pair becomes U+FFFD. Stateless.
 */
final class ForeignText {
    private ForeignText() {}

    /** Readable text without markup, for JSON. */
    static String plain(String text) {
        StringBuilder out = null;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            if (needsCare(c)) {
                out = out == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : out;
                shown(c, text, i, out);
            } else if (out != null) {
                out.appendCodePoint(c);
            }
            i += length;
        }
        return out == null ? text : out.toString();
    }

    /** For the content of an element or an attribute in quotes. */
    static String html(String text) {
        String plain = plain(text);
        StringBuilder out = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean needsCare(int c) {
        return c < ' ' && c != '\n' && c != '\t'
                || c >= 0x7F && c <= 0x9F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x2028
                || c == 0x2029
                || c >= 0xD800 && c <= 0xDFFF
                || (c & 0xFFFE) == 0xFFFE;
    }

    private static void shown(int c, String text, int at, StringBuilder out) {
        if (c == '\r') {
            boolean pair = at + 1 < text.length() && text.charAt(at + 1) == '\n';
            out.append(pair ? "" : "\n");
        } else if (c == 0x2028 || c == 0x2029) {
            out.append('\n');
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            out.append('\uFFFD');
        } else {
            out.append(String.format(Locale.ROOT, "[U+%04X]", c));
        }
    }
}
