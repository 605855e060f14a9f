package org.sightline.board;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.source.Capture;
import org.sightline.source.Quote;

/**
 * Reads of a board too large to be read whole what is looked at: columns of all claims, and the whole of a few. Belongs
 * to its snapshot: one thread at a time, as long as that is open. All methods throw a {@link DomainException} when the
 * board cannot be read.
 */
public final class Slices {
    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<Modality> MODALITIES = List.of(Modality.values());
    private static final List<PlacePrecision> PRECISIONS = List.of(PlacePrecision.values());

    private static final int FIRST = 2_000;
    private static final int EACH = 64 * ClaimColumns.BLOCK; // rows read one by one
    private static final int MOST_QUOTING = 2_000;
    private static final int POINT_BYTES = 29; // GeoPackageBinary without an envelope: 8, and WKB's 21

    private static final int UUID_LETTERS = 36;
    private static final int RADIX = 16;
    private static final int MOST_CATEGORIES = 64;
    private static final String CATEGORIES = "WITH RECURSIVE each(word) AS (SELECT min(category) FROM claim UNION ALL"
            + " SELECT (SELECT min(category) FROM claim WHERE category > each.word) FROM each WHERE each.word IS NOT NULL)"
            + " SELECT word FROM each WHERE word IS NOT NULL LIMIT " + MOST_CATEGORIES;

    private final Database database;
    private final BoardReader reader;
    private final BulkReader bulk;

    Slices(Database database, BoardReader reader) {
        this.database = database;
        this.reader = reader;
        this.bulk = new BulkReader(database, reader);
    }

    /**
     * All that is packed or counted is packed and counted by SQLite: few calls for a row, and no text made of it. The blob
     * is the UUID's text, then the geometry's bytes.
     */
    private static String lines(List<String> categories) {
        return "SELECT c.id, CAST(coalesce(c.uuid, '') || coalesce(c.geometry, x'') AS BLOB), "
                + code("c.status", words(STATUSES), STATUSES.indexOf(Status.UNVERIFIED)) + " + " + RADIX + " * ("
                + code("c.modality", words(MODALITIES), MODALITIES.indexOf(Modality.UNKNOWN)) + " + " + RADIX + " * ("
                + code("c.place_precision", words(PRECISIONS), PRECISIONS.indexOf(PlacePrecision.LOCALITY)) + " + "
                + RADIX + " * " + code("c.category", categories, categories.size()) + ")), "
                + "c.place_radius_m, coalesce(unixepoch(c.when_earliest), " + ClaimColumns.NO_TIME + "), "
                + "coalesce(unixepoch(c.when_latest), " + ClaimColumns.NO_TIME + "), "
                + "ifnull(length(c.geometry), 0) FROM claim c WHERE c.removed_at IS NULL ";
    }

    /** Is shown what has been read so far. */
    @FunctionalInterface
    public interface Filling {
        /**
         * @param share done, 0 to 1
         * @return whether to go on
         */
        boolean soFar(ClaimColumns columns, double share);
    }

    /** What claims can be put in order by. */
    public enum Order {
        NUMBER("c.id"),
        STATEMENT("c.statement COLLATE NOCASE"),
        QUANTITY("coalesce(c.quantity_best, c.quantity_lower, c.quantity_upper, -1)"),
        PLACE("coalesce(c.place_name, '') COLLATE NOCASE"),
        WHEN("c.when_earliest IS NULL, c.when_earliest"),
        CLAIMANT("coalesce(c.claimant, '') COLLATE NOCASE"),
        STATUS(code("c.status", words(List.of(Status.values())), 0));

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** The board's title. */
    public String title() {
        return BoardIdentity.read(database).title();
    }

    /** How many things a line of the journal changed; 0 when there is no such line. */
    public long images(long sequence) {
        return database.number("SELECT images AS n FROM journal WHERE sequence = ?", sequence);
    }

    /** Whether there are no more claims than this, those in the trash not counted. */
    public boolean claimsAtMost(int most) {
        return database.number(
                        "SELECT count(*) AS n FROM (SELECT 1 FROM claim WHERE removed_at IS NULL LIMIT ?)", most + 1L)
                <= most;
    }

    /**
     * The columns of all claims that are not in the trash, in one pass: blocks as they are, and what lies between them
     * row by row.
     *
     * @param filling is shown the first two thousand as soon as they are read, then more from time to time
     */
    public ClaimColumns columns(Filling filling) {
        ClaimBlocks kept = new ClaimBlocks(database);
        Collecting collecting = new Collecting(filling);
        long from = Long.MIN_VALUE;
        for (long number : kept.sound()) {
            Optional<ClaimColumns.Block> block = kept.read(number, reader);
            if (block.isPresent()) {
                long first = ClaimBlocks.first(number);
                if (!rows(from, first - 1, collecting) || !collecting.add(block.get(), ClaimBlocks.last(number))) {
                    return collecting.columns();
                }
                from = first + ClaimColumns.BLOCK;
            }
        }
        rows(from, Long.MAX_VALUE, collecting);
        return collecting.columns();
    }

    /** @return whether to go on */
    private boolean rows(long first, long last, Collecting collecting) {
        boolean[] more = {true};
        if (first <= last) {
            each("AND c.id BETWEEN ? AND ? ORDER BY c.id", line -> more[0] = collecting.add(line), first, last);
        }
        return more[0];
    }

    /** One of {@link ClaimBlocks}, read from the claims. */
    ClaimColumns.Block block(long number) {
        ClaimColumns.Builder builder = new ClaimColumns.Builder(ClaimColumns.BLOCK);
        each(
                "AND c.id BETWEEN ? AND ? ORDER BY c.id",
                line -> {
                    builder.add(line);
                    return true;
                },
                ClaimBlocks.first(number),
                ClaimBlocks.last(number));
        return builder.block();
    }

    /** All columns as they are read, in full blocks but for the last. */
    private final class Collecting {
        private final Filling filling;
        private final long last = Math.max(1, database.number("SELECT max(id) AS n FROM claim"));
        private final List<ClaimColumns.Block> blocks = new ArrayList<>();
        private ClaimColumns.Builder builder = new ClaimColumns.Builder(ClaimColumns.BLOCK);
        private boolean firstShown;
        private int unshown; // rows read one by one since something was shown

        private Collecting(Filling filling) {
            this.filling = filling;
        }

        /** @return whether to go on */
        private boolean add(ClaimColumns.Line line) {
            builder.add(line);
            unshown++;
            closeFull();
            return show(line.id);
        }

        /** @return whether to go on */
        private boolean add(ClaimColumns.Block block, long id) {
            int done = 0;
            if (builder.size() == 0 && block.size() == ClaimColumns.BLOCK) {
                blocks.add(block);
                done = block.size();
            }
            while (done < block.size()) {
                int more = Math.min(block.size() - done, ClaimColumns.BLOCK - builder.size());
                builder.copy(block, done, done + more);
                done += more;
                closeFull();
            }
            return show(id);
        }

        private void closeFull() {
            if (builder.size() == ClaimColumns.BLOCK) {
                blocks.add(builder.block());
                builder = new ClaimColumns.Builder(ClaimColumns.BLOCK);
            }
        }

        private boolean show(long id) {
            boolean first = !firstShown && (!blocks.isEmpty() || builder.size() >= FIRST);
            if (!first && unshown < EACH) {
                return true;
            }
            firstShown = true;
            unshown = 0;
            return filling.soFar(columns(), Math.clamp((double) id / last, 0, 1));
        }

        private ClaimColumns columns() {
            List<ClaimColumns.Block> all = new ArrayList<>(blocks);
            if (builder.size() > 0) {
                all.add(builder.block());
            }
            return new ClaimColumns(all);
        }
    }

    /** The columns of some claims, without those that are in the trash or not in the board. */
    public ClaimColumns columns(Collection<UUID> claims) {
        ClaimColumns.Builder builder = new ClaimColumns.Builder(claims.size());
        each(
                "AND c.uuid IN (SELECT value FROM json_each(?)) ORDER BY c.id",
                line -> {
                    builder.add(line);
                    return true;
                },
                json(claims));
        return builder.size() == 0 ? ClaimColumns.EMPTY : new ClaimColumns(List.of(builder.block()));
    }

    /** Some claims whole, by id, those in the trash as well. */
    public List<Claim> claims(Collection<Long> ids) {
        return claims(ids.stream().mapToLong(Long::longValue).toArray());
    }

    /** The captures that some claims quote, each with the source that a quote passes on, where it names one. */
    public void origins(long[] claims, BiConsumer<UUID, Optional<UUID>> visitor) {
        bulk.origins(claims, visitor);
    }

    /**
     * The quotes of a capture, in the order in which they came into the board.
     *
     * @param claims whose quotes are wanted, by number
     */
    public void quotesOf(Capture capture, LongPredicate claims, Consumer<Quote> visitor) {
        bulk.quotesOf(capture.id(), claims, visitor);
    }

    /** The same by identity. */
    public List<Claim> claimsOf(Collection<UUID> uuids) {
        return claims(database
                .list(
                        "SELECT id FROM claim WHERE uuid IN (SELECT value FROM json_each(?))",
                        row -> row.number(1),
                        json(uuids))
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /** The claims with a quote from a capture, by id, without those in the trash; at most 2,000. */
    public List<Claim> quoting(UUID capture) {
        List<Long> ids = database.list(
                "SELECT DISTINCT q.claim_id AS id FROM quote q JOIN claim c ON c.id = q.claim_id WHERE q.capture_id ="
                        + " (SELECT id FROM capture WHERE uuid = ?) AND c.removed_at IS NULL ORDER BY 1 LIMIT ?",
                row -> row.number("id"),
                capture.toString(),
                MOST_QUOTING);
        return claims(ids);
    }

    /** The numbers of all claims that quote one of these sources, in order, without those in the trash. */
    public long[] quotingSources(Collection<UUID> sources) {
        return numbers(
                "SELECT DISTINCT q.claim_id AS id FROM source s JOIN capture k ON k.source_id = s.id JOIN quote q ON"
                        + " q.capture_id = k.id JOIN claim c ON c.id = q.claim_id"
                        + " WHERE s.uuid IN (SELECT value FROM json_each(?)) AND c.removed_at IS NULL ORDER BY 1",
                json(sources));
    }

    /** The numbers of all claims without a quote, in order, without those in the trash. */
    public long[] unquoted() {
        return numbers("SELECT c.id FROM claim c WHERE c.removed_at IS NULL AND NOT EXISTS"
                + " (SELECT 1 FROM quote q WHERE q.claim_id = c.id) ORDER BY c.id");
    }

    private long[] numbers(String sql, @Nullable Object... arguments) {
        LongStream.Builder numbers = LongStream.builder();
        database.each(sql, row -> numbers.add(row.number("id")), arguments);
        return numbers.build().toArray();
    }

    /** How many claims that are not in the trash quote each of these sources. */
    public Map<UUID, Long> quoted(Collection<UUID> sources) {
        Map<UUID, Long> counts = new HashMap<>();
        database.each(
                "SELECT s.uuid AS source, count(DISTINCT q.claim_id) AS n FROM source s JOIN capture k ON"
                        + " k.source_id = s.id JOIN quote q ON q.capture_id = k.id JOIN claim c ON c.id = q.claim_id"
                        + " WHERE s.uuid IN (SELECT value FROM json_each(?)) AND c.removed_at IS NULL GROUP BY s.id",
                row -> counts.put(row.uuid("source"), row.number("n")),
                json(sources));
        return counts;
    }

    /** The ids of all claims that are not in the trash, in some order; equal ones by id. */
    public long[] ids(Order order, boolean descending) {
        String way = descending ? " DESC" : "";
        long[] ids = new long[(int) database.number("SELECT count(*) AS n FROM claim WHERE removed_at IS NULL")];
        int[] at = {0};
        database.each(
                "SELECT c.id FROM claim c WHERE c.removed_at IS NULL ORDER BY " + order.sql + way + ", c.id",
                row -> ids[at[0]++] = row.number("id"));
        return ids;
    }

    /** Some claims whole, in the order of their numbers, those in the trash as well. */
    public List<Claim> claims(long[] ids) {
        List<Claim> found = new ArrayList<>(ids.length);
        bulk.claims(ids, found::add);
        return found;
    }

    private static String json(Collection<UUID> uuids) {
        return uuids.stream().map(uuid -> '"' + uuid.toString() + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> words(List<? extends Enum<?>> constants) {
        return constants.stream().map(Words::of).toList();
    }

    /** The place of a word in a list. */
    private static String code(String column, List<String> words, int otherwise) {
        if (words.isEmpty()) {
            return Integer.toString(otherwise);
        }
        StringBuilder sql = new StringBuilder("(CASE " + column);
        for (int i = 0; i < words.size(); i++) {
            sql.append(" WHEN '")
                    .append(words.get(i).replace("'", "''"))
                    .append("' THEN ")
                    .append(i);
        }
        return sql + " ELSE " + otherwise + " END)";
    }

    private interface Lines {
        /** @return whether to go on */
        boolean line(ClaimColumns.Line line);
    }

    private void each(String condition, Lines lines, @Nullable Object... arguments) {
        List<String> words = database.list(CATEGORIES, row -> row.text("word"));
        List<Category> categories = words.stream().map(Slices::category).toList();
        try (PreparedStatement statement = database.connection().prepareStatement(lines(words) + condition)) {
            Database.bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                boolean more = true;
                while (more && result.next()) {
                    more = lines.line(line(result, categories));
                }
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, database.file());
        }
    }

    private ClaimColumns.Line line(ResultSet result, List<Category> categories) throws SQLException {
        ClaimColumns.Line line = new ClaimColumns.Line();
        line.id = result.getLong(1);
        int codes = result.getInt(3);
        line.status = codes % RADIX;
        line.modality = codes / RADIX % RADIX;
        line.precision = codes / (RADIX * RADIX) % RADIX;
        int category = codes / (RADIX * RADIX * RADIX);
        line.category = category == categories.size() ? category(line.id) : categories.get(category);
        double radius = result.getDouble(4);
        line.radiusMetres = radius > 0 ? radius : PRECISIONS.get(line.precision).radiusMetres();
        line.earliest = result.getLong(5);
        line.latest = result.getLong(6);
        byte[] bytes = result.getBytes(2);
        int uuidBytes = bytes.length - result.getInt(7);
        line.uuid = uuid(line.id, new String(bytes, 0, uuidBytes, StandardCharsets.ISO_8859_1));
        if (!plainPoint(line, bytes, uuidBytes) && bytes.length > uuidBytes) {
            place(line, Arrays.copyOfRange(bytes, uuidBytes, bytes.length));
        }
        return line;
    }

    private UUID uuid(long id, String text) {
        if (text.length() == UUID_LETTERS) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                // read below, as any other text that is no UUID
            }
        }
        return database.first("SELECT uuid FROM claim WHERE id = ?", row -> row.uuid("uuid"), id)
                .orElseThrow();
    }

    private Category category(long id) {
        return database.first("SELECT category FROM claim WHERE id = ?", row -> row.text("category"), id)
                .map(Slices::category)
                .orElse(Category.OTHER);
    }

    static Category category(String word) {
        return ClaimTable.readable(() -> Optional.of(new Category(word))).orElse(Category.OTHER);
    }

    /** Whether it is a point that can be taken as it is. */
    private static boolean plainPoint(ClaimColumns.Line line, byte[] bytes, int from) {
        if (!GeometryBlob.isPlainPoint(bytes, from)) {
            return false;
        }
        double x = GeometryBlob.plainX(bytes, from);
        double y = GeometryBlob.plainY(bytes, from);
        boolean finite = Double.isFinite(x) && Double.isFinite(y);
        if (finite) {
            line.longitude = x;
            line.latitude = y;
        }
        return finite;
    }

    private void place(ClaimColumns.Line line, byte[] geometry) {
        Envelope at = ClaimTable.readable(() -> Optional.of(GeometryBlob.envelope(geometry)))
                .orElseGet(Envelope::new);
        if (geometry.length == POINT_BYTES && !at.isNull()) {
            line.longitude = at.getMinX();
            line.latitude = at.getMinY();
        } else if (!at.isNull()) { // routes and areas are few, and are kept whole
            line.shape = ClaimTable.readable(() -> reader.claim(line.id))
                    .flatMap(Claim::place)
                    .orElse(null);
        }
    }
}
