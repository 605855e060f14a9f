package org.sightline.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;
import org.sightline.source.PublicationDate;

/**
 * Finds the times of a text. {@link TimeAtom} finds the bare dates; here a clock time beside one is joined to it, two are
 * joined into an interval ("from 3 to 5 October"), and the word before says how one is meant ("since", "by", "around").
 * Stateless.
 */
final class TimeReading {
    private static final Pattern JOINT = Pattern.compile(
            "\\s*(?:,\\s*)?(?:(?<to>to|until|till|through)\\s+|(?<and>and)\\s+|(?<dash>[–—-])\\s*)(?:the\\s+)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:"
                    + "(?<since>(?:ever\\s+)?since|starting\\s+(?:from|on|in)|starting|beginning\\s+(?:on|in)|as\\s+of)"
                    + "|(?<from>from)|(?<between>between)"
                    + "|(?<until>until|till|up\\s+to|up\\s+until|no\\s+later\\s+than|not\\s+later\\s+than|by)"
                    + "|(?<before>before|prior\\s+to)|(?<after>after)"
                    + "|(?<about>(?:(?:on|in)\\s+)?(?:around|about|circa|approximately|roughly)|on\\s+or\\s+about)"
                    + "|(?<all>throughout|all\\s+through|all\\s+of|all)"
                    + "|(?<plain>on|in|at|during|of|for|over)"
                    + ")\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);

    private static final int LOOK_BACK = 32;

    private TimeReading() {}

    /** Readings of a stretch of time, given the publication date; throws where that is needed and not there. */
    interface Resolver extends Function<Optional<PublicationDate>, List<Stretch>> {}

    /** What becomes a {@link When} once its words are known. */
    record Stretch(Edtf edtf, When.Precision precision, When.Extent extent) {
        static Stretch of(Edtf edtf) {
            return new Stretch(edtf, edtf.precision(), edtf.interval() ? When.Extent.ALL : When.Extent.SOME);
        }

        static Stretch of(CalendarDate date) {
            return of(Edtf.single(date));
        }

        Stretch extent(When.Extent newExtent) {
            return new Stretch(edtf, precision, newExtent);
        }
    }

    /** UTF-16 code units, end exclusive. */
    record Span(int start, int end, Resolver resolver) {
        Span with(int newStart, int newEnd, Resolver newResolver) {
            return new Span(newStart, newEnd, newResolver);
        }
    }

    /** Every time in a text, whether or not it can be resolved, in order. */
    static List<Span> spans(String text) {
        List<Span> atoms = ClockTime.joined(text, TimeAtom.find(text));
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < atoms.size()) {
            Span atom = atoms.get(i);
            Matcher before = before(text, atom.start);
            Optional<Span> pair = i + 1 < atoms.size() ? pair(text, atom, atoms.get(i + 1), before) : Optional.empty();
            spans.add(pair.orElseGet(() -> meant(atom, before)));
            i += pair.isPresent() ? 2 : 1;
        }
        return spans;
    }

    static List<When.Found> find(String text, Optional<PublicationDate> published) {
        List<When.Found> found = new ArrayList<>();
        for (Span span : spans(text)) {
            List<When> readings = readings(span, text, published);
            if (!readings.isEmpty()) {
                found.add(new When.Found(readings, span.start, span.end));
            }
        }
        return found;
    }

    private static List<When> readings(Span span, String text, Optional<PublicationDate> published) {
        try {
            return whens(span, text, published);
        } catch (NeedsPublication e) {
            // a text may well hold "yesterday" in a source of unknown date: there is then nothing to propose
            return List.of();
        }
    }

    private static List<When> whens(Span span, String text, Optional<PublicationDate> published) {
        String verbatim = text.substring(span.start, span.end);
        return span.resolver.apply(published).stream()
                .filter(s -> s.edtf.runsForward())
                .map(s -> When.of(verbatim, s.edtf, s.precision, s.extent))
                .distinct()
                .toList();
    }

    /**
     * The readings of words that are one time and nothing else; empty when they are not.
     *
     * @throws DomainException when they depend on a publication date that is not known
     */
    static List<When> whole(String words, Optional<PublicationDate> published) {
        List<Span> spans = spans(words);
        if (spans.size() != 1) {
            return List.of();
        }
        Span span = spans.get(0);
        String rest = words.substring(0, span.start) + words.substring(span.end);
        return rest.replaceAll("[\\s.,;()\"“”]+", "").isEmpty() ? whens(span, words, published) : List.of();
    }

    /** Words that cannot be resolved without knowing when the source was published. */
    static final class NeedsPublication extends DomainException {
        private static final long serialVersionUID = 1L;

        NeedsPublication(String words) {
            super("\"" + words + "\" depends on when the source was published; give the publication date, or write the"
                    + " date itself, such as 2022-10-12.");
        }
    }

    private static Matcher before(String text, int start) {
        Matcher before = BEFORE.matcher(text).region(Math.max(0, start - LOOK_BACK), start);
        before.useTransparentBounds(true);
        return before;
    }

    private static Optional<Span> pair(String text, Span first, Span second, Matcher before) {
        Matcher joint = JOINT.matcher(text).region(first.end, second.start);
        if (!joint.matches()) {
            return Optional.empty();
        }
        boolean opened = before.find();
        boolean between = opened && before.group("between") != null;
        if (joint.group("and") != null && !between) {
            before.reset();
            before.region(Math.max(0, first.start - LOOK_BACK), first.start);
            return Optional.empty();
        }
        int start = opened && (between || before.group("from") != null || before.group("since") != null)
                ? before.start()
                : first.start;
        When.Extent extent = between ? When.Extent.SOME : When.Extent.ALL;
        Resolver both = published -> {
            List<Stretch> seconds = second.resolver.apply(published);
            return intervals(firsts(first, seconds, published), seconds, extent);
        };
        return Optional.of(new Span(start, second.end, both));
    }

    /** The second end tells the year of the first: "from 28 September to 3 October 2021". */
    private static List<Stretch> firsts(Span first, List<Stretch> seconds, Optional<PublicationDate> published) {
        List<Stretch> firsts = new ArrayList<>();
        for (Stretch second : seconds) {
            second.edtf
                    .to()
                    .map(d -> new PublicationDate(d.start().toLocalDate().toString()))
                    .ifPresent(end -> firsts.addAll(first.resolver.apply(Optional.of(end))));
        }
        published.ifPresent(p -> firsts.addAll(first.resolver.apply(published)));
        return firsts;
    }

    /** Each second end with the nearest first end before it. */
    private static List<Stretch> intervals(List<Stretch> firsts, List<Stretch> seconds, When.Extent extent) {
        List<Stretch> intervals = new ArrayList<>();
        for (Stretch second : seconds) {
            firsts.stream()
                    .filter(f -> f.edtf.from().isPresent() && second.edtf.to().isPresent())
                    .map(f -> Edtf.between(f.edtf.from().get(), second.edtf.to().get()))
                    .filter(Edtf::runsForward)
                    .max(Comparator.comparing(
                            e -> e.from().map(d -> d.start().toInstant()).orElseThrow()))
                    .map(e -> new Stretch(e, e.precision(), extent))
                    .ifPresent(intervals::add);
        }
        return intervals;
    }

    private static Span meant(Span atom, Matcher before) {
        if (!before.find()) {
            return atom;
        }
        Function<Stretch, Optional<Stretch>> change = change(before);
        return atom.with(
                before.start(),
                atom.end,
                published -> atom.resolver.apply(published).stream()
                        .flatMap(s -> change.apply(s).stream())
                        .toList());
    }

    private static Function<Stretch, Optional<Stretch>> change(Matcher word) {
        if (word.group("since") != null || word.group("from") != null) {
            return s -> s.edtf.from().map(d -> Stretch.of(Edtf.since(d)));
        }
        if (word.group("until") != null) {
            return s -> s.edtf.to().map(d -> Stretch.of(Edtf.until(d)).extent(When.Extent.SOME));
        }
        if (word.group("before") != null) {
            return s -> s.edtf.from()
                    .map(d -> Stretch.of(Edtf.until(d.neighbour(true))).extent(When.Extent.SOME));
        }
        if (word.group("after") != null) {
            return s -> s.edtf.to()
                    .map(d -> Stretch.of(Edtf.since(d.neighbour(false))).extent(When.Extent.SOME));
        }
        if (word.group("about") != null) {
            return s -> Optional.of(new Stretch(s.edtf.approximate(), s.precision, s.extent));
        }
        return word.group("all") != null ? s -> Optional.of(s.extent(When.Extent.ALL)) : Optional::of;
    }
}
