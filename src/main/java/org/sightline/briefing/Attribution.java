package org.sightline.briefing;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sightline.analysis.Dossier;
import org.sightline.analysis.Dossier.Citation;
import org.sightline.source.PublicationDate;
import org.sightline.source.Source;

/** Where a quote comes from, in words. Stateless. */
final class Attribution {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm xxx", Locale.ENGLISH);

    private Attribution() {}

    /** "The Herald, "Convoys in the south", 13 October 2022 · reliability B (usually reliable) · capture 3fa2bc11d09e". */
    static String of(Citation citation) {
        Source source = citation.source();
        List<String> work = new ArrayList<>();
        source.publisher().ifPresent(work::add);
        work.add(source.publisher().isPresent() ? "\u201c" + source.title() + "\u201d" : source.title());
        work.add(source.published().map(Attribution::date).orElseGet(() -> Phrases.of("quote.undated")));
        String reliability = source.reliability()
                .map(r -> Phrases.of("reliability", r))
                .orElseGet(() -> Phrases.of("reliability.none"));
        return String.join(
                Phrases.SEPARATOR,
                String.join(", ", work),
                reliability,
                Phrases.of("quote.capture", citation.capture().shortHash()));
    }

    static String date(PublicationDate date) {
        return switch (date.iso().length()) {
            case 4 -> date.iso();
            case 7 -> MONTH.format(date.date());
            case 10 -> DAY.format(date.date());
            default -> MINUTE.format(OffsetDateTime.parse(date.iso()));
        };
    }

    /** "A relays B, which relays C"; empty for a source of its own. The quote's own words about it come first. */
    static Optional<String> relays(Citation citation, Dossier dossier) {
        Source source = citation.source();
        Optional<UUID> next = citation.quote().relays().or(source::relays);
        if (next.isEmpty() || next.get().equals(source.uuid())) {
            return Optional.empty();
        }
        List<Source> chain = dossier.corroboration().relayChain(next.get());
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder(Phrases.of(
                "quote.relay.first", source.shortName(), chain.getFirst().shortName()));
        for (Source further : chain.subList(1, chain.size())) {
            words.append(Phrases.of("quote.relay.next", further.shortName()));
        }
        return Optional.of(words.append('.').toString());
    }
}
