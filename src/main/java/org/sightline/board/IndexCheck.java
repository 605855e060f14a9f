package org.sightline.board;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.claim.Claim;

/**
 * Holds the R-tree, the blocks of claims and the full text index against the tables. The full text index keeps no text
 * of its own: it is held against the claims and captures that are shown here, which other checks have read and found sound.
 */
final class IndexCheck implements AutoCloseable {
    private static final int MOST_NAMED = 50;

    private final Database database;
    private final BoardReader reader;
    private final Findings findings;
    private final Set<String> words = new HashSet<>();
    private final IndexSums claims;
    private final IndexSums captures;

    IndexCheck(Database database, Findings findings) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.findings = findings;
        this.claims = new IndexSums(
                database, "claim_fts", List.of("statement", "claimant", "place", "tags", "notes", "quotes", "folded"));
        this.captures = new IndexSums(database, "capture_fts", List.of("title", "text", "folded"));
    }

    /** A claim that should be found; claims come by id. */
    void add(Claim claim) {
        claims.add(claim.id(), SearchIndex.texts(claim), words::add);
    }

    /** A capture that should be found; captures come by id. */
    void add(StoredCapture stored, String text) {
        // a source whose identity was made unreadable is named already
        String title = reader.source(stored.capture().source())
                .map(found -> SearchIndex.title(found.source()))
                .orElse("");
        captures.add(stored.capture().id(), List.of(title, text), words::add);
    }

    void run() {
        findings.step("the spatial index", this::spatial);
        findings.step("the blocks of claims", this::blocks);
        findings.step("the search index of claims", () -> compare("claim", claims));
        findings.step("the search index of captures", () -> compare("capture", captures));
        findings.step("the words of the search index", this::words);
    }

    private void compare(String entity, IndexSums sums) {
        sums.differing(MOST_NAMED, id -> known(entity, id)).forEach(id -> stale(id, entity, "the search index"));
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

    private void blocks() {
        ClaimBlocks blocks = new ClaimBlocks(database);
        Slices slices = new Slices(database, reader);
        for (long number : blocks.sound()) {
            if (!blocks.holds(number, slices.block(number))) {
                findings.add(
                        "index-stale",
                        "claim_block",
                        number,
                        "The block of the claims " + ClaimBlocks.first(number) + " to " + ClaimBlocks.last(number)
                                + ", from which the map reads them, is not as these claims are.");
            }
        }
    }

    // that the index does not follow an edit made outside goes without saying
    private void stale(long id, String entity, String index) {
        if (known(entity, id)) {
            return;
        }
        findings.add(
                "index-stale", entity, id, "The " + entity + " " + id + " is not in " + index + " as it should be.");
    }

    private boolean known(String entity, long id) {
        return findings.names("edited-outside", entity, id) || findings.names("text-changed", entity, id);
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
        List.of("kept", "made", "check_word").forEach(table -> database.execute("DROP TABLE IF EXISTS temp." + table));
        database.execute(
                "CREATE VIRTUAL TABLE temp.check_word USING fts5(word, content='', tokenize='trigram remove_diacritics 1')");
        database.execute("INSERT INTO temp.check_word (rowid, word) SELECT id, word FROM main.word");
        database.execute("CREATE VIRTUAL TABLE temp.kept USING fts5vocab('main', 'word_trigram', 'instance')");
        database.execute("CREATE VIRTUAL TABLE temp.made USING fts5vocab('temp', 'check_word', 'instance')");
        String inKept = "SELECT term, doc, \"offset\" FROM temp.kept";
        String inMade = "SELECT term, doc, \"offset\" FROM temp.made";
        database.each(
                "SELECT DISTINCT doc FROM (SELECT * FROM (" + inKept + " EXCEPT " + inMade
                        + ") UNION ALL SELECT * FROM (" + inMade + " EXCEPT " + inKept + ")) LIMIT " + MOST_NAMED,
                row -> stale(row.number("doc"), "word", "the index of parts of words"));
        List.of("kept", "made", "check_word").forEach(table -> database.execute("DROP TABLE temp." + table));
    }

    @Override
    public void close() {
        claims.close();
        captures.close();
    }
}
