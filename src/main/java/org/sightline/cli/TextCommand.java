package org.sightline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.source.Capture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "text",
        description = "Print a capture's text exactly as offsets see it: UTF-8 without a mark, nothing added.")
final class TextCommand extends BoardAct {
    @Parameters(index = "1", paramLabel = "SOURCE", description = "The source's number.")
    String source = "";

    @Option(
            names = "--capture",
            paramLabel = "SHA256",
            description = "Which capture, by the beginning of its hash; the newest unless given.")
    @Nullable
    String hash;

    TextCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        try (Board board = openToRead();
                Snapshot snapshot = board.snapshot()) {
            Capture capture = capture(snapshot, source(snapshot, source), Optional.ofNullable(hash));
            try (OutputStream out = console.bytes()) {
                out.write(snapshot.text(capture.uuid()).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
        return Exit.DONE;
    }
}
