package org.sightline.cli;

import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Put a claim in the trash, with a reason; undo brings it back.")
final class ClaimRemoveCommand extends ClaimAct {
    @Parameters(index = "0", paramLabel = "ID", description = "The claim's number.")
    String id = "";

    @Option(names = "--reason", required = true, paramLabel = "R", description = "Why; it stays in the journal.")
    String reason = "";

    ClaimRemoveCommand(Console console, ClaimCommand board) {
        super(console, board);
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new UsageException("--reason is empty; say why the claim goes.");
        }
        try (Board board = open()) {
            Claim claim;
            try (Snapshot snapshot = board.snapshot()) {
                claim = BoardAct.claim(snapshot, id);
            }
            board.apply(new Change.RemoveClaim(claim.uuid(), reason.strip()));
            console.say("Claim " + claim.id() + " is in the trash: " + claim.statement());
        }
        return Exit.DONE;
    }
}
