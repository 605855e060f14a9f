package org.sightline.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Route;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Keeps the full text index in step with claims and captures, inside the transaction of the change. What is new waits
 * until there is much of it, or until {@link #flush}: FTS5 writes out all it has gathered whenever another statement
 * that may be rolled back by itself begins, and whenever rows do not come in order, so that a claim deleted and its
 * words deleted in turn cost a segment of the index each.
 */
final class SearchIndex {
    /** Columns of each full text table; the last is that of other spellings. */
    static final int CLAIM_COLUMNS = 7;

    static final int CAPTURE_COLUMNS = 3;

    private static final String INSERT_CLAIM =
            "INSERT INTO claim_fts (rowid, statement, claimant, place, tags, notes, quotes, folded)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_CAPTURE =
            "INSERT INTO capture_fts (rowid, title, text, folded) VALUES (?, ?, ?, ?)";

    private static final int SHORTEST_PART = 3; // a trigram
    private static final int LONGEST_WORD = 64;
    private static final int MOST_REMEMBERED = 200_000;
    private static final int MOST_WAITING = 4_000;
    private static final int MOST_LETTERS = 4 << 20;
    private static final List<String> REMOVED = List.of();
    private static final long NO_MERGING = 0;
    private static final long DEFAULT_MERGING = 4; // FTS5_DEFAULT_AUTOMERGE

    private final Database database;
    private final Set<String> known = new HashSet<>();
    // by key, those that are to be removed without texts
    private final SortedMap<Long, List<String>> claims = new TreeMap<>();
    private final SortedMap<Long, List<String>> captures = new TreeMap<>();
    private final List<String> words = new ArrayList<>();
    private long letters;

    SearchIndex(Database database) {
        this.database = database;
    }

    /** After a rollback, words that were thought to be stored may not be. */
    void forget() {
        known.clear();
        claims.clear();
        captures.clear();
        words.clear();
        letters = 0;
    }

    void put(Claim claim) {
        wait(claims, claim.id(), texts(claim));
    }

    void removeClaim(long id) {
        wait(claims, id, REMOVED);
    }

    void putCapture(long id, Source source, String text) {
        wait(captures, id, List.of(title(source), text));
    }

    void removeCapture(long id) {
        wait(captures, id, REMOVED);
    }

    private void wait(SortedMap<Long, List<String>> rows, long id, List<String> texts) {
        rows.put(id, texts);
        texts.forEach(text -> letters += text.length());
        if (claims.size() + captures.size() >= MOST_WAITING || letters >= MOST_LETTERS) {
            flush();
        }
    }

    /**
     * Does something that takes very many rows out of the index or puts them in. FTS5 would merge segments over and over
     * meanwhile, each time past all rows that were taken out; it goes on merging with the changes that come later.
     */
    void withoutMerging(Runnable work) {
        long claimsMerge = merging("claim_fts", NO_MERGING);
        long capturesMerge = merging("capture_fts", NO_MERGING);
        work.run();
        flush();
        clearIfEmpty("claim_fts", "claim");
        clearIfEmpty("capture_fts", "capture");
        merging("claim_fts", claimsMerge);
        merging("capture_fts", capturesMerge);
    }

    /** Sets from how many segments on FTS5 merges by itself, and tells how many it was. */
    private long merging(String table, long segments) {
        long before = database.first("SELECT v FROM " + table + "_config WHERE k = 'automerge'", row -> row.number("v"))
                .orElse(DEFAULT_MERGING);
        database.update("INSERT INTO " + table + " (" + table + ", rank) VALUES ('automerge', ?)", segments);
        return before;
    }

    /** Empties the index where there is nothing left to find, which frees its room at once. */
    private void clearIfEmpty(String table, String things) {
        if (database.number("SELECT EXISTS (SELECT 1 FROM " + things + ") AS n") == 0) {
            database.update("INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')");
        }
    }

    /** Writes what waits; to be called before the transaction ends and before others write to the index's tables. */
    void flush() {
        flush(claims, "DELETE FROM claim_fts WHERE rowid = ?", INSERT_CLAIM);
        flush(captures, "DELETE FROM capture_fts WHERE rowid = ?", INSERT_CAPTURE);
        letters = 0;
        words.forEach(this::keep);
        words.clear();
    }

    private void flush(SortedMap<Long, List<String>> rows, String delete, String insert) {
        rows.forEach((id, texts) -> {
            database.update(delete, id);
            if (!texts.isEmpty()) {
                database.update(insert, row(id, texts));
            }
        });
        rows.clear();
    }

    /** Key, texts and other spellings; the words are learnt. */
    private Object[] row(long id, List<String> texts) {
        StringJoiner folded = new StringJoiner(" ");
        texts.forEach(text -> words(text, this::learn, folded));
        List<Object> row = new ArrayList<>(texts.size() + 2);
        row.add(id);
        row.addAll(texts);
        row.add(folded.toString());
        return row.toArray();
    }

    /** The texts of a claim, in the order of the index's columns. */
    static List<String> texts(Claim claim) {
        StringJoiner place = new StringJoiner(" \n");
        claim.place().map(Place::name).ifPresent(place::add);
        claim.place().flatMap(Place::route).map(Route::origin).ifPresent(place::add);
        claim.place().flatMap(Place::route).map(Route::destination).ifPresent(place::add);
        return List.of(
                claim.statement(),
                claim.claimant().orElse(""),
                place.toString(),
                String.join(" \n", claim.tags()),
                claim.notes(),
                String.join(" \n", claim.quotes().stream().map(Quote::exact).toList()));
    }

    static String title(Source source) {
        return source.title() + " \n" + source.publisher().orElse("") + " \n"
                + source.author().orElse("");
    }

    /** Shows each word under which a text is found, and gathers those that are spelt otherwise than in the text. */
    static void words(String text, Consumer<String> visitor, StringJoiner folded) {
        for (Spelling.Word word : Spelling.words(text)) {
            offer(word.lower(), visitor);
            String other = Spelling.folded(word);
            if (!other.isEmpty()) {
                folded.add(other);
                offer(other, visitor);
            }
        }
    }

    /** Shows a word that is worth learning: neither very short nor very long. */
    static void offer(String word, Consumer<String> visitor) {
        if (word.length() >= SHORTEST_PART && word.length() <= LONGEST_WORD) {
            visitor.accept(word);
        }
    }

    /** Keeps a word in the list of words, unless it is there. */
    void learn(String word) {
        if (!known.add(word)) {
            return;
        }
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        words.add(word);
        if (words.size() >= MOST_WAITING) {
            words.forEach(this::keep);
            words.clear();
        }
    }

    private void keep(String word) {
        if (database.update("INSERT OR IGNORE INTO word (word) VALUES (?)", word) == 1) {
            database.update("INSERT INTO word_trigram (rowid, word) VALUES (last_insert_rowid(), ?)", word);
        }
    }
}
