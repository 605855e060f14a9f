package org.sightline.cli;

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
        if (!desktop.hasDisplay()) {
            throw new DomainException("There is no display to open a window on; the other commands work without one.");
        }
        desktop.open(Optional.ofNullable(file));
        return Exit.DONE;
    }
}
