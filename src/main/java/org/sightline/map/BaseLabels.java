package org.sightline.map;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.sightline.geo.Position;

/**
 * Chooses the names a view wants: countries, provinces, waters and towns, most important first, in type that tells them
 * apart. Whether each finds room is {@link LabelPlacement}'s to say.
 */
final class BaseLabels {
    /** Pixels between a named town and any more important one. */
    private static final double TOWN_SPACING = 58;

    private static final double LAYER_SIZE = 10.5;

    /** Pixels beyond the view in which names are placed too, so that they do not jump when panned into sight. */
    private static final double BEYOND = 160;

    /** Farther out than this, only the greatest towns are set before the countries' names. */
    private static final double CROWDED = 20e6;

    /** Pixels from a pin's head within which it is in the way of a town's name. */
    private static final double HEAD_REACH = 36;

    /** Pixels east to west; narrower ones have no lines about them either. */
    private static final double LEAST_PROVINCE = 40;

    private static final double PROVINCES_FROM = 3.2e6;
    private static final double COUNTRIES_UNTIL = 700_000;

    private final MapView view;
    private final Palette palette;
    private final double size;
    private final double scale;
    private final Envelope seen;
    private final PinLayout pins;

    BaseLabels(MapView view, PinLayout pins, MapTheme theme) {
        this.pins = pins;
        this.view = view;
        this.palette = Palette.of(theme);
        this.size = theme == MapTheme.PRINT || theme == MapTheme.MONOCHROME ? 0.74 : 1;
        this.scale = view.scaleDenominator(MapView.SCREEN_PIXELS_PER_INCH);
        this.seen = view.resized((int) (view.width() + 2 * BEYOND), (int) (view.height() + 2 * BEYOND))
                .degrees();
    }

    /** In the order they are to be placed. */
    List<Label> wanted() {
        List<Label> labels = new ArrayList<>();
        double great = scale > CROWDED ? 12 : 3;
        List<Towns.Town> towns = towns();
        labels.addAll(waters());
        towns.stream().filter(t -> apart(t) >= great).forEach(t -> town(t).ifPresent(labels::add));
        if (scale > COUNTRIES_UNTIL) {
            labels.addAll(countries());
        }
        towns.stream().filter(t -> apart(t) < great).forEach(t -> town(t).ifPresent(labels::add));
        if (scale < PROVINCES_FROM) {
            labels.addAll(provinces());
        }
        return labels;
    }

    private List<Label> waters() {
        List<Label> labels = new ArrayList<>();
        for (NamedWater water : NamedWater.all()) {
            double pixels = water.kilometres()
                    * 1000
                    / ground(water.position().lon(), water.position().lat());
            Font font = spaced(Typefaces.ITALIC.at(size * Math.clamp(9 + pixels / 90, 11, 17)), 0.08);
            boolean fits = Text.width(water.name(), font) < pixels && pixels < 9_000;
            if (fits) {
                Label.Style style = new Label.Style(font, palette.waterText(), palette.sea(), 2);
                at(water.position())
                        .ifPresent(c -> labels.add(new Label(water.name(), style, c.x, c.y, 0, Label.UPON)));
            }
        }
        return labels;
    }

    private List<Label> countries() {
        List<Label> labels = new ArrayList<>();
        for (NamedArea country : NamedArea.countries(seen)) {
            double pixels = country.kilometres() * 1000 / ground(country.lon(), country.lat());
            Font font = spaced(Typefaces.MEDIUM.at(size * Math.clamp(8.5 + pixels / 75, 9.5, 19)), 0.14);
            String name = country.name().toUpperCase(Locale.ROOT);
            if (seen.intersects(country.lon(), country.lat()) && Text.width(name, font) < pixels * 1.5) {
                Label.Style style = new Label.Style(font, palette.countryText(), palette.halo(), 2.4);
                at(new Position(country.lat(), country.lon()))
                        .ifPresent(c -> labels.add(
                                new Label(name, style, c.x, c.y, 0, pixels > 200 ? Label.WITHIN : Label.UPON)));
            }
        }
        return labels;
    }

    private List<Label> provinces() {
        List<Label> labels = new ArrayList<>();
        Font font = spaced(Typefaces.NARROW.at(size * (scale < 2e6 ? 12.5 : 11)), 0.1);
        for (NamedArea province : NamedArea.provinces(seen)) {
            double pixels = province.kilometres() * 1000 / ground(province.lon(), province.lat());
            if (pixels >= LEAST_PROVINCE && Text.width(province.name(), font) < pixels * 0.6) {
                Label.Style style = new Label.Style(font, palette.provinceText(), palette.halo(), 2);
                at(new Position(province.lat(), province.lon()))
                        .ifPresent(c -> labels.add(new Label(province.name(), style, c.x, c.y, 0, Label.UPON)));
            }
        }
        return labels;
    }

    /** Most important first. */
    private List<Towns.Town> towns() {
        double least = scale > 1e6 ? scale / 1_000 : 0; // near, villages whose size is not known count too
        double roughly = 0.4 * TOWN_SPACING * size * view.groundMetresPerPixel();
        return Towns.builtIn().apart(roughly, least, seen).stream()
                .filter(t -> apart(t) >= 1)
                .sorted(Comparator.comparingDouble(Towns.Town::importance).reversed())
                .toList();
    }

    /** Distance to any more important town on this map, in the least that names need. */
    private double apart(Towns.Town town) {
        Position at = town.position();
        return town.isolation() / (TOWN_SPACING * size * ground(at.lon(), at.lat()));
    }

    /** Metres on the ground for a pixel at a place, not at the view's middle: else names would change while panning. */
    private double ground(double lon, double lat) {
        double factor = view.projection().scaleFactor(lon, lat);
        return Double.isFinite(factor) && factor > 0 ? view.metresPerPixel() / factor : Double.POSITIVE_INFINITY;
    }

    private Optional<Label> town(Towns.Town town) {
        long people = town.population();
        boolean capital = town.seat() == Towns.Seat.STATE;
        double mark = capital ? 3.8 : people >= 1_000_000 ? 3.2 : people >= 100_000 ? 2.7 : 2.2;
        double type = (people >= 1_000_000 ? 13 : people >= 250_000 ? 12.2 : people >= 50_000 ? 11.6 : 11);
        Typefaces face = capital || people >= 1_000_000 ? Typefaces.MEDIUM : Typefaces.REGULAR;
        double far = scale > 30e6 ? 0.88 : 1;
        Label.Style style = new Label.Style(
                face.at(size * far * (capital ? Math.max(type, 12.6) : type)), palette.townText(), palette.halo(), 2.6);
        return at(town.position())
                .map(c -> new Label(
                        town.name(),
                        style,
                        c.x,
                        c.y,
                        size * mark * (far < 1 ? 0.8 : 1),
                        spots(c, capital || people >= 100_000)));
    }

    /** A name of a layer, which has drawn what it names; near pins it goes as far for room as a city's. */
    Label ofLayer(MapLayer.Name name) {
        Label.Style style = new Label.Style(Typefaces.REGULAR.at(LAYER_SIZE), palette.townText(), palette.halo(), 2.4);
        List<Label.Spot> spots = name.mark() > 0 ? spots(new Coordinate(name.x(), name.y()), true) : Label.UPON;
        return new Label(name.text(), style, name.x(), name.y(), name.mark(), spots, false);
    }

    /** A town that pins stand on may have its name farther off; so may a city whose name their heads would cover. */
    private List<Label.Spot> spots(Coordinate town, boolean city) {
        double reach = city ? HEAD_REACH : 0;
        boolean pinned = !pins.crowded()
                && pins.pins().stream()
                        .anyMatch(p -> Math.hypot(p.x() - town.x, p.y() - town.y) < 9
                                || Math.hypot(p.headX() - town.x, p.headY() - town.y) < reach);
        return pinned ? Label.BESIDE_PINS : Label.BESIDE;
    }

    private Optional<Coordinate> at(Position position) {
        double[] xy = view.screen(position);
        boolean near =
                xy[0] > -BEYOND && xy[0] < view.width() + BEYOND && xy[1] > -BEYOND && xy[1] < view.height() + BEYOND;
        return near ? Optional.of(new Coordinate(xy[0], xy[1])) : Optional.empty();
    }

    private static Font spaced(Font font, double tracking) {
        return font.deriveFont(Map.of(TextAttribute.TRACKING, tracking));
    }
}
