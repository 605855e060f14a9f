package org.sightline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/** Takes the bytes of a web page, once, as they come: no script is run, and nothing the page names is fetched. */
final class Download {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s\";]+)");

    private Download() {}

    /** @throws DomainException when it cannot be fetched or is larger than {@code largest} bytes */
    static CaptureCommand.Taken of(URI address, int largest) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(60))
                    .header("User-Agent", "Sightline (evidence board; one page, asked for by a person)")
                    .build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return taken(response, address, largest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(address, "it was interrupted", e);
        } catch (HttpTimeoutException e) {
            throw failure(address, "it did not answer in time", e);
        } catch (ConnectException | UnknownHostException e) {
            throw failure(address, "the server cannot be reached", e);
        } catch (IllegalArgumentException e) {
            throw failure(address, "it is not a full web address", e);
        } catch (IOException e) {
            throw failure(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static CaptureCommand.Taken taken(HttpResponse<InputStream> response, URI address, int largest)
            throws IOException {
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new DomainException("\"" + address + "\" was not captured: the server answered "
                        + response.statusCode() + "; check the address, or save the page and capture the file.");
            }
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new DomainException("\"" + address + "\" is larger than " + Amounts.bytes(largest)
                        + ", the most that a capture can hold; save the part that is needed and capture the file.");
            }
            String type = response.headers().firstValue("content-type").orElse("");
            Matcher charset = CHARSET.matcher(type);
            return new CaptureCommand.Taken(
                    bytes,
                    name(response.uri(), type),
                    charset.find() ? Optional.of(charset.group(1)) : Optional.empty(),
                    Optional.of(address.toString()));
        }
    }

    /** The last word of the path, with the ending that the media type asks for. */
    private static String name(URI address, String type) {
        String path = Optional.ofNullable(address.getPath()).orElse("");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = last.isEmpty() ? String.valueOf(address.getHost()) : last;
        return type.contains("html") && !name.matches("(?i).*[.]x?html?") ? name + ".html" : name;
    }

    private static DomainException failure(URI address, String why, Exception e) {
        return new DomainException(
                "\"" + address + "\" was not captured: " + why
                        + "; check the address and the connection, or save the page and capture the file.",
                e);
    }
}
