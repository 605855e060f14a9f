package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;

/** An index whose segments were made here is the one that SQLite makes itself, and SQLite goes on with it. */
class FullTextLoadTest {
    private static final String[] WORDS = {
        "tank",
        "Tanks",
        "rail",
        "Ельск",
        "МОСТ",
        "naïve",
        "𝔘𝔙",
        "Йод",
        "Yel'sk",
        "l’eau",
        "北京大学",
        "ß",
        "e\u0301",
        "'quoted'",
        "a`b",
        "\uE000x",
        "½",
        "x\u00ady",
        "0",
        "İstanbul",
        "—",
        "“word”",
        "semi;colon",
        "under_score"
    };
    private static final int LONG = 40_000;

    private final Database database = Connections.inMemory();
    private final Random random = new Random(7);

    @BeforeEach
    void tables() {
        for (String name : List.of("made", "plain")) {
            database.execute("CREATE VIRTUAL TABLE " + name + " USING fts5(title, text, folded, content='',"
                    + " contentless_delete=1, tokenize='unicode61 remove_diacritics 2')");
        }
        vocabulary("made");
        vocabulary("plain");
    }

    private void vocabulary(String name) {
        database.execute("CREATE VIRTUAL TABLE " + name + "_terms USING fts5vocab('" + name + "', 'instance')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String text(int words, int rare) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(random.nextInt(6) == 0 ? ", " : " ")
                    .append(
                            random.nextInt(3) > 0
                                    ? WORDS[random.nextInt(WORDS.length)]
                                    : "word" + random.nextInt(rare));
        }
        return text.toString();
    }

    private void load(long first, List<List<String>> rows) {
        FullTextTable table = new FullTextTable(database, "made", 3);
        try (Vocabulary vocabulary = new Vocabulary()) {
            FullTextLoad load = new FullTextLoad(vocabulary, 3, table.pageSize());
            for (int i = 0; i < rows.size(); i++) {
                load.add(first + i, rows.get(i), word -> {});
                if (i == rows.size() / 3) {
                    table.write(load.take());
                    vocabulary.clear();
                }
            }
            table.write(load.take());
        }
        table.finish();
    }

    private void insert(String table, long id, List<String> texts) {
        java.util.StringJoiner folded = new java.util.StringJoiner(" ");
        texts.forEach(text -> SearchIndex.words(text, word -> {}, folded));
        database.update(
                "INSERT INTO " + table + " (rowid, title, text, folded) VALUES (?, ?, ?, ?)",
                id,
                texts.get(0),
                texts.get(1),
                folded.toString());
    }

    private List<String> terms(String table) {
        return database.list(
                "SELECT term || ' ' || doc || ' ' || col || ' ' || \"offset\" AS t FROM " + table + "_terms",
                row -> row.text("t"));
    }

    private void assertSame() {
        assertEquals(terms("plain"), terms("made"));
        database.execute("INSERT INTO made (made) VALUES ('integrity-check')");
        assertEquals(scores("plain"), scores("made")); // sizes and averages
    }

    private List<String> scores(String table) {
        return database.list(
                "SELECT rowid || ' ' || round(bm25(" + table + "), 9) AS t FROM " + table + " WHERE " + table
                        + " MATCH 'tank OR rail' ORDER BY rowid",
                row -> row.text("t"));
    }

    private List<List<String>> rows(int count, int words) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(text(random.nextInt(3), 10), text(random.nextInt(words), 500)));
        }
        return rows;
    }

    private void both(long first, List<List<String>> rows) {
        database.execute("BEGIN");
        load(first, rows);
        for (int i = 0; i < rows.size(); i++) {
            insert("plain", first + i, rows.get(i));
        }
        database.execute("COMMIT");
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 500, 4050})
    void pagesOfAnySizeHoldWhatSqliteWouldHaveWritten(int pageSize) {
        database.update("INSERT INTO made (made, rank) VALUES ('pgsz', ?)", pageSize);
        both(1, rows(3000, 12));
        assertSame();
    }

    @Test
    void aWordInEveryRowIsFoundFromTheEndAndFromAnyRow() {
        database.update("INSERT INTO made (made, rank) VALUES ('pgsz', ?)", 64);
        List<List<String>> rows = rows(20_000, 3);
        rows.replaceAll(row -> List.of("tank " + row.get(0), row.get(1)));
        both(1_000_000, rows);
        assertSame();
        for (String condition : List.of("ORDER BY rowid DESC", "AND rowid > 1015000 ORDER BY rowid")) {
            String query = "SELECT rowid AS n FROM %s WHERE %s MATCH 'tank' " + condition;
            assertEquals(
                    database.list(query.formatted("plain", "plain"), row -> row.number("n")),
                    database.list(query.formatted("made", "made"), row -> row.number("n")));
        }
        assertTrue(database.number("SELECT count(*) AS n FROM made_idx WHERE pgno & 1") > 0, "a doclist index");
    }

    @Test
    void longTextsAndWordsAreIndexedWhole() {
        both(
                5,
                List.of(
                        List.of("a".repeat(LONG), text(LONG, 5000)),
                        List.of("", "ж".repeat(LONG) + " rail"),
                        List.of("", ""),
                        List.of("tank", text(LONG, 50))));
        assertSame();
    }

    @Test
    void sqliteGoesOnWithTheIndexInTheSameAndInLaterTransactions() {
        insert("made", 1, List.of("before", "tank"));
        insert("plain", 1, List.of("before", "tank"));
        database.execute("BEGIN");
        insert("made", 2, List.of("just before", "rail"));
        insert("plain", 2, List.of("just before", "rail"));
        List<List<String>> rows = rows(500, 10);
        load(10, rows);
        for (int i = 0; i < rows.size(); i++) {
            insert("plain", 10L + i, rows.get(i));
        }
        for (String table : List.of("made", "plain")) {
            database.update("DELETE FROM " + table + " WHERE rowid IN (2, 15, 400)");
            insert(table, 15, List.of("anew", "rail rail"));
        }
        database.execute("COMMIT");
        assertSame();
        both(1000, rows(300, 10));
        for (int id : new TreeSet<>(List.of(1, 20, 21, 1001, 1299))) {
            for (String table : List.of("made", "plain")) {
                database.update("DELETE FROM " + table + " WHERE rowid = ?", id);
            }
        }
        assertSame();
        database.execute("INSERT INTO made (made) VALUES ('optimize')");
        database.execute("INSERT INTO plain (plain) VALUES ('optimize')");
        assertSame();
    }

    @Test
    void manySegmentsAreMerged() {
        for (int i = 0; i < 8; i++) { // of two segments each
            both(1 + 100L * i, rows(100, 5));
        }
        assertSame();
        assertTrue(database.number("SELECT count(DISTINCT segid) AS n FROM made_idx") < 12, "merged");
    }

    @Test
    void whatIsRolledBackIsNotThere() {
        both(1, rows(50, 5));
        database.execute("BEGIN");
        load(100, rows(50, 5));
        database.rollBack();
        assertSame();
        both(100, rows(50, 5));
        assertSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 ", "10 00000000", "1 ff"})
    void anIndexThatIsCutShortIsNotGoneOnWith(String block) {
        String[] parts = block.split(" ", 2);
        database.update("UPDATE made_data SET block = unhex(?) WHERE id = ?", parts[1], Integer.valueOf(parts[0]));
        String said = assertThrows(DomainException.class, () -> new FullTextTable(database, "made", 3))
                .getMessage();
        assertTrue(said.contains("is damaged"), said);
    }
}
