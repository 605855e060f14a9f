package org.sightline.board;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.sightline.DomainException;

/**
 * GeoPackageBinary (OGC 12-128r18, clause 2.1.3): a header with an envelope, then ISO WKB, little-endian. Points have
 * no envelope, since their WKB is one.
 */
final class GeometryBlob {
    static final int SRS_WGS84 = 4326;
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), SRS_WGS84);
    private static final int HEADER = 8;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int MOST_BYTES = 64 << 20;
    private static final int EMPTY_FLAG = 1 << 4;

    /** All of a point but its coordinates: little-endian, no envelope; WKB of type 1. */
    private static final byte[] POINT_HEAD = {
        'G', 'P', 0, 1, (byte) (SRS_WGS84 & 0xFF), (byte) (SRS_WGS84 >> 8), 0, 0, 1, 1, 0, 0, 0
    };

    private static final int POINT_BYTES = POINT_HEAD.length + 16;

    private GeometryBlob() {}

    static byte[] write(Geometry geometry) {
        if (geometry instanceof Point point && !point.isEmpty()) { // as most are
            return ByteBuffer.allocate(POINT_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(POINT_HEAD)
                    .putDouble(point.getX())
                    .putDouble(point.getY())
                    .array();
        }
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        boolean envelope = !geometry.isEmpty() && !(geometry instanceof Point);
        ByteBuffer blob = ByteBuffer.allocate(HEADER + (envelope ? 32 : 0) + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) ((geometry.isEmpty() ? EMPTY_FLAG : 0) | (envelope ? 2 : 0) | 1))
                .putInt(SRS_WGS84);
        if (envelope) {
            Envelope bounds = geometry.getEnvelopeInternal();
            blob.putDouble(bounds.getMinX()).putDouble(bounds.getMaxX());
            blob.putDouble(bounds.getMinY()).putDouble(bounds.getMaxY());
        }
        return blob.put(wkb).array();
    }

    /** @throws DomainException when the blob is not a GeoPackage geometry */
    static Geometry read(byte[] blob) {
        if (isPlainPoint(blob, 0) && !Double.isNaN(plainX(blob, 0))) { // NaN stands for an empty one
            return WGS84.createPoint(new Coordinate(plainX(blob, 0), plainY(blob, 0)));
        }
        try {
            int start = wkbStart(blob);
            byte[] wkb = Arrays.copyOfRange(blob, start, blob.length);
            Geometry geometry = new WKBReader(WGS84).read(wkb);
            geometry.setSRID(SRS_WGS84);
            return geometry;
        } catch (ParseException | IllegalArgumentException | BufferUnderflowException | StackOverflowError e) {
            throw new DomainException("A geometry in the board cannot be read; run verify to see which one.", e);
        }
    }

    /** Whether what begins there and ends with the bytes is a point as it is written here, which most geometries are. */
    static boolean isPlainPoint(byte[] bytes, int from) {
        return bytes.length == from + POINT_BYTES
                && Arrays.equals(bytes, from, from + POINT_HEAD.length, POINT_HEAD, 0, POINT_HEAD.length);
    }

    /** Degrees of a {@link #isPlainPoint plain point}. */
    static double plainX(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(from + POINT_HEAD.length);
    }

    static double plainY(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(from + POINT_HEAD.length + 8);
    }

    /** The envelope, from the header where it is there; null (JTS) when the geometry is empty. */
    static Envelope envelope(byte[] blob) {
        if (blob.length < HEADER) {
            throw new DomainException("A geometry in the board is cut short; run verify to see which one.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        int flags = blob[3];
        buffer.order((flags & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if ((flags & EMPTY_FLAG) != 0) {
            return new Envelope();
        }
        if (((flags >> 1) & 7) != 0 && blob.length >= HEADER + 32) {
            return new Envelope(buffer.getDouble(8), buffer.getDouble(16), buffer.getDouble(24), buffer.getDouble(32));
        }
        return pointEnvelope(blob);
    }

    private static Envelope pointEnvelope(byte[] blob) {
        int wkbPoint = 1;
        if (blob.length == HEADER + 21) {
            ByteBuffer wkb = ByteBuffer.wrap(blob, HEADER, 21).slice();
            wkb.order(wkb.get(0) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (wkb.getInt(1) == wkbPoint) {
                Coordinate at = new Coordinate(wkb.getDouble(5), wkb.getDouble(13));
                return at.isValid() ? new Envelope(at) : new Envelope();
            }
        }
        return read(blob).getEnvelopeInternal();
    }

    private static int wkbStart(byte[] blob) {
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P' || blob.length > MOST_BYTES) {
            throw new IllegalArgumentException("no GeoPackage header");
        }
        int indicator = (blob[3] >> 1) & 7;
        if (indicator >= ENVELOPE_BYTES.length) {
            throw new IllegalArgumentException("envelope indicator " + indicator);
        }
        return HEADER + ENVELOPE_BYTES[indicator];
    }
}
