package org.sightline.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Snapshot;
import org.sightline.source.Reliability;
import org.sightline.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "grade",
        description = {
            "Grade the reliability of a source, A to F (Admiralty code):",
            "A reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged; - takes the grade away."
        })
final class GradeCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "SOURCE", description = "The source's number.")
    String source = "";

    @Parameters(index = "2", paramLabel = "GRADE", description = "A to F, or -.")
    String grade = "";

    GradeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Optional<Reliability> reliability = reliability();
        try (Board board = openToWrite()) {
            Source graded;
            try (Snapshot snapshot = board.snapshot()) {
                graded = source(snapshot, source).withReliability(reliability);
            }
            board.apply(new Change.EditSource(graded));
            console.say("Source " + graded.id() + " (" + graded.shortName() + ") is graded "
                    + reliability.map(Enum::name).orElse("no more") + ".");
        }
        return Exit.DONE;
    }

    private Optional<Reliability> reliability() {
        if (grade.equals("-")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Reliability.values())
                .filter(r -> r.name().equals(grade.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "\"" + grade + "\" is not a grade of reliability; give A, B, C, D, E or F, or - for none.")));
    }
}
