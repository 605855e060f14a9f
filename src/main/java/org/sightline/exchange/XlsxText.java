package org.sightline.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a cell: what XML cannot hold, carriage returns, and what looks like such an escape itself are written as
 * {@code _xHHHH_} (ST_Xstring, ECMA-376-1 22.9.2.19). Stateless.
 */
final class XlsxText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    static String encode(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = !isEscaped(text, i);
        }
        if (plain) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscaped(text, i)) {
                out.append(String.format("_x%04X_", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isEscaped(String text, int at) {
        char c = text.charAt(at);
        return c == '\r'
                || !Character.isSurrogate(c) && !XmlText.isLegal(c)
                || c == '_' && ESCAPE.matcher(text).region(at, text.length()).lookingAt();
    }

    static String decode(String written) {
        if (written.indexOf("_x") < 0) {
            return written;
        }
        Matcher matcher = ESCAPE.matcher(written);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String character = String.valueOf((char) Integer.parseInt(matcher.group(1), 16));
            matcher.appendReplacement(out, Matcher.quoteReplacement(character));
        }
        return matcher.appendTail(out).toString();
    }
}
