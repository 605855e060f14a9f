package org.sightline.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.UserFolder;
import org.sightline.geo.Notation;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsLoaded() {
        SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("settings.json"));
        Settings settings = Settings.FIRST
                .with(Settings.Appearance.DARK)
                .with(Notation.MGRS)
                .withPane("left", 0.3)
                .withRecent("/a/b.gpkg")
                .withRecent("/c.gpkg")
                .withWindow(1500, 900, true)
                .asking("tiles.example", true)
                .asking("other.example", true)
                .asking("other.example", false);
        assertEquals(List.of("tiles.example"), settings.tileHosts());
        file.save(settings);
        assertEquals(settings, file.load());
    }

    @Test
    void savingLeavesNothingElseBehind() throws Exception {
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        file.save(Settings.FIRST);
        file.save(Settings.FIRST.with(Notation.UTM));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("settings.json")), all.toList());
        }
    }

    @Test
    void damagedSettingsAreAsOnTheFirstStart() throws Exception {
        Path path = folder.resolve("settings.json");
        for (String damaged : List.of("", "{", "null", "[1,2]", "\u0000\u0001", "{\"panes\": 7}")) {
            Files.writeString(path, damaged);
            assertEquals(Settings.FIRST, new SettingsFile(path).load(), damaged);
        }
    }

    @Test
    void valuesThatCannotBeAreLeftOutAndTheRestIsKept() throws Exception {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, """
                {"appearance": "PURPLE", "notation": "MGRS", "panes": {"left": 7, "middle": 0.5},
                 "windowWidth": -3, "later": true}
                """);
        Settings read = new SettingsFile(path).load();
        assertEquals(Settings.Appearance.SYSTEM, read.appearance());
        assertEquals(Notation.MGRS, read.notation());
        assertEquals(Map.of("middle", 0.5), read.panes());
        assertEquals(1280, read.windowWidth());
    }

    @Test
    void eachSystemHasItsOwnFolder() {
        Path home = Path.of("home");
        assertEquals(home.resolve(".config").resolve("sightline"), UserFolder.path("Linux", Map.of(), home));
        assertEquals(
                Path.of("conf").resolve("sightline"),
                UserFolder.path("Linux", Map.of("XDG_CONFIG_HOME", "conf"), home));
        assertEquals(
                Path.of("roam").resolve("Sightline"), UserFolder.path("Windows 11", Map.of("APPDATA", "roam"), home));
        assertEquals(
                home.resolve("Library").resolve("Application Support").resolve("Sightline"),
                UserFolder.path("Mac OS X", Map.of(), home));
    }
}
