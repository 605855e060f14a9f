package org.sightline.app.pin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sightline.DomainException;
import org.sightline.analysis.ClaimReading;
import org.sightline.app.desk.Citations;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.ClaimReaders;
import org.sightline.app.fields.FormLayout;
import org.sightline.app.fields.GrowingText;
import org.sightline.app.fields.OneOf;
import org.sightline.app.fields.ReadingField;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.When;
import org.sightline.geo.Notation;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * A claim about to be pinned: filled from the selected words, each field saying how they were read. Enter pins, Esc
 * leaves without a trace.
 *
 * <p>Thread rule: window's thread only.
 */
public final class PinForm extends BorderPane {
    private final Quote quote;
    private final Optional<StatedDistance> distance;
    private final Function<Claim, CompletableFuture<?>> pin;
    private final Runnable leave;
    private final GrowingText statement = new GrowingText(5);
    private final OneOf<Category> category;
    private final OneOf<Modality> modality;
    private final OneOf<PlacePrecision> precision;
    private final OneOf<Integer> credibility;
    private final ReadingField<Quantity> quantity;
    private final ReadingField<Place> place;
    private final ReadingField<When> when;
    private final TextField claimant = new TextField();
    private final TextField tags = new TextField();
    private final Label problem = new Label();
    private final ReadOnlyObjectWrapper<Optional<Claim>> proposed =
            new ReadOnlyObjectWrapper<>(this, "proposed", Optional.empty());
    private boolean precisionChosen;

    /**
     * @param reading what the words were read as
     * @param here a place pointed at on the map; goes before what was read
     * @param pin makes the change; its future fails with the sentence to show
     * @param leave closes the form
     */
    PinForm(
            Workspace workspace,
            Quote quote,
            Source source,
            ClaimReading reading,
            Optional<Place> here,
            Function<Claim, CompletableFuture<?>> pin,
            Runnable leave) {
        this.quote = quote;
        this.distance = reading.distance();
        this.pin = pin;
        this.leave = leave;
        category = new OneOf<>("pin-category", Words.of("claim.category"), Category.KNOWN, Words::of);
        modality = new OneOf<>("pin-modality", Words.of("claim.modality"), Arrays.asList(Modality.values()), Words::of);
        precision = new OneOf<>(
                "pin-precision", Words.of("claim.precision"), Arrays.asList(PlacePrecision.values()), Words::of);
        credibility = new OneOf<>(
                "pin-credibility",
                Words.of("claim.credibility"),
                List.of(0, 1, 2, 3, 4, 5, 6),
                grade -> grade == 0 ? Words.of("grade.none") : Words.of(new Credibility(grade)));
        quantity = new ReadingField<>(
                workspace, "pin-quantity", Words.of("claim.quantity"), ClaimReaders::quantity, Quantity::display);
        place = new ReadingField<>(
                workspace,
                "pin-place",
                Words.of("claim.place"),
                ClaimReaders::place,
                read -> placeWords(read, workspace.settings().get().notation()));
        when = new ReadingField<>(
                workspace,
                "pin-when",
                Words.of("claim.when"),
                words -> ClaimReaders.when(words, source.published()),
                When::display);
        setId("pin-form");
        getStyleClass().add("side-form");
        fill(reading, here);
        build(source);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** The claim as it would be, once it has a place: to be shown on the map meanwhile. */
    public ReadOnlyObjectProperty<Optional<Claim>> proposed() {
        return proposed.getReadOnlyProperty();
    }

    private void fill(ClaimReading reading, Optional<Place> here) {
        statement.setText(reading.statement());
        category.show(reading.category());
        modality.show(reading.modality());
        credibility.show(0);
        claimant.setText(reading.claimant().orElse(""));
        quantity.offer(
                reading.quantities().stream()
                        .findFirst()
                        .map(Quantity::verbatim)
                        .orElse(""),
                reading.quantities(),
                false);
        when.offer(
                reading.times().stream().findFirst().map(When::verbatim).orElse(""),
                reading.times(),
                reading.timeAround());
        List<Place> places = here.map(List::of).orElse(reading.places());
        place.onChange(this::placeChanged);
        precision.show(PlacePrecision.TOWN);
        place.offer(
                places.stream().findFirst().map(Place::name).orElse(""),
                places,
                here.isEmpty() && reading.placeAround());
        precision.onChosen(chosen -> {
            precisionChosen = true;
            placeChanged();
        });
    }

    private void placeChanged() {
        Optional<Place> read = place.value();
        if (!precisionChosen) {
            read.map(Place::precision).ifPresent(precision::show);
        }
        precision.setDisable(read.isEmpty());
        proposed.set(placeWritten()
                .map(written -> Claim.draft(statement.getText())
                        .withCategory(category.getValue())
                        .withPlace(Optional.of(written))));
    }

    private Optional<Place> placeWritten() {
        return place.value()
                .map(read ->
                        read.precision() == precision.getValue() ? read : read.withPrecision(precision.getValue()));
    }

    private static String placeWords(Place place, Notation notation) {
        String country = place.country().map(code -> ", " + code).orElse("");
        String precise =
                place.route().isPresent() ? " · " + Words.of("place.route") : " · " + Words.of(place.precision());
        return place.name()
                + country
                + Citations.coordinates(place, notation).map(c -> " · " + c).orElse("")
                + precise;
    }

    private void build(Source source) {
        Label heading = new Label(Words.of("pin.heading"));
        heading.getStyleClass().add("form-heading");
        Label words = new Label("“" + quote.exact().strip() + "”");
        words.setId("pin-quote");
        words.getStyleClass().add("quote-words");
        words.setWrapText(true);
        words.setMaxHeight(110);
        Label about = new Label(source.title());
        about.getStyleClass().add("muted");
        VBox quoted = new VBox(4, words, about);
        quoted.getStyleClass().add("quote-card");
        statement.setId("pin-statement");
        problem.setId("pin-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox body = new VBox(12, heading, quoted, fields());
        body.getStyleClass().add("form-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setBottom(new VBox(problem, buttons()));
    }

    private FormLayout fields() {
        claimant.setId("pin-claimant");
        tags.setId("pin-tags");
        tags.setPromptText(Words.of("claim.tags.prompt"));
        place.input().setPromptText(Words.of("claim.place.prompt"));
        when.input().setPromptText(Words.of("claim.when.prompt"));
        quantity.input().setPromptText(Words.of("claim.quantity.prompt"));
        return new FormLayout()
                .row(Words.of("claim.statement"), statement)
                .row(Words.of("claim.quantity"), quantity)
                .row(Words.of("claim.place"), place)
                .row(Words.of("claim.precision"), precision)
                .row(Words.of("claim.when"), when)
                .row(Words.of("claim.modality"), modality)
                .row(Words.of("claim.claimant"), claimant)
                .row(Words.of("claim.category"), category)
                .row(Words.of("claim.credibility"), credibility)
                .row(Words.of("claim.tags"), tags);
    }

    private HBox buttons() {
        Button pinButton = new Button(Words.of("pin.pin"));
        pinButton.setId("pin-now");
        pinButton.getStyleClass().add("accent");
        pinButton.setOnAction(event -> pinNow());
        pinButton.setMinWidth(USE_PREF_SIZE);
        Button back = new Button(Words.of("form.back"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        back.setMinWidth(USE_PREF_SIZE);
        Label keys = new Label(Words.of("pin.keys"));
        keys.getStyleClass().add("muted");
        keys.setWrapText(true); // in a narrow pane
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, pinButton, back, gap, keys);
        row.getStyleClass().add("form-buttons");
        return row;
    }

    /** Puts the focus on the first field a person has to look at. */
    void begin() {
        applyCss(); // before it has a skin, a scroll pane does not hold its content, which then takes no focus
        layout();
        Optional<ReadingField<?>> doubtful =
                readingFields().stream().filter(ReadingField::doubtful).findFirst();
        if (doubtful.isPresent()) {
            doubtful.get().input().requestFocus();
        } else if (place.value().isEmpty()) {
            place.input().requestFocus();
        } else {
            statement.requestFocus();
            statement.end();
        }
    }

    private List<ReadingField<?>> readingFields() {
        return List.of(quantity, place, when);
    }

    private void onKey(KeyEvent event) {
        boolean newLine = event.isShiftDown() && event.getTarget().equals(statement);
        if (event.getCode() == KeyCode.ESCAPE && !anyMenuOpen()) {
            leave.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && !newLine
                && !anyMenuOpen()
                && !(event.getTarget() instanceof Button)) {
            pinNow();
            event.consume();
        }
    }

    private boolean anyMenuOpen() {
        return category.isShowing() || modality.isShowing() || precision.isShowing() || credibility.isShowing();
    }

    private void pinNow() {
        problem.setText("");
        List<CompletableFuture<?>> readings = new ArrayList<>();
        readingFields().forEach(field -> readings.add(field.settled()));
        CompletableFuture.allOf(readings.toArray(new CompletableFuture<?>[0]))
                .whenComplete((read, ignored) -> pinRead());
    }

    private void pinRead() {
        Optional<ReadingField<?>> unread = readingFields().stream()
                .filter(field -> field.problem().isPresent())
                .findFirst();
        if (unread.isPresent()) {
            unread.get().input().requestFocus();
            problem.setText(unread.get().problem().orElseThrow());
            return;
        }
        try {
            pin.apply(written()).whenComplete((done, failure) -> {
                if (failure != null) {
                    Platform.runLater(() -> Notices.onFailure(failure, problem::setText));
                }
            });
        } catch (DomainException e) {
            problem.setText(e.getMessage());
        }
    }

    private Claim written() {
        return Claim.draft(ClaimReaders.statement(statement.getText()))
                .plusQuote(quote)
                .withCategory(category.getValue())
                .withModality(modality.getValue())
                .withQuantity(quantity.value())
                .withPlace(placeWritten())
                .withWhen(when.value())
                .withDistance(distance)
                .withClaimant(ClaimReaders.words(claimant.getText()))
                .withCredibility(Optional.of(credibility.getValue())
                        .filter(grade -> grade > 0)
                        .map(Credibility::new))
                .withTags(ClaimReaders.tags(tags.getText()));
    }
}
