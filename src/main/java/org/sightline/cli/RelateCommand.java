package org.sightline.cli;

import java.util.UUID;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;
import org.sightline.exchange.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "relate", description = "Say how one claim bears on another.")
final class RelateCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "A", description = "The claim that bears on the other.")
    String from = "";

    @Parameters(
            index = "2",
            paramLabel = "RELATION",
            description = "One of: supports, contradicts, duplicates, refines.")
    Relation.Kind kind = Relation.Kind.SUPPORTS;

    @Parameters(index = "3", paramLabel = "B", description = "The claim it bears on.")
    String to = "";

    RelateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Board board = openToWrite()) {
            Claim a;
            Claim b;
            try (Snapshot snapshot = board.snapshot()) {
                a = claim(snapshot, from);
                b = claim(snapshot, to);
            }
            if (a.uuid().equals(b.uuid())) {
                throw new UsageException("Claim " + a.id() + " cannot be related to itself; name two claims.");
            }
            board.apply(new Change.AddRelation(new Relation(0, UUID.randomUUID(), a.uuid(), kind, b.uuid())));
            console.say("Claim " + a.id() + " " + Spelling.of(kind) + " claim " + b.id() + ".");
        }
        return Exit.DONE;
    }
}
