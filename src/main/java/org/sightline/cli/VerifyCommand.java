package org.sightline.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.board.Board;
import org.sightline.board.Verification;
import org.sightline.briefing.SheetCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Recompute every hash, offset and line of the journal, and compare.",
            "Ends with 1 when something is broken, naming what."
        })
final class VerifyCommand extends BoardAct {
    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    @Option(
            names = "--sheet",
            paramLabel = "CODE",
            description = "Say besides whether a printed sheet is of this board: the code stands under \"This sheet\"."
                    + " Ends with 1 also when it is of an earlier state, or of another board.")
    @Nullable
    String sheet;

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        String typed = sheet;
        Optional<SheetCode> code = typed == null
                ? Optional.empty()
                : Optional.of(UsageException.reading("--sheet", () -> SheetCode.parse(typed)));
        try (Board board = openToRead()) {
            Verification found = board.verify();
            Optional<SheetCheck> printed = code.map(wanted -> SheetCheck.of(wanted, board));
            if (json) {
                writeJson(found, printed);
            } else {
                printed.ifPresent(check -> check.print(console, board));
                print(found);
            }
            boolean same = printed.map(SheetCheck::isCurrent).orElse(true);
            return found.ok() && same ? Exit.DONE : Exit.PROBLEMS;
        }
    }

    private void print(Verification found) {
        found.problems().forEach(problem -> console.say(problem.kind() + ": " + problem.message()));
        console.say(
                found.ok()
                        ? file + " is ok."
                        : file + " has " + Amounts.count(found.problems().size(), "problem", "problems") + ".");
        console.say("Content SHA-256 " + found.boardSha256());
    }

    private void writeJson(Verification found, Optional<SheetCheck> printed) throws IOException {
        json(out -> {
            out.writeStartObject();
            out.writeBooleanField("ok", found.ok());
            out.writeStringField("boardSha256", found.boardSha256());
            out.writeArrayFieldStart("problems");
            for (Verification.Problem problem : found.problems()) {
                out.writeStartObject();
                out.writeStringField("kind", problem.kind());
                out.writeStringField("entity", problem.entity());
                out.writeFieldName("id");
                if (problem.id().isPresent()) {
                    out.writeNumber(problem.id().get());
                } else {
                    out.writeNull();
                }
                out.writeStringField("message", problem.message());
                out.writeEndObject();
            }
            out.writeEndArray();
            if (printed.isPresent()) {
                printed.get().write(out);
            }
            out.writeEndObject();
        });
    }
}
