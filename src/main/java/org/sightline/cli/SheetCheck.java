package org.sightline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.board.Board;
import org.sightline.board.JournalEntry;
import org.sightline.board.NamedBriefing;
import org.sightline.board.Snapshot;
import org.sightline.briefing.DesignFile;
import org.sightline.briefing.SheetCode;

/**
 * What the code of a printed sheet says of a board.
 *
 * @param line of the journal that was the last one when it was printed; empty when the board has none such
 * @param last the journal's last line now
 * @param briefing the named briefing, as it is now, that it was printed from, if any
 */
record SheetCheck(SheetCode code, Optional<JournalEntry> line, JournalEntry last, Optional<NamedBriefing> briefing) {
    private static final int MOST_TOLD = 5;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static SheetCheck of(SheetCode code, Board board) {
        Optional<JournalEntry> line = board.line(code::isOfLine);
        JournalEntry last = board.log(1).getFirst();
        try (Snapshot snapshot = board.snapshot()) {
            Optional<NamedBriefing> briefing = line.isEmpty()
                    ? Optional.empty()
                    : snapshot.briefings().stream().filter(b -> isOf(code, b)).findFirst();
            return new SheetCheck(code, line, last, briefing);
        }
    }

    private static boolean isOf(SheetCode code, NamedBriefing briefing) {
        try {
            return code.isOf(DesignFile.read(briefing.settings()));
        } catch (DomainException e) {
            return false; // what another program wrote there is no design
        }
    }

    /** Changes of the board since it was printed. */
    long since() {
        return line.map(entry -> last.sequence() - entry.sequence()).orElse(0L);
    }

    /** Whether the board is as it was when the sheet was printed. */
    boolean isCurrent() {
        return line.isPresent() && since() == 0;
    }

    void print(Console console, Board board) {
        if (line.isEmpty()) {
            console.say("Sheet " + code.words() + " is not of this board: no line of its journal has that hash.");
            return;
        }
        JournalEntry entry = line.get();
        String printed = briefing.map(b -> " It was printed from the briefing \"" + b.name() + "\".")
                .orElse("");
        if (isCurrent()) {
            console.say("Sheet " + code.words() + " is of this board as it is now: line " + entry.sequence()
                    + " of its journal, " + DATE.format(entry.at()) + "." + printed);
            return;
        }
        console.say("Sheet " + code.words() + " is of this board as it was at line " + entry.sequence()
                + " of its journal, " + DATE.format(entry.at()) + "." + printed);
        console.say("Since then the board was changed " + Amounts.count(since(), "time", "times")
                + (since() > MOST_TOLD ? ", at last:" : ":"));
        List<JournalEntry> newest = board.log((int) Math.min(since(), MOST_TOLD));
        newest.reversed().forEach(e -> console.say("  " + e.sequence() + "  " + e.summary()));
    }

    void write(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("sheet");
        out.writeStringField("code", code.words());
        out.writeStringField("state", line.isEmpty() ? "unknown" : isCurrent() ? "current" : "earlier");
        if (line.isPresent()) {
            out.writeNumberField("line", line.get().sequence());
            out.writeStringField("at", line.get().at().toString());
            out.writeNumberField("changesSince", since());
        }
        if (briefing.isPresent()) {
            out.writeStringField("briefing", briefing.get().name());
        }
        out.writeEndObject();
    }
}
