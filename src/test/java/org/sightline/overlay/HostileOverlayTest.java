package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;

/** Files that are cut off, wrong or made to do harm: one clear sentence, bounded memory and time. */
class HostileOverlayTest {
    private static final String SQUARE = "[[28,51],[29,51],[29,52],[28,52],[28,51]]";

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String type, String coordinates) {
        return "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"name\":\"same\"},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    @Test
    void aFileThatIsCutOffSaysSoAtEveryLength() throws IOException {
        String whole = collection(feature("Polygon", "[" + SQUARE + "]"), feature("Point", "[28.5,51.5]"));
        Reading.features(file("whole.geojson", whole));
        for (int length = 1; length < whole.length(); length += 7) {
            String refusal = Reading.refusal(file("cut.geojson", whole.substring(0, length)));
            assertTrue(refusal.startsWith("The file cut.geojson "), refusal);
        }
    }

    @Test
    void anAreaWithASideRoundMostOfTheEarthIsToldOf() throws IOException {
        String ring = "[[170,60],[-170,60],[-170,65],[170,65],[170,60]]";
        Overlay.Features round = Reading.features(file("a.geojson", feature("Polygon", "[" + ring + "]")));
        assertTrue(
                round.notes().toString().contains("more than half around the earth"),
                round.notes().toString());
        String over = ring.replace("-170", "190");
        assertEquals(
                List.of(),
                Reading.features(file("b.geojson", feature("Polygon", "[" + over + "]")))
                        .notes());
        String world = "[[-180,-60],[180,-60],[180,60],[-180,60],[-180,-60]]";
        assertEquals(
                List.of(),
                Reading.features(file("c.geojson", feature("Polygon", "[" + world + "]")))
                        .notes());
    }

    /** One point at 28, 51, and its table with one name. */
    private Path shapefile(String name, byte[] text, String encoding) throws IOException {
        ByteBuffer shapes = ByteBuffer.allocate(128);
        shapes.putInt(0, 9994).putInt(24, 64).putInt(100, 1).putInt(104, 10);
        shapes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 1).putInt(108, 1);
        shapes.putDouble(112, 28).putDouble(120, 51);
        ByteBuffer table = ByteBuffer.allocate(32 + 32 + 1 + 1 + 20).order(ByteOrder.LITTLE_ENDIAN);
        table.put(0, (byte) 3).putInt(4, 1).putShort(8, (short) 65).putShort(10, (short) 21);
        table.put(32, "NAME".getBytes(StandardCharsets.US_ASCII))
                .put(43, (byte) 'C')
                .put(48, (byte) 20);
        table.put(64, (byte) 0x0D).put(65, (byte) ' ').put(66, text);
        Files.write(folder.resolve(name + ".dbf"), table.array());
        file(name + ".cpg", encoding);
        return Files.write(folder.resolve(name + ".shp"), shapes.array());
    }

    @Test
    void namesOfAShapefileInAnotherEncodingThanItSaysAreToldOf() throws IOException {
        byte[] windows = "Ельск".getBytes(Charset.forName("windows-1251"));
        Overlay.Features right = Reading.features(shapefile("right", windows, "1251"));
        assertEquals(List.of("Ельск"), right.shapes().pointNames());
        assertFalse(right.notes().toString().contains("names"), right.notes().toString());
        Overlay.Features wrong = Reading.features(shapefile("wrong", windows, "UTF-8"));
        assertTrue(
                wrong.notes().toString().contains("Some of its names are not in UTF-8"),
                wrong.notes().toString());
        Overlay.Features unknown = Reading.features(shapefile("unknown", windows, "Klingon"));
        assertTrue(
                unknown.notes().toString().contains("names an encoding that is not known"),
                unknown.notes().toString());
    }

    @Test
    void linksOfAnArchiveIntoTheWebAreToldOfAndNotFollowed() throws IOException {
        String link = "<kml><Document><NetworkLink><Link><href>WHERE</href></Link></NetworkLink><Placemark><Point>"
                + "<coordinates>28,51</coordinates></Point></Placemark></Document></kml>";
        for (String where : List.of("http://127.0.0.1:1/a.kml", "more.kml")) {
            Path archive = folder.resolve("x.kmz");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
                zip.putNextEntry(new ZipEntry("doc.kml"));
                zip.write(link.replace("WHERE", where).getBytes(StandardCharsets.UTF_8));
            }
            assertEquals(
                    where.startsWith("http"),
                    Reading.features(archive).notes().toString().contains("not followed"));
        }
        assertTrue(Reading.refusal(file("p.kml", "<kml><GroundOverlay/></kml>")).contains("It has pictures"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark><name>A</name><Point><coordinates>28,51</coordinates></Point></Placemark></kml>",
                "<gpx version='1.1'><trk><name>T</name><trkseg><trkpt lat='51' lon='28'/><trkpt lat='52' lon='28'/></trkseg></trk></gpx>"
            })
    void xmlThatIsCutOffSaysSoAtEveryLength(String whole) throws IOException {
        String name = whole.startsWith("<kml") ? "cut.kml" : "cut.gpx";
        Reading.features(file(name, whole));
        for (int length = 0; length < whole.length() - 1; length += 5) {
            String refusal = Reading.refusal(file(name, whole.substring(0, length)));
            assertTrue(refusal.startsWith("The file " + name + " "), refusal);
        }
    }

    @Test
    void coordinatesInMetresWithoutASystemAreNotTakenForDegrees() throws IOException {
        Path file = file("metres.csv", "name,x,y\nA,510635,5740412\n");
        String refusal = Reading.refusal(file);
        assertTrue(refusal.contains("EPSG:32635") || refusal.contains("cannot be on earth"), refusal);
        Overlay.Features placed = (Overlay.Features) OverlayFile.read(Reading.question(file, "EPSG:32635"));
        assertEquals(27.15, placed.shapes().points()[0], 0.01);
        assertEquals(51.82, placed.shapes().points()[1], 0.01);
    }

    @Test
    void absurdCoordinatesAreCountedAndTheRestIsShown() throws IOException {
        Overlay.Features read = Reading.features(file(
                "absurd.geojson",
                collection(
                        feature("Point", "[28.5,51.5]"),
                        feature("Point", "[1e300,-1e300]"),
                        feature("LineString", "[[28,51],[28,951]]"))));
        assertEquals(2, read.shapes().points().length);
        assertEquals(0, read.shapes().geometries().size());
        assertTrue(
                read.notes().getFirst().startsWith("2 of 3 features have impossible"),
                read.notes().toString());
    }

    @Test
    void onlyAbsurdCoordinatesAreRefused() throws IOException {
        String refusal = Reading.refusal(file("absurd.geojson", feature("Point", "[1e300,5]")));
        assertTrue(refusal.contains("cannot be on earth"), refusal);
    }

    @Test
    void tenMillionVerticesAreThinnedWithinTheBudget() throws IOException {
        Path file = folder.resolve("large.geojson");
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[");
            for (int line = 0; line < 100; line++) {
                StringBuilder vertices = new StringBuilder(2_000_000).append("[");
                double lon = 20 + line * 0.1;
                double lat = 50;
                for (int i = 0; i < 100_000; i++) {
                    lon += (random.nextDouble() - 0.5) * 1e-4;
                    lat += (random.nextDouble() - 0.5) * 1e-4;
                    vertices.append(i == 0 ? "[" : ",[")
                            .append((float) lon)
                            .append(',')
                            .append((float) lat)
                            .append(']');
                }
                out.write((line == 0 ? "" : ",")
                        + feature("LineString", vertices.append("]").toString()));
            }
            out.write("]}");
        }
        Overlay.Features read = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Reading.features(file));
        int left = read.shapes().geometries().stream()
                .mapToInt(g -> g.getNumPoints())
                .sum();
        assertTrue(left <= Budget.VERTICES && left > 100, "left " + left);
        assertTrue(
                read.notes().getFirst().startsWith("The file has very many vertices"),
                read.notes().toString());
    }

    @Test
    void moreFeaturesThanALayerTakesAreRefused() throws IOException {
        Path file = folder.resolve("many.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("lat,lon\n");
            for (int i = 0; i <= Budget.FEATURES; i++) {
                out.write("51.5,28.5\n");
            }
        }
        assertTrue(Reading.refusal(file).contains("has more than 1,000,000 features"));
    }

    @Test
    void wrongWindingAndHolesInAnyOrderAreTheSameShape() throws IOException {
        String hole = "[[28.2,51.2],[28.2,51.4],[28.4,51.4],[28.4,51.2],[28.2,51.2]]";
        String backwards = "[[28,51],[28,52],[29,52],[29,51],[28,51]]";
        Overlay.Features right =
                Reading.features(file("right.geojson", feature("Polygon", "[" + SQUARE + "," + hole + "]")));
        Overlay.Features wrong =
                Reading.features(file("wrong.geojson", feature("Polygon", "[" + hole + "," + backwards + "]")));
        assertEquals(new Envelope(28, 29, 51, 52), wrong.shapes().extent().orElseThrow());
        for (Overlay.Features read : List.of(right, wrong)) {
            assertEquals(2, read.shapes().geometries().getFirst().getNumGeometries());
        }
    }

    @Test
    void mixedGeometriesAndDuplicateIdsAreAllKept() throws IOException {
        String mixed = "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"name\":\"mixed\"},\"geometry\":{\"type\":"
                + "\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[28,51]},"
                + "{\"type\":\"LineString\",\"coordinates\":[[28,51],[29,52]]},"
                + "{\"coordinates\":[" + SQUARE + "],\"type\":\"Polygon\"}]}}";
        Overlay.Features read = Reading.features(file(
                "mixed.geojson", collection(mixed, feature("Point", "[28.5,51.5]"), feature("Point", "[28.6,51.5]"))));
        assertEquals(2, read.shapes().geometries().size());
        assertEquals(List.of("mixed", "same", "same"), read.shapes().pointNames());
    }

    @Test
    void nestingBeyondMeasureIsRefused() throws IOException {
        String deep = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(200) + "]}".repeat(200);
        assertTrue(Reading.refusal(file("deep.geojson", deep)).contains("beyond measure"));
        String arrays = "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(100_000);
        assertTrue(Reading.refusal(file("arrays.geojson", arrays)).contains("nested too deep"));
        String wkt = "wkt\n\"" + "GEOMETRYCOLLECTION(".repeat(50_000) + "\"\n";
        assertTrue(Reading.refusal(file("deep.csv", wkt)).contains("no row"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kml", "gpx"})
    void externalEntitiesAreNeitherReadNorFetched(String kind) throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            Path secret = file("secret.txt", "the secret words");
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String type = "<!DOCTYPE " + kind + " SYSTEM '" + address + "/dtd' [<!ENTITY s SYSTEM '" + secret.toUri()
                    + "'><!ENTITY h SYSTEM '" + address + "/entity'>]>";
            String body = kind.equals("kml")
                    ? "<kml><Placemark><name>A&s;&h;</name><Point><coordinates>28,51</coordinates></Point></Placemark></kml>"
                    : "<gpx><wpt lat='51' lon='28'><name>A&s;&h;</name></wpt></gpx>";
            Path file = file("entities." + kind, type + body);
            String said;
            try {
                said = Reading.features(file).shapes().pointNames().toString();
            } catch (DomainException e) {
                said = e.getMessage();
            }
            assertFalse(said.contains("secret words"), said);
            assertEquals(List.of(), asked);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aMillionLaughsDoNotFillTheMemory() throws IOException {
        StringBuilder type = new StringBuilder("<!DOCTYPE kml [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a")
                    .append(i)
                    .append(" '&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";'>");
        }
        Path file = file(
                "laughs.kml",
                type + "]><kml><Placemark><name>&a29;</name><Point><coordinates>28,51</coordinates></Point>"
                        + "</Placemark></kml>");
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try {
                assertTrue(
                        Reading.features(file).shapes().pointNames().getFirst().length() <= Budget.NAME_LENGTH);
            } catch (DomainException e) {
                assertTrue(e.getMessage().startsWith("The file laughs.kml "), e.getMessage());
            }
        });
    }

    @Test
    void aZipBombIsGivenUp() throws IOException {
        Path file = folder.resolve("bomb.kmz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            zip.putNextEntry(new ZipEntry("doc.kml"));
            zip.write("<kml><Placemark><description>".getBytes(StandardCharsets.US_ASCII));
            byte[] spaces = new byte[1 << 20];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i <= Budget.UNPACKED >> 20; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        assertTrue(Files.size(file) < 3 << 20);
        String refusal = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Reading.refusal(file));
        assertTrue(refusal.contains("unpacks to more than 1024 MiB"), refusal);
    }

    @Test
    void anArchiveThatIsCutOffSaysSo() throws IOException {
        Path whole = folder.resolve("whole.kmz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
            zip.putNextEntry(new ZipEntry("doc.kml"));
            StringBuilder text = new StringBuilder("<kml>");
            Random random = new Random(1);
            for (int i = 0; i < 500; i++) {
                text.append("<Placemark><Point><coordinates>")
                        .append(random.nextDouble() * 90)
                        .append(",51</coordinates></Point></Placemark>");
            }
            zip.write(text.append("</kml>").toString().getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        assertEquals(1000, Reading.features(whole).shapes().points().length);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.kmz");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertTrue(Reading.refusal(cut).startsWith("The file cut.kmz "), Reading.refusal(cut));
    }

    @Test
    void shapefilesWithLyingCountsAreRefused() throws IOException {
        byte[] sound = polygonShapefile();
        Path file = folder.resolve("x.shp");
        Files.write(file, sound);
        assertEquals(1, Reading.features(file).shapes().geometries().size());
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = sound.clone();
            damaged[100 + random.nextInt(60)] = (byte) random.nextInt();
            Files.write(
                    file,
                    random.nextInt(4) == 0 ? java.util.Arrays.copyOf(damaged, 60 + random.nextInt(150)) : damaged);
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                try {
                    Reading.features(file);
                } catch (DomainException e) {
                    assertTrue(e.getMessage().startsWith("The file x.shp "), e.getMessage());
                }
            });
        }
    }

    private static byte[] polygonShapefile() {
        int content = 4 + 32 + 8 + 4 + 5 * 16;
        ByteBuffer all = ByteBuffer.allocate(100 + 8 + content);
        all.putInt(0, 9994).putInt(24, all.capacity() / 2);
        all.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        all.order(ByteOrder.BIG_ENDIAN).putInt(100, 1).putInt(104, content / 2);
        all.position(108).order(ByteOrder.LITTLE_ENDIAN);
        all.putInt(5)
                .putDouble(28)
                .putDouble(51)
                .putDouble(29)
                .putDouble(52)
                .putInt(1)
                .putInt(5)
                .putInt(0);
        for (double[] vertex : new double[][] {{28, 51}, {28, 52}, {29, 52}, {29, 51}, {28, 51}}) {
            all.putDouble(vertex[0]).putDouble(vertex[1]);
        }
        return all.array();
    }

    @Test
    void aTrackAcrossTheAntimeridianDoesNotCrossTheWorld() throws IOException {
        Overlay.Features read =
                Reading.features(file("date.geojson", feature("LineString", "[[179,10],[-179,11],[-178,12]]")));
        double longest = 0;
        for (int i = 0; i < read.shapes().geometries().getFirst().getNumGeometries(); i++) {
            longest = Math.max(
                    longest,
                    read.shapes()
                            .geometries()
                            .getFirst()
                            .getGeometryN(i)
                            .getEnvelopeInternal()
                            .getWidth());
        }
        assertTrue(longest < 10, "spans " + longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x.geojson", "x.kml", "x.kmz", "x.gpx", "x.shp", "x.csv", "x.gpkg", "x.mbtiles", "x.tif", "x.png"
            })
    void noiseOfAnyNameIsRefusedInOneSentence(String name) throws IOException {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[random.nextInt(4000)];
            random.nextBytes(noise);
            Files.write(folder.resolve(name), noise);
            String refusal = Reading.refusal(folder.resolve(name));
            assertTrue(refusal.startsWith("The file " + name + " ") && refusal.endsWith("."), refusal);
        }
    }
}
