package org.sightline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.UserFolder;
import org.sightline.geo.GeoNamesDump;

/** Place names are added, listed, found and removed, and places told in every notation, by the command line. */
class PlacesByCommandLineTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String before = "";

    @BeforeEach
    void keepSettingsApart() {
        shell = new Shell(folder);
        before = System.getProperty(UserFolder.ELSEWHERE, "");
        System.setProperty(UserFolder.ELSEWHERE, folder.resolve("settings").toString());
    }

    @AfterEach
    void asBefore() {
        System.setProperty(UserFolder.ELSEWHERE, before);
    }

    private String dump() throws IOException {
        return GeoNamesDump.zip(folder.resolve("BY.zip"), GeoNamesDump.PLACES).toString();
    }

    @Test
    void aDumpIsAddedFoundListedAndRemoved() throws IOException {
        assertTrue(shell.run("places", "list").done().out().contains("No place names were added yet"));
        String added = shell.run("places", "add", dump()).done().out();
        assertTrue(added.startsWith("Added 5 places"), added);
        JsonNode book = shell.run("places", "list", "--json").done().json().get(0);
        assertEquals("BY", book.get("name").asText());
        assertEquals(5, book.get("places").asInt());
        JsonNode found =
                shell.run("places", "Ozyornaya Gorka", "--json").done().json().get(0);
        assertEquals("town", found.get("kind").asText());
        JsonNode near = shell.run("places", "near", "52.2,28.3", "--limit", "2", "--json")
                .done()
                .json();
        assertEquals("Staraya Zvonka", near.get(0).get("name").asText());
        assertEquals(0, near.get(0).get("metres").asDouble(), 0.5);
        assertEquals("Zvonka", near.get(1).get("name").asText());
        assertTrue(shell.run("measure", "Ozyornaya Gorka", "Yelsk").done().out().contains("Ozyornaya Gorka (BY)"));
        shell.run("places", "remove", "BY").done();
        assertEquals(0, shell.run("places", "list", "--json").done().json().size());
    }

    @Test
    void placesInTheSouthAndWestAreNoOptions() {
        JsonNode cape = shell.run("where", "-33.9,18.4", "--json").done().json();
        assertEquals(-33.9, cape.get("latitude").asDouble());
        assertEquals(cape, shell.run("where", "--json", "-33.9", "18.4").done().json());
        JsonNode lima = shell.run("where", "-12.05 -77.04", "--json").done().json();
        assertEquals(-77.04, lima.get("longitude").asDouble());
        assertEquals(
                lima, shell.run("where", "--json", "-12.05", "-77.04").done().json());
        assertTrue(
                shell.run("measure", "-33.9,18.4", "-12.05,-77.04").done().out().contains(" km from -33.9,18.4 to"));
        assertEquals(
                3,
                shell.run("places", "near", "-33", "18", "--limit", "3", "--json")
                        .done()
                        .json()
                        .size());
        assertTrue(shell.run("where", "Yelsk", "--jsn").complaint(Exit.USAGE).contains("\"--jsn\" is not an option"));
        assertTrue(shell.run("places", "near", "Yelsk", "--limit", "-5")
                .complaint(Exit.USAGE)
                .contains("limit of 1"));
    }

    @Test
    void aBadDumpIsOneSentence() throws IOException {
        String table = shell.file("table.txt", "a\tb\n1\t2\n");
        assertTrue(shell.run("places", "add", table).complaint(Exit.FAILED).contains("is no dump of GeoNames"));
        String missing = folder.resolve("none.zip").toString();
        assertTrue(shell.run("places", "add", missing).complaint(Exit.FAILED).contains("There is no file"));
        assertTrue(shell.run("places", "remove", "XX").complaint(Exit.FAILED).contains("\"XX\""));
        assertTrue(shell.run("places").complaint(Exit.USAGE).contains("Give a name"));
    }

    @Test
    void whereTellsEveryNotation() {
        String said = shell.run("where", "51.81363, 29.1544").done().out();
        assertTrue(said.contains("Border     17.4 km to Ukraine"), said);
        assertTrue(said.contains("51.81363 N 29.15440 E"), said);
        assertTrue(said.contains("35U PT 48505 42504"), said);
        assertTrue(said.contains("35U 648506 5742505"), said);
        assertTrue(said.contains("9G3FR573+FQ"), said);
        assertTrue(said.contains("Belarus"), said);
        JsonNode json = shell.run("where", "R573+FQ", "Yelsk", "--json").done().json();
        assertEquals("BY", json.get("country").asText());
        assertTrue(json.get("mgrs").asText().startsWith("35U PT 485"), json.toString());
        assertTrue(shell.run("where", "95, 10").complaint(Exit.USAGE).contains("out of range"));
        JsonNode pole = shell.run("where", "90,0", "--json").done().json();
        assertEquals("Z AH 00000 00000", pole.get("mgrs").asText());
        assertTrue(pole.get("country").isNull());
    }
}
