package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.DomainException;
import org.sightline.claim.Claim;

/** Tables of others, in all forms, and files that are made to do harm. The rows are made up. */
class ForeignTablesTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String lines(String... all) {
        return String.join("\n", all);
    }

    private List<Import.Sample> samples(Path file, String... mapping) {
        return Import.open(file, Mapping.parse(List.of(mapping))).sample(10);
    }

    private Claim first(Path file, String... mapping) {
        Import.Sample sample = samples(file, mapping).getFirst();
        return sample.claim().orElseThrow(() -> new AssertionError(sample.failure()));
    }

    @Test
    void acledIsKnownByItsHeadings() throws IOException {
        Path table = file(
                "a.csv",
                lines(
                        "event_id_cnty,event_date,event_type,actor1,location,latitude,longitude,source,notes,fatalities,tags",
                        "XX1,13 October 2022,Battles,A group,Yelsk,51.8136,29.1544,A paper,Shots were heard.,3,one;two"));
        Claim claim = first(table);
        assertEquals("Shots were heard.", claim.statement());
        assertEquals("3 fatalities", claim.quantity().orElseThrow().display());
        assertEquals("Yelsk", claim.place().orElseThrow().name());
        assertEquals("2022-10-13", claim.when().orElseThrow().edtf());
        assertEquals(List.of("one", "two"), claim.tags());
        assertTrue(Import.open(table, Mapping.GUESSED).explained().startsWith("as ACLED has them"));
    }

    @Test
    void atlosGeoConfirmedAndTimeMapAreKnown() throws IOException {
        Path atlos = file(
                "b.csv",
                lines(
                        "slug,description,sensitive,status,date,type,latitude,longitude,tags,source_1",
                        "AB12,A bridge was hit,,Completed,2022-10-13,Strike,51.8,29.15,bridge,https://example.org/1"));
        assertEquals("A bridge was hit", first(atlos).statement());
        assertEquals("strike", first(atlos).category().key());
        Path geo = file(
                "c.csv",
                lines(
                        "id,date,latitude,longitude,name,description,gear,units,origin",
                        "7,2022-10-13T00:00:00Z,51.81363,29.1544,Yelsk,Two vehicles on a road,truck,none,https://example.org/2"));
        assertEquals("Two vehicles on a road", first(geo).statement());
        assertEquals(Optional.empty(), first(geo).quantity());
        Path timeMap = file(
                "d.csv",
                lines(
                        "id,description,date,location,latitude,longitude,category,sources",
                        "1,A column left,2022-10-13,Yelsk,51.8136,29.1544,movement,s1"));
        assertEquals("movement", first(timeMap).category().key());
    }

    @Test
    void aMappingSaysWhatNoHeadingDoes() throws IOException {
        Path table = Files.write(
                folder.resolve("e.csv"),
                "Що;Де;Широта;Довгота;Коли;Скільки\nКолона;Єльськ;51,8136;29,1544;3/4/2022;1.500,5\n"
                        .getBytes(Charset.forName("windows-1251")));
        Claim claim = first(
                table,
                "statement = Що",
                "place = Де",
                "latitude = Широта",
                "longitude = Довгота",
                "when = Коли",
                "quantity = Скільки",
                "dates = day-first",
                "decimals = comma",
                "encoding = windows-1251");
        assertEquals("Колона", claim.statement());
        assertEquals("2022-04-03", claim.when().orElseThrow().edtf());
        assertEquals(
                "1500.5", claim.quantity().orElseThrow().best().orElseThrow().toPlainString());
        assertEquals(29.1544, claim.place().orElseThrow().geometry().getCoordinate().x);
    }

    @Test
    void aDateThatMayBeTwoDaysIsAskedFor() throws IOException {
        Path table = file("f.csv", "title,date\nA,3/4/2022\nB,13/4/2022\n");
        List<Import.Sample> samples = samples(table);
        assertTrue(samples.get(0).failure().contains("may be two days"), samples.toString());
        assertEquals(
                "2022-04-13",
                samples.get(1).claim().orElseThrow().when().orElseThrow().edtf());
        assertEquals(
                "2022-03-04",
                first(table, "dates = month-first").when().orElseThrow().edtf());
    }

    @Test
    void kmlGpxAndGeoJsonBecomeClaims() throws IOException {
        Path kml = file(
                "g.kml",
                "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>A camp</name>"
                        + "<TimeSpan><begin>2022-10-13</begin><end>2022-10-15</end></TimeSpan><ExtendedData>"
                        + "<Data name=\"claimant\"><value>A man</value></Data></ExtendedData>"
                        + "<Point><coordinates>29.1544,51.8136,0</coordinates></Point></Placemark></Document></kml>");
        Claim camp = first(kml);
        assertEquals("A camp", camp.statement());
        assertEquals("2022-10-13/2022-10-15", camp.when().orElseThrow().edtf());
        assertEquals(Optional.of("A man"), camp.claimant());
        assertEquals(51.8136, camp.place().orElseThrow().geometry().getCoordinate().y);
        Path gpx = file(
                "h.gpx",
                "<gpx><trk><name>A way</name><trkseg><trkpt lat=\"51\" lon=\"29\"/><trkpt lat=\"52\" lon=\"30\"/>"
                        + "</trkseg></trk></gpx>");
        assertTrue(first(gpx).place().orElseThrow().isRoute());
        Claim way = first(
                file(
                        "i.gpx",
                        "<gpx><trk><name>A way</name><link href=\"https://e.example/1\"><text>Seen</text></link><trkseg>"
                                + "<trkpt lat=\"51\" lon=\"29\"><ele>9</ele><time>2022-10-13T14:05:00Z</time></trkpt>"
                                + "<trkpt lat=\"52\" lon=\"30\"><time>2022-10-13T16:05:00Z</time></trkpt></trkseg></trk></gpx>"));
        assertTrue(way.notes().contains("https://e.example/1"), way.notes());
        assertEquals(
                "2022-10-13T14:05:00Z/2022-10-13T16:05:00Z",
                way.when().orElseThrow().edtf());
        Claim both = first(
                file(
                        "m.kml",
                        "<kml><Placemark><name>Both</name><MultiGeometry><Point><coordinates>29,51</coordinates></Point>"
                                + "<LineString><coordinates>29,51 30,52</coordinates></LineString></MultiGeometry></Placemark></kml>"));
        assertEquals("POINT (29 51)", both.place().orElseThrow().geometry().toText());
        assertTrue(both.notes().contains("other shapes: LINESTRING (29 51, 30 52)"), both.notes());
        Path json = file(
                "i.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]},\"properties\":{\"title\":\"A field\",\"more\":{\"x\":1}}}]}");
        assertEquals("A field", first(json).statement());
        assertEquals("Polygon", first(json).place().orElseThrow().geometry().getGeometryType());
        assertEquals("more.x: 1", first(json).notes());
    }

    private void refused(Path file, String words) {
        DomainException refused = assertThrows(
                DomainException.class, () -> Import.open(file, Mapping.GUESSED).sample(10));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }

    @Test
    void aMillionColumnsAreRefused() throws IOException {
        refused(file("j.csv", "title" + ",x".repeat(1_000_000) + "\n"), "more than 4000 columns");
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefused() throws IOException {
        Path bomb = folder.resolve("k.xlsx");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/s.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 400; i++) {
                zip.write(blank);
            }
            zip.closeEntry();
        }
        refused(bomb, "MiB");
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsRefusedWhereverItsBulkLies() throws IOException {
        for (boolean before : new boolean[] {true, false}) {
            Path bomb = folder.resolve("bomb" + before + ".kmz");
            try (OutputStream out = Files.newOutputStream(bomb);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                if (before) {
                    zip.putNextEntry(new ZipEntry("files/picture.png"));
                    blanks(zip);
                    zip.closeEntry();
                }
                zip.putNextEntry(new ZipEntry("doc.kml"));
                zip.write("<kml><Document>".getBytes(StandardCharsets.UTF_8));
                if (!before) {
                    blanks(zip);
                }
                zip.write("<Placemark><name>A</name></Placemark></Document></kml>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            refused(bomb, "unpacks to more than 256 MiB");
        }
    }

    private static void blanks(OutputStream out) throws IOException {
        byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            out.write(blank);
        }
    }

    @Test
    void anArchiveWhoseDocumentStandsBehindItsPicturesIsRead() throws IOException {
        Path kmz = folder.resolve("behind.kmz");
        try (OutputStream out = Files.newOutputStream(kmz);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "files/picture.png", "x".repeat(100_000));
            entry(zip, "doc.kml", "<kml><Document><Placemark><name>A camp</name></Placemark></Document></kml>");
        }
        assertEquals("A camp", first(kmz).statement());
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void foreignEntitiesAreNotLookedAt() throws IOException {
        file("secret.txt", "SECRET");
        Path kml = file(
                "l.kml",
                "<!DOCTYPE kml [<!ENTITY x SYSTEM \""
                        + folder.resolve("secret.txt").toUri()
                        + "\">]><kml><Placemark><name>A&x;</name></Placemark></kml>");
        assertFalse(samples(kml).toString().contains("SECRET"));
    }

    @Test
    void whatIsCutShortIsSaidInOneSentence() throws IOException {
        refused(file("m.kml", "<kml><Document><Placemark><name>A"), "ends too early");
        refused(file("n.gpx", "<gpx><wpt lat=\"1\" lon=\"2\">"), "ends too early");
        refused(file("o.json", "[{\"title\": \"A\"}, {\"tit"), "no whole JSON");
        refused(file("p.xlsx", "PK\u0003\u0004 and no more"), "no whole workbook");
        refused(file("q.kml", "<html><body/></html>"), "no KML document");
        refused(file("r.json", "42"), "no list of things");
    }
}
