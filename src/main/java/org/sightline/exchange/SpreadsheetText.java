package org.sightline.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern PLAIN = Pattern.compile("(?<=^|[;\\t\\n\\r])(?='*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");
    private static final Pattern GUARDED =
            Pattern.compile("(?<=^|[;\\t\\n\\r])'(?='*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private SpreadsheetText() {}

    /** The form that is safe in a cell. */
    public static String guard(String plain) {
        return PLAIN.matcher(plain).replaceAll("'");
    }

    /** What {@link #guard} was given. */
    public static String plain(String guarded) {
        Matcher matcher = GUARDED.matcher(guarded);
        return matcher.replaceAll("");
    }
}
