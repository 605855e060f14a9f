package org.sightline.app.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;

/**
 * Circles of equal geodesic distance about a position, which stay while the map is used.
 *
 * <p>Thread rule: window's thread.
 */
final class RangeRings {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final Pattern WRITTEN = Pattern.compile("([0-9.,;\\s]+)(m|km|mi|nmi)?", Pattern.CASE_INSENSITIVE);
    private static final int MOST_RINGS = 12;
    private static final double ABOVE_SCALE_BAR = 52;
    private static final double LARGEST_METRES = 9_999_000;

    private final MapPane map;
    private final Group drawn = new Group();
    private final TextField distances = new TextField();
    private final VBox form;
    private Optional<Position> centre = Optional.empty();
    private List<Double> metres = List.of();

    RangeRings(MapPane map) {
        this.map = map;
        drawn.setManaged(false);
        drawn.setMouseTransparent(true);
        distances.setId("map-rings-distances");
        distances.setAccessibleText(MapPane.WORDS.getString("rings.distances"));
        distances.textProperty().addListener((text, before, now) -> read(now));
        distances.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    end();
                }
                map.requestFocus();
                event.consume();
            }
        });
        Button close = new Button(MapPane.WORDS.getString("rings.end"));
        close.setId("map-rings-end");
        close.setOnAction(event -> {
            end();
            map.requestFocus();
        });
        form = new VBox(label("rings.distances", "map-measure-total"), new HBox(6, distances, close));
        form.setId("map-rings");
        form.getStyleClass().addAll("map-measure-result", "map-drawing");
        form.setManaged(false);
        form.setVisible(false);
        form.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    private static Label label(String key, String style) {
        Label label = new Label(MapPane.WORDS.getString(key));
        label.getStyleClass().add(style);
        return label;
    }

    Node drawn() {
        return drawn;
    }

    Node form() {
        return form;
    }

    void begin(Position about) {
        centre = Optional.of(about);
        if (metres.isEmpty()) {
            distances.setText(suggested());
        }
        form.setVisible(true);
        update();
        // the letter of the key that asked for them is still to come
        Platform.runLater(() -> {
            distances.requestFocus();
            distances.selectAll();
        });
    }

    /** False when there were none. */
    boolean end() {
        boolean any = centre.isPresent();
        centre = Optional.empty();
        form.setVisible(false);
        update();
        return any;
    }

    /** Three that fit into the view, in round numbers. */
    private String suggested() {
        double room = map.getView().groundMetresPerPixel()
                * Math.min(map.getView().width(), map.getView().height())
                / 2.4;
        double least = room / 3 / 1000;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = (least / power >= 5 ? 5 : least / power >= 2 ? 2 : 1) * power;
        return String.format(Locale.ROOT, "%s, %s, %s km", number(step), number(2 * step), number(3 * step));
    }

    private static String number(double kilometres) {
        return java.math.BigDecimal.valueOf(kilometres)
                .setScale(3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void read(String words) {
        Optional<List<Double>> read = metres(words);
        distances.pseudoClassStateChanged(PROBLEM, read.isEmpty());
        metres = read.orElse(metres);
        update();
    }

    /** Metres of "10, 25, 50 km"; empty when it is not such a list. Kilometres where no unit is said. */
    static Optional<List<Double>> metres(String words) {
        Matcher m = WRITTEN.matcher(words.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        double unit = switch (m.group(2) == null ? "km" : m.group(2).toLowerCase(Locale.ROOT)) {
            case "m" -> 1;
            case "mi" -> 1609.344;
            case "nmi" -> 1852;
            default -> 1000;
        };
        try {
            List<Double> all = Arrays.stream(m.group(1).strip().split("\\s*[,;]\\s*|\\s+"))
                    .map(number -> Double.parseDouble(number) * unit)
                    .sorted()
                    .toList();
            boolean usable =
                    !all.isEmpty() && all.size() <= MOST_RINGS && all.getFirst() > 0 && all.getLast() <= LARGEST_METRES;
            return usable ? Optional.of(all) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Follows the view. */
    void update() {
        drawn.getChildren().clear();
        if (centre.isEmpty()) {
            return;
        }
        double[] middle = map.getView().screen(centre.get());
        List<Node> labels = new ArrayList<>();
        for (double ring : metres) {
            drawn.getChildren().add(trace(Geodesic.circle(centre.get(), ring)));
            double[] at = map.getView().screen(Geodesic.destination(centre.get(), 0, ring));
            Label label = new Label(MapWords.length(ring));
            label.getStyleClass().add("map-ring-label");
            drawn.getChildren().add(label);
            label.applyCss();
            label.autosize();
            label.relocate(Math.rint(at[0] - label.getWidth() / 2), Math.rint(at[1] - label.getHeight() / 2));
            labels.add(label);
        }
        labels.forEach(Node::toFront);
        Circle point = new Circle(middle[0], middle[1], 3.5);
        point.getStyleClass().add("map-measure-point");
        drawn.getChildren().add(point);
        double width = form.prefWidth(-1);
        double height = form.prefHeight(width);
        form.resizeRelocate(12, Math.max(12, map.getHeight() - height - ABOVE_SCALE_BAR), width, height);
    }

    /** The edges of a circle but for those where it was cut. */
    private Path trace(Geometry circle) {
        Path path = new Path();
        path.getStyleClass().add("map-ring");
        for (int i = 0; i < circle.getNumGeometries(); i++) {
            if (circle.getGeometryN(i) instanceof Polygon part) {
                Coordinate[] ring = part.getExteriorRing().getCoordinates();
                for (int v = 0; v < ring.length; v++) {
                    double[] xy = map.getView().screen(new Position(ring[v].y, ring[v].x));
                    boolean jumps = v == 0 || (onEdge(ring[v - 1]) && onEdge(ring[v]));
                    path.getElements().add(jumps ? new MoveTo(xy[0], xy[1]) : new LineTo(xy[0], xy[1]));
                }
            }
        }
        return path;
    }

    private static boolean onEdge(Coordinate c) {
        return Math.abs(c.x) == 180 || Math.abs(c.y) == 90;
    }
}
