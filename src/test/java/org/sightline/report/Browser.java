package org.sightline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A Chromium without a window, steered through chromedriver by the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STARTED = "started successfully on port ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String address;
    private final String session;

    private Browser(Process driver, int port, Path profile, int width, int height) throws IOException {
        this.driver = driver;
        this.address = "http://127.0.0.1:" + port;
        List<String> flags = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height);
        Map<String, Object> wanted = Map.of(
                "browserName",
                "chrome",
                "goog:chromeOptions",
                Map.of("args", flags),
                "goog:loggingPrefs",
                Map.of("browser", "ALL", "performance", "ALL"));
        this.session = "/session/"
                + post("/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)))
                        .get("sessionId")
                        .asText();
    }

    /** Whether a browser can be had on this machine. */
    static boolean present() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromedriver")));
    }

    static Browser start(Path profile, int width, int height) throws IOException {
        Process driver = new ProcessBuilder("chromedriver", "--port=0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(driver, port(driver), profile, width, height);
        } catch (IOException | RuntimeException e) {
            driver.destroyForcibly();
            throw e;
        }
    }

    private static int port(Process driver) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            int at = line.indexOf(STARTED);
            if (at >= 0) {
                return Integer.parseInt(line.substring(at + STARTED.length()).replaceAll("\\D", ""));
            }
        }
        throw new IOException("chromedriver did not start");
    }

    void open(String url) {
        post(session + "/url", Map.of("url", url));
    }

    /** The value of a script's {@code return}. */
    JsonNode run(String script) {
        return post(session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    String text(String script) {
        return run(script).asText();
    }

    boolean is(String script) {
        return run(script).asBoolean();
    }

    /** Waits until a script returns true; ten seconds at most. */
    void await(String script) {
        await(() -> is(script), script);
    }

    private static void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Presses and releases the mouse at a pixel of the window. */
    void click(double x, double y) {
        act(Map.of(
                "type",
                "pointer",
                "id",
                "mouse",
                "actions",
                List.of(
                        Map.of("type", "pointerMove", "x", Math.round(x), "y", Math.round(y)),
                        Map.of("type", "pointerDown", "button", 0),
                        Map.of("type", "pointerUp", "button", 0))));
    }

    /** Keys one after another; special ones as WebDriver writes them (W3C WebDriver, section 17.4.2). */
    void type(String keys) {
        List<Map<String, Object>> strokes = new ArrayList<>();
        keys.chars().forEach(key -> {
            strokes.add(Map.of("type", "keyDown", "value", Character.toString(key)));
            strokes.add(Map.of("type", "keyUp", "value", Character.toString(key)));
        });
        act(Map.of("type", "key", "id", "keyboard", "actions", strokes));
    }

    private void act(Map<String, Object> source) {
        post(session + "/actions", Map.of("actions", List.of(source)));
    }

    /** As if the system were set to the dark scheme. */
    void dark() {
        post(
                session + "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setEmulatedMedia",
                        "params",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark")))));
    }

    /** As if it had a screen of this width. */
    void narrow(int width, int height) {
        post(
                session + "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setDeviceMetricsOverride",
                        "params",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true)));
    }

    void withoutScripts() {
        post(
                session + "/goog/cdp/execute",
                Map.of("cmd", "Emulation.setScriptExecutionDisabled", "params", Map.of("value", true)));
    }

    byte[] picture() {
        return Base64.getDecoder().decode(get(session + "/screenshot").asText());
    }

    byte[] print() {
        ObjectNode options = JSON.createObjectNode().put("background", true);
        return Base64.getDecoder().decode(post(session + "/print", options).asText());
    }

    /** What the console has said since it was last asked. */
    List<String> console() {
        return log("browser");
    }

    /**
     * The addresses that pages asked for since this was last asked. Not those of the browser's own pages: the one it
     * starts with may still be loading while another is opened.
     */
    List<String> requests() throws IOException {
        List<String> urls = new ArrayList<>();
        for (String line : log("performance")) {
            JsonNode message = JSON.readTree(line).get("message");
            if (message.get("method").asText().equals("Network.requestWillBeSent")
                    && !message.at("/params/documentURL").asText().startsWith("chrome:")) {
                urls.add(message.at("/params/request/url").asText());
            }
        }
        return urls;
    }

    private List<String> log(String type) {
        List<String> lines = new ArrayList<>();
        post(session + "/se/log", Map.of("type", type))
                .forEach(line -> lines.add(line.get("message").asText()));
        return lines;
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    private JsonNode post(String path, Object body) {
        try {
            return send(HttpRequest.newBuilder(URI.create(address + path))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode value = JSON.readTree(answer.body()).get("value");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(value.get("error").asText() + ": "
                        + value.get("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            send(HttpRequest.newBuilder(URI.create(address + session)).DELETE());
        } finally {
            http.close();
            driver.destroy();
        }
    }
}
