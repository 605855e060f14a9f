package org.sightline.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;

/** A board meets the requirements of OGC 12-128r18 (GeoPackage 1.3.1); their numbers stand beside the checks. */
class GeoPackageTest {
    /** Table 1, and the geometry types of table 2. */
    private static final Pattern COLUMN_TYPE = Pattern.compile(
            "BOOLEAN|TINYINT|SMALLINT|MEDIUMINT|INT|INTEGER|FLOAT|DOUBLE|REAL|TEXT(\\(\\d+\\))?|BLOB(\\(\\d+\\))?|DATE"
                    + "|DATETIME|GEOMETRY|POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON"
                    + "|GEOMETRYCOLLECTION");

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void fillAndOpen() {
        Path file = folder.resolve("board.gpkg");
        Change.AddSource source = Material.addSource("Report", Material.TEXT);
        try (Board board = Board.create(file, "Rail")) {
            board.apply(source);
            board.apply(new Change.AddClaim(Material.full(source.capture(), Material.TEXT)));
            board.apply(new Change.AddClaim(Material.at(Material.bare("At a point"), 30.5, 51.25)));
            board.apply(new Change.AddClaim(Material.placed(
                    Material.bare("In an area"),
                    Place.area(
                            "field",
                            Material.GEOMETRY.toGeometry(new Envelope(10, 11, 50, 52)),
                            PlacePrecision.DISTRICT))));
            board.apply(new Change.AddClaim(Material.bare("Nowhere")));
        }
        database = Connections.reading(file, file, false);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> texts(String sql, Object... arguments) {
        return database.list(sql, row -> row.text("t"), arguments);
    }

    private Set<String> tables() {
        // a virtual table's own tables belong to it
        return new TreeSet<>(texts("SELECT name AS t FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                + " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'gpkg_%'"));
    }

    @Test
    void theFileIsAnSqliteDatabaseWithTheMarks() { // 2, 6, 7
        assertEquals(0x47504B47, database.number("SELECT application_id AS n FROM pragma_application_id"));
        assertEquals(10300, database.number("SELECT user_version AS n FROM pragma_user_version"));
        assertEquals(List.of("ok"), texts("SELECT integrity_check AS t FROM pragma_integrity_check"));
        assertEquals(0, database.number("SELECT count(*) AS n FROM pragma_foreign_key_check"));
    }

    @Test
    void columnsHaveTheTypesOfTheStandard() { // 5
        for (String table : tables()) {
            for (String type : texts("SELECT type AS t FROM pragma_table_info(?)", table)) {
                assertTrue(COLUMN_TYPE.matcher(type).matches(), table + " has a column of type " + type);
            }
        }
    }

    @Test
    void referenceSystemsAreThere() { // 10, 11
        assertEquals(
                List.of("-1 NONE -1", "0 NONE 0", "4326 EPSG 4326"),
                texts("SELECT srs_id || ' ' || organization || ' ' || organization_coordsys_id AS t"
                        + " FROM gpkg_spatial_ref_sys ORDER BY srs_id"));
        assertEquals(
                1,
                database.number("SELECT count(*) AS n FROM gpkg_spatial_ref_sys WHERE srs_id = 4326"
                        + " AND definition LIKE 'GEOGCS[%'"));
    }

    @Test
    void everyTableIsRegistered() { // 13, 14, 15, 118, 119
        Set<String> registered = new TreeSet<>(texts("SELECT table_name AS t FROM gpkg_contents"));
        assertEquals(tables(), registered);
        assertEquals(List.of("claim"), texts("SELECT table_name AS t FROM gpkg_contents WHERE data_type = 'features'"));
        assertEquals(
                registered.size() - 1,
                database.number("SELECT count(*) AS n FROM gpkg_contents WHERE data_type = 'attributes'"));
        for (String time : texts("SELECT last_change AS t FROM gpkg_contents")) {
            assertTrue(time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"), time);
        }
    }

    @Test
    void everyTableHasAnIntegerKey() { // 29, 119
        for (String table : tables()) {
            assertEquals(
                    List.of("INTEGER"), texts("SELECT type AS t FROM pragma_table_info(?) WHERE pk > 0", table), table);
        }
    }

    @Test
    void theGeometryColumnIsRegisteredAsItIs() { // 21 to 28, 146
        assertEquals(
                List.of("claim geometry GEOMETRY 4326 0 0"),
                texts(
                        "SELECT table_name || ' ' || column_name || ' ' || geometry_type_name || ' ' || srs_id || ' ' || z"
                                + " || ' ' || m AS t FROM gpkg_geometry_columns"));
        assertEquals(
                List.of("GEOMETRY"), texts("SELECT type AS t FROM pragma_table_info('claim') WHERE name = 'geometry'"));
        assertEquals(
                1,
                database.number("SELECT count(*) AS n FROM gpkg_contents WHERE table_name = 'claim' AND srs_id = 4326"
                        + " AND min_x <= 10 AND max_x >= 30.5 AND min_y <= 50 AND max_y >= 51.25"));
    }

    @Test
    void geometriesAreInTheBinaryForm() { // 19, 20, 33
        List<byte[]> blobs = database.list(
                "SELECT geometry FROM claim WHERE geometry NOT NULL",
                row -> row.maybeBlob("geometry").orElseThrow());
        assertEquals(3, blobs.size());
        for (byte[] blob : blobs) {
            ByteBuffer header = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals('G', header.get());
            assertEquals('P', header.get());
            assertEquals(0, header.get(), "version 1");
            int flags = header.get();
            assertEquals(1, flags & 1, "little-endian");
            assertEquals(0, flags & 0xf0, "not empty, not extended");
            assertEquals(4326, header.getInt());
            int envelope = flags >> 1 & 7;
            assertTrue(envelope == 0 || envelope == 1, "no envelope or a flat one");
            assertEquals(1, blob[8 + envelope * 32], "WKB, little-endian");
        }
    }

    @Test
    void theSpatialIndexIsTheExtensionsOwn() { // 60, 64, 75, 76, 77
        assertEquals(
                List.of("geometry gpkg_rtree_index write-only"),
                texts("SELECT column_name || ' ' || extension_name || ' ' || scope AS t FROM gpkg_extensions"
                        + " WHERE table_name = 'claim'"));
        assertEquals(
                List.of(
                        "rtree_claim_geometry_delete",
                        "rtree_claim_geometry_insert",
                        "rtree_claim_geometry_update1",
                        "rtree_claim_geometry_update2",
                        "rtree_claim_geometry_update3",
                        "rtree_claim_geometry_update4"),
                texts("SELECT name AS t FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'claim'"
                        + " AND name GLOB 'rtree*' ORDER BY 1"));
        Coordinate point = new Coordinate(30.5, 51.25);
        assertEquals(
                1,
                database.number(
                        "SELECT count(*) AS n FROM rtree_claim_geometry WHERE minx <= ?1 AND maxx >= ?1 AND miny <= ?2"
                                + " AND maxy >= ?2",
                        point.x,
                        point.y));
        assertEquals(3, database.number("SELECT count(*) AS n FROM rtree_claim_geometry"));
    }

    @Test
    void everyOtherVirtualTableIsAnExtension() { // 58, 62
        Set<String> virtual = new TreeSet<>(texts("SELECT name AS t FROM pragma_table_list WHERE schema = 'main'"
                + " AND type = 'virtual' AND name NOT LIKE 'rtree_%'"));
        Set<String> named =
                new TreeSet<>(texts("SELECT table_name AS t FROM gpkg_extensions WHERE table_name <> 'claim'"));
        assertTrue(named.containsAll(virtual), virtual + " are virtual, " + named + " are registered");
    }
}
