package org.sightline.board;

/** The next key of each table, while a {@link BulkLoad} gives them; AUTOINCREMENT goes on from them. */
final class BulkKeys {
    private final long firstClaim;
    private long source;
    private long capture;
    private long claim;
    private long quote;

    BulkKeys(Database database) {
        source = last(database, "source");
        capture = last(database, "capture");
        claim = last(database, "claim");
        quote = last(database, "quote");
        firstClaim = claim + 1;
    }

    private static long last(Database database, String table) {
        return database.number(
                "SELECT max(ifnull((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),"
                        + " ifnull((SELECT max(id) FROM " + table + "), 0)) AS n",
                table);
    }

    /** The key of the first claim of this load. */
    long firstClaim() {
        return firstClaim;
    }

    long nextSource() {
        return ++source;
    }

    long nextCapture() {
        return ++capture;
    }

    long nextClaim() {
        return ++claim;
    }

    long nextQuote() {
        return ++quote;
    }
}
