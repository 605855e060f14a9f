package org.sightline;

import java.nio.file.Path;
import java.util.Optional;
import org.sightline.app.SightlineApp;
import org.sightline.app.WindowPicture;
import org.sightline.cli.Desktop;

/** Opens the window for the command line. Its classes are loaded when they are first needed, and not before. */
final class Window implements Desktop {
    private static final int PICTURE_WIDTH = 1600;
    private static final int PICTURE_HEIGHT = 1000;

    @Override
    public boolean hasDisplay() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return !Boolean.getBoolean("java.awt.headless");
        }
        return XDisplay.named(Optional.ofNullable(System.getenv("DISPLAY")).orElse(""))
                .isThere();
    }

    @Override
    public void open(Optional<Path> board) {
        SightlineApp.open(board);
    }

    @Override
    public void picture(Path board, Path png) {
        // Read when JavaFX and AWT start, so they must be set before; the picture then needs no display.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        WindowPicture.write(board, png, PICTURE_WIDTH, PICTURE_HEIGHT, false);
    }
}
