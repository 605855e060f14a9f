package org.sightline.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.claim.Claim;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/** How many independent roots stand behind a claim, and through whom its words came. */
final class Roots extends VBox {

    Roots() {
        getStyleClass().add("section");
    }

    void show(BoardView view, Claim claim) {
        Label title = new Label(
                Words.of("inspector.roots", view.independentRoots(claim).orElse(0)));
        title.setId("inspector-roots");
        title.getStyleClass().add("section-title");
        getChildren().setAll(title);
        claim.quotes().stream()
                .map(quote -> chain(view, quote))
                .filter(words -> !words.isEmpty())
                .distinct()
                .forEach(words -> {
                    Label label = new Label(words);
                    label.getStyleClass().add("muted");
                    label.setWrapText(true);
                    getChildren().add(label);
                });
    }

    private String chain(BoardView view, Quote quote) {
        List<Source> chain = new ArrayList<>();
        if (quote.relays().isPresent()) {
            view.sourceOf(quote).ifPresent(chain::add);
        }
        quote.relays()
                .or(() -> view.sourceOf(quote).map(Source::uuid))
                .ifPresent(uuid -> chain.addAll(view.corroboration().relayChain(uuid)));
        return chain.stream().map(Source::shortName).collect(Collectors.joining(" ← "));
    }
}
