package org.sightline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.Conflict;
import org.sightline.board.FieldDifference;
import org.sightline.board.JournalEntry;
import org.sightline.board.OpenConflict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "conflicts",
        description = {
            "List what this board and a merged one have both changed, field by field: mine and theirs.",
            "With an ID and --keep, decide it, with --except single fields the other way; undo takes the decision back."
        })
final class ConflictsCommand extends BoardAct {
    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The number of one conflict.")
    @Nullable
    Long id;

    @Option(names = "--keep", paramLabel = "SIDE", description = "Whose version stays: mine or theirs.")
    Conflict.@Nullable Side keep;

    @Option(
            names = "--except",
            split = ",",
            paramLabel = "FIELD",
            description = "Fields in which the other one's version stays, separated by commas: statement,place.")
    Set<String> except = Set.of();

    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    ConflictsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (keep == Conflict.Side.BOTH) {
            throw new UsageException("--keep is mine or theirs; --except names the fields in which it is the other.");
        }
        if (keep != null) {
            decide(keep);
            return Exit.DONE;
        }
        if (!except.isEmpty()) {
            throw new UsageException("--except needs --keep, which says whose version stays in all other fields.");
        }
        try (Board board = openToRead()) {
            List<OpenConflict> open = id == null ? board.conflicts() : List.of(conflict(board, id));
            if (json) {
                json(out -> {
                    out.writeStartArray();
                    for (OpenConflict conflict : open) {
                        write(out, conflict);
                    }
                    out.writeEndArray();
                });
            } else {
                print(open);
            }
        }
        return Exit.DONE;
    }

    private void decide(Conflict.Side side) throws IOException {
        if (id == null) {
            throw new UsageException(
                    "--keep needs the number of a conflict; \"sightline conflicts " + file + "\" lists them.");
        }
        try (Board board = openToWrite()) {
            OpenConflict open = conflict(board, id);
            JournalEntry line = board.apply(new Change.Decide(open.conflict().uuid(), side, except));
            if (json) {
                json(out -> {
                    out.writeStartObject();
                    out.writeNumberField("id", open.conflict().id());
                    out.writeStringField("kept", word(side));
                    out.writeArrayFieldStart("except");
                    for (String field : new TreeSet<>(except)) {
                        out.writeString(field);
                    }
                    out.writeEndArray();
                    out.writeNumberField("open", board.conflicts().size());
                    out.writeEndObject();
                });
            } else {
                console.say(line.summary());
            }
        }
    }

    private static OpenConflict conflict(Board board, long id) {
        return board.conflicts().stream()
                .filter(open -> open.conflict().id() == id)
                .findFirst()
                .orElseThrow(() -> new DomainException("The board has no open conflict " + id
                        + "; \"sightline conflicts BOARD\" lists them with their numbers."));
    }

    private static String word(Conflict.Side side) {
        return side == Conflict.Side.MINE ? "mine" : "theirs";
    }

    private void print(List<OpenConflict> open) {
        if (open.isEmpty()) {
            console.say("No conflict waits for a decision.");
            return;
        }
        for (OpenConflict conflict : open) {
            console.say("Conflict " + conflict.conflict().id() + ": "
                    + conflict.conflict().entity() + " "
                    + (conflict.number() == 0 ? "that is gone" : conflict.number()) + ", " + conflict.name()
                    + " (other board: " + conflict.conflict().boardTitle() + ")");
            Table table = new Table(Table.left("Field"), Table.text("Mine"), Table.text("Theirs"));
            conflict.differences()
                    .forEach(d -> table.row(
                            d.field(), d.before().orElse("-"), d.after().orElse("-")));
            table.print(console.out(), console.terminalWidth());
            console.say("");
        }
        console.say("Decide one with \"sightline conflicts " + file + " ID --keep mine\" or \"--keep theirs\";"
                + " \"--except FIELD\" decides a field the other way.");
    }

    private static void write(JsonGenerator out, OpenConflict open) throws IOException {
        Conflict conflict = open.conflict();
        out.writeStartObject();
        out.writeNumberField("id", conflict.id());
        out.writeStringField("uuid", conflict.uuid().toString());
        out.writeStringField("entity", conflict.entity());
        out.writeStringField("entityUuid", conflict.thing().toString());
        out.writeNumberField("number", open.number());
        out.writeStringField("name", open.name());
        out.writeStringField("boardUuid", conflict.board().toString());
        out.writeStringField("boardTitle", conflict.boardTitle());
        out.writeStringField("found", conflict.found().toString());
        out.writeArrayFieldStart("fields");
        for (FieldDifference difference : open.differences()) {
            out.writeStartObject();
            out.writeStringField("field", difference.field());
            out.writeFieldName("mine");
            out.writeString(difference.before().orElse(null));
            out.writeFieldName("theirs");
            out.writeString(difference.after().orElse(null));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
