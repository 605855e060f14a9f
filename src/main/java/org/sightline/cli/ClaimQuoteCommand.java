package org.sightline.cli;

import java.io.IOException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "quote",
        description = "Add a quote to a claim: more words, there or in another source, that assert the same.")
final class ClaimQuoteCommand extends ClaimAct {
    @Parameters(index = "0", paramLabel = "ID", description = "The claim's number.")
    String id = "";

    @Mixin
    QuoteWords quote = new QuoteWords();

    ClaimQuoteCommand(Console console, ClaimCommand board) {
        super(console, board);
    }

    @Override
    public Integer call() throws IOException {
        try (Board board = open()) {
            Claim changed;
            try (Snapshot snapshot = board.snapshot()) {
                changed = BoardAct.claim(snapshot, id)
                        .plusQuote(quote.in(snapshot).quote());
            }
            board.apply(new Change.EditClaim(changed));
            try (Snapshot snapshot = board.snapshot()) {
                report(
                        "Added a quote to",
                        snapshot,
                        snapshot.claim(changed.uuid()).orElseThrow());
            }
        }
        return Exit.DONE;
    }
}
