package org.sightline.app.briefing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.briefing.Briefing;
import org.sightline.jobs.Jobs;

/**
 * The pages of a briefing: one large, all of them small at the side. What is shown stays until its successor is
 * painted.
 *
 * <p>Thread rule: window's thread only; painting goes through {@link Jobs}.
 */
final class PagesView extends BorderPane {
    private static final double SMALL = 96;
    private static final double PIXELS_PER_POINT_ON_SCREEN = 96.0 / 72;
    private static final double EDGE = 16;

    private final Jobs jobs;
    private final ListView<Integer> list = new ListView<>();
    private final ImageView large = new ImageView();
    private final ScrollPane scroll = new ScrollPane();
    private final Label where = new Label();
    private final Button previous = icon(Feather.CHEVRON_UP, "previous");
    private final Button next = icon(Feather.CHEVRON_DOWN, "next");
    private final ToggleButton actualSize = new ToggleButton(BriefingWords.of("actualSize"));
    private final Map<Integer, Image> small = new HashMap<>();
    private Optional<Briefing> shown = Optional.empty();
    private CompletableFuture<?> painting = CompletableFuture.completedFuture(null);

    PagesView(Jobs jobs) {
        this.jobs = jobs;
        getStyleClass().add("briefing-pages");
        list.setCellFactory(view -> new PageCell());
        list.setId("briefing-pages");
        list.setPrefWidth(SMALL + 40);
        list.setMinWidth(SMALL + 40);
        list.setAccessibleText(BriefingWords.of("pages"));
        list.getSelectionModel().selectedItemProperty().addListener((item, before, now) -> turned());
        StackPane desk = new StackPane(sheet(large));
        desk.getStyleClass().add("briefing-desk");
        scroll.setContent(desk);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(true);
        scroll.viewportBoundsProperty().addListener((bounds, before, now) -> {
            if (before.getWidth() != now.getWidth() || before.getHeight() != now.getHeight()) {
                paintLarge();
            }
        });
        large.setPreserveRatio(true);
        actualSize.selectedProperty().addListener((on, before, now) -> paintLarge());
        previous.setOnAction(event -> turn(-1));
        next.setOnAction(event -> turn(1));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setCenter(scroll);
        setRight(list);
        setBottom(bar());
    }

    /** The edge of a page, where paper and desk are alike. */
    private static StackPane sheet(ImageView picture) {
        StackPane sheet = new StackPane(picture);
        sheet.getStyleClass().add("briefing-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return sheet;
    }

    private HBox bar() {
        HBox bar = new HBox(6, previous, next, where, actualSize);
        bar.setAlignment(Pos.CENTER);
        bar.getStyleClass().add("briefing-bar");
        return bar;
    }

    private static Button icon(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(BriefingWords.of(key));
        button.setTooltip(new Tooltip(BriefingWords.of(key)));
        return button;
    }

    /** Shows another briefing, at the page that was shown, where it has one. */
    void show(Briefing briefing) {
        int page = page();
        shown = Optional.of(briefing);
        if (list.getItems().size() != briefing.pages()) {
            list.getItems().setAll(IntStream.range(0, briefing.pages()).boxed().toList());
        }
        list.getSelectionModel().select(Math.min(page, briefing.pages() - 1));
        turned();
        paintSmall(briefing);
    }

    int page() {
        return Math.max(0, list.getSelectionModel().getSelectedIndex());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN) {
            turn(event.getCode() == KeyCode.PAGE_UP ? -1 : 1);
            event.consume();
        }
    }

    void turn(int by) {
        int to = page() + by;
        if (to >= 0 && to < list.getItems().size()) {
            list.getSelectionModel().select(to);
            list.scrollTo(to);
        }
    }

    private void turned() {
        shown.ifPresent(briefing -> {
            previous.setDisable(page() == 0);
            next.setDisable(page() == briefing.pages() - 1);
            where.setText(BriefingWords.of("page", page() + 1, briefing.pages()));
            large.setAccessibleText(BriefingWords.of("page.accessible", page() + 1, briefing.pages()));
            paintLarge();
        });
    }

    private void paintLarge() {
        shown.ifPresent(briefing -> {
            int page = page();
            double size = size(briefing);
            double density = getScene() == null || getScene().getWindow() == null
                    ? 1
                    : getScene().getWindow().getOutputScaleX();
            painting.cancel(false);
            CompletableFuture<Image> work =
                    jobs.quietly(() -> PagePicture.of(briefing, page, Math.clamp(size * density, 0.1, 6)));
            painting = work;
            onWindow(work, image -> {
                if (shown.filter(briefing::equals).isPresent() && page == page()) {
                    large.setImage(image);
                    large.setFitWidth(briefing.width() * size);
                }
            });
        });
    }

    /** Screen pixels for each point of the page. */
    private double size(Briefing briefing) {
        if (actualSize.isSelected()) {
            return PIXELS_PER_POINT_ON_SCREEN;
        }
        double width = scroll.getViewportBounds().getWidth() - 2 * EDGE;
        double height = scroll.getViewportBounds().getHeight() - 2 * EDGE;
        double fitting = Math.min(width / briefing.width(), height / briefing.height());
        return fitting > 0 ? fitting : 1;
    }

    private void paintSmall(Briefing briefing) {
        small.clear();
        for (int i = 0; i < briefing.pages(); i++) {
            int page = i;
            double scale = 2 * SMALL / briefing.width();
            onWindow(jobs.quietly(() -> PagePicture.of(briefing, page, scale)), image -> {
                if (shown.filter(briefing::equals).isPresent()) {
                    small.put(page, image);
                    list.refresh();
                }
            });
        }
    }

    /** A page that could not be painted is painted again with the next change; the layout itself reports errors. */
    private static void onWindow(CompletableFuture<Image> work, java.util.function.Consumer<Image> then) {
        work.whenComplete((image, error) -> {
            if (error == null) {
                InWindow.run(() -> then.accept(image));
            } else if (!(error instanceof CancellationException)) {
                InWindow.run(() -> {
                    throw new IllegalStateException("A page could not be painted.", error);
                });
            }
        });
    }

    /** A small page with its number. */
    private final class PageCell extends ListCell<Integer> {
        private final ImageView picture = new ImageView();
        private final Label number = new Label();
        private final VBox both = new VBox(2, sheet(picture), number);

        PageCell() {
            picture.setFitWidth(SMALL);
            picture.setPreserveRatio(true);
            both.setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(Integer page, boolean empty) {
            super.updateItem(page, empty);
            if (empty || page == null) {
                setGraphic(null);
                return;
            }
            picture.setImage(small.get(page));
            number.setText(Integer.toString(page + 1));
            setAccessibleText(BriefingWords.of("page", page + 1, list.getItems().size()));
            setGraphic(both);
        }
    }

    /** Runs something on the window's thread: at once when this is it. */
    static final class InWindow {
        private InWindow() {}

        static void run(Runnable act) {
            if (Platform.isFxApplicationThread()) {
                act.run();
            } else {
                Platform.runLater(act);
            }
        }
    }
}
