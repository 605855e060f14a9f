package org.sightline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An X display as the environment names it, such as {@code :0} or {@code host:10.0}. JavaFX draws through X11 on Linux,
 * under Wayland by way of XWayland, which sets DISPLAY too; and it fails badly where the name leads nowhere.
 */
record XDisplay(String name) {
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:([0-9]+)(?:[.][0-9]+)?");

    static XDisplay named(String name) {
        return new XDisplay(name.strip());
    }

    /** Whether a server listens there; one on another machine is taken at its word. */
    boolean isThere() {
        Matcher local = LOCAL.matcher(name);
        return local.matches() ? listens("/tmp/.X11-unix/X" + local.group(1)) : !name.isEmpty();
    }

    /** A socket in the file system, or one of Linux' abstract ones, which only the kernel's list names. */
    private static boolean listens(String socket) {
        if (Files.exists(Path.of(socket))) {
            return true;
        }
        Path sockets = Path.of("/proc/net/unix");
        try {
            return Files.isReadable(sockets)
                    && Files.readString(sockets, StandardCharsets.ISO_8859_1).contains("@" + socket);
        } catch (IOException e) { // without the kernel's list there is nothing to go by but the file
            return false;
        }
    }
}
