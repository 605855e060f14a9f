package org.sightline.overlay;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sightline.DomainException;

/** A Shapefile with its companions .dbf, .prj and .cpg, after the "ESRI Shapefile Technical Description" (July 1998). */
final class ShapefileFile {
    private static final int FILE_CODE = 9994;
    private static final int HEADER = 100;

    private final OverlayQuestion question;
    private final Gatherer gatherer;
    private final Optional<DbfNames> names;

    private ShapefileFile(OverlayQuestion question, Gatherer gatherer, Optional<DbfNames> names) {
        this.question = question;
        this.gatherer = gatherer;
        this.names = names;
    }

    static Overlay.Features read(OverlayQuestion question) {
        Optional<String> projection = Companions.text(question.file(), ".prj");
        Gatherer gatherer = new Gatherer(question, question.crsOr(projection));
        Optional<Path> table = Companions.find(question.file(), ".dbf");
        try (DbfNames names = table.map(DbfNames::open).orElse(null);
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(question.file()), 1 << 16))) {
            if (table.isEmpty()) {
                gatherer.note("Its table (.dbf) is missing, so nothing in it has a name.");
            }
            new ShapefileFile(question, gatherer, Optional.ofNullable(names)).records(in);
            Optional.ofNullable(names)
                    .flatMap(read -> read.note(question.file()))
                    .ifPresent(gatherer::note);
        } catch (EOFException e) {
            throw question.truncated(e);
        } catch (IOException e) {
            throw question.unreadable(e);
        }
        return gatherer.done();
    }

    private void records(DataInputStream in) throws IOException {
        if (in.readInt() != FILE_CODE) {
            throw question.damaged("is no Shapefile; see whether it is the right file.");
        }
        in.skipNBytes(20);
        long left = 2L * Integer.toUnsignedLong(in.readInt()) - HEADER;
        in.skipNBytes(HEADER - 28);
        while (left >= 8) {
            in.readInt();
            long length = 2L * in.readInt();
            left -= 8 + length;
            if (length < 4 || length > Budget.VALUE * 4L || left < 0) {
                throw question.damaged("has a record of impossible length; get it again from where it came from.");
            }
            record(in, (int) length);
        }
    }

    private void record(DataInputStream in, int length) throws IOException {
        byte[] content = in.readNBytes(length); // grows as it comes, so that a length alone takes no memory
        if (content.length < length) {
            throw new EOFException();
        }
        String name = names.isPresent() ? names.get().next() : "";
        ByteBuffer shape = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int type = shape.getInt();
        try {
            switch (type) {
                case 0 -> {
                    return;
                }
                case 1, 11, 21 -> {
                    gatherer.vertex(shape.getDouble(), shape.getDouble());
                    gatherer.endPoints();
                }
                case 8, 18, 28 -> {
                    shape.position(36);
                    vertices(shape, shape.getInt());
                    gatherer.endPoints();
                }
                case 3, 13, 23, 5, 15, 25 -> parts(shape, type % 10 == 5);
                case 31 -> gatherer.note("It has multipatches, which are not shown.");
                default ->
                    throw question.damaged("has shapes of a type that the format does not have (" + type
                            + "); get it again from where it came from.");
            }
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw impossible(e);
        }
        gatherer.endFeature(name);
    }

    private DomainException impossible(Exception e) {
        return question.damaged("has a shape with impossible counts; get it again from where it came from.", e);
    }

    private void parts(ByteBuffer shape, boolean rings) {
        shape.position(36);
        int parts = shape.getInt();
        int count = shape.getInt();
        if (parts < 0 || count < 0 || 4L * parts + 16L * count > shape.remaining()) {
            throw impossible(new java.nio.BufferUnderflowException());
        }
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = shape.getInt();
        }
        starts[parts] = count;
        for (int i = 0; i < parts; i++) {
            if (starts[i + 1] < starts[i] || starts[i] < 0) {
                throw impossible(new java.nio.BufferUnderflowException());
            }
        }
        shape.position(shape.position() + (parts > 0 ? 16 * starts[0] : 0));
        for (int i = 0; i < parts; i++) {
            vertices(shape, starts[i + 1] - starts[i]);
            if (rings) {
                gatherer.endRing();
            } else {
                gatherer.endLine();
            }
        }
    }

    private void vertices(ByteBuffer shape, int count) {
        for (int i = 0; i < count; i++) {
            gatherer.vertex(shape.getDouble(), shape.getDouble());
        }
    }

    /** The charset that a .cpg file names, as the programs that write it spell it. */
    static Optional<java.nio.charset.Charset> charset(String words) {
        String plain = words.strip().replaceFirst("(?i)^(ansi|cp|windows|win|oem)[ _-]?(?=\\d)", "");
        try {
            if (plain.matches("12\\d\\d")) {
                return Optional.of(java.nio.charset.Charset.forName("windows-" + plain));
            }
            if (plain.matches("8859\\d{1,2}")) {
                return Optional.of(java.nio.charset.Charset.forName("ISO-8859-" + plain.substring(4)));
            }
            if (plain.matches("\\d{3}")) {
                return Optional.of(java.nio.charset.Charset.forName("IBM" + plain));
            }
            return plain.equals("65001")
                    ? Optional.of(StandardCharsets.UTF_8)
                    : Optional.of(java.nio.charset.Charset.forName(plain));
        } catch (IllegalArgumentException e) { // a name that no Java knows is as good as none
            return Optional.empty();
        }
    }
}
