package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.claim.Claim;
import org.sightline.sample.SampleBoard;
import org.sightline.source.Quote;

/** Whatever is chosen in one pane is chosen in all. */
class OneSelectionTest {
    @TempDir
    Path folder;

    private OpenWindow open;

    @BeforeEach
    void openSample() {
        Path board = folder.resolve("sample.gpkg");
        SampleBoard.write(board);
        open = OpenWindow.on(board, folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void rowChosenInTheTableIsShownEverywhere() {
        Claim claim = open.claim(6);
        open.run(() -> open.window.claims().table().getSelectionModel().select(claim));
        assertShownEverywhere(claim);
    }

    @Test
    void pinChosenOnTheMapIsShownEverywhere() {
        Claim claim = open.claim(6);
        open.run(() -> open.window.map().pane().selection().add(claim.id()));
        assertShownEverywhere(claim);
    }

    @Test
    void caretPutIntoAQuoteChoosesItsClaimEverywhere() {
        Claim claim = open.claim(6);
        Quote quote = claim.quotes().getFirst();
        open.run(() -> open.workspace
                .selection()
                .chooseSource(open.view().sourceOf(quote).map(source -> source.uuid())));
        open.run(() -> {
            open.window.reader().area().requestFocus();
            open.window.reader().area().moveTo(quote.start() + 1);
        });
        assertShownEverywhere(claim);
    }

    @Test
    void choosingAClaimShowsItsSourceAndScrollsToItsQuote() {
        Claim claim = open.view().claims().stream()
                .filter(c -> !open.view()
                        .sourceOf(c.quotes().getFirst())
                        .map(s -> s.uuid())
                        .equals(open.workspace.selection().source().get()))
                .findFirst()
                .orElseThrow();
        open.choose(claim);
        Quote quote = claim.quotes().getFirst();
        assertEquals(
                open.view().sourceOf(quote).map(s -> s.uuid()),
                OpenWindow.on(() -> open.workspace.selection().source().get()));
        String shown = OpenWindow.on(() -> open.window.reader().area().getText(quote.start(), quote.end()));
        assertEquals(quote.exact(), shown, "offsets in the reader are the offsets of the capture's text");
        assertEquals(
                Set.of("quote-selected"),
                Set.copyOf(OpenWindow.on(() -> open.window.reader().area().getStyleOfChar(quote.start())).stream()
                        .filter(style -> style.equals("quote-selected"))
                        .toList()));
    }

    @Test
    void severalRowsAreChosenTogether() {
        List<Claim> some = List.of(open.claim(2), open.claim(3));
        open.run(() -> open.workspace
                .selection()
                .chooseClaims(some.stream().map(Claim::uuid).toList()));
        assertEquals(
                Set.copyOf(some),
                Set.copyOf(OpenWindow.on(() -> List.copyOf(
                        open.window.claims().table().getSelectionModel().getSelectedItems()))));
        assertEquals(
                Set.of(2L, 3L),
                OpenWindow.on(() -> Set.copyOf(open.window.map().pane().selection())));
    }

    @Test
    void wordsInTheInspectorCanBeReadInTheDark() {
        open.run(() -> Theme.DARK.dress(open.window.getScene()));
        open.choose(open.claim(2));
        String shown = open.claim(2).quantity().orElseThrow().display();
        javafx.scene.paint.Color ink = OpenWindow.on(() -> open.window.lookupAll("#inspector-quantity .text").stream()
                .map(javafx.scene.text.Text.class::cast)
                .filter(words -> words.getText().equals(shown))
                .map(words -> (javafx.scene.paint.Color) words.getFill())
                .findFirst()
                .orElseThrow());
        assertTrue(ink.getBrightness() > 0.6, ink.toString());
    }

    private void assertShownEverywhere(Claim claim) {
        assertEquals(
                Optional.of(claim.uuid()),
                OpenWindow.on(() -> open.workspace.selection().claim()));
        assertEquals(
                List.of(claim),
                OpenWindow.on(() -> List.copyOf(
                        open.window.claims().table().getSelectionModel().getSelectedItems())),
                "row");
        assertEquals(
                Set.of(claim.id()),
                OpenWindow.on(() -> Set.copyOf(open.window.map().pane().selection())),
                "pin");
        assertEquals(
                claim.statement(),
                open.find("#inspector-statement", javafx.scene.control.TextArea.class)
                        .getText(),
                "inspector");
        Quote quote = claim.quotes().getFirst();
        assertTrue(
                OpenWindow.on(() -> open.window.reader().area().getStyleOfChar(quote.start()))
                        .contains("quote-selected"),
                "highlight");
    }
}
