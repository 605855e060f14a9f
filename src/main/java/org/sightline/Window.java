package org.sightline;

import java.nio.file.Path;
import java.util.Optional;
import org.sightline.cli.Desktop;

/** Opens the window for the command line. Its classes are loaded when they are first needed, and not before. */
final class Window implements Desktop {

    @Override
    public boolean hasDisplay() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return !Boolean.getBoolean("java.awt.headless");
        }
        // JavaFX draws through X11 on Linux, under Wayland by way of XWayland, which sets DISPLAY too.
        return !Optional.ofNullable(System.getenv("DISPLAY")).orElse("").isBlank();
    }

    @Override
    public void open(Optional<Path> board) {
        throw new DomainException("This build has no window yet; use the commands.");
    }

    @Override
    public void picture(Path board, Path png) {
        throw new DomainException("This build has no window yet; use the commands.");
    }
}
