package org.sightline.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A table of text in aligned columns. On a terminal that is too narrow the long columns are broken into lines between
 * words, never cut; elsewhere each row is one line.
 */
final class Table {
    private static final int LEAST_WIDTH = 10;
    private static final int GAP = 2;

    private final List<Column> columns;
    private final List<String[]> rows = new ArrayList<>();

    /** How a column is set. */
    enum Setting {
        LEFT,
        RIGHT,
        /** May be broken into lines. */
        TEXT
    }

    record Column(String title, Setting setting) {}

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    static Column left(String title) {
        return new Column(title, Setting.LEFT);
    }

    static Column right(String title) {
        return new Column(title, Setting.RIGHT);
    }

    static Column text(String title) {
        return new Column(title, Setting.TEXT);
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell.toString().replaceAll("\\s+", " ").strip())
                .toArray(String[]::new));
    }

    void print(PrintStream out, OptionalInt terminalWidth) {
        int[] widths = widths(terminalWidth);
        String[] titles = columns.stream().map(Column::title).toArray(String[]::new);
        printRow(out, titles, widths);
        rows.forEach(row -> printRow(out, row, widths));
    }

    private int[] widths(OptionalInt terminalWidth) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    TextWidth.of(columns.get(i).title()),
                    rows.stream()
                            .mapToInt(row -> TextWidth.of(row[column]))
                            .max()
                            .orElse(0));
        }
        if (terminalWidth.isPresent()) {
            narrow(widths, terminalWidth.getAsInt());
        }
        return widths;
    }

    /** Takes columns of text, widest first, down until the table fits. */
    private void narrow(int[] widths, int available) {
        int total = Arrays.stream(widths).sum() + GAP * (widths.length - 1);
        while (total > available) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean shrinks = columns.get(i).setting() == Setting.TEXT && widths[i] > LEAST_WIDTH;
                if (shrinks && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }

    private void printRow(PrintStream out, String[] cells, int[] widths) {
        List<List<String>> lines = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            lines.add(TextWidth.lines(cells[i], Math.max(1, widths[i])));
            height = Math.max(height, lines.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = line < lines.get(i).size() ? lines.get(i).get(line) : "";
                String pad = " ".repeat(Math.max(0, widths[i] - TextWidth.of(part)));
                text.append(i == 0 ? "" : " ".repeat(GAP));
                text.append(columns.get(i).setting() == Setting.RIGHT ? pad + part : part + pad);
            }
            out.println(text.toString().stripTrailing());
        }
    }
}
