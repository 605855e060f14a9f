package org.sightline.overlay;

import java.nio.file.Path;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.geo.ForeignCrs;
import org.sightline.jobs.Jobs;

/**
 * What is to be read.
 *
 * @param file the main file; others lie beside it
 * @param named what the file is called in messages
 * @param part which table or layer, where the file holds several
 * @param crs what a person says that the coordinates are in; it goes before what the file says
 * @param progress may cancel
 */
public record OverlayQuestion(
        Path file, String named, Optional<String> part, Optional<String> crs, Jobs.Progress progress) {

    /** What a person said, or the file, or else unknown. */
    Optional<ForeignCrs> crsOr(Optional<String> inFile) {
        return crs.or(() -> inFile).map(ForeignCrs::read);
    }

    DomainException damaged(String what, Throwable cause) {
        return new DomainException("The file " + named + " " + what, cause);
    }

    DomainException damaged(String what) {
        return new DomainException("The file " + named + " " + what);
    }

    /** The coordinates are not degrees, and nobody has said what they are. @param example x and y as in the file */
    UnknownCrs placeless(String example) {
        return misplaced("has no coordinate system, and its coordinates (such as " + example
                + ") are not degrees; say what they are in, such as EPSG:32635.");
    }

    /** The coordinates cannot be in what they are taken for. */
    UnknownCrs misplaced(String what) {
        return new UnknownCrs("The file " + named + " " + what);
    }

    /** The file ends before it should. */
    DomainException truncated(Throwable cause) {
        return damaged("ends too early or is damaged; get it again from where it came from.", cause);
    }

    DomainException unreadable(Throwable cause) {
        return damaged("cannot be read; see whether it is still there and may be read.", cause);
    }
}
