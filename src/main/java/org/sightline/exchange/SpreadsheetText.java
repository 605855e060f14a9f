package org.sightline.exchange;

/**
 * Text that a spreadsheet will not run. A cell that begins with {@code = + - @} is a formula to most of them, and where
 * the list separator is a semicolon or tab, or a line breaks, such a beginning may also lie inside our cell (OWASP, CSV
 * injection). One apostrophe, the spreadsheets' own mark for "this is text", goes before it.
 *
 * <p>Nothing is lost: at the beginning of the text, and after each semicolon, tab, line feed or carriage return, a run of
 * apostrophes before {@code = + - @} (or their full-width forms) is one longer in the guarded form than in the plain
 * one, and nothing else differs. Stateless.
 */
public final class SpreadsheetText {
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** The form that is safe in a cell. */
    public static String guard(String plain) {
        return isRisky(plain, 0) || beginsInside(plain) ? guarded(plain) : plain;
    }

    // searches that the JVM does many letters at a time
    private static boolean beginsInside(String text) {
        return text.indexOf(';') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0;
    }

    private static String guarded(String plain) {
        StringBuilder out = null;
        int copied = 0;
        boolean begins = true;
        for (int i = 0; i < plain.length(); i++) {
            if (begins && isRisky(plain, i)) {
                out = out == null ? new StringBuilder(plain.length() + 8) : out;
                out.append(plain, copied, i).append('\'');
                copied = i;
            }
            begins = begins(plain.charAt(i));
        }
        return out == null ? plain : out.append(plain, copied, plain.length()).toString();
    }

    /** Whether a cell may begin behind this. */
    private static boolean begins(char c) {
        return c == ';' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isRisky(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }

    /** What {@link #guard} was given. */
    public static String plain(String guarded) {
        if (guarded.indexOf('\'') < 0) {
            return guarded;
        }
        StringBuilder out = null;
        int copied = 0;
        boolean begins = true;
        for (int i = 0; i < guarded.length(); i++) {
            char c = guarded.charAt(i);
            if (begins && c == '\'' && isRisky(guarded, i)) {
                out = out == null ? new StringBuilder(guarded.length()) : out;
                out.append(guarded, copied, i);
                copied = i + 1;
            }
            begins = begins(c);
        }
        return out == null
                ? guarded
                : out.append(guarded, copied, guarded.length()).toString();
    }
}
