package org.sightline.overlay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that belong to another of the same name: projection, table, place of a picture. Stateless. */
final class Companions {
    private static final int LONGEST_TEXT = 1 << 16;
    private static final List<String> OF_SHAPES = List.of(".dbf", ".prj", ".cpg");

    private Companions() {}

    /** @param ending with its dot; upper or lower case */
    static Optional<Path> find(Path file, String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        for (String its : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
            Path beside = file.resolveSibling(base + its);
            if (Files.isRegularFile(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }

    /** The words of a companion; empty when there is none, or it is no short text. */
    static Optional<String> text(Path file, String ending) {
        return find(file, ending).flatMap(Companions::text);
    }

    private static Optional<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
            String words = new String(bytes, StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip();
            return bytes.length > LONGEST_TEXT || words.isEmpty() ? Optional.empty() : Optional.of(words);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The world file of a picture: its ending's first and last letter and a w, or its whole ending and a w, or .wld. */
    static Optional<Path> worldFile(Path picture) {
        String name = picture.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.length() < 3) {
            return find(picture, ".wld");
        }
        String shortForm = "." + ending.charAt(0) + ending.charAt(ending.length() - 1) + "w";
        return find(picture, shortForm)
                .or(() -> find(picture, "." + ending + "w"))
                .or(() -> find(picture, ".wld"));
    }

    /** A file and those without which it would not be the same. */
    static List<Path> all(Path file) {
        List<Path> all = new ArrayList<>(List.of(file));
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".shp")) {
            OF_SHAPES.forEach(ending -> find(file, ending).ifPresent(all::add));
        } else if (name.matches(".*\\.(tiff?|jpe?g|png|gif|bmp)")) {
            worldFile(file).ifPresent(all::add);
            find(file, ".prj").ifPresent(all::add);
        }
        return all;
    }
}
