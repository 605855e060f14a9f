package org.sightline.report;

import java.util.List;
import java.util.Optional;
import org.sightline.claim.Claim;
import org.sightline.map.MapLayer;
import org.sightline.map.SymbolPaths;
import org.sightline.map.SymbolSet;

/**
 * How a report's map shows the claims at first, and what lies below them. Immutable.
 *
 * @param symbols the reader can change it where the page has both
 * @param layers the first lowest; open until the report is written
 */
public record ReportMap(SymbolSet symbols, List<Layered> layers) {
    /** Pins on the base map. */
    public static final ReportMap PLAIN = new ReportMap(SymbolSet.PINS, List.of());

    public ReportMap {
        layers = List.copyOf(layers);
    }

    /**
     * A layer of the board.
     *
     * @param onMap empty where it could not be read, which the page then says
     * @param tiles whether it is a server's tiles, which are pictures: these are not opened for a report
     */
    public record Layered(String name, Optional<MapLayer> onMap, boolean tiles) {}

    /** Whether the page holds military symbols: where they are asked for, or a person has tagged a claim for one. */
    boolean hasSymbols(List<Claim> claims) {
        return symbols == SymbolSet.MILITARY || claims.stream().anyMatch(SymbolPaths::isTagged);
    }
}
