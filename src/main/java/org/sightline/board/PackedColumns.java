package org.sightline.board;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.zip.CRC32C;
import org.sightline.claim.Category;
import org.sightline.claim.Place;

/**
 * A block of {@link ClaimColumns} as bytes, column after column, so that it is read back without looking at its rows.
 * Little-endian: form (1 byte), rows n and categories k (2 bytes each); k times a length in bytes (1) and that much
 * UTF-8; s, the number of routes and areas (2), and their rows (2 each); then n times each of id less the block's first
 * id (2), high and low half of the UUID (8, 8), longitude and latitude (8, 8), status, modality, precision and category
 * (1 each), radius (4), earliest and latest time (8, 8). Routes and areas are not in it.
 */
final class PackedColumns {
    private static final byte FORM = 1;
    private static final int HEADER = 7;
    private static final int ROW = 2 + 4 * Long.BYTES + 4 + Float.BYTES + 2 * Long.BYTES;
    private static final int MOST_CATEGORIES = 127;
    private static final int MOST_WORD = 127;

    private PackedColumns() {}

    /** CRC-32C of the bytes, 0 to 2^32 - 1. */
    static long checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }

    /**
     * @param first the least id that a claim of the block may have
     * @return empty when it has more or longer categories than there is room for
     */
    static Optional<byte[]> write(ClaimColumns.Block block, long first) {
        int rows = block.size();
        Map<Category, Integer> places = new HashMap<>();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        byte[] categories = new byte[rows];
        for (int i = 0; i < rows; i++) {
            Category category = block.categories[i];
            Integer place = places.get(category);
            if (place == null) {
                byte[] word = category.key().getBytes(StandardCharsets.UTF_8);
                place = places.size();
                if (word.length > MOST_WORD || place == MOST_CATEGORIES) {
                    return Optional.empty();
                }
                places.put(category, place);
                words.write(word.length);
                words.writeBytes(word);
            }
            categories[i] = place.byteValue();
        }
        List<Integer> shapes = block.shapedRows();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + words.size() + 2 * shapes.size() + rows * ROW)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(FORM).putShort((short) rows).putShort((short) places.size()).put(words.toByteArray());
        bytes.putShort((short) shapes.size());
        shapes.forEach(row -> bytes.putShort(row.shortValue()));
        for (int i = 0; i < rows; i++) {
            bytes.putShort((short) (block.ids[i] - first));
        }
        put(bytes, block.uuidHigh, rows);
        put(bytes, block.uuidLow, rows);
        put(bytes, block.longitudes, rows);
        put(bytes, block.latitudes, rows);
        bytes.put(block.statuses, 0, rows).put(block.modalities, 0, rows).put(block.precisions, 0, rows);
        bytes.put(categories);
        bytes.asFloatBuffer().put(block.radii, 0, rows);
        bytes.position(bytes.position() + rows * Float.BYTES);
        put(bytes, block.earliest, rows);
        put(bytes, block.latest, rows);
        return Optional.of(bytes.array());
    }

    private static void put(ByteBuffer bytes, long[] values, int rows) {
        bytes.asLongBuffer().put(values, 0, rows);
        bytes.position(bytes.position() + rows * Long.BYTES);
    }

    private static void put(ByteBuffer bytes, double[] values, int rows) {
        bytes.asDoubleBuffer().put(values, 0, rows);
        bytes.position(bytes.position() + rows * Double.BYTES);
    }

    /**
     * @param first as it was written with
     * @param shapes the route or area of a claim, by id
     * @return empty when these are no bytes that {@link #write} makes
     */
    static Optional<ClaimColumns.Block> read(byte[] packed, long first, LongFunction<Optional<Place>> shapes) {
        try {
            return block(ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN), first, shapes);
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<ClaimColumns.Block> block(
            ByteBuffer bytes, long first, LongFunction<Optional<Place>> shapes) {
        byte form = bytes.get();
        int rows = bytes.getShort();
        int words = bytes.getShort();
        if (form != FORM || rows < 0 || rows > ClaimColumns.BLOCK || words < 0 || words > MOST_CATEGORIES) {
            return Optional.empty();
        }
        List<Category> categories = new ArrayList<>(words);
        for (int i = 0; i < words; i++) {
            byte[] word = new byte[Math.max(0, bytes.get())];
            bytes.get(word);
            categories.add(Slices.category(new String(word, StandardCharsets.UTF_8)));
        }
        int[] shaped = new int[Math.clamp(bytes.getShort(), 0, rows)];
        for (int i = 0; i < shaped.length; i++) {
            shaped[i] = bytes.getShort();
        }
        if (bytes.remaining() != rows * ROW) {
            return Optional.empty();
        }
        ClaimColumns.Builder builder = new ClaimColumns.Builder(rows);
        boolean sound = builder.fill(bytes, first, categories);
        for (int row : shaped) {
            if (row < 0 || row >= rows) {
                return Optional.empty();
            }
            shapes.apply(builder.id(row)).ifPresent(place -> builder.shape(row, place));
        }
        return sound ? Optional.of(builder.block()) : Optional.empty();
    }
}
