package org.sightline.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.sightline.analysis.Dossier;
import org.sightline.analysis.Dossier.Citation;
import org.sightline.claim.Claim;
import org.sightline.source.Capture;
import org.sightline.source.Source;

/**
 * The sources that the claims of a briefing quote, numbered 1, 2, 3 ... by who published them, when, and title: the same
 * whatever the claims are numbered by. Immutable.
 *
 * @param cited by number
 */
record SourceIndex(List<Cited> cited, Map<UUID, Integer> numbers) {
    /** Of a briefing without a list of sources. */
    static final SourceIndex NONE = new SourceIndex(List.of(), Map.of());

    private static final Comparator<Source> ORDER = Comparator.comparing(
                    Source::shortName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(source -> source.published().map(date -> date.iso()).orElse(""))
            .thenComparing(Source::title)
            .thenComparing(Source::uuid);

    /**
     * A source that is quoted.
     *
     * @param captures of it that quotes are from, in the order of their claims
     * @param claims those that quote it, as listed
     */
    record Cited(int number, Source source, List<Capture> captures, List<Claim> claims) {}

    static SourceIndex of(Dossier dossier) {
        Map<UUID, Source> sources = new HashMap<>();
        Map<UUID, Set<Capture>> captures = new HashMap<>();
        Map<UUID, Set<Claim>> claims = new HashMap<>();
        for (Claim claim : dossier.claims()) {
            for (Citation citation : dossier.citations(claim)) {
                UUID uuid = citation.source().uuid();
                sources.put(uuid, citation.source());
                captures.computeIfAbsent(uuid, u -> new LinkedHashSet<>()).add(citation.capture());
                claims.computeIfAbsent(uuid, u -> new LinkedHashSet<>()).add(claim);
            }
        }
        List<Cited> cited = new ArrayList<>();
        Map<UUID, Integer> numbers = new HashMap<>();
        for (Source source : sources.values().stream().sorted(ORDER).toList()) {
            int number = cited.size() + 1;
            numbers.put(source.uuid(), number);
            cited.add(new Cited(
                    number,
                    source,
                    List.copyOf(captures.getOrDefault(source.uuid(), Set.of())),
                    List.copyOf(claims.getOrDefault(source.uuid(), Set.of()))));
        }
        return new SourceIndex(List.copyOf(cited), Map.copyOf(numbers));
    }

    /** The source's number in the list; empty where there is none. */
    OptionalInt number(Source source) {
        return Optional.ofNullable(numbers.get(source.uuid()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** "[3] " before what names the source; nothing without a list. */
    String mark(Source source) {
        OptionalInt number = number(source);
        return number.isPresent() ? Phrases.of("source.number", number.getAsInt()) + "\u00a0" : "";
    }

    /**
     * A link to the list, or, without a list, to the source's address, where it has one.
     *
     * @param text what the link is within
     */
    Tag leading(Source source, Tag text) {
        OptionalInt number = number(source);
        if (number.isPresent()) {
            return text.leading(target(number.getAsInt()), Phrases.of("link.toList", number.getAsInt()));
        }
        return address(source)
                .map(url -> text.leading(url, Phrases.of("link.toSource", source.title(), url)))
                .orElse(text);
    }

    /** Where links to a source lead. */
    static String target(int number) {
        return "source-" + number;
    }

    /** The address of a source, where it can be followed. */
    static Optional<String> address(Source source) {
        return source.url().filter(PdfLinks::isAddress);
    }
}
