package org.sightline.overlay;

import java.net.URI;
import org.sightline.DomainException;

/** The address of a tile server's tiles, with places for zoom, column and row. Stateless. */
final class TileAddress {
    private TileAddress() {}

    /** @throws DomainException when it cannot be one */
    static void check(String template) {
        String plain = template.strip();
        boolean places =
                plain.contains("{z}") && plain.contains("{x}") && (plain.contains("{y}") || plain.contains("{-y}"));
        if (!places || plain.length() > 1000) {
            throw new DomainException("\"" + template + "\" is no address of a tile server; write it with {z}, {x} and"
                    + " {y}, such as https://tiles.example/{z}/{x}/{y}.png.");
        }
        host(template);
    }

    static String host(String template) {
        try {
            URI address = URI.create(of(template, 0, 0, 0));
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null) {
                return address.getHost();
            }
        } catch (IllegalArgumentException e) {
            throw new DomainException(wrong(template), e);
        }
        throw new DomainException(wrong(template));
    }

    private static String wrong(String template) {
        return "\"" + template + "\" is no web address; it begins with https:// and the server's name.";
    }

    /** @param row from the north */
    static String of(String template, int zoom, long column, long row) {
        return template.strip()
                .replace("{z}", Integer.toString(zoom))
                .replace("{x}", Long.toString(column))
                .replace("{-y}", Long.toString((1L << zoom) - 1 - row))
                .replace("{y}", Long.toString(row));
    }
}
