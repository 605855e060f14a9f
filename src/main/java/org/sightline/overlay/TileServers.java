package org.sightline.overlay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.sightline.DomainException;
import org.sightline.UserFolder;
import org.sightline.board.Layer;
import org.sightline.geo.ForeignCrs;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.web.CachedWeb;
import org.sightline.overlay.web.WebFailure;

/**
 * Tiles of servers (XYZ and TMS in Web Mercator), kept on the disk as their headers allow. A server is asked only while
 * the one who made this says that it may be; else what was kept earlier is shown.
 *
 * <p>Thread rule: any thread. Pictures are painted off the window's thread, as all layers are.
 */
public final class TileServers implements OpenLayers.Servers, AutoCloseable {
    /** Bytes of all tiles on the disk. */
    static final long ON_DISK = 512L << 20;

    /** N of 1:N of zoom 0 at the equator, pixels of 0.28 mm (OGC 17-083r4, WebMercatorQuad). */
    private static final double WHOLE_WORLD = 559_082_264.028718;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CachedWeb web;
    private final Jobs jobs;
    private final TileServer.Manner manner;
    private final InstantSource clock;

    TileServers(Jobs jobs, TileServer.Manner manner, CachedWeb web, InstantSource clock) {
        this.jobs = jobs;
        this.manner = manner;
        this.web = web;
        this.clock = clock;
    }

    /**
     * For a window: what is there is painted at once.
     *
     * @param jobs fetches in the background
     * @param online whether servers may be asked; asked itself at each painting, on any thread
     * @param arrived told, on any thread, when a painting would show more than the last one; often in quick succession
     */
    public static TileServers arriving(Jobs jobs, BooleanSupplier online, Runnable arrived) {
        return of(jobs, new TileServer.Manner(false, online, arrived, Jobs.Progress.SILENT));
    }

    /**
     * For pages: a painting waits until all its tiles have come or failed.
     *
     * @param progress is told of tiles, and may cancel
     */
    public static TileServers waiting(Jobs jobs, BooleanSupplier online, Jobs.Progress progress) {
        return of(jobs, new TileServer.Manner(true, online, () -> {}, progress));
    }

    private static TileServers of(Jobs jobs, TileServer.Manner manner) {
        CachedWeb.Limits limits = new CachedWeb.Limits(PATIENCE, Budget.TILE_BYTES, ON_DISK, agent());
        CachedWeb web = new CachedWeb(folder(), jobs, limits, InstantSource.system());
        return new TileServers(jobs, manner, web, InstantSource.system());
    }

    /** Where tiles are kept; it may be deleted at any time. */
    public static Path folder() {
        return UserFolder.path().resolve("tiles");
    }

    /** Program and version, as servers are told (RFC 9110, clause 10.1.5). */
    static String agent() {
        return "Sightline/"
                + Optional.ofNullable(TileServers.class.getPackage().getImplementationVersion())
                        .orElse("development") + " (desktop evidence board; tiles a person looks at)";
    }

    @Override
    public Overlay.Picture open(Layer.Tiles tiles) {
        TileServer server = server(tiles);
        List<TilePyramid.Level> levels = new ArrayList<>();
        for (int zoom = tiles.deepest(); zoom >= tiles.shallowest(); zoom--) {
            levels.add(TilePyramid.mercator(zoom, TilePyramid.SIDE));
        }
        TilePyramid pyramid =
                TilePyramid.of(ForeignCrs.epsg(3857), TilePyramid.world(), levels, Optional.empty(), server);
        return new Overlay.Picture(pyramid, server::notes, attribution(tiles), server::close);
    }

    private TileServer server(Layer.Tiles tiles) {
        TileAddress.check(tiles.template());
        TileAddress.checkZooms(tiles.shallowest(), tiles.deepest());
        return new TileServer(tiles.template(), web, jobs, manner, clock);
    }

    /** The largest N of 1:N at which tiles are painted: two levels beyond the server's coarsest. */
    static double farthest(Layer.Tiles tiles) {
        return tiles.shallowest() == 0 ? Double.POSITIVE_INFINITY : 4 * WHOLE_WORLD / (1L << tiles.shallowest());
    }

    /** The server's name. @throws DomainException when the address is none */
    public static String host(Layer.Tiles tiles) {
        return TileAddress.host(tiles.template());
    }

    /** Whom to name when the layer names nobody. */
    static String attribution(Layer.Tiles tiles) {
        String host = TileAddress.host(tiles.template());
        return host.equals("openstreetmap.org") || host.endsWith(".openstreetmap.org")
                ? "© OpenStreetMap contributors"
                : "Tiles: " + host;
    }

    /**
     * Asks for one tile, whether or not servers may be asked otherwise; waits for it.
     *
     * @throws DomainException when none can be had, in one sentence
     */
    public void check(Layer.Tiles tiles) {
        TileServer server = server(tiles);
        long middle = (1L << tiles.shallowest()) / 2;
        try {
            server.check(new TilePyramid.Place(tiles.shallowest(), middle, middle));
        } catch (WebFailure e) {
            throw new DomainException(
                    "The tiles of " + TileAddress.host(tiles.template()) + " cannot be had: " + e.why() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            server.close();
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
