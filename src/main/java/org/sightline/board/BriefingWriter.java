package org.sightline.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;
import org.sightline.board.Journal.Heading;

/** Carries out changes of named briefings inside a transaction. */
final class BriefingWriter {
    /** Briefings of a board. */
    static final int MOST = 500;

    private final Database database;
    private final Editor editor;
    private final JournalImages images;

    BriefingWriter(Database database, Editor editor, JournalImages images) {
        this.database = database;
        this.editor = editor;
        this.images = images;
    }

    Heading put(NamedBriefing given) {
        NamedBriefing wanted = given.kept();
        List<NamedBriefing> there = BriefingTable.readable(database, new ArrayList<>());
        boolean taken =
                there.stream().anyMatch(other -> !other.uuid().equals(wanted.uuid()) && other.isNamed(wanted.name()));
        if (taken) {
            throw new DomainException(
                    "The board already has a briefing called \"" + wanted.name() + "\"; give this one another name.");
        }
        Optional<NamedBriefing> before = BriefingTable.find(database, wanted.uuid());
        if (before.isEmpty() && there.size() >= MOST) {
            throw new DomainException("The board has " + MOST + " briefings, the most it takes; remove one first.");
        }
        NamedBriefing after =
                editor.put(before, wanted.withId(before.map(NamedBriefing::id).orElse(0L)));
        note(before, Optional.of(after));
        return before.isPresent()
                ? heading("briefing.edit", "Change " + named(after), after)
                : heading("briefing.add", "Add " + named(after), after);
    }

    Heading remove(UUID uuid) {
        NamedBriefing before = BriefingTable.find(database, uuid).orElseThrow(() -> Editor.unknown("briefing", uuid));
        editor.remove(before);
        note(Optional.of(before), Optional.empty());
        return heading("briefing.remove", "Remove " + named(before), before);
    }

    private void note(Optional<NamedBriefing> before, Optional<NamedBriefing> after) {
        UUID uuid = after.or(() -> before).map(NamedBriefing::uuid).orElseThrow();
        images.add(new EntityChange(
                "briefing", uuid.toString(), before.map(BriefingTable::image), after.map(BriefingTable::image)));
    }

    private static Heading heading(String operation, String summary, NamedBriefing briefing) {
        return new Heading(
                operation, summary, "briefing", Optional.of(briefing.uuid().toString()), Optional.empty());
    }

    private static String named(NamedBriefing briefing) {
        return "briefing " + briefing.id() + ": " + Claims.shortened(briefing.name());
    }
}
