package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.claim.Status;
import org.sightline.map.MapTheme;
import org.sightline.map.ScreenColours;

/** A status has one colour, in lists as on the map. */
class StatusColoursTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void listsAndMapAgree(Theme theme) throws IOException {
        boolean dark = theme == Theme.DARK;
        String map = ScreenColours.css(dark ? MapTheme.DARK : MapTheme.LIGHT);
        String window = sheet(dark ? "dark.css" : "light.css");
        for (Status status : Status.values()) {
            String line = map.replaceAll(".*--" + status.key() + "-line:(#[0-9a-f]{6});.*", "$1");
            assertTrue(window.contains("-" + status.key() + ": " + line + ";"), status + " " + line);
        }
    }

    private static String sheet(String name) throws IOException {
        try (InputStream css = Objects.requireNonNull(StatusColoursTest.class.getResourceAsStream(name))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
