package org.sightline.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Route;
import org.sightline.claim.Status;

/**
 * What the signs on a map mean: only those that occur among its claims. A model to be laid out by whoever shows it.
 *
 * @param sections none is empty
 */
public record MapLegend(List<Section> sections) {

    /** Signs of one kind, such as statuses. */
    public record Section(String title, List<Entry> entries) {}

    /** One sign and its meaning. */
    public record Entry(String text, Sign sign) {}

    /** Draws a sign. */
    @FunctionalInterface
    public interface Sign {
        /** @param size width and height of the square about (x, y) that it may fill, pixels of the view */
        void paint(Graphics2D g, double x, double y, double size, MapTheme theme);
    }

    /** The legend of what is on the map. */
    public static MapLegend of(MapContent content) {
        List<Claim> claims =
                content.claims().stream().filter(c -> c.place().isPresent()).toList();
        ResourceBundle words = ResourceBundle.getBundle("org.sightline.map.legend");
        List<Section> sections = new ArrayList<>();
        if (content.symbols() == SymbolSet.MILITARY) {
            add(sections, words.getString("affiliation"), affiliations(claims, words));
            add(sections, words.getString("category"), icons(claims, words));
        } else {
            add(sections, words.getString("category"), categories(claims, words));
        }
        add(sections, words.getString("status"), statuses(claims, content.symbols(), words));
        add(sections, words.getString("modality"), modalities(claims, content.symbols(), words));
        add(sections, words.getString("place"), places(claims, words));
        return new MapLegend(List.copyOf(sections));
    }

    /** The same of a map that has rings which stand for several claims. */
    public static MapLegend ofGathered(MapContent content) {
        ResourceBundle words = ResourceBundle.getBundle("org.sightline.map.legend");
        SymbolSet symbols = content.symbols();
        Sign ring = (g, x, y, size, theme) -> {
            Graphics2D own = MapPainter.smooth(g);
            new ClusterPainter(own, theme, symbols).sample(x, y - size * 0.05, size * 0.4);
            own.dispose();
        };
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(words.getString("gathered.number"), ring));
        if (symbols == SymbolSet.MILITARY) { // whose frames do not tell what is in the ring
            content.claims().stream()
                    .filter(claim -> claim.place().isPresent())
                    .map(claim -> PinShape.of(claim.category()))
                    .distinct()
                    .sorted()
                    .forEach(shape -> entries.add(new Entry(
                            words.getString("category." + shape.category().key()),
                            (g, x, y, size, theme) -> kind(g, x, y, size, theme, shape))));
        }
        List<Section> all = new ArrayList<>(of(content).sections());
        all.add(new Section(words.getString("gathered"), List.copyOf(entries)));
        return new MapLegend(List.copyOf(all));
    }

    /** What stands in a ring for a category where pins are military symbols. */
    private static void kind(Graphics2D g, double x, double y, double size, MapTheme theme, PinShape shape) {
        Graphics2D own = MapPainter.smooth(g);
        own.setColor(Palette.of(theme).ink());
        own.translate(x, y);
        own.scale(size * 0.3 * ClusterPainter.SYMBOL, size * 0.3 * ClusterPainter.SYMBOL);
        own.fill(shape.symbol());
        own.dispose();
    }

    private static void add(List<Section> sections, String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            sections.add(new Section(title, List.copyOf(entries)));
        }
    }

    private static List<Entry> categories(List<Claim> claims, ResourceBundle words) {
        return claims.stream()
                .map(c -> PinShape.of(c.category()))
                .distinct()
                .sorted()
                .map(shape -> new Entry(
                        words.getString("category." + shape.category().key()),
                        pin(shape.category(), Status.WITHDRAWN, Modality.HAPPENED, false)))
                .toList();
    }

    /** Frames: whose. */
    private static List<Entry> affiliations(List<Claim> claims, ResourceBundle words) {
        return new TreeSet<>(claims.stream().map(Affiliation::of).toList())
                .stream()
                        .map(affiliation -> new Entry(
                                words.getString("affiliation." + lower(affiliation)),
                                symbol(affiliation, Optional.empty(), Category.OTHER, true)))
                        .toList();
    }

    /** Icons in the frame of the unknown: what. Those of the standard first, then our own. */
    private static List<Entry> icons(List<Claim> claims, ResourceBundle words) {
        List<Entry> entries = new ArrayList<>();
        new TreeSet<>(claims.stream().flatMap(c -> SymbolIcon.of(c).stream()).toList())
                .forEach(icon -> entries.add(new Entry(
                        words.getString("icon." + lower(icon)),
                        symbol(Affiliation.UNKNOWN, Optional.of(icon), Category.OTHER, false))));
        claims.stream()
                .filter(c -> SymbolIcon.of(c).isEmpty())
                .map(c -> PinShape.of(c.category()).category())
                .distinct()
                .sorted(Comparator.comparing(PinShape::of))
                .forEach(category -> entries.add(new Entry(
                        words.getString("category." + category.key()),
                        symbol(Affiliation.UNKNOWN, Optional.empty(), category, false))));
        return entries;
    }

    /** @param bare the frame alone */
    private static Sign symbol(Affiliation affiliation, Optional<SymbolIcon> icon, Category category, boolean bare) {
        return (g, x, y, size, theme) -> {
            Graphics2D own = MapPainter.smooth(g);
            PinPainter.Face face = new PinPainter.Face(
                    category, Status.UNVERIFIED, Modality.HAPPENED, PlacePrecision.EXACT, "", false);
            SymbolPainter painter = new SymbolPainter(own, theme, size * 0.36);
            if (bare) {
                painter.frame(new MilitarySymbol(affiliation, icon), face, x, y);
            } else {
                painter.paint(new MilitarySymbol(affiliation, icon), face, x, y);
            }
            own.dispose();
        };
    }

    private static List<Entry> statuses(List<Claim> claims, SymbolSet symbols, ResourceBundle words) {
        return new TreeSet<>(claims.stream().map(Claim::status).toList())
                .stream()
                        .map(status -> new Entry(
                                words.getString("status." + lower(status)), like(symbols, status, Modality.HAPPENED)))
                        .toList();
    }

    /** Filled, hollow, struck through: three looks for six modalities. What is not said looks as what happened. */
    private static List<Entry> modalities(List<Claim> claims, SymbolSet symbols, ResourceBundle words) {
        Set<Modality> said = claims.stream()
                .map(Claim::modality)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Modality.class)));
        boolean unsaid = said.remove(Modality.UNKNOWN);
        Map<Modality, String> looks = new EnumMap<>(Modality.class);
        said.forEach(modality -> looks.put(look(modality), "modality." + lower(look(modality))));
        if (unsaid) {
            looks.merge(Modality.HAPPENED, "modality.unknown", (filled, unknown) -> "modality.happened-or-unknown");
        }
        return looks.entrySet().stream()
                .map(look ->
                        new Entry(words.getString(look.getValue()), like(symbols, Status.UNVERIFIED, look.getKey())))
                .toList();
    }

    private static Modality look(Modality modality) {
        return switch (modality) {
            case HAPPENED, ONGOING, UNKNOWN -> Modality.HAPPENED;
            case PLANNED, PREDICTED -> Modality.PLANNED;
            case DENIED -> Modality.DENIED;
        };
    }

    private static List<Entry> places(List<Claim> claims, ResourceBundle words) {
        List<Place> places = claims.stream().flatMap(c -> c.place().stream()).toList();
        List<Entry> entries = new ArrayList<>();
        places.stream()
                .flatMap(p -> p.route().stream())
                .map(Route::pathKnown)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(known -> entries.add(
                        new Entry(words.getString(known ? "place.path" : "place.unknown-path"), line(known))));
        if (places.stream().anyMatch(p -> p.geometry().getDimension() == 2)) {
            entries.add(new Entry(words.getString("place.area"), MapLegend::area));
        }
        if (places.stream()
                .anyMatch(p -> p.geometry().getDimension() == 0 && p.precision().compareTo(PlacePrecision.TOWN) >= 0)) {
            entries.add(new Entry(words.getString("place.uncertain"), MapLegend::ring));
        }
        return entries;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Sign like(SymbolSet symbols, Status status, Modality modality) {
        return symbols == SymbolSet.PINS
                ? pin(Category.PERSONNEL, status, modality, true)
                : (g, x, y, size, theme) -> {
                    Graphics2D own = MapPainter.smooth(g);
                    PinPainter.Face face = new PinPainter.Face(
                            Category.OTHER,
                            status,
                            modality,
                            PlacePrecision.EXACT,
                            "",
                            true,
                            Optional.of(new MilitarySymbol(Affiliation.UNKNOWN, Optional.of(SymbolIcon.INFANTRY))));
                    new PinPainter(own, theme, size * 0.36)
                            .head(face, x, y, PinPainter.Stand.HEAD_ONLY, PinPainter.Emphasis.NONE);
                    own.dispose();
                };
    }

    /** @param bare without a category's symbol, with a status' badge */
    private static Sign pin(Category category, Status status, Modality modality, boolean bare) {
        return (g, x, y, size, theme) -> {
            Graphics2D own = MapPainter.smooth(g);
            PinPainter.Face face =
                    new PinPainter.Face(category, status, modality, PlacePrecision.EXACT, bare ? " " : "", bare);
            new PinPainter(own, theme, size * 0.36)
                    .head(face, x, y, PinPainter.Stand.HEAD_ONLY, PinPainter.Emphasis.NONE);
            own.dispose();
        };
    }

    private static Sign line(boolean known) {
        return (g, x, y, size, theme) -> {
            Graphics2D own = MapPainter.smooth(g);
            Path2D path = new Path2D.Double();
            path.moveTo(x - size * 0.5, y);
            path.lineTo(x + size * 0.5, y);
            new ShapePainter(own, theme, size / 26).directed(path, Status.UNVERIFIED, Modality.HAPPENED, known);
            own.dispose();
        };
    }

    private static void area(Graphics2D g, double x, double y, double size, MapTheme theme) {
        Graphics2D own = MapPainter.smooth(g);
        Path2D path = new Path2D.Double();
        path.moveTo(x - size * 0.42, y - size * 0.1);
        path.lineTo(x, y - size * 0.38);
        path.lineTo(x + size * 0.42, y - size * 0.2);
        path.lineTo(x + size * 0.34, y + size * 0.36);
        path.lineTo(x - size * 0.3, y + size * 0.36);
        path.closePath();
        new ShapePainter(own, theme, size / 34).covered(path, path, Status.UNVERIFIED, false);
        own.dispose();
    }

    private static void ring(Graphics2D g, double x, double y, double size, MapTheme theme) {
        Graphics2D own = MapPainter.smooth(g);
        Palette.Tone tone = Palette.tone(Status.UNVERIFIED, theme);
        Ellipse2D circle = new Ellipse2D.Double(x - size * 0.42, y - size * 0.42, size * 0.84, size * 0.84);
        own.setColor(Palette.translucent(tone.line(), 0.1));
        own.fill(circle);
        own.setColor(tone.line());
        float unit = (float) (size / 26);
        own.setStroke(new BasicStroke(
                unit, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2 * unit, 3 * unit}, 0));
        own.draw(circle);
        own.dispose();
    }
}
