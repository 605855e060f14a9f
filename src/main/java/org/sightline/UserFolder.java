package org.sightline;

import java.nio.file.Path;
import java.util.Map;

/** Where the program keeps what belongs to a person and not to a board: settings, and place names that were added. */
public final class UserFolder {
    /** Names another folder: a system property, or an environment variable in capitals with an underscore. */
    public static final String ELSEWHERE = "sightline.settings";

    private UserFolder() {}

    /** The folder of the person who runs this program; it may not be there yet. */
    public static Path path() {
        String named = System.getProperty(ELSEWHERE, System.getenv().getOrDefault("SIGHTLINE_SETTINGS", ""));
        return named.isBlank()
                ? path(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "")))
                : Path.of(named);
    }

    /** The configuration folder as each system has it (XDG base directories on Linux). */
    public static Path path(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(java.util.Locale.ROOT);
        if (name.contains("win")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return base.resolve("Sightline");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Sightline");
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg);
        return base.resolve("sightline");
    }
}
