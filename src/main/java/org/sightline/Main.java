package org.sightline;

import org.sightline.cli.Console;
import org.sightline.cli.SightlineCommand;

/** Where the program starts: the command line, which opens the window when no command is given. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(SightlineCommand.run(args, Console.system(), new Window()));
    }
}
