package org.sightline.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sightline.DomainException;
import org.sightline.board.Journal.Heading;

/** Carries out changes of layers inside a transaction. */
final class LayerWriter {
    /** Layers of a board. */
    static final int MOST = 200;

    private final Database database;
    private final Editor editor;
    private final JournalImages images;

    LayerWriter(Database database, Editor editor, JournalImages images) {
        this.database = database;
        this.editor = editor;
        this.images = images;
    }

    Heading add(Change.AddLayer add) {
        add.layer().check();
        if (LayerTable.find(database, add.layer().uuid()).isPresent()) {
            throw new DomainException(
                    "The board already has the layer " + add.layer().uuid() + ", so it was not added again.");
        }
        List<Layer> there = LayerTable.all(database);
        if (there.size() >= MOST) {
            throw new DomainException("The board has " + MOST + " layers, the most it takes; remove one first.");
        }
        add.files().ifPresent(files -> keep(add.layer(), files));
        int top = there.stream().mapToInt(Layer::position).max().orElse(0);
        Layer after = editor.put(Optional.empty(), add.layer().withId(0).at(top + 1));
        note(Optional.empty(), Optional.of(after));
        return heading("layer.add", "Add " + named(after), after);
    }

    private void keep(Layer layer, LayerFiles files) {
        files.check();
        boolean same = layer.content()
                .filter(content -> content.sha256().equals(files.sha256()) && content.bytes() == files.bytes())
                .isPresent();
        if (!same) {
            throw new DomainException("The layer's hash does not belong to its files; add it again.");
        }
        editor.keep(files);
    }

    Heading edit(Layer wanted) {
        wanted.check();
        Layer before = layer(wanted.uuid());
        Layer after = editor.put(Optional.of(before), wanted.withId(before.id()).at(before.position()));
        note(Optional.of(before), Optional.of(after));
        return heading("layer.edit", "Change " + named(after), after);
    }

    Heading remove(UUID uuid) {
        Layer before = layer(uuid);
        editor.remove(before);
        note(Optional.of(before), Optional.empty());
        return heading("layer.remove", "Remove " + named(before), before);
    }

    Heading arrange(List<UUID> order) {
        Map<UUID, Layer> there = new HashMap<>();
        LayerTable.all(database).forEach(layer -> there.put(layer.uuid(), layer));
        int place = 0;
        boolean any = false;
        for (UUID uuid : order) {
            Layer before = Optional.ofNullable(there.remove(uuid)).orElseThrow(() -> Editor.unknown("layer", uuid));
            place++;
            if (before.position() != place) {
                Layer after = editor.put(Optional.of(before), before.at(place));
                note(Optional.of(before), Optional.of(after));
                any = true;
            }
        }
        if (!there.isEmpty()) {
            throw new DomainException("The order leaves layers out, so it was not changed; name each layer once.");
        }
        if (!any) {
            throw new DomainException("The layers are in this order already.");
        }
        return ChangeWriter.bulk("Change the order of the layers");
    }

    private Layer layer(UUID uuid) {
        return LayerTable.find(database, uuid).orElseThrow(() -> Editor.unknown("layer", uuid));
    }

    private void note(Optional<Layer> before, Optional<Layer> after) {
        UUID uuid = after.or(() -> before).map(Layer::uuid).orElseThrow();
        images.add(new EntityChange(
                "layer", uuid.toString(), before.map(LayerTable::image), after.map(LayerTable::image)));
    }

    private static Heading heading(String operation, String summary, Layer layer) {
        return new Heading(operation, summary, "layer", Optional.of(layer.uuid().toString()), Optional.empty());
    }

    private static String named(Layer layer) {
        return "layer " + layer.id() + ": " + Claims.shortened(layer.name());
    }
}
