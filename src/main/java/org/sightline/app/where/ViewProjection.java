package org.sightline.app.where;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.locationtech.jts.geom.Envelope;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Workspace;
import org.sightline.app.map.MapPane;
import org.sightline.geo.MapProjection;

/**
 * The projection that the map is shown in: Web Mercator, one fitted to the claims, or any of the EPSG registry.
 *
 * <p>Thread rule: window's thread only; the projection is made in the background.
 */
public final class ViewProjection {
    private static final String EPSG = "EPSG:";

    private final Workspace workspace;
    private final MapPane map;

    public ViewProjection(Workspace workspace, MapPane map) {
        this.workspace = workspace;
        this.map = map;
    }

    /**
     * Shows the map in a projection and remembers it; fails with a sentence when it cannot show the claims.
     *
     * @param choice as {@link Settings#projection} has it
     */
    CompletableFuture<MapProjection> choose(String choice) {
        return show(choice).thenApply(projection -> {
            workspace.settings().set(workspace.settings().get().withProjection(choice));
            return projection;
        });
    }

    /** What is remembered, for another board: where it cannot show that board's claims, Web Mercator can. */
    public void showRemembered() {
        String choice = workspace.settings().get().projection();
        if (!choice.equals(Settings.MERCATOR)) {
            show(choice).whenComplete((projection, failure) -> {
                if (failure != null) {
                    map.setProjection(MapProjection.webMercator());
                }
                map.zoomToClaims();
            });
        }
    }

    private CompletableFuture<MapProjection> show(String choice) {
        Optional<Envelope> claims = map.extent();
        Envelope seen = map.getView().extent();
        return workspace.inBackground(() -> make(choice, claims.orElse(seen))).thenApply(projection -> {
            map.setProjection(projection);
            return projection;
        });
    }

    private static MapProjection make(String choice, Envelope extent) {
        if (choice.equals(Settings.MERCATOR)) {
            return MapProjection.webMercator();
        }
        if (choice.matches(EPSG + "[0-9]{1,7}")) {
            return MapProjection.epsg(Integer.parseInt(choice.substring(EPSG.length())), extent);
        }
        Envelope wide = new Envelope(extent);
        wide.expandBy(Math.max(0.5, extent.getWidth() / 10), Math.max(0.5, extent.getHeight() / 10));
        for (MapProjection.Family family : MapProjection.Family.values()) {
            if (family.name().equals(choice)) {
                return MapProjection.fittedTo(wide, family);
            }
        }
        return MapProjection.webMercator(); // written by a later version
    }
}
