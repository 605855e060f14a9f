package org.sightline.app.map;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.sightline.claim.Place;
import org.sightline.map.MapPainter;

/** What happens when a cluster is opened, by mouse or key. */
final class ClusterOpening {
    /** Clusters of more claims are approached, not measured. */
    private static final int MOST_MEASURED = 5_000;

    private ClusterOpening() {}

    /** Zooms in until its claims part; those at one and the same place are opened out around it. */
    static void open(MapPane map, MapPainter.Target cluster) {
        List<Long> ids = cluster.claimIds();
        if (ids.size() > MOST_MEASURED) {
            map.look(map.getView().zoomed(4, cluster.placeX(), cluster.placeY()));
            return;
        }
        Envelope all = new Envelope();
        ids.forEach(id -> map.claim(id)
                .flatMap(c -> c.place())
                .map(Place::geometry)
                .ifPresent(g -> {
                    var at = g.getCentroid();
                    all.expandToInclude(at.getX(), at.getY());
                }));
        if (all.getWidth() < 1e-4 && all.getHeight() < 1e-4) {
            map.openOut(Set.copyOf(ids));
        } else {
            map.zoomTo(all);
        }
    }
}
