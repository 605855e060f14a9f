package org.sightline.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/** The tables of a board, laid down in {@code schema/*.sql}: making them, and telling whether a file has them. */
final class Schema {
    /** The form of the tables that this program writes. */
    static final int VERSION = 6;

    static final int APPLICATION_ID = 0x47504B47; // "GPKG", OGC 12-128r18, requirement 2
    static final int USER_VERSION = 10300;

    private static final List<String> FIRST =
            List.of("1-geopackage.sql", "2-board.sql", "3-rtree.sql", "4-search.sql", "5-register.sql");
    private static final Pattern CREATED =
            Pattern.compile("CREATE (?:VIRTUAL )?(?:UNIQUE )?(?:TABLE|INDEX|TRIGGER) (\\w+)");
    /** What GDAL may add to count features; it only ever touches a table of its own. */
    private static final Pattern GDAL_COUNTER = Pattern.compile(
            "CREATE TRIGGER \"?trigger_(?:insert|delete)_feature_count_\\w+\"? AFTER (?:INSERT|DELETE) ON \"?\\w+\"?"
                    + " BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count [+-] 1"
                    + " WHERE lower\\(table_name\\) = lower\\('\\w+'\\); END");

    private static final Set<String> SEARCH = Set.of("claim_fts", "capture_fts", "word", "word_trigram");

    private Schema() {}

    /** Makes an empty board in an empty database. */
    static void create(Database database, UUID uuid, String title, Instant now, String actor) {
        database.execute("PRAGMA application_id = " + APPLICATION_ID);
        database.execute("PRAGMA user_version = " + USER_VERSION);
        database.execute("BEGIN IMMEDIATE");
        for (String file : files(VERSION)) {
            statements(file).forEach(database::execute);
        }
        database.update("UPDATE gpkg_contents SET last_change = ?", Timestamps.text(now));
        database.update(
                "INSERT INTO board (id, uuid, title, schema_version, created, software, journal_length,"
                        + " journal_sha256) VALUES (1, ?, ?, ?, ?, 'Sightline', 0, ?)",
                uuid.toString(),
                title,
                VERSION,
                Timestamps.text(now),
                Digests.NONE);
        JournalImages images = new JournalImages(database, 1);
        String image = BoardIdentity.read(database).image();
        images.add(new EntityChange("board", uuid.toString(), Optional.empty(), Optional.of(image)));
        new Journal(database)
                .append(
                        now,
                        actor,
                        new Journal.Heading(
                                "board.create",
                                "Make the board \"" + title + "\"",
                                "board",
                                Optional.of(uuid.toString()),
                                Optional.empty()),
                        images);
        database.execute("COMMIT");
    }

    /**
     * How a file's tables differ from those of the version that it says it has.
     *
     * @param faults one sentence each; a board with any is not written to
     * @param searchable whether the full text tables are as expected
     */
    record Comparison(List<String> faults, boolean searchable) {}

    private record Item(String type, String name, String sql) {}

    static Comparison compare(Database database) {
        Map<String, String> expected = expected(BoardIdentity.read(database).schemaVersion());
        Map<String, Item> found = new LinkedHashMap<>();
        for (Item item : database.list(
                "SELECT type, name, ifnull(sql, '') AS sql FROM sqlite_schema",
                row -> new Item(row.text("type"), row.text("name"), row.text("sql")))) {
            found.put(item.name(), item);
        }
        List<String> faults = new ArrayList<>();
        boolean searchable = true;
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            Item item = found.get(entry.getKey());
            if (item == null || !plain(item.sql()).equals(plain(entry.getValue()))) {
                faults.add("The " + kind(entry.getValue()) + " " + entry.getKey() + " is "
                        + (item == null ? "missing." : "not as Sightline makes it."));
                searchable &= !SEARCH.contains(entry.getKey());
            }
        }
        for (Item item : found.values()) {
            boolean runs = item.type().equals("trigger") || item.type().equals("view");
            boolean known = expected.containsKey(item.name())
                    || GDAL_COUNTER.matcher(plain(item.sql())).matches();
            if (runs && !known) {
                faults.add(
                        "The " + item.type() + " " + Claims.shortened(item.name()) + " was added by another program.");
            }
        }
        return new Comparison(List.copyOf(faults), searchable);
    }

    /** Refuses a file in which one of our tables is something that would run code when read, such as a view. */
    static void requireTables(Database database) {
        for (String name : List.of("source", "capture", "claim", "quote", "relation", "journal")) {
            boolean table = database.number(
                            "SELECT count(*) AS n FROM sqlite_schema WHERE name = ? AND type = 'table'"
                                    + " AND rootpage > 0 AND sql NOT LIKE '%generated always%' AND sql NOT LIKE '% AS (%'",
                            name)
                    == 1;
            if (!table) {
                throw new DomainException("The board " + database.file().getFileName() + " has no usable table " + name
                        + "; it is damaged or was not made by Sightline.");
            }
        }
    }

    /** What makes an empty board of a version. */
    private static List<String> files(int version) {
        List<String> files = new ArrayList<>(FIRST);
        files.addAll(Migrations.files(version));
        return files;
    }

    /** The statement that makes a table, index or trigger. */
    static String definition(String name) {
        return Objects.requireNonNull(expected(VERSION).get(name), name);
    }

    /** Every table, index and trigger by name. */
    private static Map<String, String> expected(int version) {
        Map<String, String> expected = new LinkedHashMap<>();
        files(version).forEach(file -> expected.putAll(made(file)));
        return expected;
    }

    /** What one file makes: tables, indexes and triggers by name, in SQLite's words for them. */
    static Map<String, String> made(String file) {
        Map<String, String> made = new LinkedHashMap<>();
        for (String statement : statements(file)) {
            Matcher created = CREATED.matcher(statement);
            if (created.lookingAt()) {
                made.put(created.group(1), statement);
            }
        }
        return made;
    }

    private static String kind(String sql) {
        return sql.startsWith("CREATE TRIGGER") ? "trigger" : sql.contains("INDEX ") ? "index" : "table";
    }

    /** In one line, for comparison. */
    static String plain(String sql) {
        return sql.replaceAll("\\s+", " ").replaceAll(";$", "").strip();
    }

    static List<String> statements(String file) {
        List<String> statements = new ArrayList<>();
        for (String block : read(file).split(";\\s*\\n\\s*\\n")) {
            String statement = block.replaceAll("(?m)^--.*\\n?", "").strip();
            if (!statement.isEmpty()) {
                statements.add(statement);
            }
        }
        return statements;
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream("schema/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + file + " cannot be read", e);
        }
    }
}
