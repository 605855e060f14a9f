package org.sightline.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.source.PublicationDate;
import org.sightline.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "set", description = "Change fields of a claim; an empty value (\"\") takes a field away.")
final class ClaimSetCommand extends ClaimAct {
    @Parameters(index = "0", paramLabel = "ID", description = "The claim's number.")
    String id = "";

    @Option(names = "--statement", paramLabel = "S", description = "The claim in one sentence.")
    @Nullable
    String statement;

    @Mixin
    ClaimFields fields = new ClaimFields();

    ClaimSetCommand(Console console, ClaimCommand board) {
        super(console, board);
    }

    @Override
    public Integer call() throws IOException {
        if (statement == null && fields.none()) {
            throw new UsageException("Nothing to set; name at least one field, such as --status disputed.");
        }
        if (statement != null && statement.isBlank()) {
            throw new UsageException("--statement is empty; a claim needs its sentence.");
        }
        try (Board board = open()) {
            Claim changed;
            try (Snapshot snapshot = board.snapshot()) {
                Claim claim = BoardAct.claim(snapshot, id);
                changed = fields.appliedTo(
                        statement == null ? claim : claim.withStatement(statement.strip()), published(snapshot, claim));
            }
            board.apply(new Change.EditClaim(changed));
            try (Snapshot snapshot = board.snapshot()) {
                report("Changed", snapshot, snapshot.claim(changed.uuid()).orElseThrow());
            }
        }
        return Exit.DONE;
    }

    /** Relative words are resolved against the source of the first quote. */
    private static Optional<PublicationDate> published(Snapshot snapshot, Claim claim) {
        return claim.quotes().stream()
                .findFirst()
                .flatMap(quote -> snapshot.capture(quote.capture()))
                .flatMap(capture -> snapshot.source(capture.source()))
                .flatMap(Source::published);
    }
}
