package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;

/** Values in a board that no claim can have, put there by another program: named by verify, and the rest is read. */
class HostileContentTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void make() {
        file = folder.resolve("board.gpkg");
        try (Board board = Board.create(file, "Rail")) {
            board.apply(new Change.AddClaim(Material.at(Material.bare("One"), 30, 51)));
            board.apply(new Change.AddClaim(Material.at(Material.bare("Two"), 31, 52)));
        }
    }

    private void put(String column, Object value) {
        try (Database other = Connections.writing(file)) {
            other.update("UPDATE claim SET " + column + " = ? WHERE id = 1", value);
        }
    }

    private void assertNamedAndReadable(String column) {
        for (Board.Mode mode : Board.Mode.values()) {
            try (Board board = Board.open(file, mode);
                    Snapshot snapshot = board.snapshot()) {
                assertEquals(2, snapshot.claims(ClaimQuery.ALL).size(), column);
                assertEquals(
                        List.of("Two"),
                        snapshot.claims(ClaimQuery.search("Two")).stream()
                                .map(claim -> claim.statement())
                                .toList());
                assertTrue(
                        board.verify().problems().stream()
                                .anyMatch(problem -> problem.entity().equals("claim")
                                        && problem.id().filter(id -> id == 1).isPresent()),
                        column + ": " + board.verify().problems());
            }
        }
    }

    /** A point in the GeoPackage's binary form. */
    private static byte[] point(double x, double y) {
        return ByteBuffer.allocate(29)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, 1})
                .putInt(4326)
                .put((byte) 1)
                .putInt(1)
                .putDouble(x)
                .putDouble(y)
                .array();
    }

    /** Geometry collections one in another, with an envelope in the header that says nothing of it. */
    private static byte[] nested(int depth) {
        ByteBuffer blob = ByteBuffer.allocate(40 + depth * 9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, 3})
                .putInt(4326)
                .putDouble(30)
                .putDouble(31)
                .putDouble(50)
                .putDouble(51);
        for (int i = 0; i < depth; i++) {
            blob.put((byte) 1).putInt(7).putInt(i == depth - 1 ? 0 : 1);
        }
        return blob.array();
    }

    @Test
    void coordinatesThatAreNoPlace() {
        int accepted = 0;
        for (byte[] blob : List.of(
                point(Double.NaN, Double.NaN),
                point(Double.POSITIVE_INFINITY, 0),
                point(1e300, -1e300),
                point(400, 95),
                nested(100_000),
                new byte[] {'G', 'P', 0, 1},
                new byte[0],
                "GEOMETRY".repeat(1000).getBytes(StandardCharsets.US_ASCII))) {
            try {
                put("geometry", blob);
            } catch (SqlFailure e) {
                continue; // the index's own trigger refuses it, so that it cannot be there
            }
            accepted++;
            assertNamedAndReadable("geometry");
        }
        assertTrue(accepted >= 4, "only " + accepted + " could be put there");
    }

    @Test
    void textThatIsNone() {
        for (String column : List.of("uuid", "statement", "category", "notes", "claimant", "quantity_verbatim")) {
            try (Database other = Connections.writing(file)) {
                other.execute("UPDATE claim SET " + column + " = CAST(x'c328fffe80' AS TEXT) WHERE id = 1");
            }
            assertNamedAndReadable(column);
        }
    }

    @Test
    void valuesOutOfAllMeasure() {
        put("notes", "n".repeat(4 << 20));
        assertNamedAndReadable("notes");
        put("quantity_lower", Double.POSITIVE_INFINITY);
        assertNamedAndReadable("quantity_lower");
        put("place_radius_m", -1e308);
        assertNamedAndReadable("place_radius_m");
        put("when_earliest", "99999-99-99");
        assertNamedAndReadable("when_earliest");
        put("when_zone", "../../etc/passwd");
        assertNamedAndReadable("when_zone");
    }

    @Test
    void anEncryptedFileIsRefusedAndLeftAsItIs() throws IOException {
        byte[] noise = new byte[64 << 10];
        new Random(1).nextBytes(noise);
        Path encrypted = Files.write(folder.resolve("encrypted.gpkg"), noise);
        for (Board.Mode mode : Board.Mode.values()) {
            assertThrows(
                    DomainException.class, () -> Board.open(encrypted, mode).close());
        }
        assertArrayEquals(noise, Files.readAllBytes(encrypted));
    }
}
