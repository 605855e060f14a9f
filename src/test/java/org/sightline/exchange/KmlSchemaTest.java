package org.sightline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.xml.sax.SAXException;

/** KML against {@code kml-written.xsd}, which restates the part of KML 2.2 that is written. */
class KmlSchemaTest {
    @TempDir
    Path folder;

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(KmlSchemaTest.class.getResource("kml-written.xsd"));
    }

    private static void assertValid(String kml) throws SAXException, IOException {
        schema().newValidator().validate(new StreamSource(new StringReader(kml)));
    }

    private static byte[] written(Handover claims, boolean packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (packed) {
            KmlExport.writePacked(claims, TableColumns.chosen(List.of()), out, Untold.PROGRESS);
        } else {
            KmlExport.write(claims, TableColumns.chosen(List.of()), out, Untold.PROGRESS);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatAnyBoardBecomesIsValid(long seed) throws Exception {
        try (Board board = RandomBoard.make(folder.resolve("b.gpkg"), seed, 120);
                Snapshot snapshot = board.snapshot()) {
            Handover claims = BoardHandover.of(snapshot, snapshot.claimIds(ClaimQuery.ALL));
            assertValid(new String(written(claims, false), StandardCharsets.UTF_8));
        }
    }

    @Test
    void placesAtThePolesAndTheAntimeridianAreValid() throws Exception {
        Evidence evidence = new Evidence();
        for (String wkt : List.of(
                "POINT (180 90)",
                "POINT (-180 -90)",
                "POINT (0.00001 -0.00000001)",
                "LINESTRING (170 10, -170 20)",
                "POLYGON ((170 0, -170 0, -170 10, 170 10, 170 0))",
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))")) {
            evidence.claim(wkt, Optional.of(Evidence.wkt(wkt)), "12 trucks");
        }
        String kml = new String(written(Handover.of(evidence.dossier()), false), StandardCharsets.UTF_8);
        assertValid(kml);
        assertTrue(kml.contains("<coordinates>170.0,10.0 180.0,15.0</coordinates>"), kml);
        assertTrue(kml.contains("<coordinates>1.0e-5,-1.0e-8</coordinates>"), kml);
    }

    @Test
    void anArchiveHasItsDocumentFirstAndAllThatItNames() throws Exception {
        Evidence evidence = new Evidence().claim("Trucks", Optional.of(Evidence.wkt("POINT (29 51)")), "12 trucks");
        Set<String> names = new HashSet<>();
        String kml = "";
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(written(Handover.of(evidence.dossier()), true)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.isEmpty()) {
                    assertEquals("doc.kml", entry.getName());
                    kml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
                names.add(entry.getName());
            }
        }
        assertValid(kml);
        for (String part : kml.split("<href>", -1)) {
            if (!part.startsWith("<?xml")) {
                assertTrue(names.contains(part.substring(0, part.indexOf('<'))), part);
            }
        }
    }

    /** That the schema can say no at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<description>d</description><name>n</name>",
                "<name>n</name><Point><coordinates>1,2</coordinates></Point><description>d</description>",
                "<Point><coordinates>1, 2</coordinates></Point>",
                "<Point><coordinates>1,2 3,4</coordinates></Point>",
                "<Point><coordinates>181,2</coordinates></Point>",
                "<Point><coordinates>1,NaN</coordinates></Point>",
                "<TimeStamp><when>3 May</when></TimeStamp>",
                "<TimeSpan><end>2022</end><begin>2021</begin></TimeSpan>",
                "<ExtendedData><Data name=\"a\"><value/></Data><Data name=\"a\"><value/></Data></ExtendedData>",
            })
    void whatIsOutOfOrderIsRefused(String inside) throws Exception {
        assertThrows(
                SAXException.class,
                () -> assertValid("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>" + inside
                        + "</Placemark></Document></kml>"));
    }
}
