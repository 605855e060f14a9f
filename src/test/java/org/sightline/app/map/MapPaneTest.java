package org.sightline.app.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sightline.claim.PlacePrecision;
import org.sightline.geo.DrawnShape;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Geodesic;
import org.sightline.geo.Position;
import org.sightline.jobs.Jobs;
import org.sightline.map.LayerLook;
import org.sightline.map.MapClaims;
import org.sightline.map.MapContent;
import org.sightline.map.MapPainter;
import org.sightline.map.MapTheme;
import org.sightline.map.MapView;
import org.sightline.map.ShapeLayer;
import org.sightline.map.Shapes;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The map under mouse and keys. Frames are painted in the window's thread, so that each act is done when it returns. */
@ExtendWith(ApplicationExtension.class)
class MapPaneTest {
    private static final Position MINSK = new Position(53.9, 27.5667);
    private static final Position GOMEL = new Position(52.4345, 30.9754);

    private static final LayerLook LOOK =
            new LayerLook(1, Color.RED, Color.RED, 0.2, 2, false, 0, Double.POSITIVE_INFINITY, "");

    private final List<Long> opened = new ArrayList<>();
    private final List<Position> moved = new ArrayList<>();
    private final List<Position> pinned = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made on the window's thread, before each test
    private MapPane map;

    @Start
    void start(Stage stage) {
        map = new MapPane(Jobs.inline());
        map.setContent(MapContent.of(new MapClaims()
                .at(MINSK.lat(), MINSK.lon(), PlacePrecision.EXACT)
                .at(GOMEL.lat(), GOMEL.lon(), PlacePrecision.TOWN)
                .list()));
        map.setOnOpen(opened::add);
        map.setOnMove((id, position) -> moved.add(position));
        map.setOnPinHere(pinned::add);
        VBox.setVgrow(map, javafx.scene.layout.Priority.ALWAYS);
        stage.setScene(new Scene(new VBox(new Button("before"), map), 800, 600));
        stage.show();
    }

    @BeforeEach
    void focusTheMap() {
        act(map::requestFocus);
    }

    @Test
    void theFirstClaimsAreAllInSight() {
        assertEquals(2, map.targets().size());
        for (MapPainter.Target pin : map.targets()) {
            assertTrue(pin.x() > 20 && pin.x() < map.getWidth() - 20, pin.toString());
            assertTrue(pin.y() > 20 && pin.y() < map.getHeight() - 20, pin.toString());
        }
    }

    @Test
    void draggingTheGroundPansWithThePointer(FxRobot robot) {
        Position grabbed = position(200, 200);
        robot.drag(at(200, 200), MouseButton.PRIMARY).dropTo(at(230, 215));
        assertEquals(0, Geodesic.distance(grabbed, position(230, 215)), 1.0);
    }

    @Test
    void theWheelZoomsAboutThePointer() {
        Position under = position(500, 150);
        double before = map.getView().metresPerPixel();
        act(() -> Event.fireEvent(map, notch(500, 150))); // the headless robot turns the wheel elsewhere
        assertEquals(before / Math.sqrt(2), map.getView().metresPerPixel(), 1e-6);
        assertEquals(0, Geodesic.distance(under, position(500, 150)), 1.0);
    }

    @Test
    void aClickSelectsAndAClickOnTheGroundSelectsNothing(FxRobot robot) {
        robot.clickOn(pin(1));
        assertEquals(Set.of(1L), map.selection());
        robot.clickOn(pin(2));
        assertEquals(Set.of(2L), map.selection());
        robot.clickOn(at(30, 300));
        assertEquals(Set.of(), map.selection());
    }

    @Test
    void aDoubleClickOnAPinOpensItsClaim(FxRobot robot) {
        robot.doubleClickOn(pin(2));
        assertEquals(List.of(2L), opened);
    }

    @Test
    void thePointerOnAPinShowsItsStatement(FxRobot robot) {
        robot.moveTo(pin(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(labels().contains("Claim 1."));
        assertTrue(map.getAccessibleText().contains("Claim 1."));
        robot.moveTo(at(30, 300));
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(labels().contains("Claim 1."));
    }

    @Test
    void draggingAPinTellsWhereItsFootWasDropped(FxRobot robot) {
        MapPainter.Target pin = target(1);
        robot.drag(pin(1), MouseButton.PRIMARY).dropTo(at(pin.x() + 90, pin.y() + 40));
        assertEquals(1, moved.size());
        double[] foot = map.getView().screen(moved.getFirst());
        assertEquals(pin.placeX() + 90, foot[0], 1);
        assertEquals(pin.placeY() + 40, foot[1], 1);
    }

    @Test
    void escapeTakesBackADragUnderWay(FxRobot robot) {
        MapView before = map.getView();
        robot.drag(pin(1), MouseButton.PRIMARY).moveTo(at(300, 300));
        assertNotNull(map.lookup("#map-move"));
        robot.type(KeyCode.ESCAPE);
        robot.drop();
        assertEquals(List.of(), moved);
        assertEquals(before, map.getView());
    }

    @Test
    void theArrowKeysPanAndPlusZooms(FxRobot robot) {
        MapView before = map.getView();
        robot.type(KeyCode.RIGHT);
        assertTrue(map.getView().centreX() > before.centreX());
        robot.type(KeyCode.UP);
        assertTrue(map.getView().centreY() > before.centreY());
        robot.type(KeyCode.ADD);
        assertEquals(before.metresPerPixel() / 2, map.getView().metresPerPixel(), 1e-6);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT0).release(KeyCode.SHORTCUT);
        assertEquals(before.metresPerPixel(), map.getView().metresPerPixel(), 1e-6);
    }

    @Test
    void tabGoesFromPinToPinAndThenOn(FxRobot robot) {
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        assertEquals(Set.of(1L), map.selection());
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
        assertEquals(List.of(2L), opened);
        robot.type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(map.isFocused(), "after the last pin the focus leaves the map");
    }

    private static String heard(Object node) {
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> (String) ((Node) node).queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private Object asked(AccessibleAttribute attribute, Object... parameters) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> map.queryAccessibleAttribute(attribute, parameters));
    }

    @Test
    void aScreenReaderHearsThePinTheKeysAreAt(FxRobot robot) {
        assertEquals(AccessibleRole.LIST_VIEW, map.getAccessibleRole());
        assertEquals("Map, 2 pins", map.getAccessibleText());
        assertEquals(map, asked(AccessibleAttribute.FOCUS_ITEM));
        robot.type(KeyCode.TAB);
        Node pin = (Node) asked(AccessibleAttribute.FOCUS_ITEM);
        assertEquals("Claim 1: Claim 1. At a place, exact (10 m). Status unverified. Pin 1 of 2.", heard(pin));
        robot.type(KeyCode.TAB);
        assertTrue(heard(asked(AccessibleAttribute.FOCUS_ITEM)).startsWith("Claim 2: Claim 2."));
        robot.type(KeyCode.ESCAPE);
        assertEquals(map, asked(AccessibleAttribute.FOCUS_ITEM));
    }

    @Test
    void aScreenReaderFindsEachPinAndCanActOnIt() {
        assertEquals(2, asked(AccessibleAttribute.ITEM_COUNT));
        Node second = (Node) asked(AccessibleAttribute.ITEM_AT_INDEX, 1);
        MapPainter.Target target = target(2);
        assertTrue(second.getBoundsInParent().contains(target.x(), target.y()));
        assertEquals(Optional.empty(), Optional.ofNullable(asked(AccessibleAttribute.ITEM_AT_INDEX, 2)));
        act(() -> second.executeAccessibleAction(AccessibleAction.FIRE));
        assertEquals(List.of(2L), opened);
        assertEquals(
                true,
                ((Node) asked(AccessibleAttribute.FOCUS_ITEM)).queryAccessibleAttribute(AccessibleAttribute.SELECTED));
        assertEquals(1, ((List<?>) asked(AccessibleAttribute.SELECTED_ITEMS)).size());
    }

    @Test
    void theRingStaysOnThePinWhileTheMapMoves(FxRobot robot) {
        act(() -> map.centreOn(MINSK));
        robot.type(KeyCode.TAB);
        for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.UP, KeyCode.ADD)) {
            robot.type(key);
            Node ring = map.lookup(".map-pin-item");
            MapPainter.Target pin = target(1);
            assertEquals(pin.x(), ring.getBoundsInParent().getCenterX(), 1, key.toString());
            assertEquals(pin.y(), ring.getBoundsInParent().getCenterY(), 1, key.toString());
        }
        assertTrue(labels().contains("Claim 1."));
        act(() -> map.getScene().lookup(".button").requestFocus());
        assertTrue(map.lookupAll(".map-pin-item").isEmpty(), "the ring goes with the focus");
    }

    /** Two colours that stand out from one another are seen on any ground (WCAG 2.2, 1.4.11: at least 3:1). */
    @Test
    void theRingIsSeenInBothThemes(FxRobot robot) {
        for (MapTheme theme : List.of(MapTheme.LIGHT, MapTheme.DARK)) {
            act(() -> map.themeProperty().set(theme));
            robot.type(KeyCode.HOME);
            WaitForAsyncUtils.waitForFxEvents();
            Region ring = (Region) map.lookup(".map-pin-item");
            List<javafx.scene.paint.Color> colours = ring.getBorder().getStrokes().stream()
                    .map(stroke -> (javafx.scene.paint.Color) stroke.getTopStroke())
                    .toList();
            assertEquals(3, colours.size());
            double light = Math.max(luminance(colours.get(0)), luminance(colours.get(1)));
            double dark = Math.min(luminance(colours.get(0)), luminance(colours.get(1)));
            assertTrue((light + 0.05) / (dark + 0.05) >= 3, theme + " " + colours);
        }
    }

    private static double luminance(javafx.scene.paint.Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Test
    void clustersAreOpenedByKeysAndTheirPinsWalked(FxRobot robot) {
        MapClaims claims = new MapClaims();
        for (int i = 0; i < 14; i++) {
            claims.at(MINSK.lat(), MINSK.lon(), PlacePrecision.EXACT);
        }
        claims.at(GOMEL.lat(), GOMEL.lon(), PlacePrecision.TOWN);
        act(() -> map.setContent(MapContent.of(claims.list())));
        int together = map.targets().size();
        robot.type(KeyCode.TAB);
        assertTrue(heard(asked(AccessibleAttribute.FOCUS_ITEM)).startsWith("14 claims close together: 14 "));
        robot.type(KeyCode.ENTER);
        assertEquals(together + 13, map.targets().size());
        assertTrue(heard(asked(AccessibleAttribute.FOCUS_ITEM)).startsWith("Claim 1: "));
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        assertEquals(Set.of(2L), map.selection());
        robot.type(KeyCode.ESCAPE);
        assertEquals(together, map.targets().size());
        robot.type(KeyCode.SPACE);
        assertEquals(14, map.selection().size());
    }

    @Test
    void theKeysGoToThePinInADirectionAndToTheFirstAndLast(FxRobot robot) {
        robot.type(KeyCode.HOME);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.RIGHT).release(KeyCode.SHORTCUT);
        robot.type(KeyCode.SPACE);
        assertEquals(Set.of(2L), map.selection(), "Gomel lies to the south-east of Minsk");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.UP).release(KeyCode.SHORTCUT);
        robot.press(KeyCode.SHIFT).type(KeyCode.SPACE).release(KeyCode.SHIFT);
        assertEquals(Set.of(1L, 2L), map.selection());
        robot.type(KeyCode.END).type(KeyCode.ENTER);
        assertEquals(List.of(2L), opened);
    }

    @Test
    void oneMeasuresAndDrawsByKeysAlone(FxRobot robot) {
        act(() -> map.centreOn(MINSK));
        robot.type(KeyCode.M).type(KeyCode.SPACE);
        assertTrue(map.lookup("#map-crosshair").isVisible());
        Position middle = position(map.getWidth() / 2, map.getHeight() / 2);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.SPACE);
        double expected = Geodesic.distance(middle, position(map.getWidth() / 2, map.getHeight() / 2));
        assertEquals(expected, ((MeasuringTool) map.tool().orElseThrow()).metres(), expected * 0.001);
        robot.type(KeyCode.ESCAPE);
        assertFalse(map.lookup("#map-crosshair").isVisible());
        List<Geometry> kept = new ArrayList<>();
        act(() -> map.drawRoute("Route", Optional.empty(), shape -> {
            kept.add(shape);
            return CompletableFuture.completedFuture(shape);
        }));
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.SPACE).type(KeyCode.ENTER);
        assertEquals(2, kept.getFirst().getNumPoints());
    }

    @Test
    void theMenuOpensByKeyAtThePin(FxRobot robot) {
        robot.type(KeyCode.TAB);
        act(() -> {
            Point2D anywhere = map.localToScene(5, 5);
            Event.fireEvent(
                    map,
                    new javafx.scene.input.ContextMenuEvent(
                            javafx.scene.input.ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            anywhere.getX(),
                            anywhere.getY(),
                            anywhere.getX(),
                            anywhere.getY(),
                            true,
                            null));
        });
        robot.clickOn("#map-menu-pin");
        assertEquals(
                0,
                Geodesic.distance(MINSK, pinned.getFirst()),
                2 * map.getView().groundMetresPerPixel());
    }

    @Test
    void theMenuPinsWhereItWasAskedFor(FxRobot robot) {
        Position there = position(250, 400);
        robot.rightClickOn(at(250, 400));
        robot.clickOn("#map-menu-pin");
        assertEquals(1, pinned.size());
        assertEquals(0, Geodesic.distance(there, pinned.getFirst()), 1.0);
    }

    @Test
    void theMenuCopiesCoordinatesInTheChosenNotation(FxRobot robot) {
        act(() -> map.notationProperty().set(org.sightline.geo.Notation.MGRS));
        Position there = position(250, 400);
        robot.rightClickOn(at(250, 400));
        robot.clickOn("#map-menu-copy");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().getString());
        double within = 2 * map.getView().metresPerPixel();
        Position read = org.sightline.geo.Notation.read(copied).orElseThrow();
        assertTrue(copied.matches("\\d+[A-Z] ?[A-Z]{2}.*"), copied);
        assertTrue(Geodesic.distance(there, read) < Math.max(within, 20_000), copied);
    }

    @Test
    void aTipGoesWhenWhatItPointsAtIsElsewhere() {
        act(() -> map.pointOut(MINSK, "Minsk", "a town", 200));
        Node tip = map.lookup(".map-tip");
        assertTrue(tip.isVisible());
        act(() -> map.zoomBy(1));
        assertTrue(tip.isVisible(), "the view is the same");
        act(() -> map.zoomBy(0.25));
        assertFalse(tip.isVisible());
    }

    @Test
    void measuringTellsGeodesicLengthAndArea(FxRobot robot) {
        act(() -> map.measure(Optional.of(MINSK)));
        double[] gomel = map.getView().screen(GOMEL);
        robot.clickOn(at(gomel[0], gomel[1]));
        double expected = Geodesic.distance(MINSK, GOMEL);
        assertEquals(expected, ((MeasuringTool) map.tool().orElseThrow()).metres(), expected * 0.01);
        robot.type(KeyCode.ENTER);
        assertEquals(expected, ((MeasuringTool) map.tool().orElseThrow()).metres(), expected * 0.01, "Enter keeps it");
        robot.clickOn(at(gomel[0], gomel[1] - 150));
        double[] minsk = map.getView().screen(MINSK);
        robot.clickOn(at(minsk[0], minsk[1]));
        assertTrue(labels().stream().anyMatch(text -> text.contains("Area")), labels().toString());
        robot.type(KeyCode.ESCAPE);
        assertEquals(Optional.empty(), map.tool());
    }

    @Test
    void aRouteIsDrawnByClicksThatSnapByTypingAndByPullingItsSides(FxRobot robot) {
        List<Geometry> kept = new ArrayList<>();
        act(() -> map.drawRoute("Route", Optional.empty(), shape -> {
            kept.add(shape);
            return CompletableFuture.completedFuture(shape);
        }));
        act(() -> map.zoomBy(0.5));
        double[] minsk = map.getView().screen(MINSK);
        robot.clickOn(at(minsk[0] + 5, minsk[1] - 4));
        robot.clickOn("#map-drawing-coordinates").write("52.1 N 29.2 E").type(KeyCode.ENTER);
        assertTrue(labels().stream().anyMatch(text -> text.startsWith("Length")), labels().toString());
        robot.clickOn("#map-drawing-coordinates").write("no place").type(KeyCode.ENTER);
        assertTrue(labels().stream().anyMatch(text -> text.contains("no coordinates")), labels().toString());
        double[] south = map.getView().screen(new Position(52.1, 29.2));
        double x = (minsk[0] + south[0]) / 2;
        double y = (minsk[1] + south[1]) / 2;
        robot.drag(at(x, y)).dropTo(at(x + 40, y));
        act(map::requestFocus);
        robot.type(KeyCode.ENTER);
        Coordinate[] through = kept.getFirst().getCoordinates();
        assertEquals(3, through.length, kept.toString());
        assertEquals(new Coordinate(MINSK.lon(), MINSK.lat()), through[0], "it snaps to the pin");
        assertEquals(0, Geodesic.distance(position(x + 40, y), new Position(through[1].y, through[1].x)), 3_000);
        assertEquals(new Coordinate(29.2, 52.1), through[2]);
        assertEquals(Optional.empty(), map.tool());
    }

    @Test
    void aDrawingComesToRestOnVerticesAndSidesOfLayersAndOnTowns(FxRobot robot) {
        List<Geometry> kept = new ArrayList<>();
        Geometry road = DrawnShape.route(List.of(new Position(53.2, 28.0), new Position(53.2, 30.0)));
        ShapeLayer seen = new ShapeLayer(new Shapes(List.of(road), List.of(), new double[0], List.of()), LOOK);
        act(() -> {
            map.layersProperty().set(List.of(seen));
            map.zoomTo(new Envelope(27.4, 31, 52, 54));
            map.drawRoute("Route", Optional.empty(), shape -> {
                kept.add(shape);
                return CompletableFuture.completedFuture(shape);
            });
        });
        double[] end = map.getView().screen(new Position(53.2, 28.0));
        robot.clickOn(at(end[0] - 5, end[1] + 5));
        double[] middle = map.getView().screen(new Position(53.2, 29.1));
        robot.clickOn(at(middle[0], middle[1] + 6));
        Position mahiliou =
                Gazetteer.builtIn().search("Mogilev, BY", 1).getFirst().position();
        double[] town = map.getView().screen(mahiliou);
        robot.clickOn(at(town[0] + 6, town[1]));
        act(() -> map.layersProperty().set(List.of()));
        robot.clickOn(at(middle[0] + 30, middle[1] + 6));
        robot.type(KeyCode.ENTER);
        Coordinate[] through = kept.getFirst().getCoordinates();
        assertEquals(new Coordinate(28, 53.2), through[0]);
        assertEquals(53.2, through[1].y, 1e-6);
        assertEquals(29.1, through[1].x, 0.05);
        assertEquals(new Coordinate(mahiliou.lon(), mahiliou.lat()), through[2]);
        assertTrue(Math.abs(53.2 - through[3].y) > 0.005, "what is not seen draws nothing near");
    }

    @Test
    void anAreaAcross180DegreesIsChangedByItsVertices(FxRobot robot) {
        List<Geometry> kept = new ArrayList<>();
        Geometry before = DrawnShape.area(
                List.of(new Position(66, 178), new Position(66, -178), new Position(64, -178), new Position(64, 178)));
        act(() -> map.drawArea("Area", Optional.of(before), shape -> {
            kept.add(shape);
            return CompletableFuture.completedFuture(shape);
        }));
        robot.type(KeyCode.TAB).type(KeyCode.BACK_SPACE).type(KeyCode.ENTER);
        assertEquals(before.getArea() / 2, kept.getFirst().getArea(), 1e-9);
    }

    @Test
    void anAreaIsChangedStepByStepAndEachStepIsTakenBack(FxRobot robot) {
        List<Geometry> kept = new ArrayList<>();
        Geometry before = DrawnShape.area(List.of(
                new Position(53.5, 28), new Position(53.5, 30), new Position(52.5, 30), new Position(52.5, 28)));
        act(() -> map.drawArea("Area", Optional.of(before), shape -> {
            kept.add(shape);
            return CompletableFuture.completedFuture(shape);
        }));
        double[] corner = map.getView().screen(new Position(53.5, 30));
        robot.drag(at(corner[0], corner[1])).dropTo(at(corner[0] + 30, corner[1] - 30));
        robot.type(KeyCode.BACK_SPACE);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        robot.type(KeyCode.ENTER);
        assertEquals(before.toText(), kept.getLast().toText());
        act(() -> map.drawArea("Area", Optional.of(before), shape -> {
            kept.add(shape);
            return CompletableFuture.completedFuture(shape);
        }));
        robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.BACK_SPACE).type(KeyCode.ENTER);
        assertEquals(4, kept.getLast().getNumPoints(), "a triangle");
        act(() -> map.drawArea(
                "Area",
                Optional.of(before),
                shape -> CompletableFuture.failedFuture(new IllegalStateException("The disk is full."))));
        robot.type(KeyCode.ENTER);
        assertTrue(map.tool().isPresent(), "what could not be kept is still there");
        robot.type(KeyCode.ESCAPE);
        assertEquals(Optional.empty(), map.tool());
    }

    @Test
    void sidesThatCrossAreToldAndNothingIsKept(FxRobot robot) {
        List<Geometry> kept = new ArrayList<>();
        act(() -> map.drawArea("Area", Optional.empty(), shape -> {
            kept.add(shape);
            return CompletableFuture.completedFuture(shape);
        }));
        for (double[] corner : new double[][] {{350, 250}, {450, 350}, {450, 250}, {350, 350}}) {
            robot.clickOn(at(corner[0], corner[1]));
        }
        robot.type(KeyCode.ENTER);
        assertTrue(labels().stream().anyMatch(text -> text.contains("cross")), labels().toString());
        assertEquals(List.of(), kept);
        assertTrue(map.tool().isPresent());
    }

    @Test
    void ringsStandAtTheirDistancesUntilTheyAreClosed(FxRobot robot) {
        act(() -> map.showRings(MINSK));
        robot.type(KeyCode.BACK_SPACE).write("40, 80 km");
        assertTrue(labels().containsAll(List.of("40 km", "80 km")), labels().toString());
        double[] north = map.getView().screen(Geodesic.destination(MINSK, 0, 80_000));
        Path ring = (Path) map.lookupAll(".map-ring").toArray()[1];
        assertEquals(north[1], ring.getBoundsInLocal().getMinY(), 3);
        robot.type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        assertTrue(map.lookupAll(".map-ring").isEmpty());
        assertEquals(Optional.of(List.of(500.0, 1500.0)), RangeRings.metres("1500; 500 m"));
        assertEquals(Optional.of(List.of(1852.0)), RangeRings.metres("1nmi"));
        for (String wrong : List.of("", "km", "0 km", "-5", "1..2", "20000 km", "ten")) {
            assertEquals(Optional.empty(), RangeRings.metres(wrong), wrong);
        }
    }

    @Test
    void anEmptyMapSaysWhatGoesThere() {
        act(() -> map.setContent(MapContent.of(new MapClaims().nowhere().list())));
        assertTrue(labels().stream().anyMatch(text -> text.startsWith("No claims to show")));
        act(() -> map.setContent(
                MapContent.of(new MapClaims().at(50, 30, PlacePrecision.EXACT).list())));
        assertFalse(labels().stream().anyMatch(text -> text.startsWith("No claims to show")));
    }

    @Test
    void thePositionUnderThePointerIsTold(FxRobot robot) {
        robot.moveTo(at(333, 222));
        WaitForAsyncUtils.waitForFxEvents();
        Position told = map.pointerPositionProperty().get().orElseThrow();
        assertEquals(0, Geodesic.distance(position(333, 222), told), 1.0);
    }

    @Test
    void selectionFromOutsideIsPainted() {
        List<MapPainter.Target> before = map.targets();
        act(() -> map.selection().add(2L));
        assertEquals(before.size(), map.targets().size());
        assertEquals(List.of(2L), map.targets().getLast().claimIds(), "what is selected lies on top");
    }

    /** One notch of the wheel, away from the person. */
    private ScrollEvent notch(double x, double y) {
        Point2D inScene = map.localToScene(x, y);
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                inScene.getX(),
                inScene.getY(),
                inScene.getX(),
                inScene.getY(),
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private static void act(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private MapPainter.Target target(long id) {
        WaitForAsyncUtils.waitForFxEvents();
        return map.targets().stream()
                .filter(t -> t.claimIds().equals(List.of(id)))
                .findFirst()
                .orElseThrow();
    }

    private Point2D pin(long id) {
        MapPainter.Target pin = target(id);
        return at(pin.x(), pin.y());
    }

    /** A pixel of the map on the screen. */
    private Point2D at(double x, double y) {
        return map.localToScreen(x, y);
    }

    private Position position(double x, double y) {
        return map.getView().position(x, y).orElseThrow();
    }

    /** The words that are visible over the map. */
    private List<String> labels() {
        List<String> texts = new ArrayList<>();
        for (Node node : map.lookupAll(".label")) {
            if (node instanceof Label label && shown(label)) {
                texts.add(label.getText());
            }
        }
        return texts;
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }
}
