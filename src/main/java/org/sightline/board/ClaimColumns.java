package org.sightline.board;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Status;
import org.sightline.claim.When;

/**
 * What a map, a time line and a list need of every claim that is not in the trash, by id, in flat arrays: about 70 bytes
 * a claim. All that is words stays in the board. Immutable, safe for any thread; a change of a few claims copies the
 * blocks these lie in and shares the others.
 */
public final class ClaimColumns {
    /** Stands for a time that is not known or open. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public static final ClaimColumns EMPTY = new ClaimColumns(List.of());

    private final List<Block> blocks;
    private final int[] starts;
    private final int size;
    private final int placed;
    private final Envelope extent;

    ClaimColumns(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.starts = new int[blocks.size()];
        Envelope all = new Envelope();
        int rows = 0;
        int withPlace = 0;
        for (int i = 0; i < blocks.size(); i++) {
            starts[i] = rows;
            rows += blocks.get(i).size;
            withPlace += blocks.get(i).placed;
            all.expandToInclude(blocks.get(i).extent);
        }
        this.size = rows;
        this.placed = withPlace;
        this.extent = all;
    }

    public int size() {
        return size;
    }

    /** How many have a place. */
    public int placed() {
        return placed;
    }

    /** All places, degrees; null (JTS) when there is none. */
    public Envelope extent() {
        return new Envelope(extent);
    }

    public long id(int row) {
        int at = blockOf(row);
        return blocks.get(at).ids[row - starts[at]];
    }

    public UUID uuid(int row) {
        int at = blockOf(row);
        Block block = blocks.get(at);
        int in = row - starts[at];
        return new UUID(block.uuidHigh[in], block.uuidLow[in]);
    }

    /** Degrees; NaN when the claim has no place, or one that is a route or an area. */
    public double longitude(int row) {
        int at = blockOf(row);
        return blocks.get(at).longitudes[row - starts[at]];
    }

    /** Degrees; NaN as the longitude is. */
    public double latitude(int row) {
        int at = blockOf(row);
        return blocks.get(at).latitudes[row - starts[at]];
    }

    /** Metres within which the place is known. */
    public double radiusMetres(int row) {
        int at = blockOf(row);
        return blocks.get(at).radii[row - starts[at]];
    }

    /** Whether the place is a route or an area. */
    public boolean shaped(int row) {
        int at = blockOf(row);
        return blocks.get(at).shapes.containsKey(row - starts[at]);
    }

    /** The place; that of a point has no name here. */
    public Optional<Place> place(int row) {
        int at = blockOf(row);
        return blocks.get(at).place(row - starts[at]);
    }

    public Status status(int row) {
        int at = blockOf(row);
        return STATUSES[blocks.get(at).statuses[row - starts[at]]];
    }

    public Modality modality(int row) {
        int at = blockOf(row);
        return MODALITIES[blocks.get(at).modalities[row - starts[at]]];
    }

    public Category category(int row) {
        int at = blockOf(row);
        return blocks.get(at).categories[row - starts[at]];
    }

    /** Seconds since 1970, inclusive; {@link #NO_TIME}. */
    public long earliest(int row) {
        int at = blockOf(row);
        return blocks.get(at).earliest[row - starts[at]];
    }

    /** Seconds since 1970, exclusive; {@link #NO_TIME}. */
    public long latest(int row) {
        int at = blockOf(row);
        return blocks.get(at).latest[row - starts[at]];
    }

    /** The row of a claim; -1 when it is not here. */
    public int rowOf(long id) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = id(middle);
            if (there == id) {
                return middle;
            }
            if (there < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The same by identity; looks at each claim, a million in about a millisecond. */
    public int rowOf(UUID uuid) {
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            for (int in = 0; in < block.size; in++) {
                if (block.uuidLow[in] == low && block.uuidHigh[in] == high) {
                    return starts[at] + in;
                }
            }
        }
        return -1;
    }

    /** The same claims after a change: {@code changed} and new ones as given, those in {@code gone} no more. */
    public ClaimColumns with(ClaimColumns changed, List<UUID> gone) {
        List<Block> after = new ArrayList<>(blocks);
        for (UUID uuid : gone) {
            int row = rowOf(uuid);
            if (row >= 0) {
                remove(after, id(row));
            }
        }
        for (Block block : changed.blocks) {
            for (int in = 0; in < block.size; in++) {
                put(after, block, in);
            }
        }
        after.removeIf(block -> block.size == 0);
        return new ClaimColumns(after);
    }

    private static void remove(List<Block> blocks, long id) {
        int at = blockFor(blocks, id);
        Block old = blocks.get(at);
        int in = Arrays.binarySearch(old.ids, 0, old.size, id);
        if (in >= 0) {
            Builder builder = new Builder(old.size);
            builder.copy(old, 0, in);
            builder.copy(old, in + 1, old.size);
            blocks.set(at, builder.block());
        }
    }

    private static void put(List<Block> blocks, Block from, int row) {
        long id = from.ids[row];
        int last = blocks.size() - 1;
        boolean beyond = last < 0 || id > blocks.get(last).lastId() && blocks.get(last).size >= BLOCK;
        if (beyond) {
            Builder builder = new Builder(1);
            builder.copy(from, row, row + 1);
            blocks.add(builder.block());
            return;
        }
        int at = blockFor(blocks, id);
        Block old = blocks.get(at);
        int found = Arrays.binarySearch(old.ids, 0, old.size, id);
        int in = found >= 0 ? found : -found - 1;
        Builder builder = new Builder(old.size + 1);
        builder.copy(old, 0, in);
        builder.copy(from, row, row + 1);
        builder.copy(old, found >= 0 ? in + 1 : in, old.size);
        blocks.set(at, builder.block());
    }

    /** The block an id lies in or belongs into. */
    private static int blockFor(List<Block> blocks, long id) {
        int at = 0;
        while (at < blocks.size() - 1 && id > blocks.get(at).lastId()) {
            at++;
        }
        return at;
    }

    /** Blocks are of one size but for those that were changed since, so the guess is near. */
    private int blockOf(int row) {
        int at = Math.min(row / BLOCK, starts.length - 1);
        while (starts[at] > row) {
            at--;
        }
        while (at + 1 < starts.length && starts[at + 1] <= row) {
            at++;
        }
        return at;
    }

    /** Rows of a full block. */
    static final int BLOCK = 4096;

    private static final Status[] STATUSES = Status.values();
    private static final Modality[] MODALITIES = Modality.values();
    private static final PlacePrecision[] PRECISIONS = PlacePrecision.values();

    /** Some thousands of rows. */
    static final class Block {
        private final int size;
        final long[] ids;
        final long[] uuidHigh;
        final long[] uuidLow;
        final double[] longitudes;
        final double[] latitudes;
        final byte[] statuses;
        final byte[] modalities;
        final byte[] precisions;
        final float[] radii;
        final Category[] categories;
        final long[] earliest;
        final long[] latest;
        private final Map<Integer, Place> shapes;
        private final int placed;
        private final Envelope extent = new Envelope();

        private Block(Builder made) {
            size = made.size;
            ids = made.ids;
            uuidHigh = made.uuidHigh;
            uuidLow = made.uuidLow;
            longitudes = made.longitudes;
            latitudes = made.latitudes;
            statuses = made.statuses;
            modalities = made.modalities;
            precisions = made.precisions;
            radii = made.radii;
            categories = made.categories;
            earliest = made.earliest;
            latest = made.latest;
            shapes = Map.copyOf(made.shapes);
            int points = 0;
            for (int i = 0; i < size; i++) {
                if (!Double.isNaN(longitudes[i])) {
                    extent.expandToInclude(longitudes[i], latitudes[i]);
                    points++;
                }
            }
            shapes.values()
                    .forEach(place -> extent.expandToInclude(place.geometry().getEnvelopeInternal()));
            placed = points + shapes.size();
        }

        int size() {
            return size;
        }

        /** Rows whose place is a route or an area, in order. */
        List<Integer> shapedRows() {
            return shapes.keySet().stream().sorted().toList();
        }

        private long lastId() {
            return size == 0 ? Long.MIN_VALUE : ids[size - 1];
        }

        private Optional<Place> place(int in) {
            Place shape = shapes.get(in);
            if (shape != null) {
                return Optional.of(shape);
            }
            if (Double.isNaN(longitudes[in])) {
                return Optional.empty();
            }
            return Optional.of(new Place(
                    "",
                    Place.WGS84.createPoint(new Coordinate(longitudes[in], latitudes[in])),
                    PRECISIONS[precisions[in]],
                    radii[in],
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    /** One row, as it is read. */
    static final class Line {
        long id;
        UUID uuid = new UUID(0, 0);
        double longitude = Double.NaN;
        double latitude = Double.NaN;
        int status; // places in the lists of constants
        int modality;
        int precision;
        double radiusMetres = PlacePrecision.LOCALITY.radiusMetres();
        Category category = Category.OTHER;
        long earliest = NO_TIME;
        long latest = NO_TIME;

        @Nullable
        Place shape;

        /** As it will be read from the row of a claim that is not in the trash. */
        static Line of(Claim claim) {
            Line line = new Line();
            line.id = claim.id();
            line.uuid = claim.uuid();
            line.status = Arrays.asList(STATUSES).indexOf(claim.status());
            line.modality = Arrays.asList(MODALITIES).indexOf(claim.modality());
            line.precision = Arrays.asList(PRECISIONS).indexOf(PlacePrecision.LOCALITY);
            line.category = claim.category();
            claim.when().flatMap(When::earliest).ifPresent(at -> line.earliest = at.getEpochSecond());
            claim.when().flatMap(When::latest).ifPresent(at -> line.latest = at.getEpochSecond());
            claim.place().ifPresent(line::place);
            return line;
        }

        private void place(Place place) {
            precision = Arrays.asList(PRECISIONS).indexOf(place.precision());
            radiusMetres = place.radiusMetres() > 0
                    ? place.radiusMetres()
                    : place.precision().radiusMetres();
            if (place.geometry() instanceof Point point && !point.isEmpty()) {
                longitude = point.getX();
                latitude = point.getY();
            } else if (!place.geometry().isEmpty()) {
                shape = place;
            }
        }
    }

    /** Fills one block. */
    static final class Builder {
        private final long[] ids;
        private final long[] uuidHigh;
        private final long[] uuidLow;
        private final double[] longitudes;
        private final double[] latitudes;
        private final byte[] statuses;
        private final byte[] modalities;
        private final byte[] precisions;
        private final float[] radii;
        private final Category[] categories;
        private final long[] earliest;
        private final long[] latest;
        private final Map<Integer, Place> shapes = new HashMap<>();
        private int size;

        Builder(int rows) {
            ids = new long[rows];
            uuidHigh = new long[rows];
            uuidLow = new long[rows];
            longitudes = new double[rows];
            latitudes = new double[rows];
            statuses = new byte[rows];
            modalities = new byte[rows];
            precisions = new byte[rows];
            radii = new float[rows];
            categories = new Category[rows];
            earliest = new long[rows];
            latest = new long[rows];
        }

        int size() {
            return size;
        }

        void add(Line line) {
            ids[size] = line.id;
            uuidHigh[size] = line.uuid.getMostSignificantBits();
            uuidLow[size] = line.uuid.getLeastSignificantBits();
            longitudes[size] = line.longitude;
            latitudes[size] = line.latitude;
            statuses[size] = (byte) line.status;
            modalities[size] = (byte) line.modality;
            precisions[size] = (byte) line.precision;
            radii[size] = (float) line.radiusMetres;
            categories[size] = line.category;
            earliest[size] = line.earliest;
            latest[size] = line.latest;
            if (line.shape != null) {
                shapes.put(size, line.shape);
            }
            size++;
        }

        long id(int row) {
            return ids[row];
        }

        void shape(int row, Place place) {
            shapes.put(row, place);
        }

        /**
         * Takes all rows from columns as {@link PackedColumns} writes them, from the ids on.
         *
         * @return whether all their codes are such as there are
         */
        boolean fill(ByteBuffer bytes, long first, List<Category> words) {
            size = ids.length;
            for (int i = 0; i < size; i++) {
                ids[i] = first + bytes.getShort();
            }
            take(bytes, uuidHigh);
            take(bytes, uuidLow);
            take(bytes, longitudes);
            take(bytes, latitudes);
            bytes.get(statuses).get(modalities).get(precisions);
            boolean sound = true;
            for (int i = 0; i < size; i++) {
                int word = bytes.get();
                sound &= word >= 0
                        && word < words.size()
                        && within(statuses[i], STATUSES)
                        && within(modalities[i], MODALITIES)
                        && within(precisions[i], PRECISIONS);
                categories[i] = sound ? words.get(word) : Category.OTHER;
            }
            bytes.asFloatBuffer().get(radii);
            bytes.position(bytes.position() + size * Float.BYTES);
            take(bytes, earliest);
            take(bytes, latest);
            return sound;
        }

        private static boolean within(byte code, Object[] constants) {
            return code >= 0 && code < constants.length;
        }

        private static void take(ByteBuffer bytes, long[] values) {
            bytes.asLongBuffer().get(values);
            bytes.position(bytes.position() + values.length * Long.BYTES);
        }

        private static void take(ByteBuffer bytes, double[] values) {
            bytes.asDoubleBuffer().get(values);
            bytes.position(bytes.position() + values.length * Double.BYTES);
        }

        /** Takes rows of a block. */
        void copy(Block from, int first, int end) {
            int count = end - first;
            System.arraycopy(from.ids, first, ids, size, count);
            System.arraycopy(from.uuidHigh, first, uuidHigh, size, count);
            System.arraycopy(from.uuidLow, first, uuidLow, size, count);
            System.arraycopy(from.longitudes, first, longitudes, size, count);
            System.arraycopy(from.latitudes, first, latitudes, size, count);
            System.arraycopy(from.statuses, first, statuses, size, count);
            System.arraycopy(from.modalities, first, modalities, size, count);
            System.arraycopy(from.precisions, first, precisions, size, count);
            System.arraycopy(from.radii, first, radii, size, count);
            System.arraycopy(from.categories, first, categories, size, count);
            System.arraycopy(from.earliest, first, earliest, size, count);
            System.arraycopy(from.latest, first, latest, size, count);
            from.shapes.forEach((row, place) -> {
                if (row >= first && row < end) {
                    shapes.put(row - first + size, place);
                }
            });
            size += count;
        }

        Block block() {
            return new Block(this);
        }
    }
}
