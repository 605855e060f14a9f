package org.sightline.overlay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * Which columns of a table hold its coordinates, as a person says it: two headings, the latitude or northing before the
 * longitude or easting, or one with both in any notation. Written as one line of CSV, which is what a layer keeps as its
 * part.
 *
 * @param second empty where the first holds both
 */
public record PlaceColumns(String first, Optional<String> second) {

    /** @throws DomainException when it names no column, or more than two, or one of them twice */
    public static PlaceColumns read(String words) {
        List<String> names = names(words);
        boolean sound = (names.size() == 1 || names.size() == 2)
                && names.stream().noneMatch(String::isBlank)
                && names.stream().distinct().count() == names.size();
        if (!sound) {
            throw new DomainException(
                    "\"" + words
                            + "\" names no columns; give two headings with a comma between, latitude first, or one of coordinates.");
        }
        return new PlaceColumns(names.getFirst(), names.size() == 2 ? Optional.of(names.get(1)) : Optional.empty());
    }

    private static List<String> names(String words) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(words)) {
            return rows.stream()
                    .findFirst()
                    .map(row -> row.getFields().stream().map(String::strip).toList())
                    .orElse(List.of());
        } catch (IOException | CsvParseException e) {
            return List.of();
        }
    }

    /** One line that {@link #read} reads. */
    public String written() {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            if (second.isPresent()) {
                writer.writeRecord(first, second.get());
            } else {
                writer.writeRecord(first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().strip();
    }
}
