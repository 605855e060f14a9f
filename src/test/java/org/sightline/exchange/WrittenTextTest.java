package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.analysis.Dossier;
import org.sightline.source.Quote;

/** What is written by hand for speed, against what the JDK makes of it. */
class WrittenTextTest {
    private static final String LETTERS = "ab ,;\"'=\n\r\t\u0001é\u0416\u0434戦\u2028\uD83D\uDE9A\uD83D\uDE9B\uFFFD";

    private static String random(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most);
        while (text.length() < length) {
            int at = random.nextInt(LETTERS.codePointCount(0, LETTERS.length()));
            text.appendCodePoint(LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, at)));
        }
        return text.toString();
    }

    @Test
    void textIsEncodedAsByTheJdk() throws IOException {
        Random random = new Random(4180);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Utf8Out written = new Utf8Out(out);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            String text = random(random, i % 50 == 0 ? 200_000 : 90);
            all.append(text).append(',').append(text, 0, text.length() / 2);
            written.text(text);
            written.ascii(',');
            written.text(text, 0, text.length() / 2);
        }
        for (String half : List.of("\uD83D", "a\uDE9Ab", "\uD83D" + "x".repeat(70_000))) {
            all.append(half);
            written.text(half);
        }
        written.flush();
        assertArrayEquals(all.toString().getBytes(StandardCharsets.UTF_8), out.toByteArray());
    }

    @Test
    void instantsAreWrittenAsByTheJdk() {
        Random random = new Random(8601);
        for (int i = 0; i < 20_000; i++) {
            long seconds = random.nextLong(-70_000_000_000L, 300_000_000_000L);
            for (long nanos : new long[] {0, random.nextInt(1000) * 1_000_000L, random.nextInt(1_000_000_000)}) {
                Instant at = Instant.ofEpochSecond(seconds, nanos);
                assertEquals(at.toString(), InstantText.of(at));
                InstantText.parse(at.toString()).ifPresent(read -> assertEquals(at, read));
            }
        }
        assertEquals(Instant.MAX.toString(), InstantText.of(Instant.MAX));
        assertEquals(Instant.MIN.toString(), InstantText.of(Instant.MIN));
    }

    @Test
    void instantsOfTheCommonFormAreRead() {
        for (String text : new String[] {"2022-10-13T14:05:00Z", "2022-10-13T14:05:00.120Z", "0000-01-01T00:00:00Z"}) {
            assertEquals(Optional.of(Instant.parse(text)), InstantText.parse(text));
        }
        for (String text :
                new String[] {"", "2022-10-13", "2022-13-13T14:05:00Z", "2022-10-13T24:00:00Z", "x".repeat(20)}) {
            assertEquals(Optional.empty(), InstantText.parse(text));
        }
    }

    @Test
    void textsAreGuardedAsTheRuleSays() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, 30);
            String guarded = SpreadsheetText.guard(text);
            assertEquals(text.replaceAll("(?<=^|[;\t\n\r])(?='*[=+\\-@])", "'"), guarded);
            assertEquals(text, SpreadsheetText.plain(guarded));
            assertEquals(text.replaceAll("(?<=^|[;\t\n\r])'(?='*[=+\\-@])", ""), SpreadsheetText.plain(text));
        }
    }

    /** Quotes at any place of texts with letters of one to four bytes, over the edges of steps and inside pairs. */
    @Test
    void quotesAreFoundAtTheirBytes() {
        Random random = new Random(7946);
        Evidence evidence = new Evidence();
        for (int i = 0; i < 300; i++) {
            String text = random(random, i % 3 == 0 ? 9_000 : 2_100) + "end";
            CaptureTexts texts = new CaptureTexts(uuid -> text.getBytes(StandardCharsets.UTF_8));
            for (int j = 0; j < 40; j++) {
                int start = j < 8 && text.length() > 1024 ? 1020 + j : random.nextInt(text.length());
                int end = Math.min(text.length(), start + random.nextInt(40));
                String exact =
                        new String(text.substring(start, end).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                String words = j % 5 == 0 ? exact + "x" : exact; // half a pair cannot be stored
                Quote quote = new Quote(
                        1, UUID.randomUUID(), evidence.capture.uuid(), start, end, words, "", "", Optional.empty());
                Dossier.Citation found = texts.cite(quote, evidence.source, evidence.capture);
                assertEquals(quote.intactIn(text), found.intact(), () -> "at " + quote.start());
                boolean insideAPair = start > 0
                        && start < text.length()
                        && Character.isSurrogatePair(text.charAt(start - 1), text.charAt(start));
                if (found.intact() && !insideAPair) { // of no words at all; half a pair has no bytes of its own
                    assertEquals(text.substring(0, start).getBytes(StandardCharsets.UTF_8).length, found.byteStart());
                    assertEquals(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length, found.byteEnd());
                }
            }
        }
    }
}
