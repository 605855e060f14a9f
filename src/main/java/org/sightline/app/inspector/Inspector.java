package org.sightline.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.analysis.PlaceReading;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.ClaimReaders;
import org.sightline.app.fields.EditInPlace;
import org.sightline.app.fields.FormLayout;
import org.sightline.app.fields.GrowingText;
import org.sightline.app.fields.OneOf;
import org.sightline.board.Change;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Credibility;
import org.sightline.claim.Modality;
import org.sightline.claim.Place;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;
import org.sightline.claim.When;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;

/**
 * The chosen claim: what it says, how it is judged, the words it comes from, and what bears on it. Every field is edited
 * where it stands; each edit is one change that can be undone.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Inspector extends BorderPane {
    private final Workspace workspace;
    private final List<EditInPlace> written = new ArrayList<>();
    private final Label number = new Label();
    private final EditInPlace statement;
    private final EditInPlace quantity;
    private final EditInPlace when;
    private final EditInPlace place;
    private final EditInPlace claimant;
    private final EditInPlace tags;
    private final EditInPlace notes;
    private final OneOf<Status> status;
    private final OneOf<Category> category;
    private final OneOf<Modality> modality;
    private final OneOf<PlacePrecision> precision;
    private final OneOf<Integer> credibility;
    private final Label placeNote = new Label();
    private final QuoteCards quotes;
    private final Relations relations;
    private final Roots roots;
    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox nothing = new VBox();
    private Optional<UUID> shown = Optional.empty();

    /** @param reveal shows a quote in the reader */
    public Inspector(Workspace workspace, Actions actions, Consumer<Quote> reveal) {
        this.workspace = workspace;
        getStyleClass().add("inspector");
        statement = text(new GrowingText(8), "statement", (c, t) -> c.withStatement(ClaimReaders.statement(t)));
        quantity = text(new TextField(), "quantity", Inspector::withQuantity);
        when = text(new TextField(), "when", this::withWhen);
        place = text(new TextField(), "place", Inspector::withPlace);
        claimant = text(new TextField(), "claimant", (c, t) -> c.withClaimant(ClaimReaders.words(t)));
        tags = text(new TextField(), "tags", (c, t) -> c.withTags(ClaimReaders.tags(t)));
        notes = text(new GrowingText(8), "notes", (c, t) -> c.withNotes(t.strip()));
        status = one("status", Arrays.asList(Status.values()), Claim::withStatus);
        modality = one("modality", Arrays.asList(Modality.values()), Claim::withModality);
        category = new OneOf<>("inspector-category", Words.of("claim.category"), Category.KNOWN, Words::of)
                .onChosen(chosen -> edit(Claim::withCategory, chosen));
        precision = one("precision", Arrays.asList(PlacePrecision.values()), Inspector::withPrecision);
        credibility = new OneOf<>(
                        "inspector-credibility",
                        Words.of("claim.credibility"),
                        List.of(0, 1, 2, 3, 4, 5, 6),
                        Inspector::gradeWords)
                .onChosen(grade -> edit((claim, g) -> claim.withCredibility(creditOf(g)), grade));
        quotes = new QuoteCards(workspace, reveal, this::removeQuote);
        workspace
                .settings()
                .addListener((settings, before, now) -> workspace
                        .view()
                        .get()
                        .flatMap(view -> shown.flatMap(view::claim))
                        .ifPresent(claim -> placeNote.setText(placeWords(claim))));
        relations = new Relations(workspace);
        roots = new Roots();
        build(actions);
        workspace.view().addListener((view, before, now) -> showChosen());
        workspace.selection().claims().addListener((claims, before, now) -> {
            written.forEach(EditInPlace::commitIfChanged);
            showChosen();
        });
        workspace.arrivals().addListener((arrivals, before, now) -> {
            if (shown.isEmpty()) {
                showChosen();
            } else {
                workspace.view().get().ifPresent(this::showRest);
            }
        });
        showChosen();
    }

    /** What may have come since about claims beside the one that is shown. */
    private void showRest(BoardView view) {
        shown.flatMap(view::claim).ifPresent(claim -> {
            relations.showRows(view, claim);
            roots.show(view, claim);
        });
    }

    private static Optional<Credibility> creditOf(int grade) {
        return grade == 0 ? Optional.empty() : Optional.of(new Credibility(grade));
    }

    private static String gradeWords(int grade) {
        return grade == 0 ? Words.of("grade.none") : Words.of(new Credibility(grade));
    }

    private EditInPlace text(TextInputControl input, String key, BiFunction<Claim, String, Claim> change) {
        EditInPlace field =
                new EditInPlace(input, "inspector-" + key, Words.of("claim." + key), words -> edit(change, words));
        written.add(field);
        return field;
    }

    private <E extends Enum<E>> OneOf<E> one(String key, List<E> values, BiFunction<Claim, E, Claim> change) {
        return new OneOf<E>("inspector-" + key, Words.of("claim." + key), values, Words::of)
                .onChosen(chosen -> workspace.telling(edit(change, chosen)));
    }

    /** Reads what was written in the background, then makes the one change. */
    private <V> CompletableFuture<?> edit(BiFunction<Claim, V, Claim> change, V value) {
        Optional<Claim> claim = shown.flatMap(uuid -> workspace.view().get().flatMap(view -> view.claim(uuid)));
        if (claim.isEmpty()) {
            return CompletableFuture.completedFuture("");
        }
        return workspace
                .inBackground(() -> change.apply(claim.get(), value))
                .thenCompose(edited -> unlessSame(edited, claim.get()));
    }

    private CompletableFuture<Claim> unlessSame(Claim edited, Claim before) {
        return edited.equals(before)
                ? CompletableFuture.completedFuture(before)
                : workspace.apply(new Change.EditClaim(edited)).thenApply(line -> edited);
    }

    private static Claim withQuantity(Claim claim, String words) {
        return claim.withQuantity(words.isBlank() ? Optional.empty() : Optional.of(Quantity.parse(words)));
    }

    private Claim withWhen(Claim claim, String words) {
        Optional<PublicationDate> published = workspace
                .view()
                .get()
                .flatMap(view -> claim.quotes().stream()
                        .findFirst()
                        .flatMap(view::sourceOf)
                        .flatMap(source -> source.published()));
        return claim.withWhen(words.isBlank() ? Optional.empty() : Optional.of(When.parse(words, published)));
    }

    private static Claim withPlace(Claim claim, String words) {
        if (words.isBlank()) {
            return claim.withPlace(Optional.empty());
        }
        return claim.withPlace(Optional.of(PlaceReading.read(words.strip())));
    }

    private static Claim withPrecision(Claim claim, PlacePrecision precision) {
        return claim.withPlace(claim.place().map(p -> p.withPrecision(precision)));
    }

    private void removeQuote(Quote quote) {
        workspace.telling(edit(
                (claim, gone) -> claim.withQuotes(claim.quotes().stream()
                        .filter(q -> !q.uuid().equals(gone.uuid()))
                        .toList()),
                quote));
    }

    private void build(Actions actions) {
        Label empty = new Label(Words.of("inspector.empty"));
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        nothing.getChildren().add(empty);
        nothing.getStyleClass().add("empty-pane");
        placeNote.getStyleClass().add("note");
        placeNote.setId("inspector-place-note");
        placeNote.managedProperty().bind(placeNote.textProperty().isNotEmpty());
        body.getChildren().addAll(statement, fields(), quotes, relations, roots);
        body.getStyleClass().add("inspector-body");
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(header(actions));
        setCenter(nothing);
    }

    private Node header(Actions actions) {
        Label title = new Label(Words.of("inspector.title"));
        title.getStyleClass().add("pane-title");
        number.getStyleClass().add("pane-title");
        number.setId("inspector-number");
        HBox words = new HBox(4, title, number);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox header = new HBox(
                2,
                words,
                actions.iconButton("goToMap"),
                actions.iconButton("copyClaim"),
                actions.iconButton("removeClaim"));
        header.getStyleClass().add("pane-header");
        return header;
    }

    private FormLayout fields() {
        return new FormLayout()
                .row(Words.of("claim.quantity"), quantity)
                .row(Words.of("claim.when"), when)
                .row(Words.of("claim.place"), new VBox(place, placeNote))
                .row(Words.of("claim.precision"), precision)
                .row(Words.of("claim.claimant"), claimant)
                .row(Words.of("claim.modality"), modality)
                .row(Words.of("claim.category"), category)
                .row(Words.of("claim.status"), status)
                .row(Words.of("claim.credibility"), credibility)
                .row(Words.of("claim.tags"), tags)
                .row(Words.of("claim.notes"), notes);
    }

    private void showChosen() {
        Optional<BoardView> view = workspace.view().get();
        Optional<Claim> claim = view.flatMap(v -> workspace.selection().claim().flatMap(v::claim));
        boolean another = !claim.map(Claim::uuid).equals(shown);
        shown = claim.map(Claim::uuid);
        setCenter(claim.isPresent() ? scroll : nothing);
        int chosen = workspace.selection().claims().get().size();
        number.setText(claim.map(c -> chosen > 1 ? Words.of("inspector.ofMany", c.id(), chosen) : Long.toString(c.id()))
                .orElse(""));
        if (claim.isPresent() && view.isPresent()) {
            show(view.get(), claim.get(), another);
        }
    }

    private void show(BoardView view, Claim claim, boolean another) {
        write(statement, claim.statement(), another);
        write(quantity, claim.quantity().map(Quantity::display).orElse(""), another);
        write(when, claim.when().map(When::display).orElse(""), another);
        write(place, claim.place().map(Place::name).orElse(""), another);
        write(claimant, claim.claimant().orElse(""), another);
        write(tags, String.join(", ", claim.tags()), another);
        write(notes, claim.notes(), another);
        status.show(claim.status());
        modality.show(claim.modality());
        category.show(claim.category());
        credibility.show(claim.credibility().map(Credibility::grade).orElse(0));
        precision.show(claim.place().map(Place::precision).orElse(PlacePrecision.TOWN));
        boolean writable = view.readOnlyReason().isEmpty();
        precision.setDisable(claim.place().isEmpty() || !writable);
        placeNote.setText(placeWords(claim));
        written.forEach(field -> field.input().setEditable(writable));
        List.of(status, modality, category, credibility).forEach(box -> box.setDisable(!writable));
        quotes.show(view, claim);
        relations.show(view, claim);
        roots.show(view, claim);
    }

    private String placeWords(Claim claim) {
        return claim.place()
                .flatMap(p -> org.sightline.app.desk.Citations.coordinates(
                        p, workspace.settings().get().notation()))
                .orElse("");
    }

    private static void write(EditInPlace field, String value, boolean another) {
        if (another) {
            field.replace(value);
        } else {
            field.show(value);
        }
    }
}
