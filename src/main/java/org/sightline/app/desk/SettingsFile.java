package org.sightline.app.desk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.sightline.UserFolder;

/**
 * Where the window's settings are kept: one JSON file in the user's configuration folder. It is written beside itself
 * and moved into place, so that a crash leaves the old one; one that cannot be read never stops the start.
 */
public final class SettingsFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    private final Optional<Path> file;

    public SettingsFile(Path file) {
        this.file = Optional.of(file);
    }

    private SettingsFile() {
        file = Optional.empty();
    }

    /** Remembers nothing: for pictures of the window. */
    public static SettingsFile forgetful() {
        return new SettingsFile();
    }

    /** The file of the person who runs this program. */
    public static SettingsFile ofUser() {
        return new SettingsFile(UserFolder.path().resolve("settings.json"));
    }

    /** What was remembered; the first start's settings when there is nothing that can be read. */
    public Settings load() {
        return file.map(SettingsFile::load).orElse(Settings.FIRST);
    }

    private static Settings load(Path file) {
        try {
            Settings read = JSON.readValue(file.toFile(), Settings.class);
            return read == null ? Settings.FIRST : read;
        } catch (IOException e) { // missing or damaged: what was remembered is not worth a failed start
            return Settings.FIRST;
        }
    }

    /** @throws UncheckedIOException when the folder cannot be written */
    public void save(Settings settings) {
        file.ifPresent(path -> save(path, settings));
    }

    private static void save(Path file, Settings settings) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "settings", ".tmp");
            JSON.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), settings);
            move(written, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path written, Path file) throws IOException {
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) { // some network drives: nearly as good
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
