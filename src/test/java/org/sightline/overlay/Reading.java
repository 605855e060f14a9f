package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.jobs.Jobs;

/** Reads files as a layer is read. */
final class Reading {
    static final Jobs.Progress PROGRESS = Jobs.Progress.SILENT;

    private Reading() {}

    static OverlayQuestion question(Path file) {
        return new OverlayQuestion(file, file.getFileName().toString(), Optional.empty(), Optional.empty(), PROGRESS);
    }

    static OverlayQuestion question(Path file, String crs) {
        return new OverlayQuestion(file, file.getFileName().toString(), Optional.empty(), Optional.of(crs), PROGRESS);
    }

    static Overlay.Features features(Path file) {
        return (Overlay.Features) OverlayFile.read(question(file));
    }

    /** The sentence with which a file is refused. */
    static String refusal(Path file) {
        return assertThrows(DomainException.class, () -> OverlayFile.read(question(file)))
                .getMessage();
    }
}
