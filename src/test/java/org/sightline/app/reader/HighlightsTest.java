package org.sightline.app.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.Test;
import org.sightline.app.desk.BoardView.Quoted;
import org.sightline.claim.Claim;
import org.sightline.source.Anchoring;
import org.sightline.source.Quote;

class HighlightsTest {
    private static final String TEXT = "In Єльськ 🚂 eight tanks stood by the line.";
    private static final UUID CAPTURE = UUID.randomUUID();

    private static Quoted quoted(String words) {
        int start = TEXT.indexOf(words);
        Quote quote = Anchoring.quote(CAPTURE, TEXT, start, start + words.length(), Optional.empty());
        return new Quoted(Claim.draft(words).plusQuote(quote), quote);
    }

    private static String styled(StyleSpans<Collection<String>> spans, String style) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        for (var span : spans) {
            if (span.getStyle().contains(style)) {
                words.append(TEXT, at, at + span.getLength());
            }
            at += span.getLength();
        }
        return words.toString();
    }

    @Test
    void spansCoverExactlyTheQuotedWordsEvenAfterSurrogates() {
        var spans = Highlights.of(TEXT, List.of(quoted("eight tanks")), Set.of(), List.of(), 0);
        assertEquals("eight tanks", styled(spans, "quote"));
        assertEquals(TEXT.length(), spans.length());
    }

    @Test
    void wordsOfTwoQuotesAreMarkedAsShared() {
        Quoted first = quoted("eight tanks");
        Quoted second = quoted("tanks stood");
        var spans = Highlights.of(
                TEXT, List.of(first, second), Set.of(second.claim().uuid()), List.of(), 0);
        assertEquals("tanks", styled(spans, "quote-shared"));
        assertEquals("tanks stood", styled(spans, "quote-selected"));
    }

    @Test
    void orphanedQuoteIsNotDrawnAnywhere() {
        Quoted quoted = quoted("eight tanks");
        Quote moved =
                new Quote(0, UUID.randomUUID(), CAPTURE, 3, 14, quoted.quote().exact(), "", "", Optional.empty());
        var spans = Highlights.of(TEXT, List.of(new Quoted(quoted.claim(), moved)), Set.of(), List.of(), 0);
        assertTrue(styled(spans, "quote").isEmpty());
    }

    @Test
    void emptyTextHasNoSpans() {
        assertEquals(0, Highlights.of("", List.of(), Set.of(), List.of(), 0).length());
    }
}
