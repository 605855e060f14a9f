package org.sightline.geo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * Folds a dump of GeoNames (https://download.geonames.org/export/dump/readme.txt: 19 columns, separated by tabs) into
 * the table that {@link PlaceTable} reads: names that fold alike are kept once, and names in scripts that are neither
 * Latin nor Cyrillic get a romanised twin, by which they are found. For one thread.
 */
final class PlaceFold {
    static final int COLUMNS = 19;

    private static final int MOST_ROWS = 5_000_000;
    private static final long MOST_BYTES = 1_000_000_000;
    private static final int MOST_NAMES = 200;
    private static final int TELL_EVERY = 20_000;
    private static final String HEADER = "id\tname\tothers\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature\n";

    private final OutputStream out;
    private final Optional<AlternateNames> alternates;
    private final StringBuilder row = new StringBuilder();
    private long bytes;
    private int places;
    private int names;
    private int leftOut;

    PlaceFold(OutputStream out, Optional<AlternateNames> alternates) {
        this.out = out;
        this.alternates = alternates;
    }

    int places() {
        return places;
    }

    /** Names by which they are found, their own included. */
    int names() {
        return names;
    }

    /** Rows without a name or without coordinates on the globe. */
    int leftOut() {
        return leftOut;
    }

    /** @throws DomainException when it is no such dump, is cut off, or holds too much */
    void fold(DumpLines lines, PlaceBooks.Progress progress) throws IOException {
        write(HEADER);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isEmpty()) {
                fold(columns(line.get(), lines));
            }
            if (lines.number() % TELL_EVERY == 0) {
                progress.report(lines.share(), places);
            }
            if (places > MOST_ROWS || bytes > MOST_BYTES) {
                throw new DomainException("\"" + lines.file().getFileName() + "\" holds more than "
                        + "5 million places; add the dumps of single countries instead.");
            }
        }
        if (places == 0 || leftOut > places) {
            throw noDump(lines.file(), "it holds no places that can be read");
        }
        progress.report(1, places);
    }

    private static DomainException noDump(Path file, String why) {
        return new DomainException("\"" + file.getFileName() + "\" is no dump of GeoNames: " + why
                + "; give a file such as BY.zip, as it was downloaded.");
    }

    static String[] columns(String line, DumpLines lines) {
        String[] columns = line.split("\t", -1);
        boolean last = !lines.whole();
        if (last && (columns.length < COLUMNS || columns[COLUMNS - 1].length() < 10)) {
            throw new DomainException("\"" + lines.file().getFileName() + "\" is cut off in line " + lines.number()
                    + "; download it again.");
        }
        if (columns.length != COLUMNS) {
            throw noDump(
                    lines.file(), "line " + lines.number() + " has " + columns.length + " columns and not " + COLUMNS);
        }
        return columns;
    }

    private void fold(String[] columns) throws IOException {
        Optional<Position> position = position(columns[4], columns[5]);
        String name = clean(columns[1]);
        boolean numbered = !columns[0].isEmpty() && columns[0].length() < 18 && digits(columns[0]);
        if (position.isEmpty() || name.isEmpty() || !numbered) {
            leftOut++;
            return;
        }
        row.setLength(0);
        row.append(columns[0]).append('\t').append(name).append('\t');
        others(name, columns);
        row.append('\t').append(columns[8].length() == 2 ? columns[8] : "").append('\t');
        row.append(clean(columns[10])).append('\t');
        hundredThousandths(position.get().lat());
        row.append('\t');
        hundredThousandths(position.get().lon());
        row.append('\t').append(population(columns[14])).append('\t');
        row.append(columns[6].length() == 1 ? columns[6] : "S")
                .append('.')
                .append(clean(columns[7]))
                .append('\n');
        write(row.toString());
        places++;
    }

    private static Optional<Position> position(String lat, String lon) {
        try {
            double north = Double.parseDouble(lat);
            double east = Double.parseDouble(lon);
            return Math.abs(north) <= 90 && Math.abs(east) <= 180
                    ? Optional.of(new Position(north, east))
                    : Optional.empty();
        } catch (NumberFormatException e) { // one bad row of a million: left out, and counted
            return Optional.empty();
        }
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Without the signs that part fields and names in the table. */
    private static String clean(String text) {
        return text.replace('|', '/').strip();
    }

    private void others(String name, String[] columns) {
        Map<String, String> byKey = new LinkedHashMap<>();
        byKey.put(NameFolding.strict(name), name);
        add(byKey, columns[2]);
        int from = 0;
        String list = columns[3];
        while (from < list.length()) {
            int comma = list.indexOf(',', from);
            int to = comma < 0 ? list.length() : comma;
            add(byKey, list.substring(from, to));
            from = to + 1;
        }
        alternates.ifPresent(more -> more.forEach(Long.parseLong(columns[0]), each -> add(byKey, each)));
        List<String> found = new ArrayList<>();
        byKey.forEach((key, other) -> {
            if (!other.equals(name)) {
                found.add(other);
            }
            if (NameFolding.needsRomanisation(other)) {
                found.add(key);
            }
        });
        row.append(String.join("|", found));
        names += 1 + found.size();
    }

    private static void add(Map<String, String> byKey, String name) {
        String other = clean(name);
        if (other.isEmpty() || byKey.size() >= MOST_NAMES || other.startsWith("http")) {
            return;
        }
        String key = NameFolding.strict(other);
        if (!key.isEmpty()) {
            byKey.putIfAbsent(key, other);
        }
    }

    private void hundredThousandths(double degrees) {
        long units = Math.round(Math.abs(degrees) * 1e5);
        row.append(degrees < 0 && units > 0 ? "-" : "").append(units / 100_000).append('.');
        String fraction = Long.toString(units % 100_000);
        row.append("0".repeat(5 - fraction.length())).append(fraction);
    }

    private static int population(String text) {
        if (text.isEmpty() || text.length() > 12 || !digits(text)) {
            return 0;
        }
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text));
    }

    private void write(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write(utf8);
        bytes += utf8.length;
    }
}
