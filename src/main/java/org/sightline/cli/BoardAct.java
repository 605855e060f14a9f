package org.sightline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.source.Capture;
import org.sightline.source.Source;
import picocli.CommandLine.Parameters;

/** A command on a board. */
abstract class BoardAct extends Act {
    @Parameters(index = "0", paramLabel = "BOARD", description = "The board's file, such as board.gpkg.")
    Path file = Path.of("");

    BoardAct(Console console) {
        super(console);
    }

    Board openToRead() {
        return Board.open(file, Board.Mode.READ);
    }

    Board openToWrite() {
        return openToWrite(file);
    }

    static Board openToWrite(Path file) {
        Board board = Board.open(file, Board.Mode.WRITE);
        Optional<String> reason = board.readOnlyReason();
        if (reason.isPresent()) {
            board.close();
            throw new DomainException(reason.get());
        }
        return board;
    }

    /** A source by its number or UUID. */
    static Source source(Snapshot snapshot, String reference) {
        return byReference(reference, snapshot::source, snapshot::source)
                .orElseThrow(() -> new DomainException("The board has no source " + reference
                        + "; \"sightline sources BOARD\" lists them with their numbers."));
    }

    /** A claim on the board by its number or UUID. */
    static Claim claim(Snapshot snapshot, String reference) {
        Claim claim = byReference(reference, snapshot::claim, snapshot::claim)
                .orElseThrow(() -> new DomainException("The board has no claim " + reference
                        + "; \"sightline claims BOARD\" lists them with their numbers."));
        if (claim.removed().isPresent()) {
            throw new DomainException("Claim " + claim.id() + " lies in the trash (\""
                    + claim.removed().get().reason() + "\"); take it back with \"sightline undo BOARD\" first.");
        }
        return claim;
    }

    /**
     * A capture of a source: the newest, or the newest whose hash begins so.
     *
     * @throws DomainException when there is none
     */
    static Capture capture(Snapshot snapshot, Source of, Optional<String> hash) {
        List<Capture> captures = snapshot.captures(of.uuid());
        if (captures.isEmpty()) {
            throw new DomainException("Source " + of.id() + " has no capture to read; capture it first.");
        }
        String beginning = hash.map(h -> h.strip().toLowerCase(Locale.ROOT)).orElse("");
        return captures.reversed().stream()
                .filter(c -> c.sha256().startsWith(beginning))
                .findFirst()
                .orElseThrow(
                        () -> new DomainException("Source " + of.id() + " has no capture whose SHA-256 begins with "
                                + beginning + "; its captures are "
                                + captures.stream().map(Capture::shortHash).collect(Collectors.joining(", ")) + "."));
    }

    private static <T> Optional<T> byReference(
            String reference,
            java.util.function.LongFunction<Optional<T>> byNumber,
            java.util.function.Function<UUID, Optional<T>> byUuid) {
        if (reference.matches("[0-9]{1,18}")) {
            return byNumber.apply(Long.parseLong(reference));
        }
        try {
            return byUuid.apply(UUID.fromString(reference));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "\"" + reference + "\" is neither a number nor a UUID; give the number that the" + " list shows.");
        }
    }
}
