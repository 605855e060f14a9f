package org.sightline.app;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;

/** What the window is telling the person, over its lower edge; what went wrong folds out and can be copied. */
final class NoticeBar extends VBox {
    private static final Duration IN_PASSING = Duration.seconds(7);

    private static final double WIDEST = 640; // pixels

    private final Notices notices;
    private final PauseTransition fading = new PauseTransition(IN_PASSING);

    NoticeBar(Notices notices) {
        this.notices = notices;
        getStyleClass().add("notice");
        setId("notice");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        fading.setOnFinished(event -> notices.dismiss());
        notices.current().addListener((notice, before, now) -> show(now));
        show(notices.current().get());
    }

    /** As wide as its sentence, up to what can be read in one glance. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.min(WIDEST, super.computePrefWidth(height));
    }

    private void show(Optional<Notice> notice) {
        fading.stop();
        setVisible(notice.isPresent());
        getChildren().clear();
        notice.ifPresent(this::show);
    }

    private void show(Notice notice) {
        getStyleClass().setAll("notice", "notice-" + notice.kind().name().toLowerCase(java.util.Locale.ROOT));
        Label sentence = new Label(notice.sentence());
        sentence.setId("notice-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(12, new FontIcon(icon(notice.kind())), sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        notice.act().ifPresent(offer -> line.getChildren().add(offerButton(offer)));
        notice.details().ifPresent(details -> foldOut(line, notice.sentence(), details));
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "small-icon");
        close.setAccessibleText(Words.of("notice.close"));
        close.setOnAction(event -> notices.dismiss());
        line.getChildren().add(close);
        getChildren().addFirst(line);
        if (notice.kind() != Notice.Kind.FAILURE) {
            fading.playFromStart();
        }
    }

    private static Feather icon(Notice.Kind kind) {
        return switch (kind) {
            case DONE -> Feather.CHECK;
            case HINT -> Feather.INFO;
            case FAILURE -> Feather.ALERT_TRIANGLE;
        };
    }

    private Button offerButton(Notice.Offer offer) {
        Button button = new Button(offer.name());
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            notices.dismiss();
            offer.work().run();
        });
        return button;
    }

    private void foldOut(HBox line, String sentence, String details) {
        ToggleButton fold = new ToggleButton(Words.of("notice.details"));
        fold.getStyleClass().addAll("flat", "small");
        fold.setMinWidth(Region.USE_PREF_SIZE);
        TextArea text = new TextArea(details);
        text.setEditable(false);
        text.setPrefRowCount(8);
        Button copy = new Button(Words.of("notice.copy"), new FontIcon(Feather.COPY));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(sentence + "\n\n" + details);
            Clipboard.getSystemClipboard().setContent(content);
        });
        VBox folded = new VBox(8, text, copy);
        folded.visibleProperty().bind(fold.selectedProperty());
        folded.managedProperty().bind(fold.selectedProperty());
        line.getChildren().add(fold);
        getChildren().add(folded);
    }
}
