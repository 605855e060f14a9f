package org.sightline.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a table for sources and captures, in bytes that were written once and are copied for all quotes of a
 * capture: on a large board hundreds of quotes may share a capture. Safe for any thread.
 */
final class SourceCells {
    /** Bytes kept in all; a capture's take about half a thousand. */
    private static final long MOST = 48L << 20;

    /** Bytes that an entry takes besides. */
    private static final int ENTRY = 120;

    private record Key(UUID capture, int column) {}

    private final int[] ends;
    private final Map<Key, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    SourceCells(List<TableColumn> columns) {
        ends = new int[columns.size()];
        for (int i = columns.size() - 1; i >= 0; i--) {
            boolean told = TableColumns.tellsOfSource(columns.get(i));
            boolean runsOn = i + 1 < ends.length && ends[i + 1] > i + 1;
            ends[i] = !told ? i : runsOn ? ends[i + 1] : i + 1;
        }
    }

    /** Where a run of cells ends that are the same for all such quotes, exclusive; its beginning where none begins. */
    int endOfRun(int column, TableColumn.Row row) {
        return ends[column] > column && isAlike(row) ? ends[column] : column;
    }

    /** A quote that passes on a source of its own has another chain than the others of its capture. */
    private static boolean isAlike(TableColumn.Row row) {
        return row.cited().isPresent() && row.cited().get().quote().relays().isEmpty();
    }

    /** The run that begins at a column, as it was {@linkplain #keep kept}. */
    byte @Nullable [] known(int column, TableColumn.Row row) {
        return kept.get(key(column, row));
    }

    void keep(int column, TableColumn.Row row, byte[] run) {
        if (bytes.addAndGet(run.length + ENTRY) <= MOST) {
            kept.put(key(column, row), run);
        }
    }

    private static Key key(int column, TableColumn.Row row) {
        return new Key(row.cited().orElseThrow().capture().uuid(), column);
    }
}
