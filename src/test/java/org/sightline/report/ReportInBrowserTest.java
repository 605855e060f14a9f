package org.sightline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.analysis.Dossier;
import org.sightline.map.SymbolSet;

/** The report as a person meets it: opened from the disk in a real browser. Skipped where there is none. */
class ReportInBrowserTest {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";
    private static final String DOWN = "\uE015";
    private static final String RIGHT = "\uE014";
    private static final String LEFT = "\uE012";
    private static final String END = "\uE010";

    @TempDir
    Path folder;

    private Browser browser;

    @BeforeEach
    void startBrowser() throws IOException {
        assumeTrue(Browser.present(), "chromedriver is not installed");
        browser = Browser.start(folder.resolve("profile"), 1440, 900);
    }

    /** Whatever was done: nothing was asked for but the file, and nothing complained. */
    @AfterEach
    void nothingLeftThePageAndNothingComplained() throws IOException {
        if (browser == null) {
            return;
        }
        try (Browser closing = browser) {
            assertEquals(List.of(), closing.console());
            assertEquals(
                    List.of(),
                    closing.requests().stream()
                            .filter(url -> !url.startsWith("file:") && !url.startsWith("data:"))
                            .toList());
        }
    }

    private void open(Dossier dossier, String hash) throws IOException {
        Path file = folder.resolve("report.html");
        Files.write(file, Material.bytes(dossier));
        browser.requests(); // those of the browser's own first page
        browser.open(file.toUri() + hash);
        browser.await("return document.readyState === 'complete' && Boolean(window.report.chart.targets)");
    }

    private void open(Dossier dossier, ReportMap map) throws IOException {
        Path file = folder.resolve("report.html");
        Files.write(file, Material.bytes(dossier, map));
        browser.requests();
        browser.open(file.toUri().toString());
        browser.await("return document.readyState === 'complete' && Boolean(window.report.chart.targets)");
    }

    /** The colour of the ground at a place, without what stands over it. */
    private String ground(double lon, double lat) {
        browser.await("return !report.map.waiting && !report.map.hurried && Boolean(report.chart.drawn)");
        return browser.text("const c = report.chart, d = c.drawn, s = Math.sin(" + lat + " * Math.PI / 180);"
                + " const x = (" + lon + " + 180) / 360, y = 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);"
                + " const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });"
                + " pixel.drawImage(c.ground, -Math.round(d.sx(x) * d.ratio), -Math.round(d.sy(y) * d.ratio));"
                + " return [...pixel.getImageData(0, 0, 1, 1).data].join(' ')");
    }

    private void clickOn(String selector) throws IOException {
        JsonNode at = browser.run("const box = document.querySelector('" + selector + "').getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2]");
        browser.click(at.get(0).asDouble(), at.get(1).asDouble());
    }

    @Test
    void aLayersSwitchTakesItOffTheMapAndPutsItBack() throws IOException {
        open(Material.sample(folder), new ReportMap(SymbolSet.PINS, Material.layers("A")));
        String within = ground(27.3, 52.3);
        assertTrue(browser.text("return document.getElementById('layer-credit').textContent")
                .contains("Surveyors A"));
        picture("layers");
        clickOn("#layers input[data-layer=\"0\"]");
        browser.await("return !report.chart.base.layers.all[0].on");
        String without = ground(27.3, 52.3);
        assertNotEquals(within, without);
        browser.run("document.querySelector('#layers input[data-layer=\"0\"]').focus()");
        browser.type(" ");
        browser.await("return report.chart.base.layers.all[0].on");
        assertEquals(within, ground(27.3, 52.3));
        browser.dark();
        browser.await("return matchMedia('(prefers-color-scheme: dark)').matches");
        picture("layers-dark");
    }

    @Test
    void theSwitchForSymbolsChangesPinsRowsAndLegend() throws IOException {
        open(Material.sample(folder), new ReportMap(SymbolSet.MILITARY, Material.layers("A")));
        assertTrue(
                browser.is("return getComputedStyle(document.querySelector('#row-1 .military')).display !== 'none'"));
        picture("symbols");
        double[] pin = onScreen("report.chart.targets.find(t => t.claim)");
        browser.click(pin[0], pin[1]);
        browser.await("return document.querySelector('.claim.chosen') !== null");
        clickOn("#military");
        browser.await("return !document.documentElement.classList.contains('military')");
        assertTrue(
                browser.is("return getComputedStyle(document.querySelector('#row-1 .military')).display === 'none'"));
        clickOn("#military");
        browser.dark();
        browser.await("return document.documentElement.classList.contains('military')");
        picture("symbols-dark");
        Files.write(SCREENS.resolve("report-symbols-print.pdf"), browser.print());
    }

    @Test
    void onAPhoneTheLayersAreFolded() throws IOException {
        browser.narrow(390, 844);
        open(Material.sample(folder), new ReportMap(SymbolSet.MILITARY, Material.layers("A")));
        assertFalse(browser.is("return document.getElementById('layers').open"));
        assertEquals(
                390, browser.run("return document.documentElement.scrollWidth").asInt());
        clickOn("#layers summary");
        browser.await("return document.getElementById('layers').open");
        picture("layers-phone");
    }

    private void picture(String name) throws IOException {
        browser.await("return !report.map.waiting && !report.map.hurried");
        Files.createDirectories(SCREENS);
        Files.write(SCREENS.resolve("report-" + name + ".png"), browser.picture());
    }

    private String chosen() {
        return browser.text("return document.querySelector('.claim.chosen')?.id ?? 'none'");
    }

    private int rows() {
        return browser.run("return report.table.rows.length").asInt();
    }

    private double[] onScreen(String target) {
        JsonNode at = browser.run(
                "const t = " + target + "; const box = document.getElementById('chart')"
                        + ".getBoundingClientRect(); return [box.left + t.x + report.chart.dx, box.top + t.y + report.chart.dy]");
        return new double[] {at.get(0).asDouble(), at.get(1).asDouble()};
    }

    @Test
    void aClickOnAPinSelectsItsRowAndShowsItsQuotes() throws IOException {
        open(Material.sample(folder), "");
        picture("light");
        double[] pin = onScreen("report.chart.targets.find(t => t.claim && t.claim.id === 7)");
        browser.click(pin[0], pin[1]);
        browser.await("return document.querySelector('.claim.chosen')?.id === 'claim-7'");
        assertEquals("row-7", browser.text("return document.querySelector('[aria-selected=true]').id"));
        assertTrue(browser.is("return document.querySelector('#claim-7 mark').offsetHeight > 0"));
        assertEquals("#claim-7", browser.text("return location.hash"));
        picture("chosen");
    }

    @Test
    void searchNarrowsTableAndMap() throws IOException {
        open(Material.sample(folder), "");
        int all = rows();
        browser.run("document.getElementById('search').focus()");
        browser.type("YELSK conscripts");
        browser.await("return report.table.rows.length < " + all);
        assertEquals(rows(), browser.run("return report.chart.claims.length").asInt());
        assertTrue(rows() > 0);
        assertTrue(browser.text("return document.getElementById('counts').textContent")
                .startsWith(rows() + " of " + all + " claims"));
        browser.type(" nosuchword");
        browser.await("return report.table.rows.length === 0");
        assertTrue(browser.is("return document.getElementById('no-rows').offsetHeight > 0"));
    }

    @Test
    void headingsSortAndSaySo() throws IOException {
        open(Material.sample(folder), "");
        browser.run("document.querySelector('th[data-key=text] button').click()");
        assertEquals("ascending", browser.text("return document.querySelector('th[data-key=text]').ariaSort"));
        assertEquals("none", browser.text("return document.querySelector('th[data-key=id]').ariaSort"));
        String first = browser.text("return document.querySelector('#rows .c-text').textContent");
        browser.run("document.querySelector('th[data-key=text] button').click()");
        assertEquals("descending", browser.text("return document.querySelector('th[data-key=text]').ariaSort"));
        String last = browser.text("return document.querySelector('#rows .c-text').textContent");
        assertTrue(first.compareToIgnoreCase(last) < 0, first + " | " + last);
    }

    @Test
    void theTimelineKeepsWhatLiesWithinIt() throws IOException {
        open(Material.sample(folder), "");
        int all = rows();
        browser.run("document.getElementById('undated').click()");
        int dated = rows();
        assertTrue(dated > 0 && dated < all);
        browser.run("document.getElementById('from').focus()");
        browser.type(END);
        browser.await("return report.table.rows.length < " + dated);
        assertTrue(browser.is("return report.shown.every(c => (c.to ?? Infinity) > report.timeline.from * 86400)"));
        assertEquals(rows(), browser.run("return report.chart.claims.length").asInt());
        browser.run("document.getElementById('always').click()");
        assertEquals(all, rows());
    }

    @Test
    void aClusterOpensUntilItsClaimsStandAlone() throws IOException {
        open(Material.many(300), "");
        picture("clusters");
        int size = browser.run("return report.chart.targets.filter(t => t.cluster).length")
                .asInt();
        assertTrue(size > 1);
        double before = browser.run("return report.map.view.world").asDouble();
        double[] disc = onScreen("report.chart.targets.find(t => t.cluster && t.x > 200 && t.y > 80 && t.y < 300)");
        browser.click(disc[0], disc[1]);
        browser.await("return report.map.view.world > 1.5 * " + before);
        browser.await("return report.chart.targets.some(t => t.claim)");
    }

    @Test
    void claimsOnOneSpotFanOut() throws IOException {
        Dossier many = Material.many(20);
        Dossier heap = Dossier.gather(
                "Heap",
                many.lastChange(),
                many.claims().stream()
                        .map(claim -> claim.withPlace(many.claims().get(0).place()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                uuid -> "");
        open(heap, "");
        browser.run("document.getElementById('chart').focus()");
        browser.type("n" + ENTER);
        browser.await("return report.chart.targets.filter(t => t.claim).length === 20");
        picture("fanned");
    }

    @Test
    void everythingIsReachedByKeys() throws IOException {
        open(Material.sample(folder), "");
        browser.type(TAB);
        assertEquals("skip", browser.text("return document.activeElement.className"));
        browser.type(TAB + TAB);
        assertEquals("search", browser.text("return document.activeElement.id"));
        browser.type(TAB);
        assertEquals("chart", browser.text("return document.activeElement.id"));
        double x = browser.run("return report.map.view.x").asDouble();
        browser.type(RIGHT);
        browser.await("return report.map.view.x > " + x);
        browser.type("+");
        browser.await("return report.map.view.world > 0");
        browser.type("0nn");
        assertTrue(browser.text("return document.getElementById('map-says').textContent")
                .startsWith("Claim "));
        browser.type(ENTER);
        browser.await("return document.querySelector('.claim.chosen') !== null");
        browser.run("document.getElementById('table').focus()");
        browser.type("\uE011" + DOWN); // home, down
        assertEquals("claim-2", chosen());
        assertEquals(
                "row-2", browser.text("return document.getElementById('table').getAttribute('aria-activedescendant')"));
        browser.run("document.getElementById('to').focus()");
        browser.type(LEFT);
        assertTrue(browser.is("return report.timeline.to === report.timeline.last - 1"));
    }

    @Test
    void anAddressLeadsToAClaimAndAWrongOneSaysSo() throws IOException {
        open(Material.sample(folder), "#claim-9");
        browser.await("return document.querySelector('.claim.chosen')?.id === 'claim-9'");
        assertEquals(0, browser.run("return scrollY").asInt());
        browser.run("location.hash = '#claim-12'");
        browser.await("return document.querySelector('.claim.chosen')?.id === 'claim-12'");
        browser.run("location.hash = '#claim-999'");
        browser.await("return document.getElementById('missing').offsetHeight > 0");
        assertEquals("none", chosen());
    }

    @Test
    void hostileWordsRunNothing() throws IOException {
        String hostile = "</script><script>window.hit=1</script><img src=x onerror='window.hit=1'>\u202E\0\uD800";
        open(Material.saying(hostile, "javascript:window.hit=1"), "#claim-1");
        browser.await("return document.querySelector('.claim.chosen') !== null");
        assertTrue(browser.is("return window.hit === undefined && document.images.length === 1"));
        assertTrue(browser.text("return document.querySelector('#row-1 .c-text').textContent")
                .contains("<img src=x"));
        assertTrue(browser.is("return document.querySelector('#claim-1 .address a') === null"));
    }

    @Test
    void theDarkSchemeHasColoursOfItsOwn() throws IOException {
        open(Material.sample(folder), "#claim-3");
        String light = browser.text("return getComputedStyle(document.body).backgroundColor");
        browser.dark();
        browser.await("return getComputedStyle(document.body).backgroundColor !== '" + light + "'");
        picture("dark");
    }

    @Test
    void aPhoneShowsMapClaimAndTableBelowOneAnother() throws IOException {
        browser.narrow(390, 844);
        open(Material.sample(folder), "");
        assertEquals(
                390, browser.run("return document.documentElement.scrollWidth").asInt());
        assertTrue(browser.is("const top = id => document.getElementById(id).getBoundingClientRect().top;"
                + " return top('map') < top('claims') && top('claims') < top('list')"));
        picture("phone");
    }

    @Test
    void paperHoldsTheMapAndTheClaimsThatAreShown() throws IOException {
        open(Material.sample(folder), "");
        browser.run("document.getElementById('search').focus()");
        browser.type("conscripts");
        browser.await("return report.shown.length < report.claims.length");
        byte[] pdf = browser.print();
        Files.createDirectories(SCREENS);
        Files.write(SCREENS.resolve("report-print.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            int shown = rows();
            assertEquals(shown, text.split("\nClaim \\d+\\s*\n", -1).length - 1);
            assertTrue(text.contains("About this page"));
            assertFalse(text.contains("Without a time"));
        }
    }

    @Test
    void withoutScriptsItIsAList() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, Material.page(Material.sample(folder)), StandardCharsets.UTF_8);
        browser.withoutScripts();
        browser.requests();
        browser.open(file.toUri().toString());
        assertTrue(browser.is("return [...document.querySelectorAll('article.claim')].every(a => a.offsetHeight > 0)"));
        assertTrue(browser.is("return document.querySelector('#picture img').offsetHeight > 100"));
        assertTrue(browser.is("return [...document.querySelectorAll('.live-only')].every(e => e.offsetHeight === 0)"));
        Files.createDirectories(SCREENS);
        Files.write(SCREENS.resolve("report-plain.png"), browser.picture());
    }

    @Test
    void ofManyClaimsOnlyTheRowsInSightAreMade() throws IOException {
        open(Material.many(5000), "#claim-4321");
        browser.await("return document.querySelector('.claim.chosen')?.id === 'claim-4321'");
        assertEquals(5000, rows());
        int made = browser.run("return document.querySelectorAll('#rows tr').length")
                .asInt();
        assertTrue(made > 5 && made < 80, "rows: " + made);
        assertTrue(browser.is("return document.getElementById('row-4321').offsetHeight > 0"));
        picture("many");
    }
}
