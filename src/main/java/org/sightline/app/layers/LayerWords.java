package org.sightline.app.layers;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.paint.Color;
import org.sightline.DomainException;
import org.sightline.app.desk.Words;
import org.sightline.board.Layer;
import org.sightline.overlay.TileServers;

/** What layers are called and how their numbers are read and written. Stateless. */
final class LayerWords {
    private static final int MOST_DIGITS = 12;
    private static final int LARGEST_BYTE = 255;

    private LayerWords() {}

    /** Such as "GeoJSON · roads.geojson" or "GeoPackage · in the board". */
    static String kind(Layer layer) {
        return switch (layer.origin()) {
            case Layer.Reference reference ->
                Words.of("layers.about", form(reference.path()), lastOf(reference.path()));
            case Layer.Copy copy -> Words.of("layers.about", form(copy.fileName()), Words.of("layers.inBoard"));
            case Layer.Tiles tiles -> Words.of("layers.about", Words.of("layers.tiles"), host(tiles.template()));
        };
    }

    private static String form(String fileName) {
        String key = "layers.form." + LayerDrop.ending(fileName);
        return Words.has(key) ? Words.of(key) : Words.of("layers.form");
    }

    private static String lastOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The server of a layer of tiles. */
    static Optional<String> host(Layer layer) {
        return layer.origin() instanceof Layer.Tiles tiles ? Optional.of(host(tiles.template())) : Optional.empty();
    }

    private static String host(String template) {
        try {
            return TileServers.host(new Layer.Tiles(template, 0));
        } catch (DomainException e) {
            return template; // shown as it is written
        }
    }

    /** The N of 1:N in groups of three; empty for no bound. */
    static String scale(OptionalLong denominator) {
        return denominator.isPresent()
                ? String.format(Locale.ENGLISH, "%,d", denominator.getAsLong()).replace(',', '\u202f')
                : "";
    }

    /** A scale as people write it, such as "1:50 000"; empty when it is none; no bound when blank. */
    static Optional<OptionalLong> readScale(String words) {
        String digits = words.replaceFirst("^\\s*1\\s*:", "").replaceAll("[\\s\\u00a0\\u202f,.'’]", "");
        if (digits.isEmpty()) {
            return Optional.of(OptionalLong.empty());
        }
        boolean number = digits.matches("[0-9]{1," + MOST_DIGITS + "}") && Long.parseLong(digits) > 0;
        return number ? Optional.of(OptionalLong.of(Long.parseLong(digits))) : Optional.empty();
    }

    /** A width in pixels, with a point or a comma; empty when it is none that a layer can have. */
    static Optional<Double> readSize(String words) {
        String number = words.strip().replace(',', '.');
        if (!number.matches("[0-9]{1,2}([.][0-9]{1,3})?")) {
            return Optional.empty();
        }
        double size = Double.parseDouble(number);
        return size > 0 && size <= Layer.Look.LARGEST ? Optional.of(size) : Optional.empty();
    }

    static String size(double pixels) {
        return pixels == Math.rint(pixels) ? Long.toString(Math.round(pixels)) : Double.toString(pixels);
    }

    /** As a board keeps colours. */
    static String hex(Color colour) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(colour.getRed() * LARGEST_BYTE),
                Math.round(colour.getGreen() * LARGEST_BYTE),
                Math.round(colour.getBlue() * LARGEST_BYTE));
    }
}
