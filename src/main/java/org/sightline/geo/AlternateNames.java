package org.sightline.geo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sightline.DomainException;

/**
 * Names of a table of alternate names of GeoNames (alternateNamesV2.txt: 8 or 10 columns) for the places of one dump, in flat
 * arrays. For one thread.
 */
final class AlternateNames {
    private static final int LEAST_COLUMNS = 4;
    private static final int TELL_EVERY = 50_000;
    private static final long MOST_BYTES = 400_000_000;

    /** Kinds of entries that are no names. */
    private static final Set<String> NO_NAMES =
            Set.of("link", "wkdt", "post", "phon", "piny", "tcid", "unlc", "fr_1793");

    private final long[] ids;

    /** For each place its last name, and for each name the one before it of the same place; -1 for none. */
    private final int[] last;

    private int[] before = new int[1024];
    private int[] starts = new int[1025];
    private byte[] texts = new byte[1 << 16];
    private int count;

    /** @param ids the places', sorted */
    private AlternateNames(long[] ids) {
        this.ids = ids;
        last = new int[ids.length];
        Arrays.fill(last, -1);
    }

    /** @throws DomainException when it is no such table */
    static AlternateNames read(DumpLines lines, long[] sortedIds, PlaceBooks.Progress progress) throws IOException {
        AlternateNames names = new AlternateNames(sortedIds);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String[] columns = line.get().split("\t", -1);
            boolean cut = !lines.whole() && columns.length < 8;
            if (cut || columns.length < LEAST_COLUMNS && !line.get().isEmpty()) {
                throw new DomainException("\"" + lines.file().getFileName() + "\" is cut off or damaged in line "
                        + lines.number() + "; download it again.");
            }
            if (columns.length >= LEAST_COLUMNS && !NO_NAMES.contains(columns[2])) {
                names.add(columns[1], columns[3]);
            }
            if (lines.number() % TELL_EVERY == 0) {
                progress.report(lines.share(), names.count);
            }
        }
        return names;
    }

    private void add(String id, String name) {
        int place = id.isEmpty() || id.length() > 18 || !id.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Arrays.binarySearch(ids, Long.parseLong(id));
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (place < 0 || starts[count] + (long) utf8.length > MOST_BYTES) {
            return;
        }
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            before = Arrays.copyOf(before, 2 * before.length);
        }
        int start = starts[count];
        if (start + utf8.length > texts.length) {
            texts = Arrays.copyOf(texts, 2 * texts.length + utf8.length);
        }
        System.arraycopy(utf8, 0, texts, start, utf8.length);
        before[count] = last[place];
        last[place] = count++;
        starts[count] = start + utf8.length;
    }

    /** Tells the names of a place. */
    void forEach(long id, Consumer<String> name) {
        int place = Arrays.binarySearch(ids, id);
        for (int i = place < 0 ? -1 : last[place]; i >= 0; i = before[i]) {
            name.accept(new String(texts, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8));
        }
    }
}
