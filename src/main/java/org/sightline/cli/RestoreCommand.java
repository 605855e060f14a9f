package org.sightline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Backup;
import org.sightline.board.Board;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Put a backup in the board's place. What the board is now is kept as a backup of its own first.",
            "Refused while the board is open elsewhere."
        })
final class RestoreCommand extends BoardAct {
    @Parameters(
            index = "1",
            paramLabel = "BACKUP",
            description = "Its number in \"sightline backups BOARD\" (1 is the newest), or its file.")
    String backup = "";

    @Option(names = "--to", paramLabel = "FILE", description = "Write it to a new file and leave the board as it is.")
    @Nullable
    Path target;

    RestoreCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Path chosen = chosen();
        if (target != null) {
            Board.restoreTo(file, chosen, target);
            console.say("Wrote " + chosen.getFileName() + " to " + target + ".");
            return Exit.DONE;
        }
        Optional<Path> kept = Board.restore(file, chosen);
        console.say("Restored " + chosen.getFileName() + "."
                + kept.map(path -> " What the board was is kept as " + path.getFileName() + ".")
                        .orElse(""));
        return Exit.DONE;
    }

    private Path chosen() {
        List<Backup> backups = Board.backups(file);
        if (backup.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(backup);
            if (number >= 1 && number <= backups.size()) {
                return backups.get(number - 1).file();
            }
        }
        return backups.stream()
                .map(Backup::file)
                .filter(path -> String.valueOf(path.getFileName()).equals(backup))
                .findFirst()
                .or(() -> Optional.of(Path.of(backup)).filter(Files::isRegularFile))
                .orElseThrow(() -> new DomainException("There is no backup " + backup
                        + " of this board; \"sightline backups " + file + "\" lists them with their numbers."));
    }
}
