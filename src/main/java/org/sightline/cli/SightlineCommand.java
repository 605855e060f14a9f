package org.sightline.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line as a whole: finds the command, runs it, and turns what goes wrong into one sentence and an exit code.
 * Only the command that is asked for is set up, which keeps the start short.
 */
@Command(
        name = "sightline",
        versionProvider = Version.class,
        description = "An evidence board for open-source investigation: every claim tied to the words it came from.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Without a command the window opens. \"sightline help COMMAND\" explains a command.",
            "Exit codes: 0 done, 1 problems found, 2 wrong usage, 3 failed."
        })
public final class SightlineCommand extends Act {
    /** In the order in which they are listed. */
    private static final List<String> COMMANDS = List.of(
            "open",
            "new",
            "sample",
            "info",
            "capture",
            "sources",
            "text",
            "grade",
            "claim",
            "claims",
            "relate",
            "layers",
            "layer",
            "import",
            "conflicts",
            "export",
            "brief",
            "briefings",
            "briefing",
            "map",
            "verify",
            "log",
            "undo",
            "redo",
            "backups",
            "restore",
            "places",
            "where",
            "measure",
            "demo");

    /** Commands whose arguments may be coordinates. */
    private static final Set<String> COORDINATE_COMMANDS = Set.of("where", "measure", "places");

    private final Desktop desktop;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    private SightlineCommand(Console console, Desktop desktop) {
        super(console);
        this.desktop = desktop;
    }

    /** Runs one command line. @return the exit code */
    public static int run(String[] args, Console console, Desktop desktop) {
        if (Arrays.stream(args).anyMatch(arg -> arg.indexOf('\uFFFD') >= 0)) {
            console.note("The system's locale cannot carry some letters of this command; set LC_ALL to C.UTF-8 and run"
                    + " it again.");
            return Exit.USAGE;
        }
        try {
            return commandLine(args, console, desktop).execute(withSouthAndWest(naming(args)));
        } catch (Error e) { // the last stop: the person gets a sentence here too, and the process an end
            return Complaints.breakdown(e, console, List.of(args).contains("--debug"));
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** {@code sightline board.gpkg}, as a file manager calls it, opens the board. */
    private static String[] naming(String[] args) {
        boolean board = args.length == 1
                && !COMMANDS.contains(args[0])
                && args[0].endsWith(".gpkg")
                && Files.exists(Path.of(args[0]));
        return board ? new String[] {"open", args[0]} : args;
    }

    /**
     * An argument such as {@code -33.9,18.4} is a place and no option. No option begins with a digit; a blank before it,
     * which no reader of coordinates minds, keeps the parser from looking for one.
     */
    private static String[] withSouthAndWest(String[] args) {
        if (args.length == 0 || !COORDINATE_COMMANDS.contains(args[0])) {
            return args;
        }
        String[] safe = args.clone();
        for (int i = 1; i < safe.length; i++) {
            if (args[i].matches("-[.]?[0-9].*") && !args[i - 1].equals("--limit")) {
                safe[i] = " " + args[i];
            }
        }
        return safe;
    }

    @Override
    public Integer call() {
        OpenCommand.open(desktop, Optional.empty());
        return Exit.DONE;
    }

    private static CommandLine commandLine(String[] args, Console console, Desktop desktop) {
        CommandLine line = new CommandLine(new SightlineCommand(console, desktop));
        String asked = Arrays.stream(naming(args))
                .filter(a -> !a.startsWith("-"))
                .findFirst()
                .orElse("");
        if (COMMANDS.contains(asked)) {
            add(line, asked, console, desktop);
        } else {
            COMMANDS.forEach(name -> add(line, name, console, desktop));
            line.addSubcommand("help", new HelpCommand());
        }
        line.setOut(new PrintWriter(console.out(), true, console.out().charset()));
        line.setErr(new PrintWriter(console.err(), true, console.err().charset()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(Math.clamp(console.terminalWidth().orElse(100), 60, 120));
        line.setUsageHelpAutoWidth(false);
        inWrittenOrder(line);
        line.setAbbreviatedOptionsAllowed(false);
        line.setOverwrittenOptionsAllowed(false);
        Complaints complaints = new Complaints(console);
        line.setParameterExceptionHandler(complaints);
        line.setExecutionExceptionHandler(complaints);
        return line;
    }

    private static void inWrittenOrder(CommandLine line) {
        line.getCommandSpec().usageMessage().sortOptions(false);
        line.getSubcommands().values().forEach(SightlineCommand::inWrittenOrder);
    }

    private static void add(CommandLine line, String name, Console console, Desktop desktop) {
        CommandLine command = new CommandLine(command(name, console, desktop));
        if (command.getCommand() instanceof ClaimCommand claim) {
            claim.acts().forEach(act -> command.addSubcommand(new CommandLine(act)));
            command.getSubcommands().forEach(SightlineCommand::nameBoardFirst);
        } else if (command.getCommand() instanceof PlacesCommand places) {
            places.acts().forEach(act -> command.addSubcommand(new CommandLine(act)));
        }
        if (command.getCommand() instanceof LayerCommand layer) {
            layer.acts().forEach(act -> command.addSubcommand(new CommandLine(act)));
        }
        if (command.getCommand() instanceof BriefingCommand briefing) {
            briefing.acts().forEach(act -> command.addSubcommand(new CommandLine(act)));
        }
        line.addSubcommand(name, command);
    }

    /** The board stands before what is done with the claim, which a synopsis would not tell by itself. */
    private static void nameBoardFirst(String act, CommandLine command) {
        StringBuilder synopsis = new StringBuilder("sightline claim BOARD " + act);
        command.getCommandSpec()
                .positionalParameters()
                .forEach(p -> synopsis.append(" ").append(p.paramLabel()));
        command.getCommandSpec().options().stream()
                .filter(CommandLine.Model.OptionSpec::required)
                .forEach(o ->
                        synopsis.append(" ").append(o.longestName()).append("=").append(o.paramLabel()));
        command.getCommandSpec().usageMessage().customSynopsis(synopsis + " [OPTION]...");
    }

    private static Act command(String name, Console console, Desktop desktop) {
        return switch (name) {
            case "open" -> new OpenCommand(console, desktop);
            case "new" -> new NewCommand(console);
            case "sample" -> new SampleCommand(console);
            case "info" -> new InfoCommand(console);
            case "capture" -> new CaptureCommand(console);
            case "sources" -> new SourcesCommand(console);
            case "text" -> new TextCommand(console);
            case "grade" -> new GradeCommand(console);
            case "claim" -> new ClaimCommand(console);
            case "claims" -> new ClaimsCommand(console);
            case "layers" -> new LayersCommand(console);
            case "layer" -> new LayerCommand(console);
            case "relate" -> new RelateCommand(console);
            case "import" -> new ImportCommand(console);
            case "conflicts" -> new ConflictsCommand(console);
            case "export" -> new ExportCommand(console);
            case "brief" -> new BriefCommand(console);
            case "briefings" -> new BriefingsCommand(console);
            case "briefing" -> new BriefingCommand(console);
            case "map" -> new MapCommand(console);
            case "verify" -> new VerifyCommand(console);
            case "log" -> new LogCommand(console);
            case "undo" -> new UndoCommand(console);
            case "redo" -> new RedoCommand(console);
            case "backups" -> new BackupsCommand(console);
            case "restore" -> new RestoreCommand(console);
            case "places" -> new PlacesCommand(console);
            case "where" -> new WhereCommand(console);
            case "measure" -> new MeasureCommand(console);
            case "demo" -> new DemoCommand(console, desktop);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
