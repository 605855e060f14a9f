package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * XML on its way into a file, in UTF-8. Markup in texts is escaped, a carriage return too, since readers make a line feed of
 * it; characters that XML cannot hold (XML 1.0, section 2.2) become U+FFFD. Names are taken as they are. One thread; not
 * closed, since the stream is the caller's.
 */
final class XmlOut {
    private static final boolean[] PLAIN = plain();

    private final Utf8Out out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** A document. */
    XmlOut(OutputStream out) throws IOException {
        this(new Utf8Out(out));
        this.out.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Whole elements of a document, such as all that stands for one claim. */
    XmlOut(Utf8Out out) {
        this.out = out;
    }

    void begin(String name) throws IOException {
        endTag();
        out.ascii('<');
        out.text(name);
        open.push(name);
        inTag = true;
    }

    /** Of the element that has just begun. */
    void attribute(String name, String value) throws IOException {
        out.ascii(' ');
        out.text(name);
        out.text("=\"");
        escaped(value);
        out.ascii('"');
    }

    void end() throws IOException {
        endTag();
        out.text("</");
        out.text(open.pop());
        out.ascii('>');
    }

    void element(String name, String text) throws IOException {
        begin(name);
        endTag();
        escaped(text);
        end();
    }

    /** Text between markup that is well formed together. */
    void between(byte[] before, String text, byte[] after) throws IOException {
        endTag();
        out.bytes(before);
        escaped(text);
        out.bytes(after);
    }

    void newLine() throws IOException {
        endTag();
        out.ascii('\n');
    }

    /** Hands on what has been gathered, the tag under way ended. */
    void flush() throws IOException {
        endTag();
        out.flush();
    }

    private void endTag() throws IOException {
        if (inTag) {
            out.ascii('>');
            inTag = false;
        }
    }

    /** Whether a letter below 128 is written as it is. */
    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = instead(String.valueOf(c), 0) == null;
        }
        return plain;
    }

    private void escaped(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < PLAIN.length ? PLAIN[c] : c < Character.MIN_SURROGATE) { // most letters
                continue;
            }
            String instead = instead(text, i);
            if (instead != null) {
                out.text(text, from, i);
                out.text(instead);
                from = i + 1;
            }
        }
        if (from == 0) {
            out.text(text);
        } else {
            out.text(text, from, text.length());
        }
    }

    private static @Nullable String instead(String text, int at) {
        return switch (text.charAt(at)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#13;";
            default -> XmlText.isLegal(text, at) ? null : "\uFFFD";
        };
    }
}
