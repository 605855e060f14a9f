package org.sightline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "open", description = "Open the window, on a board where one is named.")
final class OpenCommand extends Act {
    private final Desktop desktop;

    @Parameters(index = "0", arity = "0..1", paramLabel = "BOARD", description = "The board's file.")
    @Nullable
    Path file;

    OpenCommand(Console console, Desktop desktop) {
        super(console);
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        if (file != null && !Files.exists(file)) {
            throw new DomainException(
                    "There is no file \"" + file + "\"; check its name, or make the board with \"sightline new\".");
        }
        open(desktop, Optional.ofNullable(file));
        return Exit.DONE;
    }

    static void open(Desktop desktop, Optional<Path> board) {
        if (!desktop.hasDisplay()) {
            throw new DomainException("There is no display to open a window on; the commands work without one,"
                    + " and \"sightline help\" lists them.");
        }
        desktop.open(board);
    }
}
