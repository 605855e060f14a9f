package org.sightline.board;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.sightline.claim.Claim;

/**
 * Holds the R-tree and the full text index against the tables. The full text index keeps no text of its own, so it is
 * made anew beside the board, in memory, and the two are compared term by term.
 */
final class IndexCheck {
    private static final int MOST_NAMED = 50;

    private final Database database;
    private final BoardReader reader;
    private final Contents contents;
    private final Findings findings;
    private final Set<String> words = new HashSet<>();

    IndexCheck(Database database, Contents contents, Findings findings) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.contents = contents;
        this.findings = findings;
    }

    void run() {
        findings.step("the spatial index", this::spatial);
        findings.step("the search index of claims", this::claims);
        findings.step("the search index of captures", this::captures);
        findings.step("the words of the search index", this::words);
    }

    // single precision, rounded outwards: never further off than the distance between two floats
    private void spatial() {
        database.each(
                "SELECT c.id FROM claim c LEFT JOIN rtree_claim_geometry r ON r.id = c.id"
                        + " WHERE c.geometry NOT NULL AND NOT ST_IsEmpty(c.geometry) AND (r.id IS NULL"
                        + " OR r.minx > ST_MinX(c.geometry) OR r.maxx < ST_MaxX(c.geometry)"
                        + " OR r.miny > ST_MinY(c.geometry) OR r.maxy < ST_MaxY(c.geometry)"
                        + " OR r.minx < ST_MinX(c.geometry) - 1e-4 OR r.maxx > ST_MaxX(c.geometry) + 1e-4"
                        + " OR r.miny < ST_MinY(c.geometry) - 1e-4 OR r.maxy > ST_MaxY(c.geometry) + 1e-4)",
                row -> stale(row.number("id"), "claim", "the spatial index"));
        database.each(
                "SELECT r.id FROM rtree_claim_geometry r LEFT JOIN claim c ON c.id = r.id"
                        + " WHERE c.geometry IS NULL OR ST_IsEmpty(c.geometry)",
                row -> stale(row.number("id"), "claim", "the spatial index"));
    }

    // that the index does not follow an edit made outside goes without saying
    private void stale(long id, String entity, String index) {
        if (editedOutside(entity, id)) {
            return;
        }
        findings.add(
                "index-stale", entity, id, "The " + entity + " " + id + " is not in " + index + " as it should be.");
    }

    private void claims() {
        beside(
                "claim",
                "statement, claimant, place, tags, notes, quotes, folded",
                insert -> reader.claims("1", (row, read) -> {
                    Claim claim = read.get();
                    List<String> texts = SearchIndex.texts(claim);
                    database.update(
                            insert + "(?, ?, ?, ?, ?, ?, ?, ?)",
                            claim.id(),
                            texts.get(0),
                            texts.get(1),
                            texts.get(2),
                            texts.get(3),
                            texts.get(4),
                            texts.get(5),
                            folded(texts, !editedOutside("claim", claim.id())));
                    return true;
                }));
    }

    private void captures() {
        beside(
                "capture",
                "title, text, folded",
                insert -> reader.captures("").forEach(stored -> {
                    // a source whose identity was made unreadable is named already
                    String title = reader.source(stored.capture().source())
                            .map(found -> SearchIndex.title(found.source()))
                            .orElse("");
                    String text = contents.text(stored.textSha256());
                    database.update(
                            insert + "(?, ?, ?, ?)",
                            stored.capture().id(),
                            title,
                            text,
                            folded(List.of(title, text), true));
                }));
    }

    private String folded(List<String> texts, boolean known) {
        StringJoiner folded = new StringJoiner(" ");
        Consumer<String> visitor = known ? words::add : word -> {};
        texts.forEach(text -> SearchIndex.words(text, visitor, folded));
        return folded.toString();
    }

    private boolean editedOutside(String entity, long id) {
        return findings.names("edited-outside", entity, id);
    }

    /** Fills an index like the board's in memory and compares what is in the two. */
    private void beside(String entity, String columns, Consumer<String> fill) {
        String copy = "check_" + entity;
        database.execute("DROP TABLE IF EXISTS temp." + copy);
        database.execute("CREATE VIRTUAL TABLE temp." + copy + " USING fts5(" + columns
                + ", content='', tokenize='unicode61 remove_diacritics 2')");
        fill.accept("INSERT INTO temp." + copy + " (rowid, " + columns + ") VALUES ");
        vocabulary(entity + "_fts", copy, "instance");
        database.each(
                "SELECT DISTINCT doc FROM (SELECT * FROM (" + difference() + ") LIMIT 100000) LIMIT " + MOST_NAMED,
                row -> stale(row.number("doc"), entity, "the search index"));
        dropVocabulary();
        database.execute("DROP TABLE temp." + copy);
    }

    private void words() {
        Set<String> kept = new HashSet<>(database.list("SELECT word FROM word", row -> row.text("word")));
        words.stream()
                .filter(word -> !kept.contains(word))
                .sorted()
                .limit(MOST_NAMED)
                .forEach(word -> findings.add(
                        "index-stale",
                        "word",
                        Optional.empty(),
                        "The word \"" + word + "\" is not in the search index's list of words."));
        database.execute("DROP TABLE IF EXISTS temp.check_word");
        database.execute(
                "CREATE VIRTUAL TABLE temp.check_word USING fts5(word, content='', tokenize='trigram remove_diacritics 1')");
        database.execute("INSERT INTO temp.check_word (rowid, word) SELECT id, word FROM main.word");
        vocabulary("word_trigram", "check_word", "instance");
        database.each(
                "SELECT DISTINCT doc FROM (" + difference() + ") LIMIT " + MOST_NAMED,
                row -> stale(row.number("doc"), "word", "the index of parts of words"));
        dropVocabulary();
        database.execute("DROP TABLE temp.check_word");
    }

    private void vocabulary(String kept, String made, String kind) {
        dropVocabulary();
        database.execute(
                "CREATE VIRTUAL TABLE temp.vocabulary_kept USING fts5vocab('main', '" + kept + "', '" + kind + "')");
        database.execute(
                "CREATE VIRTUAL TABLE temp.vocabulary_made USING fts5vocab('temp', '" + made + "', '" + kind + "')");
    }

    private void dropVocabulary() {
        database.execute("DROP TABLE IF EXISTS temp.vocabulary_kept");
        database.execute("DROP TABLE IF EXISTS temp.vocabulary_made");
    }

    private static String difference() {
        return "SELECT * FROM (SELECT term, doc, col, \"offset\" FROM temp.vocabulary_kept"
                + " EXCEPT SELECT term, doc, col, \"offset\" FROM temp.vocabulary_made)"
                + " UNION ALL SELECT * FROM (SELECT term, doc, col, \"offset\" FROM temp.vocabulary_made"
                + " EXCEPT SELECT term, doc, col, \"offset\" FROM temp.vocabulary_kept)";
    }
}
