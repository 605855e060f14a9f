package org.sightline.board;

import java.util.UUID;
import org.sightline.DomainException;

/** The one row of the table {@code board}. */
record BoardIdentity(UUID uuid, String title, int schemaVersion) {

    static BoardIdentity read(Database database) {
        return database.first(
                        "SELECT uuid, title, schema_version FROM board WHERE id = 1",
                        row -> new BoardIdentity(row.uuid("uuid"), row.text("title"), row.count("schema_version")))
                .orElseThrow(() -> new DomainException(
                        "The board " + database.file().getFileName() + " has lost its title; open the newest backup."));
    }

    BoardIdentity titled(String newTitle) {
        return new BoardIdentity(uuid, newTitle, schemaVersion);
    }

    /** As the journal keeps it. */
    String image() {
        return CanonicalJson.write(
                CanonicalJson.object().with("uuid", uuid.toString()).with("title", title));
    }

    static String titleOf(String image) {
        return new Fields(CanonicalJson.read(image)).text("title");
    }
}
