package org.sightline.app.map;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Line;
import org.sightline.claim.Claim;
import org.sightline.geo.Position;
import org.sightline.map.MapContent;
import org.sightline.map.MapPainter;
import org.sightline.map.MapView;
import org.sightline.map.PinRows;

/** A pin being dragged: a copy of it follows the pointer, joined by a line to where it came from, until it is dropped. */
final class PinMove {
    private static final int SIZE = 96;

    private final MapPane map;
    private final Claim claim;
    private final MapPainter.Target from;
    private final double grabX;
    private final double grabY;
    private final Line line = new Line();
    private final ImageView ghost = new ImageView();
    private final Group node = new Group(line, ghost);

    private PinMove(MapPane map, Claim claim, MapPainter.Target from, double x, double y) {
        this.map = map;
        this.claim = claim;
        this.from = from;
        this.grabX = from.placeX() - x;
        this.grabY = from.placeY() - y;
        line.getStyleClass().add("map-move-line");
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.setId("map-move");
        ghost.setImage(picture());
    }

    /** Takes up the pin of a target at a pixel; empty when it cannot be moved: clusters, routes and areas. */
    static Optional<PinMove> of(MapPane map, MapPainter.Target target, double x, double y) {
        if (map.onMove().isEmpty() || target.claimIds().size() != 1) {
            return Optional.empty();
        }
        return map.claim(target.claimIds().getFirst())
                .filter(claim -> claim.place().isPresent()
                        && claim.place().get().geometry().getDimension() == 0)
                .map(claim -> new PinMove(map, claim, target, x, y));
    }

    Node node() {
        return node;
    }

    void to(double x, double y) {
        double placeX = x + grabX;
        double placeY = y + grabY;
        line.setStartX(from.placeX());
        line.setStartY(from.placeY());
        line.setEndX(placeX);
        line.setEndY(placeY);
        ghost.setX(placeX - SIZE / 2.0);
        ghost.setY(placeY - SIZE / 2.0);
        where(x, y).ifPresent(position -> {
            String coordinates =
                    map.notationProperty().get().write(position, map.getView().groundMetresPerPixel());
            map.overlay().tip(MapWords.say("move.tip", coordinates), "", placeX, placeY, 18);
        });
    }

    /** Tells the map's owner. */
    void drop(double x, double y) {
        where(x, y).ifPresent(position -> map.onMove().ifPresent(move -> move.accept(claim.id(), position)));
    }

    private Optional<Position> where(double x, double y) {
        return map.getView().position(x + grabX, y + grabY);
    }

    /** The pin alone, as the map would draw it, its place in the middle. */
    private javafx.scene.image.Image picture() {
        double[] xy = new double[2];
        MapView now = map.getView();
        var point = claim.place().orElseThrow().geometry().getCentroid();
        now.projection().project(point.getX(), point.getY(), xy, 0);
        MapView close = new MapView(now.projection(), xy[0], xy[1], now.metresPerPixel(), SIZE, SIZE);
        Map<Long, String> numbers = map.getContent().claims() instanceof PinRows
                ? Map.of(claim.id(), Long.toString(claim.id()))
                : map.getContent().numbers();
        MapContent alone = new MapContent(List.of(claim), numbers, Set.of(claim.id()), OptionalLong.empty(), false)
                .as(map.symbolsProperty().get());
        Raster raster = new Raster(SIZE, SIZE);
        Graphics2D g = raster.graphics(1);
        new MapPainter().paintClaims(g, close, alone, map.themeProperty().get());
        g.dispose();
        raster.updated();
        return raster.image();
    }
}
