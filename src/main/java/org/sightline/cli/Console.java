package org.sightline.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The streams a command speaks through. What is listed goes to {@link #out}, what is said about it to {@link #err}.
 *
 * @param terminalWidth columns of the terminal; empty when the output goes elsewhere, and is then never broken or cut
 */
public record Console(InputStream in, PrintStream out, PrintStream err, OptionalInt terminalWidth) {

    /** The process's own streams: UTF-8, but for a terminal that says otherwise. */
    public static Console system() {
        Optional<java.io.Console> terminal =
                Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        Charset charset = terminal.map(java.io.Console::charset).orElse(StandardCharsets.UTF_8);
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                terminal.isPresent() ? OptionalInt.of(columns()) : OptionalInt.empty());
    }

    /** Whether progress may be shown. */
    boolean interactive() {
        return terminalWidth.isPresent();
    }

    /** Says a line about what was done. */
    void say(String line) {
        out.println(line);
    }

    /** Says a line that is no part of what was asked for. */
    void note(String line) {
        err.println(line);
    }

    /** Writes bytes as they are, whatever the terminal's charset; closing it only flushes. */
    OutputStream bytes() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                out.write(b);
            }

            @Override
            public void write(byte[] b, int off, int len) {
                out.write(b, off, len);
            }

            @Override
            public void flush() {
                out.flush();
            }
        };
    }

    private static int columns() {
        String told = System.getenv("COLUMNS");
        if (told != null && told.matches("[1-9][0-9]{1,4}")) {
            return Integer.parseInt(told);
        }
        return askTerminal();
    }

    /** {@code stty} tells the width on Unix; elsewhere, and where it does not answer, 80 columns are taken. */
    private static int askTerminal() {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return 80;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new java.io.File("/dev/tty"))
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            boolean answered = stty.waitFor(1, TimeUnit.SECONDS) && size.matches("[0-9]+ [1-9][0-9]*");
            return answered ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 80;
        } catch (IOException | UncheckedIOException e) { // no stty here: a terminal of unknown width
            return 80;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 80;
        }
    }
}
