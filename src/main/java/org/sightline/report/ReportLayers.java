package org.sightline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sightline.map.LayerLook;
import org.sightline.map.MapLayer;
import org.sightline.map.ShapeLayer;

/**
 * The board's layers as a page carries them: points, lines and areas, each layer with its name, whom it names and a switch
 * of its own. Pictures of the ground are left out, and the page says so. Immutable.
 */
final class ReportLayers {
    /** Characters that all layers may take together. */
    static final long MOST = 1_500_000;

    private static final int MOST_LAYERS = 60;
    private static final double METRES_PER_DEGREE = 111_320;

    private final List<Packed> packed = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private record Packed(String name, ShapeLayer layer, PackedShapes shapes) {}

    private ReportLayers() {}

    /** @param check is called again and again, and may throw to stop */
    static ReportLayers of(List<ReportMap.Layered> layers, Runnable check) {
        ReportLayers all = new ReportLayers();
        List<ReportMap.Layered> wanted = new ArrayList<>();
        for (ReportMap.Layered layer : layers) {
            MapLayer onMap = layer.onMap().orElse(null);
            if (onMap instanceof ShapeLayer && wanted.size() < MOST_LAYERS) {
                wanted.add(layer);
            } else {
                (onMap == null && !layer.tiles() || onMap instanceof ShapeLayer ? all.missing : all.pictures)
                        .add(layer.name());
            }
        }
        long room = MOST;
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).onMap().orElseThrow() instanceof ShapeLayer shown) {
                PackedShapes shapes =
                        PackedShapes.of(shown.shapes(), shown.look().names(), room / (wanted.size() - i), check);
                room -= shapes.size();
                all.packed.add(new Packed(wanted.get(i).name(), shown, shapes));
            }
        }
        return all;
    }

    /** Those that are in the page, as they are painted; for the picture of readers without scripts. */
    List<MapLayer> shown() {
        return packed.stream().map(one -> (MapLayer) one.layer()).toList();
    }

    boolean isEmpty() {
        return packed.isEmpty() && pictures.isEmpty() && missing.isEmpty();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Packed one : packed) {
            LayerLook look = one.layer().look();
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeStringField("stroke", hex(look.stroke()));
            json.writeStringField("fill", hex(look.fill()));
            json.writeNumberField("opacity", rounded(look.opacity()));
            json.writeNumberField("fillOpacity", rounded(look.fillOpacity()));
            json.writeNumberField("size", rounded(look.size()));
            json.writeNumberField("nearest", look.nearest());
            if (Double.isFinite(look.farthest())) {
                json.writeNumberField("farthest", look.farthest());
            }
            one.shapes().write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A switch for each layer, with whom it names and what was done to it; empty for none. */
    String switches() {
        if (packed.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<ul>\n");
        for (int i = 0; i < packed.size(); i++) {
            Packed one = packed.get(i);
            out.append("<li><label><input type=\"checkbox\" data-layer=\"" + i + "\" checked>" + swatch(one)
                    + " <span><bdi>" + ForeignText.html(one.name()) + "</bdi></span></label>");
            if (!one.layer().attribution().isBlank()) {
                out.append("<p class=\"whose\"><bdi>"
                        + ForeignText.html(one.layer().attribution()) + "</bdi></p>");
            }
            if (one.shapes().isSimplified()) {
                out.append("<p>" + ForeignText.html(simplified(one.shapes())) + "</p>");
            }
            out.append("</li>\n");
        }
        return out.append("</ul>\n").toString();
    }

    /** For paper and for readers without scripts: which there are, and whom they name. */
    String told() {
        if (isEmpty()) {
            return "";
        }
        List<String> names = packed.stream()
                .map(one -> "<bdi>" + ForeignText.html(one.name()) + "</bdi>"
                        + (one.layer().attribution().isBlank()
                                ? ""
                                : " (<bdi>" + ForeignText.html(one.layer().attribution()) + "</bdi>)"))
                .toList();
        String all = names.isEmpty()
                ? ""
                : "<p>" + ForeignText.html(Phrases.of("layers.told")) + " " + String.join("; ", names) + ".</p>\n";
        return all + absent();
    }

    /** What is not in the page; empty where all is. */
    String absent() {
        return sentence("layers.pictures", pictures) + sentence("layers.missing", missing);
    }

    private static String sentence(String key, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        List<String> isolated = names.stream()
                .map(name -> "<bdi>" + ForeignText.html(name) + "</bdi>")
                .toList();
        return "<p class=\"muted\">" + ForeignText.html(Phrases.of(key)) + " " + String.join(", ", isolated)
                + ".</p>\n";
    }

    private static String simplified(PackedShapes shapes) {
        double metres = shapes.tolerance() * METRES_PER_DEGREE;
        String far = metres >= 1000
                ? Phrases.of("layers.kilometres", Math.max(1, Math.round(metres / 1000)))
                : Phrases.of("layers.metres", Math.round(metres));
        return shapes.left() == 0
                ? Phrases.of("layers.simplified", far)
                : Phrases.of("layers.thinned", far, shapes.left(), shapes.things());
    }

    /** A field, a line or a point in the layer's colours. */
    private static String swatch(Packed one) {
        LayerLook look = one.layer().look();
        String stroke = "stroke=\"" + hex(look.stroke()) + "\" stroke-width=\"2\"";
        PackedShapes shapes = one.shapes();
        String drawn = "<circle cx=\"9\" cy=\"6\" r=\"3.5\" fill=\"" + hex(look.stroke()) + "\"/>";
        if (!shapes.areas().isEmpty()) {
            drawn = "<rect x=\"1\" y=\"1\" width=\"16\" height=\"10\" fill=\"" + hex(look.fill()) + "\" fill-opacity=\""
                    + rounded(look.fillOpacity() * look.opacity()) + "\" " + stroke + "/>";
        } else if (!shapes.lines().isEmpty()) {
            drawn = "<path d=\"M1 9L7 4L11 8L17 3\" fill=\"none\" " + stroke + "/>";
        }
        return "<svg viewBox=\"0 0 18 12\" aria-hidden=\"true\">" + drawn + "</svg>";
    }

    private static double rounded(double share) {
        return Math.rint(share * 1000) / 1000;
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
