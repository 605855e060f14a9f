package org.sightline.overlay.web;

import java.net.http.HttpHeaders;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer of a server with what decides how long it may be used: RFC 9111, for a cache of one person. Immutable; any
 * thread.
 *
 * @param headers the fields that matter, by names in small letters
 * @param asked when the request was sent, milliseconds since 1970
 * @param answered when its answer came
 * @param body empty unless the status is 200 or 203
 */
record Stored(int status, Map<String, String> headers, long asked, long answered, byte[] body) {
    private static final List<String> FIELDS = List.of(
            "cache-control", "expires", "date", "age", "etag", "last-modified", "vary", "location", "content-type");

    /** Statuses that may be used again although nothing says how long (RFC 9110, clause 15.1), of those met here. */
    private static final Set<Integer> LASTING = Set.of(200, 203, 204, 301, 308, 404, 410);

    private static final long DAY = 86_400;
    private static final long LONGEST = 10L * 365 * DAY;

    /** How far a clock may have been set back before what is kept is no longer believed, milliseconds. */
    private static final long CLOCK = 60_000;

    static Map<String, String> fields(HttpHeaders all) {
        Map<String, String> fields = new TreeMap<>();
        for (String name : FIELDS) {
            List<String> values = all.allValues(name);
            if (!values.isEmpty()) {
                boolean list = name.equals("cache-control") || name.equals("vary");
                fields.put(name, list ? String.join(", ", values) : values.getFirst());
            }
        }
        return fields;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean picture() {
        return status == 200 || status == 203;
    }

    boolean redirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** There is nothing at the address, and that is no fault of the server. */
    boolean nothing() {
        return status == 204 || status == 404 || status == 410;
    }

    /** Whether it may be kept, and would be of use. */
    boolean storable() {
        boolean may = !has("no-store") && header("vary").stream().noneMatch(vary -> vary.contains("*"));
        boolean lasting = LASTING.contains(status) || explicit().isPresent();
        boolean useful = picture() || lifetime() > 0 || validated();
        return may && lasting && useful;
    }

    /** Whether the server can be asked if it is still the same. */
    boolean validated() {
        return headers.containsKey("etag") || headers.containsKey("last-modified");
    }

    /** Whether it must never be used once it is stale, also when the server cannot be asked (clause 4.2.4). */
    boolean strict() {
        return has("must-revalidate") || has("no-cache");
    }

    boolean fresh(long now) {
        return now < freshUntil() && now >= answered - CLOCK;
    }

    /** Milliseconds since 1970 up to which it may be used without asking (clauses 4.2.1 to 4.2.3). */
    long freshUntil() {
        long apparent = Math.max(0, answered - date());
        long told = 1000
                * header("age")
                        .map(Stored::seconds)
                        .orElse(OptionalLong.empty())
                        .orElse(0);
        return answered + 1000 * lifetime() - Math.max(apparent, told + answered - asked);
    }

    private long date() {
        return header("date").flatMap(Stored::instant).orElse(answered);
    }

    /** Seconds. */
    private long lifetime() {
        if (has("no-cache")) {
            return 0;
        }
        OptionalLong explicit = explicit();
        if (explicit.isPresent()) {
            return explicit.getAsLong();
        }
        // a tenth of its age, and a day at most (clause 4.2.2)
        return header("last-modified")
                .flatMap(Stored::instant)
                .map(modified -> Math.clamp((date() - modified) / 10_000, 0, DAY))
                .orElse(0L);
    }

    private OptionalLong explicit() {
        Optional<String> age = directive("max-age");
        if (age.isPresent()) {
            return OptionalLong.of(seconds(age.get()).orElse(0)); // what cannot be read is stale
        }
        return header("expires")
                .map(words -> OptionalLong.of(instant(words)
                        .map(expires -> Math.clamp((expires - date()) / 1000, 0, LONGEST))
                        .orElse(0L)))
                .orElse(OptionalLong.empty());
    }

    /** This with what a 304 says anew (clause 3.2). */
    Stored freshened(Map<String, String> told, long nowAsked, long nowAnswered) {
        Map<String, String> merged = new TreeMap<>(headers);
        merged.remove("date");
        merged.remove("age");
        merged.putAll(told);
        return new Stored(status, merged, nowAsked, nowAnswered, body);
    }

    private boolean has(String name) {
        return directive(name).isPresent();
    }

    /** The value of a directive of Cache-Control, empty words when it has none. */
    private Optional<String> directive(String name) {
        for (String part : parts(header("cache-control").orElse(""))) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).strip();
            if (key.equalsIgnoreCase(name)) {
                String value = equals < 0 ? "" : part.substring(equals + 1).strip();
                return Optional.of(value.replaceAll("^\"|\"$", ""));
            }
        }
        return Optional.empty();
    }

    /** Split at commas that are not within quotes. */
    private static List<String> parts(String words) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == '"') {
                quoted = !quoted;
            } else if (words.charAt(i) == ',' && !quoted) {
                parts.add(words.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(words.substring(from));
        return parts;
    }

    private static OptionalLong seconds(String digits) {
        String plain = digits.strip();
        if (!plain.matches("[0-9]+")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(plain.length() > 10 ? LONGEST : Math.min(LONGEST, Long.parseLong(plain)));
    }

    /** An HTTP date, or a whole number of seconds from now, as Retry-After has them. */
    static OptionalLong wait(String words, long now) {
        OptionalLong seconds = seconds(words);
        return seconds.isPresent()
                ? seconds
                : instant(words)
                        .map(then -> OptionalLong.of(Math.max(0, (then - now) / 1000)))
                        .orElse(OptionalLong.empty());
    }

    private static Optional<Long> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli());
        } catch (DateTimeParseException e) {
            return Optional.empty(); // such as "0", which means the past
        }
    }
}
