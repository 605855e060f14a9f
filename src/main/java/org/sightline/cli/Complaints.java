package org.sightline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.sightline.DomainException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence on standard error and an exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    Complaints(Console console) {
        this.console = console;
    }

    /** Wrong usage: what is wrong and where to read on, in one line. */
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine where = e.getCommandLine();
        String said = e instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : oneLine(String.valueOf(e.getMessage()));
        console.note(said.replaceAll("[.]$", "") + "; see \""
                + where.getCommandSpec().qualifiedName() + " --help\".");
        if (debugged(where)) {
            e.printStackTrace(console.err());
        }
        return Exit.USAGE;
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        boolean command = e.getCommandLine().getParent() == null && !e.isUnknownOption();
        String what = command ? "a command" : e.isUnknownOption() ? "an option" : "expected";
        String near = String.join(" or ", e.getSuggestions());
        return "\"" + word + "\" is not " + what + " here" + (near.isEmpty() ? "" : " (did you mean " + near + "?)");
    }

    /** What could not be done, in one sentence; the details only when they were asked for. */
    @Override
    public int handleExecutionException(Exception e, CommandLine where, ParseResult parsed) {
        console.out().flush();
        console.note(sentence(e));
        if (debugged(where)) {
            e.printStackTrace(console.err());
        }
        return e instanceof UsageException ? Exit.USAGE : Exit.FAILED;
    }

    /** The program itself broke, or the machine gave out. */
    static int breakdown(Error e, Console console, boolean debug) {
        console.note(
                e instanceof OutOfMemoryError
                        ? "Sightline ran out of memory; give it more with -Xmx, or ask for fewer claims with --filter."
                        : inside(e));
        if (debug) {
            e.printStackTrace(console.err());
        }
        return Exit.FAILED;
    }

    private static String inside(Throwable e) {
        return "Something went wrong inside Sightline (" + oneLine(e.toString())
                + "); run it again with --debug and report what it shows.";
    }

    private static String sentence(Exception e) {
        if (e instanceof DomainException) {
            return oneLine(String.valueOf(e.getMessage()));
        }
        if (e instanceof CancellationException) {
            return "Cancelled; nothing was changed.";
        }
        return inside(e);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static boolean debugged(CommandLine where) {
        List<CommandLine> line = new ArrayList<>();
        for (CommandLine c = where; c != null; c = c.getParent()) {
            line.add(c);
        }
        return line.stream().anyMatch(c -> c.getCommand() instanceof Act act && act.debug);
    }
}
