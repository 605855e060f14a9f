package org.sightline.app.where;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;
import org.locationtech.jts.geom.Geometry;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.map.MapPane;
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

    public ShapeActs(Workspace workspace, MapPane map) {
        this.workspace = workspace;
        this.map = map;
        workspace.view().addListener((view, before, now) -> {
            if (!before.map(v -> v.file()).equals(now.map(v -> v.file()))) {
                map.endTool();
            }
        });
    }

    /**
     * @param noClaim why there is no claim to change, when there is none
     * @param noBoard why there is no map, when there is none
     */
    public void declare(
            Actions actions, ObservableValue<Optional<String>> noClaim, ObservableValue<Optional<String>> noBoard) {
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
        actions.declare("rangeRings", Feather.TARGET, "Shift+R", noBoard, this::showRings);
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

    private CompletableFuture<?> gone() {
        workspace.notices().tell(Notice.hint(Words.of("draw.claimGone")));
        return CompletableFuture.completedFuture("");
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
