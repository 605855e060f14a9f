package org.sightline.app.desk;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asking the person for files, in whatever way the system does. Empty answers mean that they changed their mind. */
public interface FileQuestions {
    Optional<Path> boardToOpen();

    /** @param suggestion a file name */
    Optional<Path> newBoard(String suggestion);

    List<File> filesToCapture();

    /** A dump of GeoNames, and alternate names with it if wanted. */
    List<Path> placeNamesToAdd();

    /** What is to be laid over the map. */
    List<Path> layersToAdd();

    /** A board or a file of claims to bring in. */
    Optional<Path> fileToImport();

    /** @param extension without a dot */
    Optional<Path> exportTo(String suggestion, String kind, String extension);
}
