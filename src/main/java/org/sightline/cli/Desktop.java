package org.sightline.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The window, as far as the command line asks for it; so that no command loads the window's classes before it must. */
public interface Desktop {

    /** Whether this machine has a display to open a window on. */
    boolean hasDisplay();

    /** Opens the window, on a board where one is named, and returns when it is closed. */
    void open(Optional<Path> board);

    /** Renders the window on a board as a PNG, without a display. */
    void picture(Path board, Path png);
}
