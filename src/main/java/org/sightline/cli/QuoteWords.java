package org.sightline.cli;

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
            names = "--capture",
            paramLabel = "SHA256",
            description = "Which capture of it, by the beginning of its hash; the newest unless given.")
    @Nullable
    String hash;

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
        Capture capture = BoardAct.capture(snapshot, quoted, Optional.ofNullable(hash));
        Optional<UUID> relayed = Optional.ofNullable(relays)
                .map(reference -> BoardAct.source(snapshot, reference).uuid());
        String text = snapshot.text(capture.uuid());
        earlierCapture(snapshot, quoted, capture, text).ifPresent(earlier -> {
            throw new DomainException("These words are not in the newest capture of source " + quoted.id()
                    + " but in an earlier one; quote that with --capture " + earlier.shortHash() + ".");
        });
        Anchoring.Range found = find(text, quoted);
        return new Anchored(Anchoring.quote(capture.uuid(), text, found.start(), found.end(), relayed), quoted);
    }

    /** An earlier capture that has the words, when the newest, which was meant by default, has them no longer. */
    private Optional<Capture> earlierCapture(Snapshot snapshot, Source quoted, Capture newest, String text) {
        if (hash != null || words == null || words.isBlank() || text.contains(words)) {
            return Optional.empty();
        }
        return snapshot.captures(quoted.uuid()).reversed().stream()
                .filter(c -> !c.uuid().equals(newest.uuid()))
                .filter(c -> snapshot.text(c.uuid()).contains(words))
                .findFirst();
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
