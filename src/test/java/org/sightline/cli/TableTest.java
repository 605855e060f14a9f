package org.sightline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAlignedAlsoWithWideAndCombiningLetters() {
        Table table = new Table(Table.left("Name"), Table.right("#"));
        table.row("\u6771\u4EAC", 1);
        table.row("e\u0301lan", 20);
        table.row("Ельск", 3);
        assertEquals("""
                Name    #
                \u6771\u4EAC    1
                e\u0301lan   20
                Ельск   3
                """, printed(table, OptionalInt.empty()));
    }

    @Test
    void longTextIsBrokenBetweenWordsOnATerminalAndNeverCut() {
        Table table = new Table(Table.right("#"), Table.text("Claim"));
        table.row(1, "Eight tanks went by rail from Minsk to Russia");
        String narrow = printed(table, OptionalInt.of(24));
        assertTrue(narrow.lines().allMatch(line -> line.length() <= 24), narrow);
        assertEquals(
                "Eight tanks went by rail from Minsk to Russia",
                narrow.lines()
                        .skip(1)
                        .map(l -> l.substring(3))
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
        assertEquals(2, printed(table, OptionalInt.empty()).lines().count());
    }

    @Test
    void wordLongerThanItsColumnIsBrokenWithin() {
        Table table = new Table(Table.text("Hash"));
        table.row("0123456789012345678901234");
        assertEquals("Hash\n0123456789\n0123456789\n01234\n", printed(table, OptionalInt.of(5)));
    }

    private static String printed(Table table, OptionalInt width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.print(new PrintStream(out, true, UTF_8), width);
        return out.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
