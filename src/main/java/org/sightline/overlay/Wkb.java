package org.sightline.overlay;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Well-known binary (OGC 06-103r4, clause 8), with heights and measures passed over, in ISO's and in PostGIS's numbering;
 * and GeoPackage's frame around it (OGC 12-128r18, clause 2.1.3).
 */
final class Wkb {
    private final ByteBuffer bytes;
    private final Gatherer gatherer;
    private final OverlayQuestion question;

    private Wkb(byte[] bytes, Gatherer gatherer, OverlayQuestion question) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.gatherer = gatherer;
        this.question = question;
    }

    /** Gives the paths of a GeoPackage geometry; an empty one gives none. */
    static void geoPackage(byte[] blob, Gatherer gatherer, OverlayQuestion question) {
        if (blob.length == 0) {
            return;
        }
        try {
            if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
                throw damaged(question, new BufferUnderflowException());
            }
            Wkb wkb = new Wkb(blob, gatherer, question);
            int flags = blob[3];
            int envelope = switch (flags >> 1 & 7) {
                case 0 -> 0;
                case 1 -> 32;
                case 2, 3 -> 48;
                case 4 -> 64;
                default -> throw damaged(question, new BufferUnderflowException());
            };
            boolean empty = (flags & 0x10) != 0;
            if (!empty) {
                wkb.bytes.position(Math.min(8 + envelope, blob.length));
                wkb.geometry(0);
            }
        } catch (BufferUnderflowException e) {
            throw damaged(question, e);
        }
    }

    private static org.sightline.DomainException damaged(OverlayQuestion question, Exception e) {
        return question.damaged("has a geometry that is cut off or damaged; get it again from where it came from.", e);
    }

    private void geometry(int depth) {
        if (depth > Budget.DEPTH) {
            throw question.damaged("has collections within collections beyond measure; it is not usable.");
        }
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = bytes.getInt();
        boolean flaggedZ = (code & 0x80000000) != 0;
        boolean flaggedM = (code & 0x40000000) != 0;
        if ((code & 0x20000000) != 0) {
            bytes.getInt();
        }
        int plain = code & 0x0FFFFFFF;
        int thousand = plain / 1000;
        int dimensions = 2 + (flaggedZ ? 1 : 0) + (flaggedM ? 1 : 0);
        if (thousand > 0) {
            dimensions = thousand == 3 ? 4 : 3;
        }
        switch (plain % 1000) {
            case 1 -> {
                vertices(1, dimensions);
                gatherer.endPoints();
            }
            case 2 -> {
                vertices(bytes.getInt(), dimensions);
                gatherer.endLine();
            }
            case 3 -> {
                int rings = bytes.getInt();
                for (int i = 0; i < rings; i++) {
                    vertices(bytes.getInt(), dimensions);
                    gatherer.endRing();
                }
            }
            case 4, 5, 6, 7 -> {
                int parts = bytes.getInt();
                for (int i = 0; i < parts; i++) {
                    geometry(depth + 1);
                }
            }
            default -> {
                // what follows within a collection cannot be found without its length
                gatherer.note("It has curved or other uncommon geometries, which are not shown.");
                bytes.position(bytes.limit());
            }
        }
    }

    private void vertices(int count, int dimensions) {
        if (count < 0 || (long) count * dimensions * Double.BYTES > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        for (int i = 0; i < count; i++) {
            double x = bytes.getDouble();
            double y = bytes.getDouble();
            bytes.position(bytes.position() + (dimensions - 2) * Double.BYTES);
            if (!(Double.isNaN(x) && Double.isNaN(y))) { // an empty point
                gatherer.vertex(x, y);
            }
        }
    }
}
