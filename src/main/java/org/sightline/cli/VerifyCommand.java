package org.sightline.cli;

import java.io.IOException;
import org.sightline.board.Board;
import org.sightline.board.Verification;
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

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        try (Board board = openToRead()) {
            Verification found = board.verify();
            if (json) {
                writeJson(found);
            } else {
                print(found);
            }
            return found.ok() ? Exit.DONE : Exit.PROBLEMS;
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

    private void writeJson(Verification found) throws IOException {
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
            out.writeEndObject();
        });
    }
}
