package org.sightline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.exchange.Json;
import picocli.CommandLine.Option;

/** What every command has. One is made for each run of the program. */
abstract class Act implements Callable<Integer> {
    final Console console;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 1001,
            description = "Show this help.")
    boolean help;

    @Option(names = "--debug", order = 1002, description = "When it fails, show the technical details too.")
    boolean debug;

    Act(Console console) {
        this.console = console;
    }

    /** Writes a document of JSON. */
    @FunctionalInterface
    interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    /** One JSON document on standard output, UTF-8. */
    void json(Document document) throws IOException {
        try (JsonGenerator json = Json.indented(console.bytes())) {
            document.write(json);
            json.writeRaw('\n');
        }
    }

    /** An option that was given and is not blank; the shell's way of leaving it out is an empty word. */
    static boolean given(@Nullable String option) {
        return option != null && !option.isBlank();
    }
}
