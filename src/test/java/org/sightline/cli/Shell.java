package org.sightline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs command lines as the program does, in this process, in a folder of real files. */
final class Shell {
    final Path folder;
    private byte[] input = new byte[0];

    Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command left. */
    record Ran(int code, byte[] bytes, String error) {
        String out() {
            return new String(bytes, UTF_8);
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError(out(), e);
            }
        }

        /** It did what was asked, in silence on standard error. */
        Ran done() {
            assertEquals("", error);
            assertEquals(Exit.DONE, code);
            return this;
        }

        /** It ended with that code, one sentence and nothing else. */
        String complaint(int expected) {
            assertEquals(expected, code, error);
            assertEquals(1, error.strip().lines().count(), error);
            assertEquals("", out());
            return error.strip();
        }
    }

    Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                OptionalInt.empty());
        int code = SightlineCommand.run(args, console, new NoDesktop());
        return new Ran(code, out.toByteArray(), err.toString(UTF_8));
    }

    void input(byte[] bytes) {
        input = bytes;
    }

    /** The path of a file in the folder, as it is given on the command line. */
    String at(String name) {
        return folder.resolve(name).toString();
    }

    String file(String name, String text) {
        return file(name, text.getBytes(UTF_8));
    }

    String file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The logical content of a board. */
    String content(String board) {
        return run("verify", board, "--json").json().get("boardSha256").asText();
    }

    private static final class NoDesktop implements Desktop {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public void open(Optional<Path> board) {
            throw new AssertionError("no window is expected here");
        }

        @Override
        public void picture(Path board, Path png) {
            throw new AssertionError("no window is expected here");
        }
    }
}
