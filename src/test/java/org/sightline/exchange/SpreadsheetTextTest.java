package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpreadsheetTextTest {

    @Test
    void formulasGetAnApostrophe() {
        assertEquals("'=1+1", SpreadsheetText.guard("=1+1"));
        assertEquals("'+1", SpreadsheetText.guard("+1"));
        assertEquals("'-1", SpreadsheetText.guard("-1"));
        assertEquals("'@SUM(A1)", SpreadsheetText.guard("@SUM(A1)"));
        assertEquals("'\uFF1D1", SpreadsheetText.guard("\uFF1D1"));
        assertEquals("\t'=1", SpreadsheetText.guard("\t=1"));
    }

    @Test
    void formulasInsideACellGetOneToo() {
        assertEquals("a;'=1", SpreadsheetText.guard("a;=1"));
        assertEquals("a\r\n'=1", SpreadsheetText.guard("a\r\n=1"));
    }

    @Test
    void ordinaryWordsStayAsTheyAre() {
        for (String text : new String[] {"", "Yelsk", "'tis", "15-30 tanks", "a = b", "a; b", "\"quoted\"", "T-72A"}) {
            assertEquals(text, SpreadsheetText.guard(text));
        }
    }

    @Test
    void anyTextComesBackFromTheGuardedForm() {
        Random random = new Random(7);
        String letters = "a'=+-@;\t\n\r\uFF1D, ";
        Pattern formula = Pattern.compile("(^|[;\\t\\n\\r])[=+\\-@\uFF1D]");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String guarded = SpreadsheetText.guard(text.toString());
            assertEquals(text.toString(), SpreadsheetText.plain(guarded));
            assertFalse(formula.matcher(guarded).find(), guarded);
        }
    }
}
