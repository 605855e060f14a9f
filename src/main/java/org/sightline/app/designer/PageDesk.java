package org.sightline.app.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.sightline.briefing.Box;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.Briefing.Spot;
import org.sightline.briefing.Part;
import org.sightline.briefing.Tiles;

/**
 * The page as it will be printed, with a frame about each part: dragged by the mouse, or by the arrow keys when it has
 * the focus (1 mm, with Shift 10); its lower right corner, or Alt with the arrows, changes its size; Delete takes it off
 * the page. Tab goes from part to part.
 *
 * <p>Thread rule: window's thread only.
 */
final class PageDesk extends StackPane {
    private static final double STEP = 1;
    private static final double LARGE_STEP = 10;
    private static final double GRIP = 9;
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double PIXELS_PER_POINT_ON_SCREEN = 96.0 / 72;
    private static final double EDGE = 16;

    private final ImageView picture = new ImageView();
    private final Pane frames = new Pane();
    private final StackPane sheet = new StackPane(picture, frames);
    private final BiConsumer<Spot, Box> moved;
    private final Consumer<Spot> removed;
    private double pixelsPerMm = 1;
    private Optional<Spot> focused = Optional.empty();

    /**
     * @param moved is told where a part was put
     * @param removed is told of a part that is to leave the page
     */
    PageDesk(BiConsumer<Spot, Box> moved, Consumer<Spot> removed) {
        this.moved = moved;
        this.removed = removed;
        getStyleClass().add("designer-desk");
        sheet.getStyleClass().add("designer-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sheet.setAlignment(Pos.TOP_LEFT);
        picture.setId("designer-preview");
        picture.setAccessibleText(DesignerWords.of("preview"));
        setMinSize(0, 0);
        getChildren().setAll(sheet);
    }

    /**
     * Room for a page.
     *
     * @param width pixels of the screen
     * @param height likewise
     * @param actual whether a page is to be as large as on paper, and be scrolled
     */
    record Room(double width, double height, boolean actual) {

        /** How many screen pixels a point of the page has: so many that all of it is seen, or those of its paper. */
        double pixelsPerPoint(Briefing briefing) {
            if (actual) {
                return PIXELS_PER_POINT_ON_SCREEN;
            }
            double across = (width - 2 * EDGE) / briefing.wholeWidth();
            double fit = Math.min(across, (height - 2 * EDGE) / briefing.wholeHeight());
            return fit > 0.1 ? fit : 0.5; // before there is any room, something that can be seen
        }
    }

    /** @param pixelsPerPoint size of the page on the screen; the picture may be finer */
    void show(Briefing briefing, int page, Image image, double pixelsPerPoint) {
        picture.setImage(image);
        picture.setPreserveRatio(false);
        picture.setFitWidth(briefing.wholeWidth() * pixelsPerPoint);
        picture.setFitHeight(briefing.wholeHeight() * pixelsPerPoint);
        frames.setPrefSize(picture.getFitWidth(), picture.getFitHeight());
        // as much as is needed to scroll about it; fitted, it is never more than there is
        setMinSize(picture.getFitWidth() + EDGE, picture.getFitHeight() + EDGE);
        pixelsPerMm = pixelsPerPoint * POINTS_PER_MM;
        boolean had = frames.getChildren().stream().anyMatch(node -> node.isFocused());
        Optional<Spot> before = focused;
        frames.getChildren().setAll(cuts(briefing));
        List<Region> all = new ArrayList<>();
        for (Spot spot : briefing.spots(page)) {
            all.add(frame(spot));
        }
        frames.getChildren().addAll(all);
        if (had) {
            before.flatMap(spot -> all.stream()
                            .filter(node -> same(spot, (Spot) node.getUserData()))
                            .findFirst())
                    .ifPresent(Region::requestFocus);
        }
    }

    private static boolean same(Spot a, Spot b) {
        return a.part() == b.part() && a.note() == b.note();
    }

    /** Where a poster is cut. */
    private List<Line> cuts(Briefing briefing) {
        Tiles tiles = briefing.design().tiles();
        List<Line> cuts = new ArrayList<>();
        double width = picture.getFitWidth();
        double height = picture.getFitHeight();
        for (int column = 1; column < tiles.columns(); column++) {
            cuts.add(new Line(width * column / tiles.columns(), 0, width * column / tiles.columns(), height));
        }
        for (int row = 1; row < tiles.rows(); row++) {
            cuts.add(new Line(0, height * row / tiles.rows(), width, height * row / tiles.rows()));
        }
        cuts.forEach(line -> line.getStyleClass().add("designer-cut"));
        return cuts;
    }

    static String name(Spot spot) {
        return spot.note() >= 0
                ? DesignerWords.of("part.note", spot.note() + 1)
                : DesignerWords.of("part", spot.part());
    }

    private Region frame(Spot spot) {
        Box box = spot.box();
        Region grip = new Region();
        grip.getStyleClass().add("designer-grip");
        grip.setCursor(Cursor.SE_RESIZE);
        Pane frame = new Pane(grip);
        frame.setUserData(spot);
        frame.setId("designer-"
                + (spot.note() >= 0 ? "note-" + spot.note() : spot.part().key()));
        frame.getStyleClass().add("designer-frame");
        if (spot.put()) {
            frame.getStyleClass().add("put");
        }
        frame.setFocusTraversable(true);
        frame.setAccessibleRole(AccessibleRole.BUTTON);
        frame.setAccessibleText(DesignerWords.of("frame.accessible", name(spot)));
        frame.setCursor(Cursor.MOVE);
        place(frame, grip, box);
        frame.focusedProperty().addListener((focus, was, is) -> {
            if (is) {
                focused = Optional.of(spot);
            }
        });
        frame.setOnKeyPressed(event -> pressed(event, spot));
        new Dragging(frame, grip, spot).listen();
        return frame;
    }

    private void place(Region frame, Region grip, Box box) {
        frame.setLayoutX(box.x() * pixelsPerMm);
        frame.setLayoutY(box.y() * pixelsPerMm);
        double width = Math.max(8, box.width() * pixelsPerMm);
        double height = Math.max(8, box.height() * pixelsPerMm);
        frame.setPrefSize(width, height);
        frame.resize(width, height);
        grip.resizeRelocate(width - GRIP, height - GRIP, GRIP, GRIP);
        grip.setPrefSize(GRIP, GRIP);
        grip.setLayoutX(width - GRIP);
        grip.setLayoutY(height - GRIP);
    }

    private void pressed(KeyEvent event, Spot spot) {
        double step = event.isShiftDown() ? LARGE_STEP : STEP;
        double dx = event.getCode() == KeyCode.LEFT ? -step : event.getCode() == KeyCode.RIGHT ? step : 0;
        double dy = event.getCode() == KeyCode.UP ? -step : event.getCode() == KeyCode.DOWN ? step : 0;
        if (dx != 0 || dy != 0) {
            moved.accept(
                    spot,
                    event.isAltDown() ? spot.box().resized(dx, dy) : spot.box().moved(dx, dy));
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            removed.accept(spot);
            event.consume();
        }
    }

    /** A part under the mouse; nothing changes until it is let go. */
    private final class Dragging {
        private final Pane frame;
        private final Region grip;
        private final Spot spot;
        private double fromX;
        private double fromY;
        private boolean resizing;
        private Box now;

        Dragging(Pane frame, Region grip, Spot spot) {
            this.frame = frame;
            this.grip = grip;
            this.spot = spot;
            this.now = spot.box();
        }

        void listen() {
            frame.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                frame.requestFocus();
                fromX = event.getScreenX();
                fromY = event.getScreenY();
                resizing = grip.equals(event.getTarget());
                event.consume();
            });
            frame.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
                double dx = (event.getScreenX() - fromX) / pixelsPerMm;
                double dy = (event.getScreenY() - fromY) / pixelsPerMm;
                now = resizing ? spot.box().resized(dx, dy) : spot.box().moved(dx, dy);
                place(frame, grip, now);
                event.consume();
            });
            frame.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
                if (!now.equals(spot.box())) {
                    moved.accept(spot, now);
                }
                event.consume();
            });
        }
    }

    /** The part that has the focus, or had it last. */
    Optional<Part> focusedPart() {
        return focused.filter(spot -> spot.note() < 0).map(Spot::part);
    }
}
