package org.sightline.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.source.Capture;
import org.sightline.source.Quote;

/**
 * Reads a damaged board thing by thing, so that a damaged page costs what lies on it and no more. Walking through a
 * table ends at the first damaged page; so the numbers of its rows are gathered from both ends and from its indexes,
 * and each row is then looked up by itself. Changes nothing.
 */
final class Salvage {
    private static final int MOST_NAMED = 12;

    private final Database database;
    private final BoardReader reader;
    private final Contents contents;
    private final List<String> losses = new ArrayList<>();
    private final NavigableSet<Long> withoutQuotes = new TreeSet<>();
    private final NavigableSet<Long> withoutTags = new TreeSet<>();

    Salvage(Database database, Contents contents) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.contents = contents;
    }

    Salvaged run() {
        String title = attempt(() -> BoardIdentity.read(database).title()).orElse("(title lost)");
        List<StoredSource> sources = things("source", List.of(), reader::source).stream()
                .filter(stored -> stored.removed().isEmpty())
                .toList();
        List<StoredCapture> captures = things("capture", List.of("SELECT capture_id AS id FROM quote"), this::capture);
        List<Claim> claims = things(
                        "claim",
                        List.of("SELECT claim_id AS id FROM quote", "SELECT id FROM rtree_claim_geometry"),
                        this::claim)
                .stream()
                .filter(claim -> claim.removed().isEmpty())
                .toList();
        note("The quotes of %s could not be read: %s.", "claim", withoutQuotes);
        note("The tags of %s could not be read: %s.", "claim", withoutTags);
        Set<UUID> shown = claims.stream().map(Claim::uuid).collect(Collectors.toSet());
        List<Relation> relations = things("relation", List.of(), this::relation).stream()
                .filter(relation -> shown.contains(relation.from()) && shown.contains(relation.to()))
                .toList();
        return new Salvaged(
                title,
                sources.stream().map(StoredSource::source).toList(),
                captures.stream().map(StoredCapture::capture).toList(),
                claims,
                relations,
                texts(captures, claims),
                List.copyOf(losses));
    }

    private <T> List<T> things(String table, List<String> furtherNumbers, LongFunction<Optional<T>> read) {
        NavigableSet<Long> lost = new TreeSet<>();
        List<T> found = new ArrayList<>();
        for (long id : numbers(table, furtherNumbers)) {
            attempt(() -> read.apply(id).orElseThrow(() -> new DomainException("The row is gone.")))
                    .ifPresentOrElse(found::add, () -> lost.add(id));
        }
        note("%s could not be read: %s.", table, lost);
        return found;
    }

    private NavigableSet<Long> numbers(String table, List<String> further) {
        NavigableSet<Long> numbers = new TreeSet<>();
        List<String> queries = new ArrayList<>(List.of(
                "SELECT id FROM " + table + " NOT INDEXED ORDER BY id",
                "SELECT id FROM " + table + " NOT INDEXED ORDER BY id DESC",
                "SELECT id FROM " + table + " ORDER BY uuid", // answered by the index alone
                "SELECT id FROM " + table + " ORDER BY uuid DESC"));
        queries.addAll(further);
        for (String query : queries) {
            attempt(() -> {
                database.each(query, row -> numbers.add(row.number("id")));
                return true;
            });
        }
        return numbers;
    }

    private Optional<StoredCapture> capture(long id) {
        return reader.captures("WHERE c.id = ?", id).stream().findFirst();
    }

    private Optional<Relation> relation(long id) {
        return reader.relations("WHERE r.id = ?", id).stream().findFirst();
    }

    private Optional<Claim> claim(long id) {
        List<Quote> quotes = attempt(() -> reader.quotes(id)).orElseGet(() -> none(withoutQuotes, id));
        List<String> tags = attempt(() -> reader.tags(id)).orElseGet(() -> none(withoutTags, id));
        return database.first(
                ClaimTable.TABLE.select("c WHERE c.id = ?"), row -> ClaimTable.read(row, tags, quotes), id);
    }

    private static <T> List<T> none(NavigableSet<Long> without, long id) {
        without.add(id);
        return List.of();
    }

    private Map<UUID, String> texts(List<StoredCapture> captures, List<Claim> claims) {
        Set<UUID> quoted = claims.stream()
                .flatMap(claim -> claim.quotes().stream())
                .map(Quote::capture)
                .collect(Collectors.toSet());
        Map<UUID, String> texts = new HashMap<>();
        NavigableSet<Long> lost = new TreeSet<>();
        for (StoredCapture stored : captures) {
            Capture capture = stored.capture();
            if (quoted.contains(capture.uuid())) {
                attempt(() -> contents.text(stored.textSha256()))
                        .ifPresentOrElse(text -> texts.put(capture.uuid(), text), () -> lost.add(capture.id()));
            }
        }
        note("The text of %s could not be read: %s.", "capture", lost);
        return texts;
    }

    private void note(String sentence, String what, NavigableSet<Long> lost) {
        if (!lost.isEmpty()) {
            String count = lost.size() == 1 ? "1 " + what : lost.size() + " " + what + "s";
            String numbers =
                    lost.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            losses.add(sentence.formatted(count, lost.size() > MOST_NAMED ? numbers + " and others" : numbers));
        }
    }

    /** Empty where it cannot be read; what is lost is noted by those who ask. */
    private static <T> Optional<T> attempt(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (DomainException e) {
            return Optional.empty();
        }
    }
}
