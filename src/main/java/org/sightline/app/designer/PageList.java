package org.sightline.app.designer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.sightline.briefing.Briefing;
import org.sightline.jobs.Jobs;

/**
 * The pages of a briefing, small, one below another. A page is painted when it is scrolled to, and not before changes
 * have come to rest.
 *
 * <p>Thread rule: window's thread only; painting goes through {@link Jobs}.
 */
final class PageList extends ListView<Integer> {
    private static final double SMALL = 92;
    private static final Duration REST = Duration.millis(300);

    private final Jobs jobs;
    private final Map<Integer, Image> small = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private Optional<Briefing> shown = Optional.empty();
    private boolean settled;
    private boolean showing;

    /** @param turned is told of the page that is chosen, 0 for the first */
    PageList(Jobs jobs, IntConsumer turned) {
        this.jobs = jobs;
        setId("designer-pages");
        getStyleClass().add("designer-pages");
        setAccessibleText(DesignerWords.of("pages.list"));
        setCellFactory(view -> new PageCell());
        setPrefWidth(SMALL + 38);
        setMinWidth(SMALL + 38);
        getSelectionModel().selectedIndexProperty().addListener((index, was, is) -> {
            if (!showing && is.intValue() >= 0) {
                turned.accept(is.intValue());
            }
        });
        rest.setOnFinished(event -> {
            settled = true;
            refresh();
        });
    }

    /** Shows a briefing and which page is the large one, telling nobody. */
    void show(Briefing briefing, int page) {
        showing = true;
        try {
            boolean other = shown.filter(briefing::equals).isEmpty();
            shown = Optional.of(briefing);
            if (getItems().size() != briefing.wholes()) {
                getItems().setAll(IntStream.range(0, briefing.wholes()).boxed().toList());
            }
            if (getSelectionModel().getSelectedIndex() != page) {
                getSelectionModel().select(page);
                scrollTo(page);
            }
            if (other) {
                refresh(); // paper may have another shape
                asked.clear();
                settled = false;
                rest.playFromStart();
            }
        } finally {
            showing = false;
        }
    }

    private void paint(int page) {
        if (!settled || shown.isEmpty() || !asked.add(page)) {
            return;
        }
        Briefing briefing = shown.get();
        double scale = 2 * SMALL / Math.max(briefing.wholeWidth(), briefing.wholeHeight());
        jobs.quietly(() -> PagePicture.of(briefing.wholePicture(page, scale)))
                .thenAccept(image -> Platform.runLater(() -> {
                    if (shown.filter(briefing::equals).isPresent()) {
                        small.put(page, image);
                        refresh();
                    }
                }));
    }

    /** A small page with its number. */
    private final class PageCell extends ListCell<Integer> {
        private final ImageView picture = new ImageView();
        private final StackPane sheet = new StackPane(picture);
        private final Label number = new Label();
        private final VBox both = new VBox(3, sheet, number);

        PageCell() {
            sheet.getStyleClass().add("designer-sheet");
            sheet.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            both.setAlignment(Pos.CENTER);
        }

        /** As large before it is painted as after. */
        private void size(Briefing briefing) {
            double scale = SMALL / Math.max(briefing.wholeWidth(), briefing.wholeHeight());
            picture.setFitWidth(scale * briefing.wholeWidth());
            picture.setFitHeight(scale * briefing.wholeHeight());
            sheet.setPrefSize(picture.getFitWidth() + 2, picture.getFitHeight() + 2);
        }

        @Override
        protected void updateItem(Integer page, boolean empty) {
            super.updateItem(page, empty);
            if (empty || page == null) {
                setGraphic(null);
                return;
            }
            paint(page);
            shown.ifPresent(this::size);
            picture.setImage(small.get(page));
            number.setText(Integer.toString(page + 1));
            setAccessibleText(
                    DesignerWords.of("page.accessible", page + 1, getItems().size()));
            setGraphic(both);
        }
    }
}
