package org.sightline.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Layer;
import org.sightline.overlay.LayerAdding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "set", description = "Change what a layer is called and how it is painted.")
final class LayerSetCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "ID", description = "The layer's number.")
    String id = "";

    @Option(names = "--name", paramLabel = "N", description = "What it is called.")
    @Nullable
    String name;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Take it from this file, which stays where it is: one that was moved, or has changed.")
    @Nullable
    Path other;

    @Option(names = "--visible", paramLabel = "yes|no", description = "Whether it is shown.")
    @Nullable
    String visible;

    @Option(names = "--opacity", paramLabel = "S", description = "0 (not to be seen) to 1.")
    @Nullable
    Double opacity;

    @Option(
            names = "--scales",
            paramLabel = "NEAR:FAR",
            description = "Shown from 1:NEAR to 1:FAR, such as 10000:500000; either may be left out.")
    @Nullable
    String scales;

    @Option(names = "--stroke", paramLabel = "#rrggbb", description = "Colour of lines, edges and points.")
    @Nullable
    String stroke;

    @Option(names = "--fill", paramLabel = "#rrggbb", description = "Colour within areas.")
    @Nullable
    String fill;

    @Option(names = "--fill-opacity", paramLabel = "S", description = "0 to 1.")
    @Nullable
    Double fillOpacity;

    @Option(names = "--size", paramLabel = "P", description = "Width of lines in pixels; half the width of points.")
    @Nullable
    Double size;

    @Option(names = "--names", paramLabel = "yes|no", description = "Whether the names of things are written.")
    @Nullable
    String names;

    @Option(names = "--attribution", paramLabel = "A", description = "Who is to be named on maps that show it.")
    @Nullable
    String attribution;

    LayerSetCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Board board = openToWrite()) {
            Layer before = LayersCommand.layer(board, id);
            Layer after = changed(before);
            if (other != null) {
                LayerAdding.Found found =
                        LayerAdding.instead(before, other, board.file(), new TerminalProgress(console));
                found.notes().forEach(console::note);
                after = after.from(found.layers().getFirst().origin());
            }
            if (after.equals(before)) {
                throw new UsageException("Say what is to change; \"sightline layer set --help\" lists what can.");
            }
            console.say(board.apply(new Change.EditLayer(after)).summary());
        }
        return Exit.DONE;
    }

    private Layer changed(Layer before) {
        Layer.Look look = before.look();
        if (visible != null) {
            look = look.shown(yes(visible, "--visible"));
        }
        if (opacity != null) {
            look = look.opaque(opacity);
        }
        if (scales != null) {
            look = look.between(scale(0), scale(1));
        }
        if (names != null) {
            look = look.naming(yes(names, "--names"));
        }
        if (attribution != null) {
            look = look.crediting(attribution.strip());
        }
        look = look.drawn(
                stroke == null ? look.stroke() : stroke.toLowerCase(Locale.ROOT),
                fill == null ? look.fill() : fill.toLowerCase(Locale.ROOT),
                fillOpacity == null ? look.fillOpacity() : fillOpacity,
                size == null ? look.size() : size);
        return before.named(name == null ? before.name() : name.strip()).looking(look);
    }

    private OptionalLong scale(int at) {
        String[] both = String.valueOf(scales).split(":", -1);
        if (both.length != 2 || !both[at].matches("[0-9]{0,12}")) {
            throw new UsageException("--scales: write it as NEAR:FAR, such as 10000:500000, 10000: or :500000.");
        }
        return both[at].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(both[at]));
    }

    private static boolean yes(String word, String option) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new UsageException(option + ": give yes or no.");
        };
    }
}
