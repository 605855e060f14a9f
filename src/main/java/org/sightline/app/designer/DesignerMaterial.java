package org.sightline.app.designer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.sightline.analysis.Dossier;
import org.sightline.board.NamedBriefing;
import org.sightline.briefing.Design;

/**
 * What the designer works with.
 *
 * @param first the design to begin with
 * @param dossier gathers the claims that a design asks for; called in the background
 * @param layers what is laid over the map; called in the background
 * @param mapExtent what the window's map shows, degrees; called on the window's thread; empty before a map is painted
 * @param selected ids of the claims that are selected in the window; called on the window's thread
 * @param kept the briefings of the board, by name; called in the background
 * @param keep keeps a briefing with the board; completes on the window's thread
 * @param remove takes one off the board; likewise
 */
public record DesignerMaterial(
        Design first,
        Function<Design.Chosen, Dossier> dossier,
        Supplier<PrintedLayers> layers,
        Supplier<Optional<Envelope>> mapExtent,
        Supplier<Set<Long>> selected,
        Supplier<List<NamedBriefing>> kept,
        Function<NamedBriefing, CompletableFuture<?>> keep,
        Function<UUID, CompletableFuture<?>> remove) {}
