package org.sightline.app.reader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.BoardView.Quoted;
import org.sightline.app.desk.Selection.Passage;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.TabGoesOn;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * The text of the chosen source's newest capture (or of the capture a chosen quote stands in), with its quotes
 * highlighted and the numbers of their claims in the margin. Positions in the area are the offsets of the capture's
 * text, UTF-16 code units: the text is shown unchanged, and its line ends are single characters.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Reader extends BorderPane {
    /** From this number on two do not stand beside each other in the margin. */
    private static final long WIDE = 1_000;

    private final Workspace workspace;
    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final StackPane body = new StackPane();
    private final Label title = new Label();
    private final Label about = new Label();
    private final TextField find = new TextField();
    private final Label findCount = new Label();
    private final HBox findBar = new HBox(8, find, findCount);
    private Optional<Capture> shown = Optional.empty();
    private Optional<UUID> awaited = Optional.empty();
    private Optional<UUID> awaitedClaim = Optional.empty();
    private List<Quoted> painted = List.of();
    private String text = "";
    private List<Integer> found = List.of();
    private int foundAt = -1;
    private boolean focusWanted;
    private Runnable whenShown = () -> {};
    private final ChangeListener<IndexRange> passageChosen = (range, before, now) -> choosePassage(now);

    public Reader(Workspace workspace, Actions actions) {
        this.workspace = workspace;
        getStyleClass().add("reader");
        area.setId("reader-text");
        area.setEditable(false);
        area.setWrapText(true);
        area.setShowCaret(CaretVisibility.ON);
        area.setAccessibleText(Words.of("reader.text"));
        area.getStyleClass().add("reader-text");
        area.setParagraphGraphicFactory(this::margin);
        TabGoesOn.from(area);
        area.selectionProperty().addListener(passageChosen);
        Label empty = new Label(Words.of("reader.empty"));
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        VBox nothing = new VBox(12, empty, actions.plainButton("capture"));
        nothing.getStyleClass().add("empty-pane");
        VirtualizedScrollPane<StyleClassedTextArea> scroll = new VirtualizedScrollPane<>(area);
        nothing.visibleProperty().bind(scroll.visibleProperty().not());
        scroll.setVisible(false);
        setTop(new VBox(header(), findBar));
        body.getChildren().addAll(scroll, nothing);
        setCenter(body);
        prepareFind();
        workspace.selection().source().addListener((source, before, now) -> showChosen());
        workspace.selection().claims().addListener((claims, before, now) -> claimsChosen());
        workspace.view().addListener((view, before, now) -> boardChanged(before, now));
        workspace.arrivals().addListener((arrivals, before, now) -> wordsArrived());
        showChosen();
    }

    private Node header() {
        title.getStyleClass().add("pane-title");
        about.getStyleClass().add("muted");
        title.setMinWidth(0);
        VBox words = new VBox(title, about);
        words.getStyleClass().add("reader-header");
        return words;
    }

    /** The words, for the tests and for focus. */
    public StyleClassedTextArea area() {
        return area;
    }

    /**
     * Lets go of the text area: RichTextFX ties it to streams and timers that live as long as the program, and with it
     * everything in its scene.
     */
    public void dispose() {
        body.getChildren().clear();
        area.selectionProperty().removeListener(passageChosen);
        area.setParagraphGraphicFactory(null);
        area.getCaretSelectionBind().dispose();
        area.dispose();
    }

    /** Puts the focus into the text, as soon as one is shown. */
    public void takeFocus() {
        focusWanted = !area.getParent().isVisible();
        area.requestFocus();
    }

    /** Opens the field that finds words in this text. */
    public void beginFind() {
        findBar.setVisible(true);
        find.requestFocus();
        find.selectAll();
    }

    private void prepareFind() {
        find.setId("reader-find");
        find.setPromptText(Words.of("reader.find"));
        HBox.setHgrow(find, Priority.ALWAYS);
        findCount.getStyleClass().add("muted");
        findBar.getStyleClass().add("find-bar");
        findBar.setVisible(false);
        findBar.managedProperty().bind(findBar.visibleProperty());
        find.textProperty().addListener((words, before, now) -> search(now));
        find.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                endFind();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                nextFound(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    private void endFind() {
        find.clear();
        findBar.setVisible(false);
        area.requestFocus();
    }

    private void search(String words) {
        found = occurrences(text, words);
        foundAt = -1;
        paint();
        nextFound(1);
    }

    private static List<Integer> occurrences(String text, String words) {
        List<Integer> starts = new ArrayList<>();
        if (words.isBlank()) {
            return starts;
        }
        String hay = text.toLowerCase(Locale.ROOT);
        String needle = words.toLowerCase(Locale.ROOT);
        if (hay.length() != text.length()) { // a few letters change length with case; then case counts
            hay = text;
            needle = words;
        }
        for (int at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length())) {
            starts.add(at);
        }
        return starts;
    }

    private void nextFound(int step) {
        if (found.isEmpty()) {
            findCount.setText(find.getText().isBlank() ? "" : Words.of("reader.notFound"));
            return;
        }
        foundAt = Math.floorMod(foundAt + step, found.size());
        findCount.setText(Words.of("reader.found", foundAt + 1, found.size()));
        int start = found.get(foundAt);
        area.selectRange(start, start + find.getText().length());
        area.requestFollowCaret();
    }

    private void boardChanged(Optional<BoardView> before, Optional<BoardView> now) {
        boolean sameQuotes = shown.isPresent()
                && before.flatMap(view -> view.quoted(shown.get().uuid()))
                        .equals(now.flatMap(view -> view.quoted(shown.get().uuid())));
        showChosen();
        if (!sameQuotes) {
            paint();
        }
    }

    /** On a large board the quotes of a capture come after its text, and the chosen claim after it was chosen. */
    private void wordsArrived() {
        if (!awaitedClaim.equals(Optional.empty())
                && awaitedClaim.equals(workspace.selection().claim())
                && chosenQuote().isPresent()) {
            claimsChosen();
        }
        if (!quotes().equals(painted)) {
            paint();
        }
    }

    private void claimsChosen() {
        awaitedClaim = chosenQuote().isPresent()
                ? Optional.empty()
                : workspace.selection().claim();
        Optional<Quote> quote = chosenQuote();
        if (quote.isPresent()) {
            reveal(quote.get());
        } else {
            paint();
        }
    }

    private Optional<Quote> chosenQuote() {
        return workspace
                .view()
                .get()
                .flatMap(view -> workspace
                        .selection()
                        .claim()
                        .flatMap(view::claim)
                        .flatMap(claim -> claim.quotes().stream().findFirst()));
    }

    /** Shows the capture a quote stands in, scrolled to its words. */
    public void reveal(Quote quote) {
        workspace.view().get().ifPresent(view -> {
            Optional<Capture> capture = view.capture(quote.capture());
            whenShown = () -> scrollTo(quote);
            capture.ifPresent(c -> {
                showCapture(c);
                workspace.selection().chooseSource(Optional.of(c.source()));
            });
        });
    }

    private void scrollTo(Quote quote) {
        paint();
        if (quote.intactIn(text)) {
            if (!area.isFocused()) { // whoever is reading keeps the caret where it was put
                area.moveTo(quote.start());
            }
            int paragraph = area.offsetToPosition(quote.start(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                    .getMajor();
            if (!isVisible(paragraph)) {
                area.showParagraphAtTop(Math.max(0, paragraph - 1));
            }
        }
    }

    private boolean isVisible(int paragraph) {
        return area.getVisibleParagraphs().size() > 0
                && paragraph > area.firstVisibleParToAllParIndex()
                && paragraph < area.lastVisibleParToAllParIndex();
    }

    private void showChosen() {
        Optional<BoardView> view = workspace.view().get();
        Optional<Source> source =
                view.flatMap(v -> workspace.selection().source().get().flatMap(v::source));
        source.ifPresent(this::describe);
        boolean already = source.isPresent()
                && shown.map(capture -> capture.source().equals(source.get().uuid()))
                        .orElse(false);
        if (!already) {
            view.flatMap(v -> source.flatMap(s -> v.newestCapture(s.uuid())))
                    .ifPresentOrElse(this::showCapture, this::showNothing);
        }
    }

    private void describe(Source source) {
        title.setText(source.title());
        List<String> parts = new ArrayList<>();
        source.publisher().ifPresent(parts::add);
        source.author().ifPresent(parts::add);
        source.published().ifPresent(date -> parts.add(date.iso()));
        about.setText(String.join(" · ", parts));
    }

    private void showNothing() {
        shown = Optional.empty();
        awaited = Optional.empty();
        text = "";
        title.setText(Words.of("reader.title"));
        about.setText("");
        area.clear();
        area.getParent().setVisible(false);
    }

    private void showCapture(Capture capture) {
        if (shown.map(Capture::uuid).equals(Optional.of(capture.uuid()))) {
            runWhenShown();
            return;
        }
        if (awaited.equals(Optional.of(capture.uuid()))) {
            return;
        }
        awaited = Optional.of(capture.uuid());
        workspace.telling(workspace.text(capture.uuid()).thenApply(read -> {
            if (awaited.equals(Optional.of(capture.uuid()))) {
                awaited = Optional.empty();
                show(capture, read);
            }
            return read;
        }));
    }

    private void show(Capture capture, String read) {
        shown = Optional.of(capture);
        text = read;
        found = occurrences(text, find.getText());
        area.replaceText(read);
        area.moveTo(0);
        area.showParagraphAtTop(0);
        area.getParent().setVisible(true);
        if (focusWanted) {
            focusWanted = false;
            area.requestFocus();
        }
        workspace.view().get().flatMap(view -> view.source(capture.source())).ifPresent(this::describe);
        paint();
        runWhenShown();
    }

    private void runWhenShown() {
        Runnable work = whenShown;
        whenShown = () -> {};
        work.run();
    }

    private List<Quoted> quotes() {
        return workspace
                .view()
                .get()
                .flatMap(view -> shown.flatMap(capture -> view.quoted(capture.uuid())))
                .orElse(List.of());
    }

    private void paint() {
        if (text.isEmpty()) {
            return;
        }
        painted = quotes();
        StyleSpans<Collection<String>> spans = Highlights.of(
                text,
                quotes(),
                new HashSet<>(workspace.selection().claims().get()),
                found,
                find.getText().length());
        area.setStyleSpans(0, spans);
        repaintMargins();
    }

    private void repaintMargins() {
        if (area.getVisibleParagraphs().size() == 0) { // each gets its margin when it comes into view
            return;
        }
        int to = area.lastVisibleParToAllParIndex();
        for (int paragraph = area.firstVisibleParToAllParIndex(); paragraph <= to; paragraph++) {
            area.recreateParagraphGraphic(paragraph);
        }
    }

    /** The numbers of the claims whose quotes begin in a paragraph. */
    private Node margin(int paragraph) {
        TilePane numbers = new TilePane(2, 2);
        numbers.getStyleClass().add("reader-margin");
        boolean wide = quotes().stream().anyMatch(quoted -> quoted.claim().id() >= WIDE);
        numbers.setPrefColumns(wide ? 1 : 2);
        int start = area.getAbsolutePosition(paragraph, 0);
        int end = start + area.getParagraphLength(paragraph);
        List<UUID> selected = workspace.selection().claims().get();
        for (Quoted quoted : quotes()) {
            int at = quoted.quote().start();
            if (at >= start && at <= end && quoted.quote().intactIn(text)) {
                numbers.getChildren()
                        .add(number(quoted, selected.contains(quoted.claim().uuid())));
            }
        }
        return numbers;
    }

    private Label number(Quoted quoted, boolean selected) {
        Label number = new Label(Long.toString(quoted.claim().id()));
        number.getStyleClass().add("claim-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        if (selected) {
            number.getStyleClass().add("selected");
        }
        number.setAccessibleText(Words.of("reader.claim", quoted.claim().id()));
        number.setOnMousePressed(event -> {
            workspace.selection().chooseClaim(quoted.claim().uuid());
            event.consume();
        });
        return number;
    }

    private void choosePassage(IndexRange range) {
        if (shown.isEmpty() || range.getLength() == 0) {
            workspace.selection().choosePassage(Optional.empty());
            chooseClaimAtCaret(range.getStart());
            return;
        }
        workspace
                .selection()
                .choosePassage(Optional.of(new Passage(
                        shown.get().uuid(),
                        range.getStart(),
                        range.getEnd(),
                        text.substring(range.getStart(), range.getEnd()))));
    }

    private void chooseClaimAtCaret(int at) {
        if (area.isFocused()) {
            quotes().stream()
                    .filter(quoted ->
                            quoted.quote().start() <= at && at < quoted.quote().end())
                    .filter(quoted -> quoted.quote().intactIn(text))
                    .min(java.util.Comparator.comparingInt(
                            q -> q.quote().end() - q.quote().start()))
                    .ifPresent(quoted ->
                            workspace.selection().chooseClaim(quoted.claim().uuid()));
        }
    }
}
