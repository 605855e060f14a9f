package org.sightline.cli;

import java.io.IOException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = {
            "Pin a claim to the words that assert it.",
            "Words that are not in the source verbatim, or there twice without --range, are an error, and nothing is written."
        })
final class ClaimAddCommand extends ClaimAct {
    @Option(names = "--statement", required = true, paramLabel = "S", description = "The claim in one sentence.")
    String statement = "";

    @Mixin
    QuoteWords quote = new QuoteWords();

    @Mixin
    ClaimFields fields = new ClaimFields();

    ClaimAddCommand(Console console, ClaimCommand board) {
        super(console, board);
    }

    @Override
    public Integer call() throws IOException {
        if (statement.isBlank()) {
            throw new UsageException("--statement is empty; say the claim in one sentence.");
        }
        try (Board board = open()) {
            Claim claim;
            try (Snapshot snapshot = board.snapshot()) {
                QuoteWords.Anchored anchored = quote.in(snapshot);
                claim = fields.appliedTo(
                        Claim.draft(statement.strip()).plusQuote(anchored.quote()),
                        anchored.source().published());
            }
            board.apply(new Change.AddClaim(claim));
            try (Snapshot snapshot = board.snapshot()) {
                report("Pinned", snapshot, snapshot.claim(claim.uuid()).orElseThrow());
            }
        }
        return Exit.DONE;
    }
}
