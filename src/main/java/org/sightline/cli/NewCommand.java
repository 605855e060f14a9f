package org.sightline.cli;

import org.jspecify.annotations.Nullable;
import org.sightline.board.Board;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "new", description = "Make an empty board; what is there already is never overwritten.")
final class NewCommand extends BoardAct {
    @Option(
            names = "--title",
            paramLabel = "T",
            description = "Title of the investigation; the file's name unless given.")
    @Nullable
    String title;

    NewCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        String name = String.valueOf(file.getFileName());
        String called = title == null || title.isBlank() ? name.replaceFirst("[.]gpkg$", "") : title.strip();
        Board.create(file, called).close();
        console.say("Made the board \"" + called + "\" in " + file + ".");
        return Exit.DONE;
    }
}
