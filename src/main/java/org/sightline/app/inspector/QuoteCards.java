package org.sightline.app.inspector;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Citations;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.claim.Claim;
import org.sightline.source.Capture;
import org.sightline.source.Quote;

/** The words a claim comes from: each with its publisher, date and hash, and whether it is still intact. */
final class QuoteCards extends VBox {
    private final Workspace workspace;
    private final Consumer<Quote> reveal;
    private final Consumer<Quote> remove;

    QuoteCards(Workspace workspace, Consumer<Quote> reveal, Consumer<Quote> remove) {
        this.workspace = workspace;
        this.reveal = reveal;
        this.remove = remove;
        getStyleClass().add("section");
    }

    void show(BoardView view, Claim claim) {
        Label title = new Label(Words.of("inspector.quotes", claim.quotes().size()));
        title.getStyleClass().add("section-title");
        getChildren().setAll(title);
        claim.quotes().forEach(quote -> getChildren().add(card(view, claim, quote)));
    }

    private VBox card(BoardView view, Claim claim, Quote quote) {
        Label words = new Label("“" + quote.exact() + "”");
        words.getStyleClass().add("quote-words");
        words.setWrapText(true);
        Label about = new Label(view.sourceOf(quote)
                .map(source -> Citations.about(source).isEmpty() ? source.title() : Citations.about(source))
                .orElse(""));
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        Label state = new Label();
        state.setMinWidth(Region.USE_PREF_SIZE);
        VBox card = new VBox(4, words, about, foot(view, quote, state));
        card.getStyleClass().add("quote-card");
        card.getStyleClass().add("interactive");
        card.setFocusTraversable(true);
        card.setAccessibleText(quote.exact());
        card.setOnMouseClicked(event -> reveal.accept(quote));
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                reveal.accept(quote);
                event.consume();
            }
        });
        addMenu(card, view, claim, quote);
        judge(quote, state);
        return card;
    }

    private static HBox foot(BoardView view, Quote quote, Label state) {
        Label hash =
                new Label(view.capture(quote.capture()).map(Capture::shortHash).orElse(""));
        hash.getStyleClass().addAll("hash", "muted");
        hash.setTooltip(
                new Tooltip(view.capture(quote.capture()).map(Capture::sha256).orElse("")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, hash, gap, state);
    }

    private void addMenu(VBox card, BoardView view, Claim claim, Quote quote) {
        MenuItem copy = new MenuItem(Words.of("inspector.copyQuote"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(quote.exact());
            Clipboard.getSystemClipboard().setContent(content);
        });
        MenuItem drop = new MenuItem(Words.of("inspector.removeQuote"));
        drop.setDisable(claim.quotes().size() < 2 || view.readOnlyReason().isPresent());
        drop.setOnAction(event -> remove.accept(quote));
        ContextMenu menu = new ContextMenu(copy, drop);
        card.setOnContextMenuRequested(event -> menu.show(card, event.getScreenX(), event.getScreenY()));
    }

    private void judge(Quote quote, Label state) {
        UUID capture = quote.capture();
        workspace.telling(workspace.text(capture).thenApply(text -> {
            boolean intact = quote.intactIn(text);
            state.setText(Words.of(intact ? "quote.intact" : "quote.orphaned"));
            state.setGraphic(new FontIcon(intact ? Feather.CHECK : Feather.ALERT_TRIANGLE));
            state.getStyleClass().add(intact ? "intact" : "orphaned");
            return text;
        }));
    }

    static Button iconButton(Feather icon, String name, Runnable work) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small-icon");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(event -> work.run());
        return button;
    }
}
