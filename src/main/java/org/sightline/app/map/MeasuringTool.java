package org.sightline.app.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;
import org.sightline.map.MapView;

/**
 * Measures along clicked points: geodesic length and bearing of the leg under way, the total, and the area once the line
 * is closed on its first point.
 */
final class MeasuringTool implements MapTool {
    private static final double CLOSE = 10;
    private static final double HELP_WIDTH = 340;
    private static final double LEAST_HELP = 96;

    /** What the map's buttons and the card's edges take of its width, pixels. */
    private static final double BESIDE = 96;

    /** On a lower map there is no room for help. */
    private static final double LEAST_HEIGHT = 200;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final MapPane map;
    private final Pane pane = new Pane();
    private final Group drawing = new Group();
    private final Label leg = label("");
    private final Label total = label("map-measure-total");
    private final Label help = label("map-measure-help");
    private final VBox result = new VBox(leg, total, help);
    private final List<Position> points = new ArrayList<>();
    private Optional<Position> pointer = Optional.empty();
    private boolean active;
    private boolean closed;

    MeasuringTool(MapPane map) {
        this.map = map;
        help.setText(MapPane.WORDS.getString("measure.help"));
        help.setWrapText(true);
        help.prefWidthProperty()
                .bind(map.widthProperty()
                        .map(width -> Math.clamp(width.doubleValue() - BESIDE, LEAST_HELP, HELP_WIDTH)));
        leg.maxWidthProperty().bind(help.prefWidthProperty());
        total.maxWidthProperty().bind(help.prefWidthProperty());
        leg.setWrapText(true);
        total.setWrapText(true);
        help.visibleProperty().bind(map.heightProperty().greaterThan(LEAST_HEIGHT));
        help.managedProperty().bind(help.visibleProperty());
        result.getStyleClass().add("map-measure-result");
        result.relocate(12, 12);
        pane.setManaged(false);
        pane.setMouseTransparent(true);
        pane.getChildren().addAll(drawing, result);
        pane.setVisible(false);
    }

    private static Label label(String style) {
        Label label = new Label();
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public boolean active() {
        return active;
    }

    void begin(Optional<Position> from) {
        points.clear();
        from.ifPresent(points::add);
        pointer = Optional.empty();
        active = true;
        closed = false;
        pane.setVisible(true);
        map.requestFocus();
        update();
    }

    @Override
    public void end() {
        active = false;
        map.crosshair(false);
        points.clear();
        pane.setVisible(false);
    }

    /** A new point, or the end of the line when it meets the first one. */
    @Override
    public void click(MouseEvent event) {
        put(event.getX(), event.getY());
    }

    @Override
    public void put(double x, double y) {
        if (closed) {
            begin(Optional.empty());
        }
        boolean closes = points.size() > 2 && screen(points.getFirst()).distance(x, y) < CLOSE;
        if (closes) {
            closed = true;
        } else {
            map.getView().position(x, y).ifPresent(points::add);
        }
        update();
    }

    @Override
    public void point(MouseEvent event) {
        aim(event.getX(), event.getY());
    }

    @Override
    public void aim(double x, double y) {
        pointer = map.getView().position(x, y);
        update();
    }

    @Override
    public boolean key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> end();
            case ENTER -> {
                // it would open a pin otherwise; what was measured stays
            }
            case BACK_SPACE -> takeBack();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeBack() {
        if (closed) {
            closed = false;
        } else if (!points.isEmpty()) {
            points.removeLast();
        }
        update();
    }

    /** Metres along the points, back to the first when closed. */
    double metres() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += Geodesic.distance(points.get(i - 1), points.get(i));
        }
        return closed ? sum + Geodesic.distance(points.getLast(), points.getFirst()) : sum;
    }

    @Override
    public void update() {
        if (!active) {
            return;
        }
        drawing.getChildren().clear();
        if (closed) {
            drawing.getChildren().add(line(ring(), "map-measure-area"));
            drawing.getChildren().add(line(ring(), "map-measure-line"));
        } else {
            drawing.getChildren().add(line(points, "map-measure-line"));
            if (pointer.isPresent() && !points.isEmpty()) {
                drawing.getChildren().add(line(List.of(points.getLast(), pointer.get()), "map-measure-preview"));
            }
        }
        for (Position point : points) {
            Point2D at = screen(point);
            Circle circle = new Circle(at.getX(), at.getY(), 4);
            circle.getStyleClass().add("map-measure-point");
            drawing.getChildren().add(circle);
        }
        tell();
    }

    private List<Position> ring() {
        List<Position> ring = new ArrayList<>(points);
        ring.add(points.getFirst());
        return ring;
    }

    private void tell() {
        leg.setText(legText());
        if (closed) {
            total.setText(MapWords.say("measure.total", MapWords.length(metres())) + "  ·  "
                    + MapWords.say("measure.area", MapWords.area(area())));
        } else {
            total.setText(points.size() > 1 ? MapWords.say("measure.total", MapWords.length(metres())) : "");
        }
        total.setVisible(!total.getText().isEmpty());
        total.setManaged(total.isVisible());
        leg.setManaged(!leg.getText().isEmpty());
        result.autosize();
    }

    private String legText() {
        if (points.isEmpty()) {
            return MapPane.WORDS.getString("measure.start");
        }
        Optional<Position> to = closed ? Optional.empty() : pointer;
        return to.filter(p -> !p.equals(points.getLast())) // no leg, and so no bearing
                .map(p -> MapWords.say(
                        "measure.leg",
                        MapWords.length(Geodesic.distance(points.getLast(), p)),
                        String.format(java.util.Locale.ROOT, "%03.0f", Geodesic.bearing(points.getLast(), p))))
                .orElse("");
    }

    private double area() {
        Coordinate[] ring =
                ring().stream().map(p -> new Coordinate(p.lon(), p.lat())).toArray(Coordinate[]::new);
        return Geodesic.area(GEOMETRY.createPolygon(ring));
    }

    /** Great circles between points, in pixels. */
    private Path line(List<Position> through, String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        for (int i = 1; i < through.size(); i++) {
            double step = Math.max(1_000, Geodesic.distance(through.get(i - 1), through.get(i)) / 64);
            Geometry legs = Geodesic.line(through.get(i - 1), through.get(i), step);
            for (int part = 0; part < legs.getNumGeometries(); part++) {
                trace(path, legs.getGeometryN(part).getCoordinates(), i == 1 || part > 0);
            }
        }
        return path;
    }

    private void trace(Path path, Coordinate[] vertices, boolean newRun) {
        for (int i = 0; i < vertices.length; i++) {
            Point2D at = screen(new Position(vertices[i].y, vertices[i].x));
            boolean move = i == 0 && newRun;
            path.getElements().add(move ? new MoveTo(at.getX(), at.getY()) : new LineTo(at.getX(), at.getY()));
        }
    }

    private Point2D screen(Position position) {
        MapView view = map.getView();
        double[] xy = view.screen(position);
        return new Point2D(xy[0], xy[1]);
    }
}
