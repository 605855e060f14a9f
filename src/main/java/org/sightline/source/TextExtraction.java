package org.sightline.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/**
 * Reads the text of a snapshot: plain text in any common encoding, and HTML. Nothing in it is executed, and nothing
 * remote is loaded. Text is text: a stray tag in a plain text stays as it stands. Stateless, safe for any thread.
 */
public final class TextExtraction {
    /** Largest plain text, bytes. */
    public static final int MOST_TEXT_BYTES = 256 << 20;

    /** Largest page, bytes; a page's tree takes many times its bytes in memory. */
    public static final int MOST_HTML_BYTES = 32 << 20;

    private static final int DECLARATION_BYTES = 8 * 1024;
    private static final Pattern DECLARED = Pattern.compile(
            "(?:<meta[^>]{0,300}?charset|<\\?xml[^>]{0,200}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{1,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_START = Pattern.compile(
            "\\s*(?:<!--.{0,2000}?-->\\s*|<\\?xml[^>]{0,300}>\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML_NAME =
            Pattern.compile(".*\\.(?:html?|xhtml|shtml|php|aspx?)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TEXT_NAME =
            Pattern.compile(".*\\.(?:txt|text|md|markdown|log|srt|vtt)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TextExtraction() {}

    /**
     * The encoding of a table in plain text, from its head. Texts of a table in UTF-8 may hold zero bytes.
     *
     * @param head the first bytes, ending with a whole character
     * @param name of the file, for messages
     * @throws DomainException when it is no text
     */
    public static Charset tableCharset(byte[] head, String name) {
        BinaryFormat.of(head).ifPresent(format -> {
            throw new DomainException("\"" + name + "\" is " + format.isWhat + ".");
        });
        Decoding decoding = Decoding.of(head, name, Optional.empty(), Optional.empty());
        String text = decoding.text();
        boolean whole = decoding.charset().equals(StandardCharsets.UTF_8) && text.indexOf('\uFFFD') < 0;
        if (whole ? controls(text) * 10 > text.length() : isBinary(text)) {
            throw new DomainException(
                    "\"" + name + "\" is no table in text but binary data; see whether it is the right file.");
        }
        return decoding.charset();
    }

    /**
     * @param name of the file, for its extension and for messages
     * @param charset when given, used instead of what is detected
     * @throws org.sightline.DomainException when the bytes are empty, not text, or cannot be decoded
     */
    public static CapturedText read(byte[] bytes, String name, Optional<String> charset) {
        if (bytes.length == 0) {
            throw new DomainException("\"" + name + "\" is empty; there is nothing in it to capture.");
        }
        BinaryFormat.of(bytes).ifPresent(format -> {
            throw new DomainException("\"" + name + "\" is " + format.isWhat + ".");
        });
        boolean html = isHtml(bytes, name);
        refuseAbove(html ? MOST_HTML_BYTES : MOST_TEXT_BYTES, bytes, name);
        Decoding decoding = Decoding.of(bytes, name, charset, html ? declaredCharset(bytes) : Optional.empty());
        refuseBinary(decoding.text(), name);
        return html ? page(bytes, name, decoding) : plain(bytes, name, decoding);
    }

    private static CapturedText page(byte[] bytes, String name, Decoding decoding) {
        ArticleText article = ArticleText.of(decoding.text());
        if (article.text().isBlank()) {
            throw new DomainException(
                    "The page \"" + name
                            + "\" has no readable text; if it fills itself by script, copy its words and capture them as text.");
        }
        return new CapturedText(
                bytes, "text/html", Optional.of(decoding.charset().name()), article.text(), article.title());
    }

    private static CapturedText plain(byte[] bytes, String name, Decoding decoding) {
        String text = decoding.text().replace("\r\n", "\n").replace('\r', '\n');
        if (text.isBlank()) {
            throw new DomainException("\"" + name + "\" holds nothing but blanks; there is nothing in it to capture.");
        }
        return new CapturedText(
                bytes, "text/plain", Optional.of(decoding.charset().name()), text, Optional.empty());
    }

    private static boolean isHtml(byte[] bytes, String name) {
        if (HTML_NAME.matcher(name).matches()) {
            return true;
        }
        if (TEXT_NAME.matcher(name).matches()) {
            return false;
        }
        // zero bytes are dropped so that a page in UTF-16 is known as well
        String head = head(bytes, 4 * 1024)
                .replace("\0", "")
                .replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "");
        return HTML_START.matcher(head).matches();
    }

    private static Optional<String> declaredCharset(byte[] bytes) {
        Matcher declared = DECLARED.matcher(head(bytes, DECLARATION_BYTES));
        // a declaration that can be read byte by byte is not in UTF-16, whatever it says (HTML, 13.2.3.2)
        return declared.find()
                ? Optional.of(declared.group(1))
                        .filter(c -> !c.toUpperCase(Locale.ROOT).startsWith("UTF-16"))
                : Optional.empty();
    }

    private static String head(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1);
    }

    private static void refuseAbove(int most, byte[] bytes, String name) {
        if (bytes.length > most) {
            throw new DomainException("\"" + name + "\" is " + (bytes.length >> 20) + " MiB long, more than the "
                    + (most >> 20) + " MiB that can be read; split it and capture the parts.");
        }
    }

    private static void refuseBinary(String text, String name) {
        if (isBinary(text)) {
            throw new DomainException("\"" + name + "\" is not text but binary data; choose a text or HTML file.");
        }
    }

    private static boolean isBinary(String text) {
        return text.indexOf('\0') >= 0 || controls(text) * 100 > text.length();
    }

    private static long controls(String text) {
        return text.chars()
                .filter(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
    }
}
