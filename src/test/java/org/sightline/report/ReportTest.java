package org.sightline.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sightline.DomainException;
import org.sightline.analysis.Dossier;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.jobs.Jobs;

class ReportTest {
    private static final String HOSTILE =
            "</script><script>boom()</script><img src=x onerror=boom()>\"'&amp;<!--\u202Egpj\u2066\0\uD800]]>\u2028end";

    @TempDir
    Path folder;

    @Test
    void everyClaimStandsInThePageWithItsQuotesAndWhereTheyWereRead() throws IOException {
        Dossier dossier = Material.sample(folder);
        Document page = Jsoup.parse(Material.page(dossier));
        assertEquals(dossier.claims().size(), page.select("article.claim").size());
        for (Claim claim : dossier.claims()) {
            Element article = page.getElementById("claim-" + claim.id());
            assertNotNull(article);
            assertEquals(claim.statement(), article.select("h3").text());
            List<Dossier.Citation> citations = dossier.citations(claim);
            List<Element> quotes = article.select("figure.quote");
            assertEquals(citations.size(), quotes.size());
            for (int i = 0; i < quotes.size(); i++) {
                Dossier.Citation citation = citations.get(i);
                Element quote = quotes.get(i);
                assertEquals(citation.quote().exact(), quote.expectFirst("mark").wholeText());
                assertTrue(quote.expectFirst("blockquote")
                        .wholeText()
                        .contains(citation.quote().prefix()
                                + citation.quote().exact()
                                + citation.quote().suffix()));
                assertEquals(citation.capture().sha256(), quote.select("code").text());
                assertTrue(quote.select("figcaption")
                        .text()
                        .contains(citation.source().publisher().orElseThrow()));
                assertEquals(
                        citation.source().url().orElseThrow(), quote.select("a").attr("href"));
            }
        }
        assertTrue(page.select("#about").text().contains(dossier.journalHash().orElseThrow()));
    }

    @Test
    void placesAreToldInDegreesAndInTheGrid() throws IOException {
        Document page = Jsoup.parse(Material.page(Material.saying("x", "https://example.org/")));
        String facts = page.select("article dl").text();
        assertTrue(facts.contains("51.80 N 29.15 E"), facts);
        assertTrue(facts.contains("MGRS 35U "), facts);
        assertTrue(facts.contains("town, within 3 km"), facts);
    }

    @Test
    void theSameBoardGivesTheSameBytes() throws IOException {
        Dossier dossier = Material.sample(folder);
        assertArrayEquals(Material.bytes(dossier), Material.bytes(dossier));
    }

    @Test
    void thePolicyLetsNothingInButThePagesOwnScriptAndStyle() throws IOException {
        Document page = Jsoup.parse(Material.page(Material.saying(HOSTILE, "https://example.org/")));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        String script = page.expectFirst("script:not([type])").data();
        String style = page.expectFirst("style").data();
        assertEquals(
                "default-src 'none'; script-src " + Part.policyHash(script) + "; style-src " + Part.policyHash(style)
                        + "; img-src data:; base-uri 'none'; form-action 'none'",
                policy);
        assertEquals(2, page.select("script").size());
        assertTrue(
                page.select("link, iframe, object, embed, base, form, [style]").isEmpty());
        assertTrue(page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertEquals(
                List.of("data:image/png"),
                page.select("[src]").stream()
                        .map(element -> element.attr("src").replaceAll(";.*", ""))
                        .toList());
    }

    @Test
    void hostileWordsStayWordsAndTheBytesAreUtf8() throws IOException {
        byte[] bytes = Material.bytes(Material.saying(HOSTILE, "https://example.org/?" + HOSTILE));
        String page = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        for (String never :
                List.of("<script>boom", "<img src=x", "<!--", "\u202E", "\u2066", "\0", "\u2028", "lang=\"\"")) {
            assertFalse(page.contains(never), never);
        }
        assertEquals(2, page.split("</script>", -1).length - 1);
        Element article = Jsoup.parse(page).expectFirst("article");
        assertTrue(article.select("h3").text().contains("</script><script>boom()</script><img src=x onerror=boom()>"));
        assertTrue(article.select("h3").text().contains("[U+202E]gpj[U+2066][U+0000]\uFFFD]]>"));
        JsonNode data = new ObjectMapper()
                .readTree(Jsoup.parse(page).expectFirst("#data").data());
        assertTrue(data.at("/claims/0/text").asText().contains("<script>boom()</script>"));
    }

    @Test
    void onlyWebAddressesBecomeLinks() throws IOException {
        for (String address : List.of(
                "javascript:boom()",
                "JaVaScRiPt:boom()",
                "data:text/html,<script>boom()</script>",
                "file:///etc/passwd",
                "//example.org/",
                "https:",
                " java\nscript:boom()",
                "https://example.org/\u202Egpj",
                "vbscript:x")) {
            Document page = Jsoup.parse(Material.page(Material.saying("x", address)));
            assertTrue(page.select("article a[href^=http], .address a").isEmpty(), address);
            assertTrue(
                    page.select(".address")
                            .text()
                            .contains(address.strip().substring(address.strip().length() - 2)),
                    address);
        }
        Document page = Jsoup.parse(Material.page(Material.saying("x", "https://example.org/?a=1&b='2'")));
        assertEquals("https://example.org/?a=1&b='2'", page.select(".address a").attr("href"));
        assertTrue(page.select(".address a").attr("rel").contains("noreferrer"));
    }

    @Test
    void anOrphanedQuoteIsMarkedSo() throws IOException {
        Dossier sound = Material.saying("x", "https://example.org/");
        Dossier.Citation citation = sound.citations(sound.claims().get(0)).get(0);
        Dossier broken = Dossier.gather(
                "b",
                Optional.empty(),
                sound.claims(),
                sound.claims(),
                List.of(),
                List.of(citation.source()),
                List.of(citation.capture()),
                uuid -> "the words are gone");
        Document page = Jsoup.parse(Material.page(broken));
        assertTrue(page.select("article .alarm").text().contains("Orphaned"));
        assertTrue(page.select("#about .alarm").text().startsWith("1 quote is orphaned"));
    }

    @Test
    void theBaseMapStaysSmall() throws IOException {
        Document page = Jsoup.parse(Material.page(Material.sample(folder)));
        JsonNode data = new ObjectMapper().readTree(page.expectFirst("#data").data());
        int length = data.get("map").toString().length();
        assertTrue(length < 1_000_000, "characters: " + length);
        assertTrue(data.at("/map/blocks/2/border").size() > 0);
        assertTrue(data.at("/map/towns").toString().contains("Minsk"));
    }

    @Test
    void aRouteThatNobodyCutIsDrawnTheShortWayAboutTheWorld() throws IOException, ParseException {
        Place suvaToApia = Place.route(
                new Route("Suva", "Apia", true),
                new WKTReader().read("LINESTRING (178 -18, -172 -14)"),
                PlacePrecision.EXACT);
        ReportContent content = Material.content(about(suvaToApia));
        Envelope extent = ClaimData.extent(content).orElseThrow();
        assertEquals(178, extent.getMinX(), 1e-9);
        assertEquals(188, extent.getMaxX(), 1e-9);
        JsonNode claim = claim(suvaToApia);
        assertEquals(2, claim.get("route").size());
        double lon = claim.at("/at/0").asDouble();
        assertTrue(lon > 178 || lon < -172, "the pin stands on the way: " + lon);
    }

    @Test
    void whereAnAreaIsCutAtTheAntimeridianItHasNoEdge() throws IOException, ParseException {
        Geometry fiji = new WKTReader()
                .read("MULTIPOLYGON (((170 -20, 180 -20, 180 -10, 170 -10, 170 -20)),"
                        + " ((-180 -20, -170 -20, -170 -10, -180 -10, -180 -20)))");
        JsonNode across = claim(Place.area("", fiji, PlacePrecision.EXACT));
        assertEquals(2, across.get("area").size());
        assertTrue(across.get("edge").size() > 0);
        assertFalse(claim(Place.area("", fiji.getGeometryN(0), PlacePrecision.EXACT))
                .has("edge"));
    }

    @Test
    void aPlaceWithoutANameIsCalledByItsCoordinates() throws IOException, ParseException {
        Place point = Place.point("", 51.8, 29.1, PlacePrecision.EXACT);
        assertEquals("51.8000 N 29.1000 E", claim(point).get("place").asText());
        String facts =
                Jsoup.parse(Material.page(about(point))).select("article dl").text();
        assertTrue(facts.contains("51.8000 N 29.1000 E (exact, within 10 m) MGRS 35U"), facts);
        Place area = Place.area(
                "", new WKTReader().read("POLYGON ((20 50, 30 50, 30 55, 20 55, 20 50))"), PlacePrecision.EXACT);
        assertEquals("area about 52.5000 N 25.0000 E", claim(area).get("place").asText());
        Place line = Place.route(
                new Route("50.00000, 20.00000", "51.00000, 21.00000", true),
                new WKTReader().read("LINESTRING (20 50, 21 51)"),
                PlacePrecision.EXACT);
        assertEquals(
                "route, 50.0000 N 20.0000 E to 51.0000 N 21.0000 E",
                claim(line).get("place").asText());
    }

    private static Dossier about(Place place) {
        Claim claim = Claim.draft("Somewhere").withId(1).withPlace(Optional.of(place));
        return Dossier.gather(
                "b", Optional.empty(), List.of(claim), List.of(claim), List.of(), List.of(), List.of(), u -> "");
    }

    private static JsonNode claim(Place place) throws IOException {
        Document page = Jsoup.parse(Material.page(about(place)));
        return new ObjectMapper().readTree(page.expectFirst("#data").data()).at("/claims/0");
    }

    @Test
    void aBoardWithoutPlacesHasAPageToo() throws IOException {
        Claim claim = Claim.draft("Nothing is known of where").withId(7);
        Dossier dossier = Dossier.gather(
                "b", Optional.empty(), List.of(claim), List.of(claim), List.of(), List.of(), List.of(), u -> "");
        Document page = Jsoup.parse(Material.page(dossier));
        assertTrue(page.select("#claim-7").text().contains("No quote stands behind this claim."));
        assertTrue(page.select("#picture").isEmpty());
    }

    @Test
    void moreClaimsThanAPageCanBearAreRefusedInOneSentence() {
        Claim claim = Claim.draft("Again").withId(1);
        List<Claim> claims = Collections.nCopies(Report.MOST_CLAIMS + 1, claim);
        Dossier dossier =
                Dossier.gather("b", Optional.empty(), claims, List.of(), List.of(), List.of(), List.of(), u -> "");
        DomainException refused = assertThrows(DomainException.class, () -> Material.bytes(dossier));
        assertEquals(
                "20,001 claims are more than one HTML report can bear; at most 20,000 fit. Narrow them with a search or"
                        + " an extent, or export CSV or GeoJSON.",
                refused.getMessage());
    }

    @Test
    void itCanBeCancelled() {
        Dossier dossier = Material.saying("x", "https://example.org/");
        Jobs.Progress cancelled = new Jobs.Progress() {
            @Override
            public void report(double done, String step) {}

            @Override
            public boolean cancelled() {
                return true;
            }

            @Override
            public void check() {
                throw new CancellationException();
            }
        };
        assertThrows(
                CancellationException.class,
                () -> Report.write(Material.content(dossier), new ByteArrayOutputStream(), cancelled));
    }
}
