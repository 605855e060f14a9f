package org.sightline.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.board.JournalCheck.Latest;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;

/**
 * Holds the tables against what the journal says they should hold, and names what another program has changed, added or
 * deleted. On the way it takes the hash of the logical content: every thing's image, one per line, sources first, then
 * captures, claims, relations, conflicts, layers and briefings, each by number.
 */
final class RowCheck {
    private final Database database;
    private final BoardReader reader;
    private final JournalCheck journal;
    private final Map<String, Latest> expected;
    private final Findings findings;
    private final Consumer<Claim> sound;
    private final MessageDigest content = Digests.sha256();

    /** @param sound is shown each claim that is as the journal says */
    RowCheck(
            Database database,
            JournalCheck journal,
            Map<String, Latest> expected,
            Findings findings,
            Consumer<Claim> sound) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.journal = journal;
        this.expected = expected;
        this.findings = findings;
        this.sound = sound;
    }

    /** @return SHA-256 of the logical content */
    String run() {
        findings.step("the board's title", this::board);
        findings.step("sources", this::sources);
        findings.step("captures", this::captures);
        findings.step("claims", this::claims);
        findings.step("relations", this::relations);
        findings.step("conflicts", this::conflicts);
        findings.step("layers", this::layers);
        findings.step("briefings", this::briefings);
        findings.step("tags and other lists", this::lists);
        expected.forEach((key, latest) -> deleted(key.substring(0, key.indexOf(' ')), latest));
        return Digests.hex(content);
    }

    private void deleted(String entity, Latest latest) {
        outside(entity, latest.id(), "was deleted by another program");
    }

    private void outside(String entity, long id, String what) {
        findings.add("edited-outside", entity, id, "The " + entity + " " + id + " " + what + ".");
    }

    private void board() {
        BoardIdentity board = BoardIdentity.read(database);
        compare(
                "board",
                1,
                board.uuid(),
                board.image(),
                CanonicalJson.write(CanonicalJson.object().with("title", board.title())));
    }

    private void sources() {
        for (StoredSource stored : reader.sources("")) {
            compare("source", stored.source().id(), stored.source().uuid(), SourceImage.write(stored));
            raw(SourceTables.SOURCE, stored.source().id(), SourceTables.values(stored, uuid -> id("source", uuid)));
        }
    }

    private void captures() {
        for (StoredCapture stored : reader.captures("")) {
            compare("capture", stored.capture().id(), stored.capture().uuid(), SourceImage.write(stored));
            raw(SourceTables.CAPTURE, stored.capture().id(), SourceTables.values(stored, uuid -> id("source", uuid)));
        }
    }

    private void relations() {
        for (Relation relation : reader.relations("")) {
            compare("relation", relation.id(), relation.uuid(), SourceImage.write(relation));
        }
    }

    private void conflicts() {
        for (Conflict conflict : ConflictTable.all(database)) {
            compare("conflict", conflict.id(), conflict.uuid(), ConflictTable.image(conflict));
            Table table = ConflictTable.of(database);
            raw(
                    table,
                    conflict.id(),
                    Arrays.copyOf(
                            ConflictTable.values(conflict), table.columns().size()));
        }
    }

    private void layers() {
        List<Long> unreadable = new ArrayList<>();
        for (Layer layer : LayerTable.readable(database, unreadable)) {
            compare("layer", layer.id(), layer.uuid(), LayerTable.image(layer));
            raw(LayerTable.TABLE, layer.id(), LayerTable.values(layer));
        }
        unreadable.forEach(id -> unreadable("layer", id));
    }

    private void briefings() {
        List<Long> unreadable = new ArrayList<>();
        List<NamedBriefing> briefings = new ArrayList<>(BriefingTable.readable(database, unreadable));
        briefings.sort(Comparator.comparingLong(NamedBriefing::id));
        for (NamedBriefing briefing : briefings) {
            compare("briefing", briefing.id(), briefing.uuid(), BriefingTable.image(briefing));
            raw(BriefingTable.TABLE, briefing.id(), BriefingTable.values(briefing));
        }
        unreadable.forEach(id -> unreadable("briefing", id));
    }

    private void unreadable(String table, long id) {
        outside(table, id, "was changed by another program and cannot be read");
        String uuid = database.first("SELECT uuid FROM " + table + " WHERE id = ?", row -> row.maybeText("uuid"), id)
                .flatMap(found -> found)
                .orElse("");
        expected.remove(JournalCheck.key(table, uuid));
    }

    private void claims() {
        reader.claims("1", (row, read) -> {
            long id = row.number("id");
            try {
                Claim claim = read.get();
                boolean same = compare("claim", id, claim.uuid(), ClaimImage.write(claim));
                String column = ClaimTable.TABLE.difference(row, ClaimTable.values(claim));
                if (same && column != null) {
                    outside("claim", id, "was changed by another program, in its column " + column);
                } else if (same) {
                    sound.accept(claim);
                }
            } catch (DomainException e) {
                findings.add("edited-outside", "claim", id, "Claim " + id + " cannot be read. " + e.getMessage());
                row.maybeText("uuid").ifPresent(uuid -> expected.remove(JournalCheck.key("claim", uuid)));
            }
            return true;
        });
    }

    private boolean compare(String entity, long id, UUID uuid, String image) {
        return compare(entity, id, uuid, image, image);
    }

    /** @param hashed what of the thing belongs to the logical content */
    private boolean compare(String entity, long id, UUID uuid, String image, String hashed) {
        content.update((entity + " " + hashed + "\n").getBytes(StandardCharsets.UTF_8));
        Latest latest = expected.remove(JournalCheck.key(entity, uuid.toString()));
        if (latest == null) {
            outside(entity, id, "was added by another program");
            return false;
        }
        if (Arrays.equals(latest.sha256(), JournalCheck.hash(image))) {
            return true;
        }
        differing(entity, id, uuid, latest, image);
        return false;
    }

    private void differing(String entity, long id, UUID uuid, Latest latest, String image) {
        // a line that cannot be read is named by itself, and must not hide the other things
        Optional<JsonNode> before = ClaimTable.readable(
                () -> journal.image(latest, entity, uuid.toString()).map(CanonicalJson::read));
        JsonNode now = CanonicalJson.read(image);
        Set<String> keys = before.map(was -> differing(was, now)).orElse(new TreeSet<>());
        if (before.isPresent() && keys.remove("quotes")) {
            quotes(id, before.get().path("quotes"), now.path("quotes"));
            if (keys.isEmpty()) {
                return;
            }
        }
        outside(entity, id, "was changed by another program" + (keys.isEmpty() ? "" : ": " + String.join(", ", keys)));
    }

    private static Set<String> differing(JsonNode before, JsonNode now) {
        Set<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        now.fieldNames().forEachRemaining(keys::add);
        keys.removeIf(key -> before.path(key).equals(now.path(key)));
        return keys;
    }

    private void quotes(long claim, JsonNode before, JsonNode now) {
        Map<String, JsonNode> lost = new HashMap<>();
        before.forEach(quote -> lost.put(quote.path("uuid").asText(), quote));
        for (JsonNode quote : now) {
            JsonNode was = lost.remove(quote.path("uuid").asText());
            if (!quote.equals(was)) {
                outside(
                        "quote",
                        quote.path("id").asLong(),
                        "of claim " + claim + (was == null ? " was added" : " was changed") + " by another program");
            }
        }
        lost.values()
                .forEach(quote -> outside(
                        "quote",
                        quote.path("id").asLong(),
                        "of claim " + claim + " was deleted or moved by another program"));
    }

    private void raw(Table table, long id, @Nullable Object[] values) {
        database.each(
                table.select("WHERE id = ?"),
                row -> {
                    String column = table.difference(row, values);
                    if (column != null) {
                        outside(table.name(), id, "was changed by another program, in its column " + column);
                    }
                },
                id);
    }

    private void lists() {
        database.each(
                "SELECT id, name, uuid, EXISTS (SELECT 1 FROM claim_tag WHERE tag_id = tag.id) AS used FROM tag",
                row -> {
                    boolean ours = row.flag("used")
                            && Claims.tagUuid(row.text("name")).toString().equals(row.text("uuid"));
                    if (!ours) {
                        outside("tag", row.number("id"), "was added or changed by another program");
                    }
                });
        database.each(
                "SELECT id FROM (SELECT id, position, row_number() OVER (PARTITION BY claim_id ORDER BY position) - 1"
                        + " AS place FROM quote) WHERE position <> place",
                row -> outside("quote", row.number("id"), "was moved by another program"));
        unused("layer", LayerTable.SINCE);
        unused("briefing", BriefingTable.SINCE);
    }

    /** A table that a board of an older version does not use has no rows. */
    private void unused(String table, int since) {
        if (BoardIdentity.read(database).schemaVersion() < since) {
            database.each(
                    "SELECT id FROM " + table, row -> outside(table, row.number("id"), "was added by another program"));
        }
    }

    private long id(String table, UUID uuid) {
        return database.number("SELECT id AS n FROM " + table + " WHERE uuid = ?", uuid.toString());
    }
}
