package org.sightline.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.source.CapturedText;

/**
 * The bytes and texts of captures, kept by their hash and never changed. Bytes up to 64 MiB lie in the board, compressed
 * where that helps; larger ones in the folder {@code NAME.captures} beside it, one file per hash.
 */
final class Contents {
    static final long MOST_INSIDE = 64L << 20;
    private static final int SMALL = 32 << 10;
    private static final int MOST_TEXT = 256 << 20;

    static final String INSERT_BYTES =
            "INSERT OR IGNORE INTO capture_bytes (sha256, length, encoding, content) VALUES (?, ?, ?, ?)";
    static final String INSERT_TEXT = "INSERT OR IGNORE INTO capture_text (sha256, content) VALUES (?, ?)";

    private final Database database;
    private final Path folder;
    private final long mostInside;

    Contents(Database database, Path folder) {
        this(database, folder, MOST_INSIDE);
    }

    Contents(Database database, Path folder, long mostInside) {
        this.database = database;
        this.folder = folder;
        this.mostInside = mostInside;
    }

    static Path folderOf(Path board) {
        String name = board.getFileName().toString().replaceFirst("\\.gpkg$", "");
        return board.resolveSibling(name + ".captures");
    }

    /**
     * What is to be stored of a capture, worked out.
     *
     * @param encoding as in the table
     * @param content as in the table; the bytes themselves when they are to lie beside the board
     */
    record Packed(String sha256, int length, String encoding, byte[] content, String textSha256, String text) {
        /** About how many bytes it holds. */
        long weight() {
            return content.length + (long) text.length();
        }
    }

    /**
     * @param fast whether time counts more than room: what is small is then not compressed
     * @param deflated the bytes compressed, where they are at hand so
     * @throws DomainException when it cannot be stored as it is
     */
    Packed pack(CapturedText captured, boolean fast, Optional<byte[]> deflated) {
        byte[] bytes = captured.bytes();
        byte[] utf8 = captured.text().getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MOST_TEXT) {
            throw new DomainException("The text of this capture is longer than 256 MiB; capture it in parts.");
        }
        boolean plain = Arrays.equals(bytes, utf8);
        if (!new String(utf8, StandardCharsets.UTF_8).equals(captured.text())) {
            throw new DomainException(
                    "The text of this capture has half characters in it (unpaired surrogates) and cannot be stored"
                            + " without a change; read it with another encoding.");
        }
        String sha256 = Digests.hex(bytes);
        String textSha256 = plain ? sha256 : Digests.hex(utf8);
        if (bytes.length > mostInside) {
            return new Packed(sha256, bytes.length, "beside", bytes, textSha256, captured.text());
        }
        byte[] packed = deflated.orElseGet(() -> fast && bytes.length < SMALL ? bytes : deflate(bytes));
        boolean helps = packed.length < bytes.length;
        return new Packed(
                sha256, bytes.length, helps ? "zlib" : "identity", helps ? packed : bytes, textSha256, captured.text());
    }

    /** Stores what is not there yet. */
    void put(Packed packed) {
        if (!has("capture_bytes", packed.sha256())) {
            database.update(INSERT_BYTES, bytesRow(packed));
        }
        if (!has("capture_text", packed.textSha256())) {
            database.update(INSERT_TEXT, packed.textSha256(), packed.text());
        }
    }

    /** For {@link #INSERT_BYTES}; content that is to lie beside the board is written there first. */
    @Nullable
    Object[] bytesRow(Packed packed) {
        boolean beside = packed.encoding().equals("beside");
        if (beside) {
            putBeside(packed.sha256(), packed.content());
        }
        return new @Nullable Object[] {
            packed.sha256(), packed.length(), packed.encoding(), beside ? null : packed.content()
        };
    }

    private boolean has(String table, String sha256) {
        return database.number("SELECT count(*) AS n FROM " + table + " WHERE sha256 = ?", sha256) > 0;
    }

    String text(String sha256) {
        return database.first("SELECT content FROM capture_text WHERE sha256 = ?", row -> row.text("content"), sha256)
                .orElseThrow(() -> lost(sha256));
    }

    byte[] textUtf8(String sha256) {
        return database.first("SELECT content FROM capture_text WHERE sha256 = ?", row -> row.utf8("content"), sha256)
                .orElseThrow(() -> lost(sha256));
    }

    /** The bytes as zlib has compressed them; empty where they do not lie so. */
    Optional<byte[]> deflated(String sha256) {
        return database.first(
                        "SELECT content FROM capture_bytes WHERE sha256 = ? AND encoding = 'zlib'",
                        row -> row.maybeBlob("content"),
                        sha256)
                .flatMap(content -> content);
    }

    byte[] bytes(String sha256) {
        return database.first("SELECT * FROM capture_bytes WHERE sha256 = ?", this::bytes, sha256)
                .orElseThrow(() -> lost(sha256));
    }

    /** The bytes of one row of {@code capture_bytes}. */
    byte[] bytes(Row row) {
        String sha256 = row.text("sha256");
        int length = row.count("length");
        return switch (row.text("encoding")) {
            case "identity" -> row.maybeBlob("content").orElseThrow(() -> lost(sha256));
            case "zlib" -> inflate(row.maybeBlob("content").orElseThrow(() -> lost(sha256)), length);
            case "beside" -> beside(sha256);
            default -> throw lost(sha256);
        };
    }

    private void putBeside(String sha256, byte[] bytes) {
        Path target = folder.resolve(sha256);
        Path partial = folder.resolve(sha256 + ".part");
        try {
            Files.createDirectories(folder);
            try (FileChannel out = FileChannel.open(
                    partial,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true); // before the board says that it is there
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DomainException(
                    "The capture could not be written to " + folder
                            + "; make room there or allow writing, and try again.",
                    e);
        }
    }

    private byte[] beside(String sha256) {
        // the hash comes from the file and must not lead out of the folder
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw lost(sha256);
        }
        Path path = folder.resolve(sha256);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new DomainException(
                    "The capture's file " + path + " is missing or cannot be read; put it back beside the board.", e);
        }
    }

    private static DomainException lost(String sha256) {
        return new DomainException("The content of capture " + sha256.substring(0, Math.min(12, sha256.length()))
                + " is not in the board; run verify, and open a backup if it is damaged.");
    }

    static byte[] deflate(byte[] bytes) {
        return deflate(bytes, Deflater.DEFAULT_COMPRESSION);
    }

    /** A third of the time for a sixth more bytes. */
    static byte[] deflateFast(byte[] bytes) {
        return deflate(bytes, Deflater.BEST_SPEED);
    }

    private static byte[] deflate(byte[] bytes, int level) {
        try (Deflater deflater = new Deflater(level)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** @param length as recorded; more than that is not unpacked, so that a small blob cannot fill the memory */
    static byte[] inflate(byte[] packed, int length) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(0, Math.min(length, 1 << 20)));
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished() && out.size() <= length) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                out.write(buffer, 0, read);
            }
            if (!inflater.finished() || out.size() != length) {
                throw new DomainException("A compressed part of the board is damaged; verify names it.");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new DomainException("A compressed part of the board is damaged; verify names it.", e);
        }
    }
}
