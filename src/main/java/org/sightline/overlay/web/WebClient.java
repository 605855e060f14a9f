package org.sightline.overlay.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sightline.jobs.Jobs;

/** Asks servers for small things: no cookies, no sign-in, no redirects, bounded size and time. Any thread. */
final class WebClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final Duration patience;
    private final int largest;
    private final String agent;
    private @Nullable HttpClient client;

    /** @param status, headers and body as they came; the body is empty unless the status is 200 or 203 */
    record Answer(int status, HttpHeaders headers, byte[] body) {}

    /**
     * @param patience for a whole answer
     * @param largest bytes of a body
     * @param agent how the program names itself
     */
    WebClient(Jobs jobs, Duration patience, int largest, String agent) {
        this.jobs = jobs;
        this.patience = patience;
        this.largest = largest;
        this.agent = agent;
    }

    /** Made when it is first needed: that takes some tenths of a second. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT.compareTo(patience) < 0 ? CONNECT : patience)
                    .executor(task -> jobs.quietly(() -> {
                        task.run();
                        return true;
                    }))
                    .build();
            client = made;
        }
        return made;
    }

    /** Waits for the answer; asks once more when the connection breaks off (RFC 9110, clause 9.2.2). */
    Answer get(URI address, Map<String, String> conditions) throws WebFailure, InterruptedException {
        try {
            return once(address, conditions);
        } catch (BrokenOff e) {
            try {
                return once(address, conditions);
            } catch (BrokenOff again) {
                throw new WebFailure(
                        WebFailure.Kind.AWAY, "the connection to " + address.getHost() + " broke off", again);
            }
        }
    }

    private Answer once(URI address, Map<String, String> conditions)
            throws WebFailure, BrokenOff, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .version(
                        "https".equals(address.getScheme())
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1) // without TLS an upgrade would be offered each time
                .header("User-Agent", agent)
                .header("Accept", "image/png, image/jpeg, image/*;q=0.5");
        conditions.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(
                        request.build(),
                        info -> info.statusCode() == 200 || info.statusCode() == 203
                                ? new Bounded(largest)
                                : HttpResponse.BodySubscribers.replacing(new byte[0]));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw late(e);
        } catch (ExecutionException e) {
            throw failure(address, e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static WebFailure late(Throwable e) {
        return new WebFailure(WebFailure.Kind.AWAY, "the server does not answer in time", e);
    }

    private WebFailure failure(URI address, @Nullable Throwable cause) throws BrokenOff {
        Throwable why = cause == null ? new IOException("no reason given") : cause;
        for (Throwable at = why; at != null; at = at.getCause()) {
            if (at instanceof TooLarge) {
                return new WebFailure(
                        WebFailure.Kind.WRONG, "the server sends more than " + (largest >> 20) + " MiB for one", at);
            }
            if (at instanceof ConnectException || at instanceof java.nio.channels.UnresolvedAddressException) {
                return new WebFailure(
                        WebFailure.Kind.AWAY, "the server " + address.getHost() + " cannot be reached", why);
            }
            if (at instanceof HttpTimeoutException) {
                return late(why);
            }
            if (at instanceof javax.net.ssl.SSLException) {
                return new WebFailure(
                        WebFailure.Kind.AWAY,
                        "no safe connection to " + address.getHost() + " can be made; see its certificate and the"
                                + " computer's clock",
                        why);
            }
        }
        throw new BrokenOff(why);
    }

    private static final class BrokenOff extends Exception {
        private static final long serialVersionUID = 1;

        BrokenOff(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** A body up to a size; the connection is given up when there is more. */
    private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
        private final int largest;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        Bounded(int largest) {
            this.largest = largest;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (bytes.size() + buffer.remaining() > largest) {
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    body.completeExceptionally(new TooLarge());
                    return;
                }
                byte[] some = new byte[buffer.remaining()];
                buffer.get(some);
                bytes.writeBytes(some);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
