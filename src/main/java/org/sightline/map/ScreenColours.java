package org.sightline.map;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.claim.Status;

/** The colours of a theme as CSS custom properties, for maps that are drawn by a browser. Stateless. */
public final class ScreenColours {
    private ScreenColours() {}

    /**
     * Declarations such as {@code --sea:#d4e4ec;}, for base map and paper; of a status its body ({@code --disputed}),
     * what is written on it ({@code --disputed-text}) and lines and text ({@code --disputed-line}).
     */
    public static String css(MapTheme theme) {
        Map<String, Color> named = base(Palette.of(theme));
        for (Status status : Status.values()) {
            Palette.Tone tone = Palette.tone(status, theme);
            named.put(status.key(), tone.body());
            named.put(status.key() + "-text", tone.text());
            named.put(status.key() + "-line", tone.line());
        }
        return named.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + ":" + hex(entry.getValue()) + ";")
                .collect(Collectors.joining());
    }

    private static Map<String, Color> base(Palette p) {
        Map<String, Color> named = new LinkedHashMap<>();
        named.put("sea", p.sea());
        named.put("land", p.land());
        named.put("coast", p.coast());
        named.put("lake", p.lake());
        named.put("shore", p.shore());
        named.put("river", p.river());
        named.put("province", p.province());
        named.put("border", p.border());
        named.put("border-band", p.borderBand());
        named.put("country-text", p.countryText());
        named.put("town-text", p.townText());
        named.put("town-mark", p.townMark());
        named.put("halo", p.halo());
        named.put("paper", p.paper());
        named.put("ink", p.ink());
        named.put("accent", p.accent());
        return named;
    }

    private static String hex(Color colour) {
        String rgb = String.format(Locale.ROOT, "#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
        return colour.getAlpha() == 255 ? rgb : rgb + String.format(Locale.ROOT, "%02x", colour.getAlpha());
    }
}
