package org.sightline.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.geo.Notation;
import org.sightline.map.SymbolSet;

/**
 * What the window remembers between two runs. Immutable.
 *
 * @param panes divider positions, 0 to 1, by name of the split
 * @param recentBoards file paths, newest first
 * @param windowWidth pixels
 * @param windowHeight pixels
 * @param grid whether the grid of the notation is drawn on the map
 * @param projection of the map: {@link #MERCATOR}, one that is fitted to the claims, or a code such as EPSG:32635
 * @param tileHosts the servers that may be asked for map tiles on this machine
 * @param symbols which signs stand for claims on the map
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        Appearance appearance,
        Notation notation,
        Map<String, Double> panes,
        List<String> recentBoards,
        double windowWidth,
        double windowHeight,
        boolean maximized,
        boolean grid,
        String projection,
        List<String> tileHosts,
        SymbolSet symbols) {

    /** What the map is shown in on the first start: Web Mercator. */
    public static final String MERCATOR = "MERCATOR";

    /** Which theme to show; the system's follows the desktop. */
    public enum Appearance {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final int RECENT = 8;
    private static final double SMALLEST = 640;
    private static final double LARGEST = 16_384;

    public static final Settings FIRST = new Settings(
            Appearance.SYSTEM,
            Notation.DECIMAL,
            Map.of(),
            List.of(),
            1280,
            800,
            false,
            false,
            MERCATOR,
            List.of(),
            SymbolSet.PINS);

    /** A settings file may lack anything or hold nonsense: what cannot be used is as on the first start. */
    public Settings(
            @Nullable Appearance appearance,
            @Nullable Notation notation,
            @Nullable Map<String, Double> panes,
            @Nullable List<String> recentBoards,
            double windowWidth,
            double windowHeight,
            boolean maximized,
            boolean grid,
            @Nullable String projection,
            @Nullable List<String> tileHosts,
            @Nullable SymbolSet symbols) {
        this.appearance = appearance == null ? Appearance.SYSTEM : appearance;
        this.notation = notation == null ? Notation.DECIMAL : notation;
        this.panes = panes == null ? Map.of() : usable(panes);
        this.recentBoards = recentBoards == null
                ? List.of()
                : recentBoards.stream()
                        .filter(path -> path != null)
                        .limit(RECENT)
                        .toList();
        this.windowWidth = windowWidth >= SMALLEST && windowWidth <= LARGEST ? windowWidth : 1280;
        this.windowHeight = windowHeight >= SMALLEST / 2 && windowHeight <= LARGEST ? windowHeight : 800;
        this.maximized = maximized;
        this.grid = grid;
        this.projection = projection == null ? MERCATOR : projection;
        this.tileHosts = tileHosts == null
                ? List.of()
                : tileHosts.stream().filter(host -> host != null).distinct().toList();
        this.symbols = symbols == null ? SymbolSet.PINS : symbols;
    }

    private static Map<String, Double> usable(Map<String, Double> panes) {
        Map<String, Double> kept = new HashMap<>();
        panes.forEach((name, share) -> {
            if (share != null && share >= 0 && share <= 1) {
                kept.put(name, share);
            }
        });
        return Map.copyOf(kept);
    }

    public Settings with(Appearance chosen) {
        return new Settings(
                chosen,
                notation,
                panes,
                recentBoards,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                projection,
                tileHosts,
                symbols);
    }

    public Settings with(Notation chosen) {
        return new Settings(
                appearance,
                chosen,
                panes,
                recentBoards,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                projection,
                tileHosts,
                symbols);
    }

    public Settings withGrid(boolean shown) {
        return new Settings(
                appearance,
                notation,
                panes,
                recentBoards,
                windowWidth,
                windowHeight,
                maximized,
                shown,
                projection,
                tileHosts,
                symbols);
    }

    public Settings withProjection(String chosen) {
        return new Settings(
                appearance,
                notation,
                panes,
                recentBoards,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                chosen,
                tileHosts,
                symbols);
    }

    public Settings with(SymbolSet chosen) {
        return new Settings(
                appearance,
                notation,
                panes,
                recentBoards,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                projection,
                tileHosts,
                chosen);
    }

    /** The same with a tile server that may be asked, or may not any more. */
    public Settings asking(String host, boolean allowed) {
        List<String> next = new ArrayList<>(tileHosts);
        next.remove(host);
        if (allowed) {
            next.add(host);
        }
        return new Settings(
                appearance,
                notation,
                panes,
                recentBoards,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                projection,
                next,
                symbols);
    }

    public Settings withPane(String name, double share) {
        Map<String, Double> next = new HashMap<>(panes);
        next.put(name, share);
        return new Settings(
                appearance,
                notation,
                next,
                recentBoards,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                projection,
                tileHosts,
                symbols);
    }

    public Settings withRecent(String board) {
        List<String> next = new ArrayList<>(recentBoards);
        next.remove(board);
        next.addFirst(board);
        return new Settings(
                appearance,
                notation,
                panes,
                next,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                projection,
                tileHosts,
                symbols);
    }

    public Settings withoutRecent(String board) {
        List<String> next = new ArrayList<>(recentBoards);
        next.remove(board);
        return new Settings(
                appearance,
                notation,
                panes,
                next,
                windowWidth,
                windowHeight,
                maximized,
                grid,
                projection,
                tileHosts,
                symbols);
    }

    public Settings withWindow(double width, double height, boolean isMaximized) {
        return new Settings(
                appearance,
                notation,
                panes,
                recentBoards,
                width,
                height,
                isMaximized,
                grid,
                projection,
                tileHosts,
                symbols);
    }
}
