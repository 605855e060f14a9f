package org.sightline.app.where;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;
import org.locationtech.jts.geom.Geometry;
import org.sightline.DomainException;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Selection.Passage;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.map.MapPane;
import org.sightline.app.pin.Pinning;
import org.sightline.board.Change;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;

/**
 * The acts that draw on the map: the route or the area of the chosen claim, and range rings.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ShapeActs {
    private final Workspace workspace;
    private final MapPane map;
    private final Pinning pinning;

    public ShapeActs(Workspace workspace, MapPane map, Pinning pinning) {
        this.pinning = pinning;
        this.workspace = workspace;
        this.map = map;
        Actions.keepAllKeys(map, map::isToolActive);
        map.setOnDropped(again -> dropped(again));
        workspace.view().addListener((view, before, now) -> {
            if (!before.map(v -> v.file()).equals(now.map(v -> v.file()))) {
                map.endTool();
            }
        });
    }

    private void dropped(Runnable again) {
        workspace
                .notices()
                .tell(Notice.done(Words.of("draw.dropped"), new Notice.Offer(Words.of("draw.again"), again)));
    }

    /**
     * @param noClaim why there is no claim to change, when there is none
     * @param noWords why there are no words to pin, when there are none
     * @param noBoard why there is no map, when there is none
     */
    public void declare(
            Actions actions,
            ObservableValue<Optional<String>> noClaim,
            ObservableValue<Optional<String>> noWords,
            ObservableValue<Optional<String>> noBoard) {
        actions.declare(
                "drawRoute",
                Feather.TRENDING_UP,
                "R",
                noClaim,
                () -> withClaim(claim -> map.drawRoute(
                        Words.of("draw.routeOf", claim.id()), shape(claim), drawn -> keep(claim, drawn))));
        actions.declare(
                "drawArea",
                Feather.HEXAGON,
                "A",
                noClaim,
                () -> withClaim(claim ->
                        map.drawArea(Words.of("draw.areaOf", claim.id()), shape(claim), drawn -> keep(claim, drawn))));
        actions.declare(
                "pinRoute",
                Feather.TRENDING_UP,
                "Shortcut+Alt+2",
                noWords,
                () -> withWords(words ->
                        map.drawRoute(Words.of("draw.routeOfNew"), Optional.empty(), drawn -> pin(words, drawn))));
        actions.declare(
                "pinArea",
                Feather.HEXAGON,
                "Shortcut+Alt+3",
                noWords,
                () -> withWords(words ->
                        map.drawArea(Words.of("draw.areaOfNew"), Optional.empty(), drawn -> pin(words, drawn))));
        actions.declare("rangeRings", Feather.TARGET, "Shift+R", noBoard, this::showRings);
    }

    private void withWords(java.util.function.Consumer<Passage> act) {
        workspace.selection().passage().get().ifPresent(act);
    }

    /** Opens the form that pins words at what was drawn for them. */
    private CompletableFuture<?> pin(Passage words, Geometry drawn) {
        return workspace.telling(
                pinning.beginDrawn(words, () -> DrawnPlace.of(Optional.empty(), drawn), () -> dropped(map::drawAgain)));
    }

    private static Optional<Geometry> shape(Claim claim) {
        return claim.place().map(Place::geometry);
    }

    /** Begins with the chosen claim as it is on the board; what the window has of a large board lacks shapes. */
    private void withClaim(java.util.function.Consumer<Claim> act) {
        workspace
                .selection()
                .claim()
                .ifPresent(chosen -> workspace.telling(
                        workspace.read(snapshot -> snapshot.claim(chosen)).thenApply(claim -> {
                            claim.ifPresent(act);
                            return claim;
                        })));
    }

    private CompletableFuture<?> keep(Claim drawnFor, Geometry drawn) {
        Function<Claim, Claim> placed = claim -> claim.withPlace(Optional.of(DrawnPlace.of(claim.place(), drawn)));
        return workspace.telling(workspace
                .read(snapshot -> snapshot.claim(drawnFor.uuid()).map(placed))
                .thenCompose(changed -> changed.<CompletableFuture<?>>map(
                                claim -> workspace.apply(new Change.EditClaim(claim)))
                        .orElseGet(this::gone)));
    }

    /** The drawing stays: the claim may come back. */
    private CompletableFuture<?> gone() {
        return CompletableFuture.failedFuture(new DomainException(Words.of("draw.claimGone")));
    }

    /** About the place of the chosen claim, or else about the middle of the map. */
    private void showRings() {
        workspace
                .view()
                .get()
                .flatMap(view -> workspace.selection().claim().flatMap(view::claim))
                .flatMap(Claim::place)
                .map(place -> place.geometry().getInteriorPoint().getCoordinate())
                .map(at -> new org.sightline.geo.Position(at.y, at.x))
                .or(() -> map.getView().position(map.getWidth() / 2, map.getHeight() / 2))
                .ifPresent(map::showRings);
    }
}
