package org.sightline.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Snapshot;
import org.sightline.source.Anchoring;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;
import picocli.CommandLine.Option;

/** The options that name a quote. */
final class QuoteWords {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9}):([0-9]{1,9})");

    @Option(
            names = "--source",
            required = true,
            paramLabel = "ID",
            description = "The source that is quoted, by its number.")
    String source = "";

    @Option(
            names = "--quote",
            paramLabel = "WORDS",
            description = "Its exact words, as \"sightline text\" prints them.")
    @Nullable
    String words;

    @Option(
            names = "--range",
            paramLabel = "START:END",
            description =
                    "Where the words stand (UTF-16 code units, end exclusive); needed when they stand there twice.")
    @Nullable
    String range;

    @Option(
            names = "--relays",
            paramLabel = "SOURCE",
            description = "The source whose assertion these words pass on, where they say so.")
    @Nullable
    String relays;

    /** A quote and the source it was read in. */
    record Anchored(Quote quote, Source source) {}

    /** @throws DomainException when the words are not there, or there twice; the message says where */
    Anchored in(Snapshot snapshot) {
        Source quoted = BoardAct.source(snapshot, source);
        List<Capture> captures = snapshot.captures(quoted.uuid());
        if (captures.isEmpty()) {
            throw new DomainException("Source " + quoted.id() + " has no capture to quote from; capture it first.");
        }
        Capture capture = captures.getLast();
        Optional<UUID> relayed = Optional.ofNullable(relays)
                .map(reference -> BoardAct.source(snapshot, reference).uuid());
        String text = snapshot.text(capture.uuid());
        Anchoring.Range found = find(text, quoted);
        return new Anchored(Anchoring.quote(capture.uuid(), text, found.start(), found.end(), relayed), quoted);
    }

    private Anchoring.Range find(String text, Source quoted) {
        if (words != null && words.isEmpty()) {
            throw new UsageException("--quote is empty; give the exact words that assert the claim.");
        }
        if (range == null && words == null) {
            throw new UsageException("No quote was given; give --quote \"exact words\", or --range START:END.");
        }
        return range == null ? Anchoring.findOne(text, String.valueOf(words)) : ranged(text, range, quoted);
    }

    private Anchoring.Range ranged(String text, String given, Source quoted) {
        Matcher matcher = RANGE.matcher(given.strip());
        if (!matcher.matches()) {
            throw new UsageException("--range: \"" + given + "\" is not START:END, such as 120:148.");
        }
        int start = Integer.parseInt(matcher.group(1));
        int end = Integer.parseInt(matcher.group(2));
        if (start >= end || end > text.length()) {
            throw new UsageException("--range: " + given + " is not within the text of source " + quoted.id()
                    + ", which has " + Amounts.number(text.length()) + " characters.");
        }
        String there = text.substring(start, end);
        if (words != null && !words.equals(there)) {
            throw new DomainException("At " + given + " source " + quoted.id() + " reads \"" + shortened(there)
                    + "\" and not the words of --quote; correct one of the two.");
        }
        return new Anchoring.Range(start, end);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 80)) + "...";
    }
}
