package org.sightline.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.sightline.app.desk.Settings;

/** How the window looks: AtlantaFX's Primer, light or dark, with our own sheet over it and our own letters. */
public enum Theme {
    LIGHT,
    DARK;

    private static final List<String> LETTERS = List.of("Regular", "Italic", "Medium", "SemiBold", "Bold");

    /** The theme that was asked for; the desktop's where that was asked for. */
    static Theme of(Settings.Appearance appearance) {
        return switch (appearance) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
        };
    }

    /** Dresses a scene; also what pops up over it. */
    void dress(Scene scene) {
        loadLetters();
        String sheet = (this == DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        Application.setUserAgentStylesheet(sheet);
        scene.getStylesheets().setAll(own("window.css"), own(this == DARK ? "dark.css" : "light.css"));
    }

    private static String own(String name) {
        java.net.URL sheet = Theme.class.getResource(name);
        if (sheet == null) {
            throw new IllegalStateException("The program is not whole: " + name + " is missing");
        }
        return sheet.toExternalForm();
    }

    private static boolean lettersLoaded;

    private static void loadLetters() {
        if (!lettersLoaded) {
            LETTERS.forEach(Theme::loadLetter);
            lettersLoaded = true;
        }
    }

    private static void loadLetter(String style) {
        try (InputStream letters = Theme.class.getResourceAsStream("/assets/fonts/IBMPlexSans-" + style + ".ttf")) {
            if (letters != null) {
                Font.loadFont(letters, 13);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
