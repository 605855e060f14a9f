package org.sightline.board;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sightline.claim.Claim;

/** A program that edits a board without end and says each change that was saved, until it is killed. */
final class Typist {
    private Typist() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Board board = Board.open(Path.of(arguments[0]), Board.Mode.WRITE)) {
            out.println("ready " + board.readOnlyReason().orElse(""));
            for (int i = 0; ; i++) {
                Claim claim = Material.at(Material.bare("Claim of round " + i), i % 180, i % 90);
                out.println("saved " + board.apply(new Change.AddClaim(claim)).sequence());
                out.println("saved "
                        + board.apply(new Change.EditClaim(Material.stating(claim, "Edited in round " + i)))
                                .sequence());
                List<Change> several = new ArrayList<>();
                for (int j = 0; j < 30; j++) {
                    several.add(new Change.AddClaim(Material.bare("Imported " + j)));
                }
                out.println("saved "
                        + board.apply(new Change.Together("Import", several)).sequence());
                out.println("saved "
                        + board.apply(Material.addSource("Source " + i, Material.TEXT.repeat(50) + i))
                                .sequence());
                out.println("saved " + board.undo().orElseThrow().sequence());
            }
        }
    }
}
