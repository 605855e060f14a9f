package org.sightline.board;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sightline.DomainException;
import org.sightline.board.SourceImage.StoredCapture;

/** Takes the hash of every capture's bytes and text again, and holds every quote against the text it came from. */
final class ContentCheck {
    private final Database database;
    private final BoardReader reader;
    private final Contents contents;
    private final Findings findings;
    private final BiConsumer<StoredCapture, String> readable;

    /** @param readable is shown each capture with its text */
    ContentCheck(Database database, Contents contents, Findings findings, BiConsumer<StoredCapture, String> readable) {
        this.database = database;
        this.reader = new BoardReader(database);
        this.contents = contents;
        this.findings = findings;
        this.readable = readable;
    }

    void run() {
        for (StoredCapture stored : reader.captures("")) {
            long id = stored.capture().id();
            findings.step("capture " + id, () -> bytes(stored));
            findings.step("the text of capture " + id, () -> text(stored));
        }
        findings.step("files of layers", this::layerFiles);
        findings.step("contents that no capture has at present", this::unused);
    }

    private void bytes(StoredCapture stored) {
        long id = stored.capture().id();
        String sha256 = stored.capture().sha256();
        try {
            byte[] bytes = contents.bytes(sha256);
            if (bytes.length != stored.capture().bytes() || !Digests.hex(bytes).equals(sha256)) {
                findings.add("capture-hash", "capture", id, "The bytes of capture " + id + " are not those captured.");
            }
        } catch (DomainException e) {
            findings.add("capture-hash", "capture", id, "Capture " + id + ": " + e.getMessage());
        }
    }

    private void text(StoredCapture stored) {
        long id = stored.capture().id();
        String text;
        try {
            text = contents.text(stored.textSha256());
        } catch (DomainException e) {
            findings.add("text-changed", "capture", id, "Capture " + id + ": " + e.getMessage());
            return;
        }
        readable.accept(stored, text);
        boolean same = text.length() == stored.capture().textLength()
                && Digests.hex(text).equals(stored.textSha256());
        if (!same) {
            findings.add("text-changed", "capture", id, "The text of capture " + id + " is not the one extracted.");
        }
        reader.quotesOf(id, quote -> {
            if (!quote.intactIn(text)) {
                findings.add(
                        "orphaned-quote",
                        "quote",
                        quote.id(),
                        "Quote " + quote.id() + " does not stand in the text of capture " + id + " where it says.");
            }
        });
    }

    private void layerFiles() {
        for (String sha256 : LayerTable.kept(database)) {
            findings.step("the files of a layer", () -> {
                boolean same = LayerTable.files(database, sha256)
                        .filter(files -> files.sha256().equals(sha256))
                        .isPresent();
                if (!same) {
                    findings.add(
                            "capture-hash",
                            "layer",
                            Optional.empty(),
                            "The files of a layer (" + shortened(sha256) + ") are not those copied into the board.");
                }
            });
        }
        for (Layer layer : LayerTable.readable(database, new ArrayList<>())) {
            if (layer.origin() instanceof Layer.Copy copy
                    && database.number(
                                    "SELECT count(*) AS n FROM layer_file WHERE layer_sha256 = ?",
                                    copy.content().sha256())
                            == 0) {
                findings.add(
                        "capture-hash",
                        "layer",
                        layer.id(),
                        "The files of layer " + layer.id() + " are not in the board.");
            }
        }
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }

    private void unused() {
        database.each("SELECT * FROM capture_bytes WHERE sha256 NOT IN (SELECT sha256 FROM capture)", row -> {
            String sha256 = row.text("sha256");
            if (!Digests.hex(contents.bytes(row)).equals(sha256)) {
                damaged("capture-hash", "bytes", sha256);
            }
        });
        database.each("SELECT * FROM capture_text WHERE sha256 NOT IN (SELECT text_sha256 FROM capture)", row -> {
            String sha256 = row.text("sha256");
            if (!Digests.hex(row.text("content")).equals(sha256)) {
                damaged("text-changed", "text", sha256);
            }
        });
    }

    private void damaged(String kind, String what, String sha256) {
        findings.add(
                kind,
                "capture",
                Optional.empty(),
                "The " + what + " of a capture that was taken back (" + shortened(sha256)
                        + ") are not those captured.");
    }
}
