package org.sightline.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Route;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** Keeps the full text index in step with claims and captures, inside the transaction of the change. */
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

    private final Database database;
    private final Set<String> known = new HashSet<>();

    SearchIndex(Database database) {
        this.database = database;
    }

    /** After a rollback, words that were thought to be stored may not be. */
    void forget() {
        known.clear();
    }

    void put(Claim claim) {
        removeClaim(claim.id());
        database.update(INSERT_CLAIM, row(claim.id(), texts(claim)));
    }

    void removeClaim(long id) {
        database.update("DELETE FROM claim_fts WHERE rowid = ?", id);
    }

    void putCapture(long id, Source source, String text) {
        removeCapture(id);
        database.update(INSERT_CAPTURE, row(id, List.of(title(source), text)));
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

    void removeCapture(long id) {
        database.update("DELETE FROM capture_fts WHERE rowid = ?", id);
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
        if (database.update("INSERT OR IGNORE INTO word (word) VALUES (?)", word) == 1) {
            database.update("INSERT INTO word_trigram (rowid, word) VALUES (last_insert_rowid(), ?)", word);
        }
    }
}
