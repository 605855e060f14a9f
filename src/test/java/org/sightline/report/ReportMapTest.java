package org.sightline.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.map.Shapes;
import org.sightline.map.SymbolSet;

/** What a report's map shows beside pins: the board's layers and military symbols. */
class ReportMapTest {
    private static final String HOSTILE = "</script><script>boom()</script><img src=x onerror=boom()>\"'\u202E";
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @TempDir
    Path folder;

    private static String page(Dossier dossier, SymbolSet symbols, List<ReportMap.Layered> layers) throws IOException {
        return new String(Material.bytes(dossier, new ReportMap(symbols, layers)), StandardCharsets.UTF_8);
    }

    private static JsonNode data(Document page) throws IOException {
        return new ObjectMapper().readTree(page.expectFirst("#data").data());
    }

    @Test
    void eachLayerHasASwitchItsNameAndWhomItNames() throws IOException {
        Document page = Jsoup.parse(page(Material.sample(folder), SymbolSet.PINS, Material.layers("A")));
        assertEquals(
                List.of("Zones A", "Roads", "Posts"),
                page.select("#layers li label").eachText());
        assertEquals(3, page.select("#layers li input[type=checkbox][checked]").size());
        assertEquals(
                List.of("A", "Surveyors A"), page.select("#layers li .whose").eachText());
        JsonNode layers = data(page).get("layers");
        assertEquals(3, layers.size());
        assertEquals(2, layers.at("/0/areas").size());
        assertEquals(2, layers.at("/0/areas/1").size(), "a ring and a hole");
        assertEquals(1, layers.at("/1/lines").size());
        assertEquals("#2a7f62", layers.at("/0/stroke").asText());
        assertEquals("North A", layers.at("/0/names/0/0").asText());
        assertTrue(page.select("#layers .muted").text().contains("Tiles A"), "pictures are left out, and named");
        assertTrue(page.select("#layers .muted").text().contains("Lost A"));
        assertTrue(page.select("#about").text().contains("Posts (Surveyors A)"), "on paper too");
    }

    @Test
    void aReportWithoutLayersAndSymbolsHasNothingToSwitch() throws IOException {
        Document page = Jsoup.parse(page(Material.many(3), SymbolSet.PINS, List.of()));
        assertTrue(page.select("#layers, .military, #military").isEmpty());
        assertFalse(data(page).at("/claims/0").has("frame"));
    }

    @Test
    void theSameLayersGiveTheSameBytes() throws IOException {
        Dossier dossier = Material.sample(folder);
        ReportMap map = new ReportMap(SymbolSet.MILITARY, Material.layers("A"));
        assertArrayEquals(
                Material.bytes(dossier, map),
                Material.bytes(dossier, new ReportMap(SymbolSet.MILITARY, Material.layers("A"))));
    }

    @Test
    void hostileNamesOfLayersStayNames() throws IOException {
        String page = page(Material.sample(folder), SymbolSet.PINS, Material.layers(HOSTILE));
        for (String never : List.of("<script>boom", "<img src=x", "\u202E")) {
            assertFalse(page.contains(never), never);
        }
        assertEquals(2, page.split("</script>", -1).length - 1);
        assertTrue(Jsoup.parse(page).select("#layers").text().contains("<img src=x onerror=boom()>"));
    }

    @Test
    void aLayerThatIsTooLargeIsSimplifiedAndSaysSo() throws IOException {
        Random random = new Random(3);
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            double x = 24 + random.nextDouble() * 8;
            double y = 51 + random.nextDouble() * 4;
            double r = 0.0005 + 0.02 * Math.pow(random.nextDouble(), 6);
            Coordinate[] ring = new Coordinate[25];
            for (int k = 0; k < 24; k++) {
                ring[k] = new Coordinate(x + r * Math.cos(k * Math.PI / 12), y + r * Math.sin(k * Math.PI / 12));
            }
            ring[24] = ring[0];
            areas.add(GEOMETRY.createPolygon(ring));
        }
        double[] points = random.doubles(400_000, 24, 32).toArray();
        List<ReportMap.Layered> layers = List.of(
                Material.layer("Fields", new Shapes(areas, List.of(), new double[0], List.of()), "#112233", ""),
                Material.layer("Points", new Shapes(List.of(), List.of(), points, List.of()), "#112233", ""),
                Material.layers("A").get(1));
        Document page = Jsoup.parse(page(Material.sample(folder), SymbolSet.PINS, layers));
        long size = data(page).get("layers").toString().length();
        assertTrue(size <= ReportLayers.MOST * 1.1, "layers take " + size);
        assertTrue(size > ReportLayers.MOST / 8, "and use the room there is: " + size);
        List<String> told = page.select("#layers li p").eachText();
        assertEquals(2, told.size(), "the small layer is as it was: " + told);
        assertTrue(
                told.get(0).matches("Simplified: lines are off by [0-9,]+ k?m at most; [0-9,]+ of 60,000 things .*"),
                told.get(0));
        assertTrue(told.get(1).contains("of 200,000 things"), told.get(1));
    }

    @Test
    void aLineThatGoesToAndFroTakesBoundedTime() {
        Coordinate[] zigzag = new Coordinate[500_000];
        for (int i = 0; i < zigzag.length; i++) {
            zigzag[i] = new Coordinate(25 + 5.0 * i / zigzag.length, 52 + i % 2 * (0.1 + 1e-7 * i));
        }
        Shapes shapes = new Shapes(List.of(GEOMETRY.createLineString(zigzag)), List.of(), new double[0], List.of());
        PackedShapes packed = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> PackedShapes.of(shapes, false, 100_000, () -> {}));
        assertTrue(packed.size() <= 100_000);
        assertThrows(
                CancellationException.class,
                () -> PackedShapes.of(shapes, false, 100_000, () -> {
                    throw new CancellationException();
                }));
    }

    @Test
    void symbolsAreDrawnOnceForEachKindAndUsedByTheClaims() throws IOException {
        Dossier dossier = Material.sample(folder);
        Document page = Jsoup.parse(page(dossier, SymbolSet.MILITARY, List.of()));
        assertTrue(page.expectFirst("html").hasClass("military"));
        assertTrue(page.expectFirst("#military").hasAttr("checked"));
        JsonNode claims = data(page).get("claims");
        assertEquals(dossier.claims().size(), claims.size());
        for (JsonNode claim : claims) {
            assertEquals(
                    1, page.select("path#frame-" + claim.get("frame").asText()).size());
            assertEquals(
                    "#frame-" + claim.get("frame").asText(),
                    page.select("#claim-" + claim.get("id").asInt() + " use.frame")
                            .attr("href"));
            if (claim.has("icon")) {
                assertEquals(
                        1,
                        page.select("path#icon-" + claim.get("icon").asText()).size());
            }
        }
        page.select("use")
                .forEach(use -> assertEquals(
                        1,
                        page.select("[id=" + use.attr("href").substring(1) + "]")
                                .size(),
                        use.attr("href")));
        assertFalse(page.select(".legend .military-only").isEmpty());
    }

    @Test
    void aTagForASymbolOffersSymbolsAndWithoutTagsNobodyIsHostile() throws IOException {
        Claim claim =
                Claim.draft("Eight tanks left").withId(1).withTags(List.of("affiliation:hostile", "symbol:armour"));
        Document tagged = Jsoup.parse(page(of(claim), SymbolSet.PINS, List.of()));
        assertFalse(tagged.expectFirst("#military").hasAttr("checked"), "offered, and not switched on");
        assertEquals("hostile", data(tagged).at("/claims/0/frame").asText());
        assertEquals("armour", data(tagged).at("/claims/0/icon").asText());
        String held = page(of(claim.withTags(List.of())), SymbolSet.MILITARY, List.of());
        assertFalse(held.contains("frame-hostile") || held.contains("icon-armour"), "what is held back is not drawn");
    }

    private static Dossier of(Claim claim) {
        return Dossier.gather(
                "b",
                java.util.Optional.empty(),
                List.of(claim),
                List.of(claim),
                List.of(),
                List.of(),
                List.of(),
                uuid -> "");
    }
}
