package org.sightline.app.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.ClaimReaders;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Status;
import org.sightline.claim.When;

/**
 * The fields of a filter: kinds of claims, a range of time, and a condition. What is set here holds at once, also while
 * the bar is folded away.
 *
 * <p>Thread rule: window's thread only.
 */
final class FilterBar extends VBox {
    private static final Duration TYPING_PAUSE = Duration.millis(250);
    private static final double MOST_CONDITION = 340;
    private static final double EDGES = 24;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Workspace workspace;
    private final ClaimSearch search;
    private final KindMenu<Category> categories;
    private final KindMenu<Status> statuses;
    private final KindMenu<Modality> modalities;
    private final TextField from = field("filter-from", "filter.from", "filter.date.tip", 12);
    private final TextField until = field("filter-until", "filter.to", "filter.date.tip", 12);
    private final CheckBox timeless = new CheckBox(Words.of("filter.timeless"));
    private final TextField condition = field("filter-condition", "filter.condition", "filter.condition.tip", 30);
    private final Label problem = new Label();
    private final Map<TextField, String> wrongDates = new HashMap<>();
    private final Map<TextField, Long> reads = new HashMap<>();
    private final Set<TextField> beingTyped = new HashSet<>();

    FilterBar(Workspace workspace, ClaimSearch search) {
        this.workspace = workspace;
        this.search = search;
        setId("filter-bar");
        getStyleClass().add("filter-bar");
        categories = menu("category", Category::label, set -> with(set, kinds().statuses(), kinds().modalities()));
        statuses = menu("status", Words::of, set -> with(kinds().categories(), set, kinds().modalities()));
        modalities = menu("modality", Modality::label, set -> with(kinds().categories(), kinds().statuses(), set));
        categories.offer(Category.KNOWN);
        categories.setOnShowing(event -> categories.offer(known()));
        statuses.offer(List.of(Status.values()));
        modalities.offer(List.of(Modality.values()));
        timeless.setId("filter-timeless");
        timeless.setOnAction(event -> search.range().set(search.range().get().withTimeless(timeless.isSelected())));
        condition
                .prefWidthProperty()
                .bind(Bindings.min(MOST_CONDITION, widthProperty().subtract(EDGES)));
        condition.setPromptText(Words.of("filter.condition.prompt"));
        problem.setId("filter-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        HBox last = new HBox(6, new Label("–"), until);
        last.setAlignment(Pos.CENTER_LEFT);
        FlowPane fields = new FlowPane(6, 4, categories, statuses, modalities, from, last, timeless, condition);
        fields.setRowValignment(VPos.CENTER);
        fields.prefWrapLengthProperty().bind(widthProperty().subtract(EDGES));
        getChildren().addAll(fields, problem);
        whenTyped(from, () -> read(from, when -> when.earliest().or(when::latest)));
        whenTyped(until, () -> read(until, when -> when.latest().or(when::earliest)));
        whenTyped(condition, () -> {
            search.condition().set(condition.getText());
            search.again();
        });
        search.onClear(this::clear);
        for (TextField field : List.of(from, until)) {
            field.focusedProperty().addListener((focus, before, now) -> showRange());
        }
        search.kinds().addListener((kinds, before, now) -> showKinds());
        search.range().addListener((range, before, now) -> showRange());
        search.condition().addListener((property, before, now) -> {
            if (!now.equals(condition.getText())) {
                condition.setText(now);
            }
        });
        search.problem().addListener((property, before, now) -> showProblem());
        showRange();
    }

    private static TextField field(String id, String name, String tip, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(Words.of(name));
        field.setAccessibleText(Words.of(name));
        field.setTooltip(new Tooltip(Words.of(tip)));
        field.setPrefColumnCount(columns);
        return field;
    }

    private <T> KindMenu<T> menu(String key, Function<T, String> words, Function<Set<T>, ClaimKinds> with) {
        return new KindMenu<>(
                "filter-" + key,
                Words.of("filter." + key),
                words,
                set -> search.kinds().set(with.apply(set)));
    }

    private static ClaimKinds with(Set<Category> categories, Set<Status> statuses, Set<Modality> modalities) {
        return new ClaimKinds(categories, statuses, modalities);
    }

    private ClaimKinds kinds() {
        return search.kinds().get();
    }

    /** The known categories, and words of people's own that are on the board. */
    private List<Category> known() {
        List<Claim> claims = workspace.view().get().map(BoardView::claims).orElse(List.of());
        Set<Category> met = new HashSet<>();
        for (int row = 0; row < claims.size(); row++) {
            met.add(
                    claims instanceof LeanClaims lean
                            ? lean.category(row)
                            : claims.get(row).category());
        }
        List<Category> all = new ArrayList<>(Category.KNOWN);
        met.stream()
                .filter(category -> !all.contains(category))
                .sorted(java.util.Comparator.comparing(Category::key))
                .forEach(all::add);
        return all;
    }

    /** All that can have the keys. */
    List<Node> fields() {
        return List.of(categories, statuses, modalities, from, until, timeless, condition);
    }

    /** Where the keys go when the bar is asked for. */
    MenuButton first() {
        return categories;
    }

    /** Runs a little after the last letter, at Enter, or when the field is left. */
    private void whenTyped(TextField field, Runnable then) {
        PauseTransition pause = new PauseTransition(TYPING_PAUSE);
        pause.setOnFinished(event -> then.run());
        field.textProperty().addListener((text, before, now) -> {
            if (field.isFocused()) { // by hand
                beingTyped.add(field);
                pause.playFromStart();
            }
        });
        field.focusedProperty().addListener((focus, before, now) -> {
            if (!now && pause.getStatus() == Animation.Status.RUNNING) {
                pause.stop();
                then.run();
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pause.stop();
                then.run();
                event.consume();
            }
        });
    }

    /** Reads one end of the range; the other stays as it is. */
    private void read(TextField field, Function<When, Optional<Instant>> end) {
        long mine = reads.merge(field, 1L, Long::sum);
        String words = field.getText().strip();
        workspace.inBackground(() -> when(words).flatMap(end)).whenComplete((instant, failure) -> {
            if (mine != reads.getOrDefault(field, 0L)) {
                return;
            }
            beingTyped.remove(field);
            wrongDates.remove(field);
            if (failure != null) {
                Notices.onFailure(failure, sentence -> wrongDates.put(field, sentence));
            } else {
                TimeRange now = search.range().get();
                search.range()
                        .set(field.equals(from) ? now.between(instant, now.until()) : now.between(now.from(), instant));
            }
            showRange();
        });
    }

    private static Optional<When> when(String words) {
        return words.isEmpty()
                ? Optional.empty()
                : ClaimReaders.when(words, Optional.empty()).choices().stream().findFirst();
    }

    /** What was typed and could not be read goes too. */
    private void clear() {
        reads.replaceAll((field, count) -> count + 1); // what is being read comes too late
        wrongDates.clear();
        from.setText("");
        until.setText("");
        condition.setText("");
        beingTyped.clear();
        showProblem();
    }

    private void showKinds() {
        categories.show(kinds().categories());
        statuses.show(kinds().statuses());
        modalities.show(kinds().modalities());
    }

    private void showRange() {
        TimeRange range = search.range().get();
        show(from, range.fromWords());
        show(until, range.untilWords());
        timeless.setSelected(range.timeless());
        showProblem();
    }

    /** What is being typed stays, also where it cannot be read. */
    private void show(TextField field, String words) {
        if (!field.isFocused() && !wrongDates.containsKey(field) && !beingTyped.contains(field)) {
            field.setText(words);
        }
    }

    private void showProblem() {
        TimeRange range = search.range().get();
        String wrong = search.problem().get();
        List<String> problems = new ArrayList<>(wrongDates.values());
        if (range.isEmpty()) {
            problems.add(Words.of("filter.endsFirst"));
        }
        if (!wrong.isEmpty()) {
            problems.add(wrong);
        }
        problem.setText(String.join("\n", problems));
        search.unread().set(!wrongDates.isEmpty());
        from.pseudoClassStateChanged(WRONG, range.isEmpty() || wrongDates.containsKey(from));
        until.pseudoClassStateChanged(WRONG, range.isEmpty() || wrongDates.containsKey(until));
        condition.pseudoClassStateChanged(WRONG, !wrong.isEmpty());
    }
}
