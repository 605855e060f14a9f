package org.sightline.overlay;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.TilePyramid.Place;
import org.sightline.overlay.web.CachedWeb;
import org.sightline.overlay.web.WebFailure;

/**
 * The tiles of one server: those looked at last in memory, the others from {@link CachedWeb}, a few at once in the
 * background. What a newer painting no longer wants is not fetched. A server that does not answer, or says so, is left
 * alone for a while. Any thread.
 */
final class TileServer implements TilePyramid.Server {
    private static final int AT_ONCE = 4;
    private static final int STRIKES = 3;
    private static final Duration LOOKED_AT = Duration.ofMinutes(1);
    private static final Duration NOTHING_THERE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final long KEPT_PIXELS = 10_000_000;

    /** @param waiting whether a painting waits until all its tiles have come, or failed */
    record Manner(boolean waiting, BooleanSupplier online, Runnable arrived, Jobs.Progress progress) {}

    /** @param trouble empty words when there is none */
    private record Held(Optional<BufferedImage> picture, String trouble, boolean notAsked, long until) {}

    private final String template;
    private final String host;
    private final CachedWeb web;
    private final Jobs jobs;
    private final Manner manner;
    private final InstantSource clock;
    private final Map<Place, Held> held = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<Place> pending = new ArrayDeque<>();
    private final Set<Place> underWay = new HashSet<>();
    private Set<Place> wanted = Set.of();
    private int workers;
    private int strikes;
    private long pausedUntil;
    private String pausedWhy = "";
    private boolean closed;

    TileServer(String template, CachedWeb web, Jobs jobs, Manner manner, InstantSource clock) {
        this.template = template;
        this.host = TileAddress.host(template);
        this.web = web;
        this.jobs = jobs;
        this.manner = manner;
        this.clock = clock;
    }

    @Override
    public void wanted(List<Place> places) {
        int more;
        synchronized (this) {
            wanted = new HashSet<>(places);
            pending.clear();
            places.stream()
                    .filter(place -> !underWay.contains(place) && needed(place))
                    .forEach(pending::add);
            more = closed ? 0 : Math.min(AT_ONCE - workers, pending.size());
            workers += more;
        }
        for (int i = 0; i < more; i++) {
            boolean refused = jobs.quietly(() -> {
                        work();
                        return true;
                    })
                    .isCancelled();
            if (refused) { // the program ends
                close();
            }
        }
    }

    private boolean needed(Place place) {
        Held known = held.get(place);
        return known == null
                || (known.notAsked() && manner.online().getAsBoolean())
                || (!known.notAsked() && known.until() <= clock.millis());
    }

    @Override
    public Optional<BufferedImage> tile(int zoom, long column, long row) {
        Place place = new Place(zoom, column, row);
        return manner.waiting() ? awaited(place) : atHand(place);
    }

    private synchronized Optional<BufferedImage> awaited(Place place) {
        while (!closed && (pending.contains(place) || underWay.contains(place))) {
            manner.progress().check();
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        return atHand(place);
    }

    @Override
    public synchronized Optional<BufferedImage> atHand(Place place) {
        return Optional.ofNullable(held.get(place)).flatMap(Held::picture);
    }

    /** Fetches until nothing is wanted any more. */
    private void work() throws InterruptedException {
        for (Optional<Place> next = next(); next.isPresent(); next = next()) {
            Place place = next.get();
            boolean done = false;
            try {
                Held got = got(place);
                done = true;
                if (put(place, got)) {
                    manner.arrived().run();
                }
            } finally {
                if (!done) {
                    abandoned(place);
                }
            }
        }
    }

    private synchronized Optional<Place> next() {
        Optional<Place> next = closed ? Optional.empty() : Optional.ofNullable(pending.poll());
        next.ifPresentOrElse(underWay::add, () -> workers--);
        return next;
    }

    private synchronized void abandoned(Place place) {
        underWay.remove(place);
        workers--;
        notifyAll();
    }

    /** @return whether the map looks different now, or something else is to be said of it */
    private synchronized boolean put(Place place, Held got) {
        underWay.remove(place);
        Held before = held.put(place, got);
        int done = wanted.size() - pending.size() - underWay.size();
        manner.progress().report((double) done / Math.max(1, wanted.size()), host);
        long pixels = 0;
        for (Held each : held.values()) {
            pixels +=
                    each.picture().map(p -> (long) p.getWidth() * p.getHeight()).orElse(1000L);
        }
        for (var oldest = held.entrySet().iterator(); pixels > KEPT_PIXELS && oldest.hasNext(); ) {
            Map.Entry<Place, Held> entry = oldest.next();
            if (!wanted.contains(entry.getKey())) {
                pixels -= entry.getValue()
                        .picture()
                        .map(p -> (long) p.getWidth() * p.getHeight())
                        .orElse(1000L);
                oldest.remove();
            }
        }
        notifyAll();
        String saidBefore = before == null ? "" : before.trouble();
        return got.picture().isPresent()
                || (before != null && before.picture().isPresent())
                || !got.trouble().equals(saidBefore);
    }

    private Held got(Place place) throws InterruptedException {
        boolean online = manner.online().getAsBoolean();
        boolean paused = online && paused();
        try {
            CachedWeb.Fetched<BufferedImage> fetched = fetch(place, online && !paused);
            long now = clock.millis();
            if (fetched.value().isPresent()) {
                answered();
                long until = Math.max(fetched.freshUntil(), now + LOOKED_AT.toMillis());
                boolean stale = fetched.freshUntil() <= now && !online;
                return new Held(fetched.value(), "", stale, until);
            }
            answered();
            long until = Math.max(fetched.freshUntil(), now + NOTHING_THERE.toMillis());
            return new Held(Optional.empty(), "the server has none there (" + fetched.status() + ")", false, until);
        } catch (WebFailure e) {
            failed(e);
            boolean notAsked = e.kind() == WebFailure.Kind.NOT_ASKED && !paused;
            Duration again = e.kind() == WebFailure.Kind.WRONG ? NOTHING_THERE : PAUSE;
            return new Held(
                    Optional.empty(), paused ? pausedWhy() : e.why(), notAsked, clock.millis() + again.toMillis());
        }
    }

    private CachedWeb.Fetched<BufferedImage> fetch(Place place, boolean online)
            throws WebFailure, InterruptedException {
        return web.fetch(address(place), online, TileServer::decoded);
    }

    /**
     * Asks for one tile to see that the server can be used.
     *
     * @throws WebFailure when it cannot
     */
    void check(Place place) throws WebFailure, InterruptedException {
        web.fetchAnew(address(place), TileServer::decoded);
    }

    private URI address(Place place) {
        return URI.create(TileAddress.of(template, place));
    }

    private static BufferedImage decoded(byte[] bytes) {
        return TileDecoding.decode(bytes, "a tile");
    }

    private synchronized boolean paused() {
        return clock.millis() < pausedUntil;
    }

    private synchronized String pausedWhy() {
        return pausedWhy;
    }

    private synchronized void answered() {
        strikes = 0;
    }

    private synchronized void failed(WebFailure failure) {
        boolean now = failure.kind() == WebFailure.Kind.REFUSED || failure.kind() == WebFailure.Kind.BUSY;
        if (now || (failure.kind() == WebFailure.Kind.AWAY && ++strikes >= STRIKES)) {
            Duration pause = failure.pause().compareTo(PAUSE) > 0 ? failure.pause() : PAUSE;
            pausedUntil = clock.millis() + pause.toMillis();
            pausedWhy = failure.why();
            strikes = 0;
        }
    }

    /** What is missing of what was painted last and why, in one sentence; empty when nothing is. */
    synchronized List<String> notes() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (Place place : wanted) {
            Held known = held.get(place);
            if (known != null && !known.trouble().isEmpty()) {
                reasons.merge(known.trouble(), 1, Integer::sum);
            }
        }
        int missing = reasons.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Map.Entry<String, Integer>> main = reasons.entrySet().stream().max(Map.Entry.comparingByValue());
        if (main.isPresent()) {
            String rest = reasons.size() > 1 ? ", and " + (missing - main.get().getValue()) + " for other reasons" : "";
            return List.of(missing + " of " + wanted.size() + (wanted.size() == 1 ? " tile of " : " tiles of ") + host
                    + (missing == 1 ? " is" : " are") + " missing: "
                    + main.get().getKey() + rest + ".");
        }
        return web.notKept()
                .map(why -> List.of("Tiles of " + host
                        + " could not be kept on the disk, so they are asked for again next time; make room on it."))
                .orElse(List.of());
    }

    synchronized void close() {
        closed = true;
        pending.clear();
        held.clear();
        notifyAll();
    }
}
