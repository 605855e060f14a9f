package org.sightline.claim;

/**
 * Texts of a fixed form, such as {@code 0000-00-00T00:00:00Z}: a digit wherever the form has a 0, and everywhere else
 * what stands there. For what is read and written by the million, where a pattern or a formatter would take most of the
 * time. Stateless.
 */
public final class DigitForm {
    private DigitForm() {}

    /** Whether a text has a form; one that is longer or shorter does not. Digits are those of ASCII. */
    public static boolean fits(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            boolean fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The number that so many digits make, at most nine. */
    public static int number(String text, int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** Writes a number, 0 or more, as so many digits; what it has more of them in front is left out. */
    public static void put(char[] text, int start, int count, int number) {
        int rest = number;
        for (int i = start + count - 1; i >= start; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
