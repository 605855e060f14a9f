package org.sightline.app.designer;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sightline.analysis.Dossier;
import org.sightline.app.briefing.BriefingMaterial;
import org.sightline.board.NamedBriefing;
import org.sightline.briefing.Design;

/**
 * What the designer works with.
 *
 * @param dossier gathers the claims that a design asks for; called in the background
 * @param layers what is laid over the map; called in the background
 * @param kept the briefings of the board, by name; called in the background
 * @param keep keeps a briefing with the board; completes on the window's thread
 * @param remove takes one off the board; likewise
 */
public record DesignerMaterial(
        Function<Design.Chosen, Dossier> dossier,
        Supplier<BriefingMaterial.Layers> layers,
        Supplier<List<NamedBriefing>> kept,
        Function<NamedBriefing, CompletableFuture<?>> keep,
        Function<UUID, CompletableFuture<?>> remove) {}
