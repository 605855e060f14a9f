package org.sightline.overlay;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.DomainException;

/** The address of a tile server's tiles, with places for zoom, column and row. Stateless. */
final class TileAddress {
    /** The deepest zoom that any server has. */
    static final int DEEPEST = 22;

    /** Several names of one server, as {@code {switch:a,b,c}}. */
    private static final Pattern SWITCH = Pattern.compile("\\{switch:([^{}]+)}");

    private static final Pattern UNKNOWN = Pattern.compile("\\{[^{}]*}");

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
        Matcher unknown = UNKNOWN.matcher(of(plain, new TilePyramid.Place(0, 0, 0)));
        if (unknown.find()) {
            throw new DomainException("The address of a tile server has " + unknown.group()
                    + " in it, which is not known; put there what the server's pages say.");
        }
        host(template);
    }

    /** @throws DomainException when no server has such zooms */
    static void checkZooms(int shallowest, int deepest) {
        if (shallowest < 0 || deepest < shallowest || deepest > DEEPEST) {
            throw new DomainException("The zooms of a tile server lie from 0 to " + DEEPEST
                    + ", the smallest first; give 0 and 19 when you do not know.");
        }
    }

    static String host(String template) {
        try {
            URI address = URI.create(of(template, new TilePyramid.Place(0, 0, 0)));
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

    static String of(String template, TilePyramid.Place place) {
        long turn = place.column() + place.row(); // so that a tile always has the same address
        String words = template.strip().replace("{s}", "{switch:a,b,c}").replace("{r}", "");
        String named = SWITCH.matcher(words).replaceAll(found -> {
            String[] names = found.group(1).split(",", -1);
            return Matcher.quoteReplacement(names[(int) (turn % names.length)].strip());
        });
        return named.replace("{z}", Integer.toString(place.zoom()))
                .replace("{x}", Long.toString(place.column()))
                .replace("{-y}", Long.toString((1L << place.zoom()) - 1 - place.row()))
                .replace("{y}", Long.toString(place.row()));
    }
}
