package org.sightline.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Rows under headings, from a file of any form; read as often as wanted. */
interface Table {
    /** Columns of the widest table that is read. */
    int MOST_COLUMNS = 4_000;

    /** The file's, for messages. */
    String name();

    List<String> header();

    /** @param wanted the columns whose values are needed, from 0 */
    Rows rows(IntPredicate wanted);

    /** What a row is called where it stands, for messages. */
    default String rowWord() {
        return "Record";
    }

    /** Every value with the space around it. */
    Rows exactRows();

    /** What of the file is not in the table, in a sentence without its stop; empty when all is. */
    default Optional<String> leftOut() {
        return Optional.empty();
    }

    /** The rows in order; a row is reused for the next. One thread at a time. */
    interface Rows extends Iterator<Row>, AutoCloseable {
        @Override
        void close();
    }

    /** One row. */
    interface Row {
        /** Without space around it, but in exact rows; blank for a column that is not wanted. */
        String value(int column);

        /** Where it stands in the file, from 1: its line, or its number. */
        long line();
    }
}
