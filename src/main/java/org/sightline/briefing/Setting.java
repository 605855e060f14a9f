package org.sightline.briefing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.sightline.analysis.Dossier;
import org.sightline.map.MapLayer;

/**
 * What all pages of one briefing share.
 *
 * @param dossier with all claims of the briefing
 * @param layers over base maps, the first lowest
 * @param sources the list of sources; {@link SourceIndex#NONE} where there is none
 * @param margins what was reckoned of margins by their width; it fills
 */
record Setting(
        Design design,
        Dossier dossier,
        Sheet sheet,
        Ink ink,
        List<MapLayer> layers,
        SourceIndex sources,
        ConcurrentMap<Double, List<Frames.Piece>> margins) {

    static Setting of(Design design, Dossier dossier, List<MapLayer> layers) {
        return new Setting(
                design,
                dossier,
                new Sheet(design, dossier),
                Ink.of(design.look().theme()),
                List.copyOf(layers),
                design.shows(Part.SOURCE_LIST) ? SourceIndex.of(dossier) : SourceIndex.NONE,
                new ConcurrentHashMap<>());
    }

    /** What the margin takes at most in a width, reckoned once for all scenes. */
    List<Frames.Piece> mostOfFacts(double width, Function<Double, List<Frames.Piece>> reckoning) {
        return margins.computeIfAbsent(width, reckoning);
    }

    /** How maps are fitted and claims written. @param extent degrees, where the design has none */
    BriefingSpec spec(Optional<Envelope> extent) {
        Look look = design.look();
        return new BriefingSpec(
                sheet.title(),
                look.extent().or(() -> extent),
                BriefingSpec.Paper.A4,
                design.landscape(),
                design.marking().tlp(),
                look.theme(),
                look.notation(),
                look.epsg(),
                look.dpi(),
                look.symbols());
    }

    /** How claims are written. */
    BriefingSpec spec() {
        return spec(Optional.empty());
    }

    boolean shows(Part part) {
        return design.shows(part);
    }

    /** Whether it is on the page, at its usual place. */
    boolean showsInPlace(Part part) {
        return shows(part) && design.part(part).box().isEmpty();
    }

    /** The paper, for the scale. */
    String onPaper() {
        Tiles tiles = design.tiles();
        return tiles.isPoster()
                ? Phrases.of(
                        "scale.onPoster",
                        tiles.columns() * tiles.rows(),
                        design.paper().name())
                : Phrases.of("scale.onPaper", design.paper().name());
    }
}
