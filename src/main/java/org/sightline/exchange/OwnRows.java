package org.sightline.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.source.Capture;
import org.sightline.source.CapturedText;

/**
 * A table in the columns of {@link TableColumns}, read back as the claims it was written from: rows of the same claim
 * that follow each other are its quotes. Rows that cannot be read are handed to {@link Failures} and left out.
 */
final class OwnRows implements Handover {
    private static final int NONE = -1;
    private static final Set<String> NEEDED = Set.of("uuid", "statement", "quote.exact", "quote.uuid", "source.uuid");

    private final Table table;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>(); // the same by the names that were asked for
    private final boolean guarded;
    private final Failures failures;
    private long count;

    /** @param guarded whether texts are guarded by {@link SpreadsheetText} */
    OwnRows(Table table, boolean guarded, Failures failures) {
        this.table = table;
        this.guarded = guarded;
        this.failures = failures;
        for (int i = 0; i < table.header().size(); i++) {
            columns.putIfAbsent(table.header().get(i).toLowerCase(Locale.ROOT), i);
        }
    }

    static boolean are(List<String> header) {
        return new HashSet<>(header).containsAll(NEEDED);
    }

    @Override
    public String title() {
        return table.name();
    }

    @Override
    public Optional<Instant> lastChange() {
        return Optional.empty();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Optional<CapturedText> content(Capture capture) {
        return Optional.empty();
    }

    @Override
    public Entries entries() {
        Table.Rows rows = table.exactRows();
        return new Reading(rows);
    }

    /** A row's cells by the names of columns; a copy, since rows are reused. */
    final class Cells {
        private final String[] values;
        private final long line;
        private final Optional<DomainException> problem;

        private Cells(Table.Row row) {
            values = new String[table.header().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.value(i);
            }
            line = row.line();
            problem = Optional.empty();
        }

        private Cells(UnreadableRow row) {
            values = row.values().toArray(String[]::new);
            line = row.line();
            problem = Optional.of(row);
        }

        /** Empty when there is no such column. */
        String plain(String name) {
            int column = asked.computeIfAbsent(name, key -> columns.getOrDefault(key.toLowerCase(Locale.ROOT), NONE));
            return column == NONE ? "" : values[column];
        }

        /** With the guard against formulas taken off. */
        String text(String name) {
            return guarded ? SpreadsheetText.plain(plain(name)) : plain(name);
        }

        private List<String> all() {
            return java.util.Arrays.asList(values);
        }
    }

    private final class Reading implements Entries {
        private final Table.Rows rows;
        private @Nullable Cells waiting;
        private Optional<Entry> next = Optional.empty();
        private long read;

        private Reading(Table.Rows rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty()) {
                List<Cells> claim = claim();
                if (claim.isEmpty()) {
                    count = Math.max(count, read);
                    return false;
                }
                read++;
                try {
                    whole(claim);
                    next = Optional.of(OwnClaim.of(claim));
                } catch (DomainException e) {
                    claim.forEach(cells -> failures.add(table.header(), cells.all(), cells.line, e.getMessage()));
                }
            }
            return true;
        }

        /** A claim comes with all of its rows or not at all, so that it can be brought in when they are mended. */
        private static void whole(List<Cells> claim) {
            claim.stream().flatMap(cells -> cells.problem.stream()).findFirst().ifPresent(problem -> {
                throw problem;
            });
        }

        /** The rows of one claim. */
        private List<Cells> claim() {
            List<Cells> same = new ArrayList<>();
            Cells first = waiting == null ? row() : waiting;
            waiting = null;
            while (first != null) {
                same.add(first);
                Cells more = row();
                if (more == null || !more.plain("uuid").equals(first.plain("uuid"))) {
                    waiting = more;
                    return same;
                }
                first = more;
            }
            return same;
        }

        private @Nullable Cells row() {
            while (rows.hasNext()) {
                try {
                    return new Cells(rows.next());
                } catch (UnreadableRow e) {
                    return new Cells(e);
                } catch (DomainException e) {
                    failures.add(table.header(), e);
                }
            }
            return null;
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry entry = next.orElseThrow();
            next = Optional.empty();
            return entry;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
