package org.sightline.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.sightline.geo.Position;

/**
 * A sea, gulf or large lake as something to be named, from {@code waters.tsv} beside this class.
 *
 * @param kilometres room for the name, east to west
 */
record NamedWater(String name, Position position, double kilometres) {
    private static final class Holder {
        private static final List<NamedWater> ALL = read();
    }

    /** Largest first. */
    static List<NamedWater> all() {
        return Holder.ALL;
    }

    private static List<NamedWater> read() {
        InputStream in = Objects.requireNonNull(NamedWater.class.getResourceAsStream("waters.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .map(f -> new NamedWater(
                            f[0],
                            new Position(Double.parseDouble(f[1]), Double.parseDouble(f[2])),
                            Double.parseDouble(f[3])))
                    .sorted((a, b) -> Double.compare(b.kilometres, a.kilometres))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
