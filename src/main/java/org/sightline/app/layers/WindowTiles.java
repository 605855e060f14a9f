package org.sightline.app.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.DomainException;
import org.sightline.app.desk.Words;
import org.sightline.board.Layer;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.Overlay;
import org.sightline.overlay.TileServers;

/**
 * Tiles of the servers that the person allows, and of no other, whatever a board says: on the map as they come, on pages
 * when all are there. Nothing is made before it is needed. Safe for any thread.
 */
final class WindowTiles implements AutoCloseable {
    private final Jobs jobs;
    private final Runnable arrived;
    private volatile List<String> allowed;
    private @Nullable TileServers onMap;
    private @Nullable TileServers onPages;

    /** @param arrived told, on any thread, when the map can show more */
    WindowTiles(Jobs jobs, List<String> allowed, Runnable arrived) {
        this.jobs = jobs;
        this.allowed = allowed;
        this.arrived = arrived;
    }

    void allow(List<String> hosts) {
        allowed = hosts;
    }

    synchronized Overlay.Picture forMap(Layer.Tiles tiles) {
        require(tiles);
        TileServers servers = onMap == null ? TileServers.arriving(jobs, () -> true, arrived) : onMap;
        onMap = servers;
        return servers.open(tiles);
    }

    synchronized Overlay.Picture forPages(Layer.Tiles tiles) {
        require(tiles);
        TileServers servers = onPages == null
                ? TileServers.waiting(jobs, () -> true, new Until().in(java.util.Optional.empty()))
                : onPages;
        onPages = servers;
        return servers.open(tiles);
    }

    private void require(Layer.Tiles tiles) {
        String host = TileServers.host(tiles);
        if (!allowed.contains(host)) {
            throw new DomainException(Words.of("layers.notAsked", host));
        }
    }

    @Override
    public synchronized void close() {
        if (onMap != null) {
            onMap.close();
        }
        if (onPages != null) {
            onPages.close();
        }
    }
}
