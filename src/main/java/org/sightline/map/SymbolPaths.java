package org.sightline.map;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.sightline.claim.Claim;

/**
 * Military symbols as SVG path data, for maps that are drawn by a browser: about (0, 0), y down, frames half as high as a
 * radius near 1 ({@code src/docs/military-symbols.md}). Stateless.
 */
public final class SymbolPaths {
    private SymbolPaths() {}

    /**
     * A frame or an icon.
     *
     * @param key such as {@code hostile} or {@code air-defence}
     * @param path of its outline
     * @param filled whether it is filled and not drawn as lines; frames always are
     * @param fill of a frame, {@code #rrggbb}; empty for an icon, which is black
     * @param words what it means, for a legend
     */
    public record Piece(String key, String path, boolean filled, String fill, String words) {}

    /** The key of a claim's frame. */
    public static String frame(Claim claim) {
        return key(Affiliation.of(claim));
    }

    /** The key of a claim's icon; empty where our own sign of its category stands in the frame. */
    public static Optional<String> icon(Claim claim) {
        return SymbolIcon.of(claim).map(SymbolPaths::key);
    }

    /** Whether a person has tagged it for a symbol: with whose it is, or with what stands in the frame. */
    public static boolean isTagged(Claim claim) {
        return claim.tags().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .anyMatch(tag -> tag.startsWith(Affiliation.TAG) || tag.startsWith(SymbolIcon.TAG));
    }

    /** The frames that occur among claims. */
    public static List<Piece> frames(List<Claim> claims) {
        ResourceBundle words = words();
        List<Piece> frames = new ArrayList<>();
        for (Affiliation a : new TreeSet<>(claims.stream().map(Affiliation::of).toList())) {
            Color fill = a.fill(MapTheme.LIGHT);
            String hex = String.format(Locale.ROOT, "#%02x%02x%02x", fill.getRed(), fill.getGreen(), fill.getBlue());
            String meaning = words.getString("affiliation." + a.name().toLowerCase(Locale.ROOT));
            frames.add(new Piece(key(a), SignPaths.data(a.frame()), true, hex, meaning));
        }
        return frames;
    }

    /** The icons that occur among claims. */
    public static List<Piece> icons(List<Claim> claims) {
        ResourceBundle words = words();
        List<Piece> icons = new ArrayList<>();
        for (SymbolIcon icon : new TreeSet<>(
                claims.stream().flatMap(claim -> SymbolIcon.of(claim).stream()).toList())) {
            String meaning = words.getString("icon." + icon.name().toLowerCase(Locale.ROOT));
            icons.add(new Piece(key(icon), SignPaths.data(icon.shape()), icon.filled(), "", meaning));
        }
        return icons;
    }

    private static ResourceBundle words() {
        return ResourceBundle.getBundle("org.sightline.map.legend");
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
