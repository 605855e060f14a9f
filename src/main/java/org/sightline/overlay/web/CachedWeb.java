package org.sightline.overlay.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.jobs.Jobs;

/**
 * Pictures of servers, from the disk as long as their headers allow (RFC 9111), else from the network where that is
 * wanted. Any thread; waits.
 */
public final class CachedWeb implements AutoCloseable {
    private static final int HOPS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final WebClient client;
    private final DiskCache cache;
    private final InstantSource clock;
    private volatile Optional<IOException> notKept = Optional.empty();

    /**
     * @param patience for one answer
     * @param largest bytes of one
     * @param most bytes on the disk
     * @param agent how the program names itself
     */
    public record Limits(Duration patience, int largest, long most, String agent) {}

    /** @param folder where answers are kept; made when there is one */
    public CachedWeb(Path folder, Jobs jobs, Limits limits, InstantSource clock) {
        this.client = new WebClient(jobs, limits.patience(), limits.largest(), limits.agent());
        this.cache = new DiskCache(folder, limits.most(), limits.largest());
        this.clock = clock;
    }

    /** Makes something of the bytes, or says in one sentence why it cannot; what it refuses is not kept. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @throws DomainException when the bytes are not what was wanted */
        T read(byte[] bytes);
    }

    /**
     * @param value empty when the server has nothing at the address
     * @param freshUntil milliseconds since 1970; in the past when it is used although it is stale
     */
    public record Fetched<T>(Optional<T> value, int status, long freshUntil) {}

    /**
     * @param online whether the network may be asked
     * @throws WebFailure when it cannot be had
     */
    public <T> Fetched<T> fetch(URI address, boolean online, Reading<T> reading)
            throws WebFailure, InterruptedException {
        return fetch(address, online ? Asking.WHERE_STALE : Asking.NEVER, reading);
    }

    /**
     * The same, with the server asked also where what is kept is fresh, and nothing stale in its place.
     *
     * @throws WebFailure when it cannot be had from the server
     */
    public <T> Fetched<T> fetchAnew(URI address, Reading<T> reading) throws WebFailure, InterruptedException {
        return fetch(address, Asking.ALWAYS, reading);
    }

    private enum Asking {
        NEVER,
        WHERE_STALE,
        ALWAYS
    }

    private <T> Fetched<T> fetch(URI address, Asking asking, Reading<T> reading)
            throws WebFailure, InterruptedException {
        URI at = address;
        for (int hop = 0; hop <= HOPS; hop++) {
            Stored answer = answer(at, asking, reading);
            if (!answer.redirect()) {
                Optional<T> value = answer.picture() ? Optional.of(read(answer, reading)) : Optional.empty();
                return new Fetched<>(value, answer.status(), answer.freshUntil());
            }
            at = next(at, answer);
        }
        throw new WebFailure(WebFailure.Kind.WRONG, "the server sends on from address to address without end");
    }

    /** Why answers are not kept on the disk, when they are not. */
    public Optional<IOException> notKept() {
        return notKept;
    }

    private Stored answer(URI at, Asking asking, Reading<?> reading) throws WebFailure, InterruptedException {
        Optional<Stored> kept = cache.get(at);
        if (asking == Asking.ALWAYS) {
            return asked(at, kept, reading);
        }
        if (kept.isPresent() && kept.get().fresh(clock.millis())) {
            return kept.get();
        }
        Optional<Stored> stale = kept.filter(old -> !old.strict());
        if (asking == Asking.NEVER) {
            return stale.orElseThrow(() ->
                    new WebFailure(WebFailure.Kind.NOT_ASKED, "not kept from earlier, and the server was not asked"));
        }
        try {
            return asked(at, kept, reading);
        } catch (WebFailure e) {
            boolean unasked = e.kind() == WebFailure.Kind.AWAY || e.kind() == WebFailure.Kind.BUSY;
            if (stale.isPresent() && unasked) {
                return stale.get();
            }
            throw e;
        }
    }

    private Stored asked(URI at, Optional<Stored> kept, Reading<?> reading) throws WebFailure, InterruptedException {
        Map<String, String> conditions = new LinkedHashMap<>();
        kept.ifPresent(old -> {
            old.header("etag").ifPresent(tag -> conditions.put("If-None-Match", tag));
            old.header("last-modified").ifPresent(date -> conditions.put("If-Modified-Since", date));
        });
        long asked = clock.millis();
        WebClient.Answer answer = client.get(at, conditions);
        long answered = clock.millis();
        Map<String, String> fields = Stored.fields(answer.headers());
        if (answer.status() == 304) {
            if (kept.isPresent() && sameTag(kept.get(), fields)) {
                return keep(at, kept.get().freshened(fields, asked, answered));
            }
            if (conditions.isEmpty()) {
                throw new WebFailure(WebFailure.Kind.WRONG, "the server answered 304 to a plain request");
            }
            return asked(at, Optional.empty(), reading);
        }
        Stored stored = new Stored(answer.status(), fields, asked, answered, answer.body());
        if (stored.picture()) {
            read(stored, reading);
        } else if (!stored.redirect() && !stored.nothing()) {
            throw refusal(answer.status(), answer.headers(), answered);
        }
        return keep(at, stored);
    }

    private static boolean sameTag(Stored kept, Map<String, String> fields) {
        String now = fields.getOrDefault("etag", "");
        return now.isEmpty() || weak(now).equals(weak(kept.header("etag").orElse(now)));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private Stored keep(URI at, Stored stored) {
        try {
            if (stored.storable()) {
                cache.put(at, stored);
            } else {
                cache.remove(at);
            }
        } catch (IOException e) {
            notKept = Optional.of(e);
        }
        return stored;
    }

    private static <T> T read(Stored stored, Reading<T> reading) throws WebFailure {
        String type = stored.header("content-type").orElse("").replaceFirst(";.*", "");
        type = type.strip().toLowerCase(java.util.Locale.ROOT);
        boolean picture = type.isEmpty() || type.startsWith("image/") || type.endsWith("/octet-stream");
        if (!picture) {
            throw new WebFailure(
                    WebFailure.Kind.WRONG, "the server sends " + plain(type) + " where a picture should be");
        }
        try {
            return reading.read(stored.body());
        } catch (DomainException e) {
            String why = String.valueOf(e.getMessage()).replaceFirst("[.]$", "");
            throw new WebFailure(
                    WebFailure.Kind.WRONG,
                    why.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + why.substring(1),
                    e);
        }
    }

    private static String plain(String words) {
        String safe = words.replaceAll("[^a-z0-9.+/-]", "?");
        return safe.length() <= 60 ? safe : safe.substring(0, 60);
    }

    private static WebFailure refusal(int status, HttpHeaders headers, long now) {
        Duration pause = headers.firstValue("Retry-After")
                .map(words -> Duration.ofSeconds(Stored.wait(words, now).orElse(0)))
                .map(told -> told.compareTo(LONGEST_PAUSE) < 0 ? told : LONGEST_PAUSE)
                .orElse(Duration.ZERO);
        WebFailure.Kind kind = switch (status) {
            case 401, 402, 403 -> WebFailure.Kind.REFUSED;
            case 429, 503 -> WebFailure.Kind.BUSY;
            default -> status >= 500 ? WebFailure.Kind.AWAY : WebFailure.Kind.WRONG;
        };
        String meaning = switch (status) {
            case 400 -> " (it does not understand the address)";
            case 401, 403 -> " (it does not allow this)";
            case 429 -> " (it has been asked too much)";
            case 503 -> " (it is busy)";
            default -> "";
        };
        return new WebFailure(kind, "the server answered " + status + meaning, pause);
    }

    /** Where a redirect leads: to the web and nowhere else, and never from a safe connection to an open one. */
    private static URI next(URI from, Stored answer) throws WebFailure {
        String words = answer.header("location").orElse("");
        try {
            URI to = from.resolve(words);
            String scheme = String.valueOf(to.getScheme()).toLowerCase(java.util.Locale.ROOT);
            boolean web = scheme.equals("https") || (scheme.equals("http") && "http".equals(from.getScheme()));
            if (web && to.getHost() != null && to.getUserInfo() == null && !words.isBlank()) {
                return to;
            }
            throw new WebFailure(
                    WebFailure.Kind.WRONG,
                    "the server sends on to an address that is not followed (" + plain(scheme) + ")");
        } catch (IllegalArgumentException e) {
            throw new WebFailure(WebFailure.Kind.WRONG, "the server sends on to what is no address", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
