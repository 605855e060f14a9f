package org.sightline.board;

import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;

/** Brings things into the state that an image holds: how changes are taken back and done again. */
final class Reversal {
    private final Database database;
    private final BoardReader reader;
    private final Editor editor;
    private final JournalImages images;
    private final BoardIdentity identity;

    Reversal(Database database, Editor editor, JournalImages images) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.editor = editor;
        this.images = images;
        this.identity = BoardIdentity.read(database);
    }

    /** Takes back one image of a line. What stands in the tables now is what the new line has as before. */
    void takeBack(EntityChange done) {
        EntityChange wanted = done.inverse();
        UUID uuid = UUID.fromString(wanted.uuid());
        Optional<String> before = switch (wanted.entity()) {
            case "source" -> source(reader.source(uuid), wanted.after());
            case "capture" -> capture(reader.capture(uuid), wanted.after());
            case "claim" -> claim(reader.claim(uuid), wanted.after());
            case "relation" -> relation(reader.relation(uuid), wanted.after());
            case "conflict" -> conflict(ConflictTable.find(database, uuid), wanted.after());
            case "layer" -> layer(LayerTable.find(database, uuid), wanted.after());
            case "briefing" -> briefing(BriefingTable.find(database, uuid), wanted.after());
            case "board" -> board(wanted.after());
            default ->
                throw new DomainException(
                        "This change was made by a newer version of Sightline and cannot be taken back here.");
        };
        images.add(new EntityChange(wanted.entity(), wanted.uuid(), before, wanted.after()));
    }

    private Optional<String> source(Optional<StoredSource> now, Optional<String> wanted) {
        wanted.ifPresentOrElse(
                image -> editor.put(now, SourceImage.readSource(image)), () -> now.ifPresent(editor::remove));
        return now.map(SourceImage::write);
    }

    private Optional<String> capture(Optional<StoredCapture> now, Optional<String> wanted) {
        now.ifPresent(editor::remove);
        wanted.map(SourceImage::readCapture).ifPresent(editor::add);
        return now.map(SourceImage::write);
    }

    private Optional<String> claim(Optional<Claim> now, Optional<String> wanted) {
        wanted.ifPresentOrElse(image -> editor.put(now, ClaimImage.read(image)), () -> now.ifPresent(editor::remove));
        return now.map(ClaimImage::write);
    }

    private Optional<String> relation(Optional<Relation> now, Optional<String> wanted) {
        now.ifPresent(editor::remove);
        wanted.map(SourceImage::readRelation).ifPresent(editor::add);
        return now.map(SourceImage::write);
    }

    private Optional<String> conflict(Optional<Conflict> now, Optional<String> wanted) {
        wanted.ifPresentOrElse(
                image -> editor.put(now, ConflictTable.ofImage(image)), () -> now.ifPresent(editor::remove));
        return now.map(ConflictTable::image);
    }

    private Optional<String> layer(Optional<Layer> now, Optional<String> wanted) {
        wanted.ifPresentOrElse(
                image -> editor.put(now, LayerTable.ofImage(image)), () -> now.ifPresent(editor::remove));
        return now.map(LayerTable::image);
    }

    private Optional<String> briefing(Optional<NamedBriefing> now, Optional<String> wanted) {
        wanted.ifPresentOrElse(
                image -> editor.put(now, BriefingTable.ofImage(image)), () -> now.ifPresent(editor::remove));
        return now.map(BriefingTable::image);
    }

    private Optional<String> board(Optional<String> wanted) {
        wanted.map(BoardIdentity::titleOf).ifPresent(editor::title);
        return Optional.of(identity.image());
    }
}
