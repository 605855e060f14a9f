package org.sightline.geo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.UserFolder;

/**
 * The place names that a person has added, for all boards: one file for each dump of GeoNames, {@code NAME.places.zip}, with
 * the places as a table of tab-separated UTF-8 ({@code places.tsv}), what it was made of ({@code about.properties}) and
 * the licence. A file is written beside its place and moved into it: what fails leaves the old one.
 *
 * <p>Thread rule: any thread but the window's; adding is one at a time.
 */
public final class PlaceBooks {
    private static final String ENDING = ".places.zip";
    private static final String TABLE = "places.tsv";
    private static final String ABOUT = "about.properties";
    private static final String LICENCE =
            "Place names by GeoNames (https://www.geonames.org), licensed under Creative Commons"
                    + " Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/); put into another form by Sightline.\n";

    private static @Nullable PlaceBooks ofUser;

    private final Path folder;
    private final Object adding = new Object();

    /** What was read of each file, as long as it is the same file. */
    private final Map<Stamp, PlaceBook> read = new HashMap<>();

    private List<Stamp> shown = List.of();
    private @Nullable Gazetteer gazetteer;

    public PlaceBooks(Path folder) {
        this.folder = folder;
    }

    /** Those of the person who runs this program. */
    public static synchronized PlaceBooks ofUser() {
        Path now = UserFolder.path().resolve("places");
        PlaceBooks books = ofUser;
        if (books == null || !books.folder.equals(now)) {
            books = new PlaceBooks(now);
            ofUser = books;
        }
        return books;
    }

    /** Is told how far it is; may throw {@link CancellationException} to stop it. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param share of the present step, 0 to 1; negative when unknown
         * @param count places, or names, so far
         */
        void report(double share, long count);
    }

    /**
     * @param name of the file, such as BY
     * @param from the file it was made of
     * @param names by which the places are found, their own included
     * @param leftOut rows of the dump without a name or coordinates
     * @param problem why it cannot be used; empty when it can
     */
    public record Book(
            String name,
            String from,
            Instant added,
            long places,
            long names,
            long leftOut,
            long bytes,
            Optional<String> problem) {}

    /**
     * Adds a dump, or puts it in the place of the one of the same name.
     *
     * @param files the dump of a country, and tables of alternate names if wanted, in any order; zipped or not
     * @throws DomainException when a file cannot be used; what was there before is still there
     */
    public Book add(List<Path> files, Progress progress) {
        synchronized (adding) { // searches go on meanwhile
            return added(files, progress);
        }
    }

    private Book added(List<Path> files, Progress progress) {
        List<Path> dumps = files.stream().filter(file -> !isAlternates(file)).toList();
        if (dumps.size() != 1) {
            throw new DomainException(
                    dumps.isEmpty()
                            ? "There is no dump of places among the files, only alternate names; give one such as BY.zip too."
                            : "Dumps are added one at a time; give one, and tables of alternate names with it if you have them.");
        }
        Path dump = dumps.getFirst();
        String name = dump.getFileName().toString().replaceFirst("(\\.(zip|txt|gz|tsv))+$", "");
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name, ".part");
            try {
                write(
                        part,
                        dump,
                        files.stream().filter(file -> !file.equals(dump)).toList(),
                        progress);
                move(part, folder.resolve(name + ENDING));
            } finally {
                Files.deleteIfExists(part);
            }
            return book(folder.resolve(name + ENDING));
        } catch (IOException e) {
            throw new DomainException(
                    "The place names cannot be added: " + reason(e) + "; check the file and the space on the disk.", e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static boolean isAlternates(Path file) {
        try (DumpLines lines = DumpLines.of(file)) {
            return lines.next()
                    .filter(line -> {
                        int columns = line.split("\t", -1).length;
                        return columns >= 8 && columns <= 10;
                    })
                    .isPresent();
        } catch (IOException e) {
            throw new DomainException("\"" + file.getFileName() + "\" cannot be read: " + reason(e) + ".", e);
        }
    }

    private static void write(Path to, Path dump, List<Path> alternates, Progress progress) throws IOException {
        Optional<AlternateNames> names = Optional.empty();
        if (!alternates.isEmpty()) {
            long[] ids = ids(dump, progress);
            for (Path file : alternates) {
                try (DumpLines lines = DumpLines.of(file)) {
                    names = Optional.of(AlternateNames.read(lines, ids, progress));
                }
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 1 << 16));
                DumpLines lines = DumpLines.of(dump)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(TABLE));
            OutputStream table = new BufferedOutputStream(zip, 1 << 16);
            PlaceFold fold = new PlaceFold(table, names);
            fold.fold(lines, progress);
            table.flush();
            about(zip, dump, fold);
            zip.putNextEntry(new ZipEntry("LICENCE.txt"));
            zip.write(LICENCE.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long[] ids(Path dump, Progress progress) throws IOException {
        long[] ids = new long[1 << 16];
        int count = 0;
        try (DumpLines lines = DumpLines.of(dump)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                int tab = line.get().indexOf('\t');
                String id = tab < 0 ? "" : line.get().substring(0, tab);
                if (id.matches("[0-9]{1,18}")) {
                    ids = count == ids.length ? Arrays.copyOf(ids, 2 * count) : ids;
                    ids[count++] = Long.parseLong(id);
                }
                if (lines.number() % 100_000 == 0) {
                    progress.report(lines.share(), count);
                }
            }
        }
        long[] sorted = Arrays.copyOf(ids, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static void about(ZipOutputStream zip, Path dump, PlaceFold fold) throws IOException {
        Properties about = new Properties();
        about.setProperty("from", dump.getFileName().toString());
        about.setProperty("added", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        about.setProperty("places", Integer.toString(fold.places()));
        about.setProperty("names", Integer.toString(fold.names()));
        about.setProperty("leftOut", Integer.toString(fold.leftOut()));
        zip.putNextEntry(new ZipEntry(ABOUT));
        about.store(zip, null);
    }

    private static void move(Path part, Path to) throws IOException {
        try {
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) { // some network drives: nearly as good
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What was added, by name; those that cannot be used, too. */
    public List<Book> list() {
        return files().stream().map(this::book).toList();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DomainException(
                    "The folder of place names \"" + folder + "\" cannot be read: " + reason(e) + ".", e);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private Book book(Path file) {
        long bytes = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            bytes = Files.size(file);
            Properties about = new Properties();
            about.load(zip.getInputStream(entry(zip, ABOUT)));
            entry(zip, TABLE);
            return new Book(
                    name(file),
                    about.getProperty("from", ""),
                    Instant.parse(about.getProperty("added", "")),
                    Long.parseLong(about.getProperty("places", "")),
                    Long.parseLong(about.getProperty("names", "")),
                    Long.parseLong(about.getProperty("leftOut", "")),
                    bytes,
                    Optional.empty());
        } catch (IOException | RuntimeException e) { // whatever is in the folder, the list names it
            return new Book(
                    name(file), "", Instant.EPOCH, 0, 0, 0, bytes, Optional.of("damaged; add it again or remove it"));
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return entry;
    }

    /** @throws DomainException when there is none of that name */
    public synchronized void remove(String name) {
        Path file = files().stream()
                .filter(f -> name(f).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = files().stream().map(PlaceBooks::name).toList();
                    return new DomainException("No place names called \"" + name + "\" were added"
                            + (names.isEmpty() ? "." : "; there are " + String.join(", ", names) + "."));
                });
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new DomainException("\"" + file + "\" cannot be removed: " + reason(e) + ".", e);
        }
    }

    /** A file as it was when it was read. */
    private record Stamp(Path file, Instant modified, long size) {
        static Optional<Stamp> of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(file, attributes.lastModifiedTime().toInstant(), attributes.size()));
            } catch (IOException e) { // gone since it was listed
                return Optional.empty();
            }
        }
    }

    /** The built-in places with those that were added; files that cannot be used are passed over. */
    synchronized Gazetteer gazetteer() {
        List<Stamp> now =
                files().stream().flatMap(file -> Stamp.of(file).stream()).toList();
        Gazetteer known = gazetteer;
        if (known == null || !now.equals(shown)) {
            read.keySet().retainAll(now);
            known = Gazetteer.with(
                    now.stream().flatMap(stamp -> read(stamp).stream()).toList());
            gazetteer = known;
            shown = now;
        }
        return known;
    }

    private Optional<PlaceBook> read(Stamp stamp) {
        PlaceBook known = read.get(stamp);
        if (known != null) {
            return Optional.of(known);
        }
        try (ZipFile zip = new ZipFile(stamp.file().toFile());
                InputStream table = zip.getInputStream(entry(zip, TABLE))) {
            PlaceBook book = Gazetteer.book(table.readAllBytes());
            read.put(stamp, book);
            return Optional.of(book);
        } catch (IOException | RuntimeException e) { // one damaged file does not take the others with it; list() tells
            return Optional.empty();
        }
    }
}
