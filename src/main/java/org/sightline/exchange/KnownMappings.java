package org.sightline.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.source.Capture;

/** Mappings that were used before, by the headings of their tables, a file each in a folder. Any thread. */
public final class KnownMappings {
    private final Path folder;

    public KnownMappings(Path folder) {
        this.folder = folder;
    }

    /** Empty when there is none for these headings, or it cannot be read any more. */
    public Optional<Mapping> of(List<String> headings) {
        Path file = file(headings);
        try {
            return Files.isRegularFile(file) ? Optional.of(Mapping.read(file)) : Optional.empty();
        } catch (DomainException e) { // damaged: what was remembered is not worth a failed import
            return Optional.empty();
        }
    }

    /** @throws DomainException when the folder cannot be written */
    public void remember(List<String> headings, Mapping mapping) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DomainException(
                    "The mapping cannot be remembered in " + folder + "; make that folder writable.", e);
        }
        WholeFile.write(
                file(headings),
                out -> out.write(String.join("\n", mapping.lines()).getBytes(StandardCharsets.UTF_8)));
    }

    private Path file(List<String> headings) {
        String name = Capture.sha256(String.join("\u001f", headings).getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name.substring(0, 24) + ".mapping");
    }
}
