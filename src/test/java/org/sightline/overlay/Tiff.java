package org.sightline.overlay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Makes TIFF files tag by tag (TIFF 6.0, little-endian, one image), also such as no program would write. */
final class Tiff {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int SAMPLES = 277;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_COUNTS = 325;

    private record Field(int type, int count, byte[] values) {}

    private final Map<Integer, Field> fields = new TreeMap<>();
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

    /** A picture of grey bytes in one strip. */
    static Tiff grey(int width, int height, byte[] bytes) {
        Tiff tiff = new Tiff();
        tiff.pixels.writeBytes(bytes);
        return tiff.longs(WIDTH, width)
                .longs(HEIGHT, height)
                .shorts(BITS, 8)
                .shorts(259, 1)
                .shorts(262, 1)
                .longs(273, 8)
                .shorts(SAMPLES, 1)
                .longs(278, height)
                .longs(279, bytes.length);
    }

    Tiff without(int... tags) {
        for (int tag : tags) {
            fields.remove(tag);
        }
        return this;
    }

    Tiff shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        fields.put(tag, new Field(3, values.length, bytes.array()));
        return this;
    }

    Tiff longs(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        fields.put(tag, new Field(4, values.length, bytes.array()));
        return this;
    }

    Tiff doubles(int tag, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        fields.put(tag, new Field(12, values.length, bytes.array()));
        return this;
    }

    /** Says that a tag has more values than it has. */
    Tiff lying(int tag, int count) {
        fields.computeIfPresent(tag, (which, field) -> new Field(field.type(), count, field.values()));
        return this;
    }

    /** Where it lies (OGC 19-008r4): one tie point, pixels of a size, a coordinate system by its code. */
    Tiff placed(double west, double north, double pixel, int epsg, boolean geographic) {
        return doubles(33550, pixel, pixel, 0)
                .doubles(33922, 0, 0, 0, west, north, 0)
                .shorts(34735, new int[] {
                    1, 1, 0, 3, 1024, 0, 1, geographic ? 2 : 1, 1025, 0, 1, 1, geographic ? 2048 : 3072, 0, 1, epsg
                });
    }

    byte[] bytes() {
        int directory = 8 + pixels.size() + pixels.size() % 2;
        int beside = directory + 2 + 12 * fields.size() + 4;
        ByteArrayOutputStream further = new ByteArrayOutputStream();
        ByteBuffer entries = ByteBuffer.allocate(2 + 12 * fields.size() + 4).order(ByteOrder.LITTLE_ENDIAN);
        entries.putShort((short) fields.size());
        fields.forEach((tag, field) -> {
            entries.putShort(tag.shortValue()).putShort((short) field.type()).putInt(field.count());
            if (field.values().length <= 4) {
                entries.put(field.values()).put(new byte[4 - field.values().length]);
            } else {
                entries.putInt(beside + further.size());
                further.writeBytes(field.values());
            }
        });
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        all.writeBytes(head.array());
        all.writeBytes(pixels.toByteArray());
        all.writeBytes(new byte[pixels.size() % 2]);
        all.writeBytes(entries.array());
        all.writeBytes(further.toByteArray());
        return all.toByteArray();
    }
}
