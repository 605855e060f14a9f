package org.sightline.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.Route;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** Keeps the full text index in step with claims and captures, inside the transaction of the change. */
final class SearchIndex {
    static final String INSERT_CLAIM =
            "INSERT INTO claim_fts (rowid, statement, claimant, place, tags, notes, quotes, folded)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    static final String INSERT_CAPTURE = "INSERT INTO capture_fts (rowid, title, text, folded) VALUES (?, ?, ?, ?)";

    private static final int SHORTEST_PART = 3; // a trigram
    private static final int LONGEST_WORD = 64;
    private static final int MOST_REMEMBERED = 200_000;

    private final Database database;
    private final Set<String> known = new HashSet<>();
    private final Seen seen = new Seen();

    SearchIndex(Database database) {
        this.database = database;
    }

    /** After a rollback, words that were thought to be stored may not be. */
    void forget() {
        known.clear();
        seen.clear();
    }

    void put(Claim claim) {
        removeClaim(claim.id());
        Entry entry = entry(texts(claim));
        entry.words().forEach(this::learn);
        database.update(INSERT_CLAIM, entry.row(claim.id()));
    }

    void removeClaim(long id) {
        database.update("DELETE FROM claim_fts WHERE rowid = ?", id);
    }

    void putCapture(long id, Source source, String text) {
        removeCapture(id);
        Entry entry = entry(List.of(title(source), text));
        entry.words().forEach(this::learn);
        database.update(INSERT_CAPTURE, entry.row(id));
    }

    void removeCapture(long id) {
        database.update("DELETE FROM capture_fts WHERE rowid = ?", id);
    }

    /**
     * What the index is to hold of one thing.
     *
     * @param words the words to learn that this index has not been asked for before
     */
    record Entry(List<String> texts, String folded, List<String> words) {
        /** The row of the full text table: key, texts, folded words. */
        Object[] row(long id) {
            Object[] row = new Object[texts.size() + 2];
            row[0] = id;
            for (int i = 0; i < texts.size(); i++) {
                row[i + 1] = texts.get(i);
            }
            row[row.length - 1] = folded;
            return row;
        }
    }

    /** Works out an entry without touching the database; from one thread at a time. */
    Entry entry(List<String> texts) {
        StringBuilder folded = new StringBuilder();
        List<String> fresh = new ArrayList<>(0);
        for (String text : texts) {
            Spelling.eachToken(text, (in, start, end) -> {
                String other = seen.other(in, start, end, fresh);
                if (!other.isEmpty()) {
                    folded.append(folded.isEmpty() ? "" : " ").append(other);
                }
            });
        }
        return new Entry(texts, folded.toString(), fresh);
    }

    /** The words of texts as they are spelt there, and the other spelling of each; an open hash table. */
    private static final class Seen {
        private @Nullable String[] words = new @Nullable String[1 << 12];
        private String[] others = new String[1 << 12];
        private int count;

        void clear() {
            words = new @Nullable String[1 << 12];
            others = new String[1 << 12];
            count = 0;
        }

        /** The other spelling of a word; a word that is new here is added to {@code fresh}, with that. */
        String other(String text, int start, int end, List<String> fresh) {
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + text.charAt(i);
            }
            int at = spread(hash);
            for (String word = words[at]; word != null; word = words[at]) {
                if (word.length() == end - start && text.startsWith(word, start)) {
                    return others[at];
                }
                at = (at + 1) & (words.length - 1);
            }
            return add(text.substring(start, end), fresh);
        }

        private int spread(int hash) {
            return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 8 & (words.length - 1);
        }

        private String add(String token, List<String> fresh) {
            if (count >= MOST_REMEMBERED) {
                clear();
            }
            if (count * 2 >= words.length) {
                grow();
            }
            Spelling.Word word = Spelling.word(token);
            String other = Spelling.folded(word);
            offer(word.lower(), fresh::add);
            offer(other, fresh::add);
            store(token, other);
            return other;
        }

        private void grow() {
            @Nullable String[] oldWords = words;
            String[] oldOthers = others;
            words = new @Nullable String[oldWords.length * 2];
            others = new String[oldWords.length * 2];
            count = 0;
            for (int i = 0; i < oldWords.length; i++) {
                String word = oldWords[i];
                if (word != null) {
                    store(word, oldOthers[i]);
                }
            }
        }

        private void store(String word, String other) {
            int at = spread(word.hashCode());
            while (words[at] != null) {
                at = (at + 1) & (words.length - 1);
            }
            words[at] = word;
            others[at] = other;
            count++;
        }
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

    private static void offer(String word, Consumer<String> visitor) {
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
