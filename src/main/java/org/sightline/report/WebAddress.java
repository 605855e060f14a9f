package org.sightline.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which of the addresses that a source may carry become links: http and https alone. Stateless. */
final class WebAddress {
    private WebAddress() {}

    /** The address as it may stand in a link; empty when it is to be shown as text. */
    static Optional<String> link(String address) {
        if (!address.equals(ForeignText.plain(address))) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getRawAuthority() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
