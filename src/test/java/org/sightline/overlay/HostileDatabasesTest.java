package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.jobs.Jobs;

/** GeoPackages and MBTiles that are made to do harm: nothing in them is run, and no size they give is believed. */
class HostileDatabasesTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private Path database(String name, String... sql) {
        Path file = folder.resolve(name);
        try {
            Files.deleteIfExists(file);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                for (String each : sql) {
                    statement.execute(each);
                }
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    private Path geoPackage(int srs, byte[]... blobs) {
        Path file = database(
                "x.gpkg",
                "CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER, organization TEXT,"
                        + " organization_coordsys_id INTEGER, definition TEXT)",
                "INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84', 4326, 'EPSG', 4326, ''),"
                        + " ('UTM 35N', 32635, 'EPSG', 32635, '')",
                "CREATE TABLE gpkg_contents(table_name TEXT, data_type TEXT, srs_id INTEGER)",
                "CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT)",
                "CREATE TABLE things(fid INTEGER PRIMARY KEY, geom BLOB, name TEXT)",
                "INSERT INTO gpkg_contents VALUES('things', 'features', " + srs + ")",
                "INSERT INTO gpkg_geometry_columns VALUES('things', 'geom')");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO things(geom, name) VALUES(?, 'same')")) {
            for (byte[] blob : blobs) {
                insert.setBytes(1, blob);
                insert.execute();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    /** Well-known binary in GeoPackage's frame. */
    private static byte[] geometry(int size, UnaryOperator<ByteBuffer> content) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4326);
        return Arrays.copyOf(bytes.array(), content.apply(bytes).position());
    }

    private static ByteBuffer type(ByteBuffer bytes, int type) {
        return bytes.put((byte) 1).putInt(type);
    }

    private static byte[] point(double x, double y) {
        return geometry(100, bytes -> type(bytes, 1).putDouble(x).putDouble(y));
    }

    private static void refused(Path file, String... words) {
        String refusal = assertTimeoutPreemptively(SOON, () -> Reading.refusal(file));
        assertTrue(refusal.startsWith("The file " + file.getFileName() + " "), refusal);
        for (String word : words) {
            assertTrue(refusal.contains(word), refusal);
        }
    }

    @Test
    void countsBeyondTheirGeometryAreRefused() {
        for (int count : new int[] {100, Integer.MAX_VALUE, -1, 1 << 28}) {
            refused(
                    geoPackage(
                            4326,
                            geometry(
                                    100,
                                    bytes -> type(bytes, 2)
                                            .putInt(count)
                                            .putDouble(28)
                                            .putDouble(51))),
                    "cut off");
            refused(
                    geoPackage(
                            4326,
                            geometry(100, bytes -> type(bytes, 3).putInt(1).putInt(count))),
                    "cut off");
        }
        for (int count : new int[] {100, Integer.MAX_VALUE}) {
            refused(
                    geoPackage(
                            4326,
                            geometry(100, bytes -> type(bytes, 3).putInt(count).putInt(0))),
                    "cut off");
            refused(geoPackage(4326, geometry(100, bytes -> type(bytes, 7).putInt(count))), "cut off");
        }
    }

    @Test
    void collectionsWithinCollectionsBeyondMeasureAreRefused() {
        refused(
                geoPackage(4326, geometry(1_000_000, bytes -> {
                    for (int i = 0; i < 100_000; i++) {
                        type(bytes, 7).putInt(1);
                    }
                    return bytes;
                })),
                "beyond measure");
    }

    @Test
    void whatIsNoNumberIsCountedAndTheRestIsShown() {
        Overlay.Features read = Reading.features(geoPackage(
                4326,
                point(28, 51),
                point(Double.NaN, Double.NaN),
                point(28, Double.NaN),
                point(Double.POSITIVE_INFINITY, 51),
                geometry(
                        100,
                        bytes -> type(bytes, 2)
                                .putInt(2)
                                .putDouble(28)
                                .putDouble(51)
                                .putDouble(Double.NEGATIVE_INFINITY)
                                .putDouble(52))));
        assertArrayEquals(new double[] {28, 51}, read.shapes().points());
        assertEquals(0, read.shapes().geometries().size());
        assertTrue(
                read.notes().getFirst().startsWith("3 of 5 features have impossible"),
                read.notes().toString());
    }

    @Test
    void damagedGeometriesAreRefusedWhereverTheDamageIs() {
        byte[] sound = geometry(200, bytes -> {
            type(bytes, 6).putInt(1);
            type(bytes, 3).putInt(1).putInt(4);
            for (double[] vertex : new double[][] {{28, 51}, {29, 51}, {29, 52}, {28, 51}}) {
                bytes.putDouble(vertex[0]).putDouble(vertex[1]);
            }
            return bytes;
        });
        assertEquals(
                1,
                Reading.features(geoPackage(4326, sound)).shapes().geometries().size());
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(sound.length)] = (byte) random.nextInt();
            byte[] cut = Arrays.copyOf(damaged, i % 3 == 0 ? random.nextInt(sound.length) : sound.length);
            Path file = geoPackage(4326, cut);
            assertTimeoutPreemptively(SOON, () -> {
                try {
                    Reading.features(file);
                } catch (DomainException e) {
                    assertTrue(e.getMessage().startsWith("The file x.gpkg "), e.getMessage());
                }
            });
        }
    }

    @Test
    void longitudesComeFirstInAGeoPackageInDegrees() {
        assertArrayEquals(
                new double[] {28, 51},
                Reading.features(geoPackage(4326, point(28, 51))).shapes().points());
        double[] fromMetres = Reading.features(geoPackage(32635, point(510635, 5740412)))
                .shapes()
                .points();
        assertEquals(27.15, fromMetres[0], 0.01);
        assertEquals(51.82, fromMetres[1], 0.01);
    }

    @Test
    void aSystemThatTheFileDoesNotKnowIsDegreesOrRefused() {
        Overlay.Features degrees = Reading.features(geoPackage(99, point(28, 51)));
        assertTrue(
                degrees.notes().getFirst().contains("taken for degrees"),
                degrees.notes().toString());
        refused(geoPackage(99, point(510635, 5740412)), "no coordinate system", "EPSG:32635");
    }

    @Test
    void aValueTooLargeToBeTakenIsRefused() {
        Path file = geoPackage(4326, point(28, 51));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO things(geom) VALUES(zeroblob(" + (Budget.VALUE + 1000) + "))");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        refused(file);
    }

    @Test
    void triggersAreNotRunAndTheFileStaysAsItWas() throws IOException {
        Path file = geoPackage(4326, point(28, 51));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE log(n)");
            statement.execute("CREATE VIEW shown AS SELECT fid, geom, name FROM things");
            statement.execute("CREATE TRIGGER t INSTEAD OF UPDATE ON shown BEGIN INSERT INTO log VALUES(1); END");
            statement.execute("CREATE TRIGGER u AFTER INSERT ON things BEGIN DELETE FROM things; END");
            statement.execute("UPDATE gpkg_contents SET table_name = 'shown'");
            statement.execute("UPDATE gpkg_geometry_columns SET table_name = 'shown'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        byte[] before = Files.readAllBytes(file);
        assertEquals(2, Reading.features(file).shapes().points().length, "a view that only selects is shown");
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var beside = Files.list(folder)) {
            assertEquals(1, beside.count(), "nothing is left beside it");
        }
    }

    /** A GeoPackage whose table is a view of somebody's making. */
    private Path viewed(String select) {
        Path file = geoPackage(4326, point(28, 51));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE n(i)");
            statement.execute("INSERT INTO n WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 2000)"
                    + " SELECT x FROM c");
            statement.execute("CREATE VIEW shown AS " + select);
            statement.execute("UPDATE gpkg_contents SET table_name = 'shown'");
            statement.execute("UPDATE gpkg_geometry_columns SET table_name = 'shown'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    @Test
    void viewsThatWouldGatherWithoutEndAreNotAsked() {
        for (String endless : List.of(
                "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
                        + " SELECT x AS fid, zeroblob(1000000) AS geom, '' AS name FROM c ORDER BY x",
                "SELECT a.i AS fid, zeroblob(1000000) AS geom, '' AS name FROM n a, n b, n c, n d ORDER BY a.i + d.i",
                "SELECT DISTINCT a.i * b.i * c.i * d.i AS fid, zeroblob(60000000) AS geom, '' AS name"
                        + " FROM n a, n b, n c, n d",
                "SELECT max(a.i) AS fid, group_concat(a.i || b.i) AS geom, '' AS name FROM n a, n b, n c GROUP BY b.i + c.i")) {
            refused(viewed(endless), "gather");
        }
    }

    @Test
    void aReadingThatDoesNotEndIsCancelled() {
        Path file = viewed("SELECT a.i AS fid, things.geom AS geom, '' AS name FROM things, n a, n b, n c, n d"
                + " WHERE a.i + b.i + c.i + d.i < 0");
        long end = System.nanoTime() + 300_000_000L;
        Jobs.Progress cancelled = new Jobs.Progress() {
            @Override
            public void report(double done, String step) {}

            @Override
            public boolean cancelled() {
                return System.nanoTime() > end;
            }

            @Override
            public void check() {
                if (cancelled()) {
                    throw new CancellationException();
                }
            }
        };
        OverlayQuestion question = new OverlayQuestion(file, "x.gpkg", Optional.empty(), Optional.empty(), cancelled);
        assertTimeoutPreemptively(
                SOON, () -> assertThrows(CancellationException.class, () -> OverlayFile.read(question)));
    }

    private Path mbTiles(byte[] tile, String... sql) {
        String[] all = new String[sql.length + 3];
        all[0] = "CREATE TABLE metadata(name TEXT, value TEXT)";
        all[1] = "CREATE TABLE tiles(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)";
        all[2] = "INSERT INTO tiles VALUES(0, 0, 0, x'"
                + java.util.HexFormat.of().formatHex(tile) + "')";
        System.arraycopy(sql, 0, all, 3, sql.length);
        return database("x.mbtiles", all);
    }

    @Test
    void tilesThatClaimToBeEnormousAreRefused() {
        byte[] tile = TileHost.png(4, 4, Color.RED);
        ByteBuffer.wrap(tile).putInt(16, 100_000).putInt(20, 100_000);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(tile, 12, 17);
        ByteBuffer.wrap(tile).putInt(29, (int) sum.getValue());
        String refusal = Reading.refusal(mbTiles(tile));
        assertTrue(refusal.contains("100000 by 100000 pixels"), refusal);
    }

    @Test
    void aViewOfTilesIsShownAsIsUsual() {
        byte[] red = TileHost.png(256, 256, Color.RED);
        Path file = mbTiles(
                red,
                "ALTER TABLE tiles RENAME TO map",
                "CREATE UNIQUE INDEX m ON map(zoom_level, tile_column, tile_row)",
                "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map");
        try (Overlay.Picture picture = (Overlay.Picture) OverlayFile.read(Reading.question(file))) {
            assertEquals(
                    Color.RED.getRGB(),
                    picture.image().read(new Rectangle(0, 0, 256, 256), 1).getRGB(9, 9));
        }
    }

    @Test
    void oneDamagedTileAmongManyIsSaidWhenItIsLookedAt() {
        Path file = mbTiles(TileHost.png(256, 256, Color.RED), "INSERT INTO tiles VALUES(1, 0, 0, x'00112233')");
        String refusal = Reading.refusal(file);
        assertTrue(refusal.contains("a tile of x.mbtiles"), refusal);
    }

    @Test
    void metadataIsBelievedInNothing() {
        byte[] red = TileHost.png(256, 256, Color.RED);
        Path file = mbTiles(
                red,
                "INSERT INTO metadata VALUES('bounds', '-1e300,NaN,1e300,5'), ('minzoom', '-9'), ('maxzoom', '1000000'),"
                        + " ('attribution', '<script>alert(1)</script>' || printf('%.*c', 100000, 'x'))",
                "INSERT INTO tiles VALUES(1000000, 0, 0, x'00'), (-3, 0, 0, x'00')");
        try (Overlay.Picture picture = (Overlay.Picture) OverlayFile.read(Reading.question(file))) {
            assertTrue(picture.attribution().length() <= 240);
            assertTrue(!picture.attribution().contains("<"), picture.attribution());
            assertEquals(256, picture.image().width());
            assertTrue(picture.image().extent().orElseThrow().getMaxX() <= 180.001);
        }
    }
}
