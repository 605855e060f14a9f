package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.app.desk.LeanClaims;
import org.sightline.board.Change;
import org.sightline.claim.Claim;
import org.sightline.claim.Status;
import org.sightline.map.PinRows;
import org.sightline.sample.SampleBoard;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/** The window on a board of which only what is in sight is read: it looks and acts as on any other. */
class LargeBoardTest {
    @TempDir
    Path folder;

    private Path board;
    private OpenWindow open;

    @BeforeEach
    void openSample() {
        board = folder.resolve("sample.gpkg");
        SampleBoard.write(board);
        open = OpenWindow.asLarge(board, folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private List<Claim> rows() {
        OpenWindow.on(() -> List.copyOf(open.window.claims().table().getItems())); // asks for those that are missing
        open.settle();
        return OpenWindow.on(() -> List.copyOf(open.window.claims().table().getItems()));
    }

    private String text(String selector) {
        return open.find(selector, Label.class).getText();
    }

    @Test
    void tableHasTheWordsOfItsRowsAndTheMapEveryPlace() {
        List<Claim> all = OpenWindow.onDisk(board);
        assertTrue(open.view().lean() && open.view().complete());
        assertEquals(all, rows());
        List<Claim> pins =
                OpenWindow.on(() -> open.window.map().pane().getContent().claims());
        assertTrue(pins instanceof PinRows);
        long placed = all.stream().filter(claim -> claim.place().isPresent()).count();
        assertEquals(placed, ((PinRows) pins).placed());
        for (int row = 0; row < all.size(); row++) {
            Claim claim = all.get(row);
            assertEquals(claim.id(), pins.get(row).id());
            assertEquals(claim.status(), pins.get(row).status());
            assertEquals(
                    claim.place().map(place -> place.geometry().toText()),
                    pins.get(row).place().map(place -> place.geometry().toText()));
        }
    }

    /** A table with other items looks for its chosen claim, which must not make it read all of them. */
    @Test
    void aClaimIsFoundInTheTableByItsNumber() {
        Claim claim = rows().get(5);
        Claim other = claim.withStatus(claim.status() == Status.REFUTED ? Status.DISPUTED : Status.REFUTED);
        assertEquals(5, (int)
                OpenWindow.on(() -> open.window.claims().table().getItems().indexOf(other)));
        assertEquals(5, (int)
                OpenWindow.on(() -> open.window.claims().table().getItems().lastIndexOf(claim)));
    }

    @Test
    void countsOfSourcesAndRootsAreThoseOfTheWholeBoard() {
        List<Claim> large = rows();
        List<Integer> roots = OpenWindow.on(() -> large.stream()
                .map(claim -> open.view().independentRoots(claim).orElse(-1))
                .toList());
        List<Long> quoting = quoting();
        open.close();
        open = OpenWindow.on(board, folder);
        List<Integer> whole = OpenWindow.on(() -> open.view().claims().stream()
                .map(claim -> open.view().independentRoots(claim).orElse(-2))
                .toList());
        assertEquals(whole, roots);
        assertEquals(quoting(), quoting);
        assertTrue(
                whole.stream().anyMatch(count -> count > 0) && quoting.stream().anyMatch(count -> count > 1));
    }

    /** Nothing of the claims changes, but what is told beside them does. */
    @Test
    void gradesOfRowsFollowTheirSources() {
        open.run(() -> open.window.claims().table().scrollToColumnIndex(7));
        rows();
        assertTrue(grades().stream().anyMatch(grade -> grade.matches("[A-E].*")), grades().toString());
        List<Source> sources = open.view().sources();
        for (Source source : sources) {
            open.run(() ->
                    open.workspace.apply(new Change.EditSource(source.withReliability(Optional.of(Reliability.F)))));
        }
        open.settle();
        List<String> now = grades();
        assertTrue(now.stream().anyMatch(grade -> grade.startsWith("F")), now.toString());
        assertTrue(now.stream().noneMatch(grade -> grade.matches("[A-E].*")), now.toString());
    }

    /** What the cells say, not what they would say if asked again. */
    private List<String> grades() {
        return OpenWindow.on(() -> open.window.claims().table().lookupAll(".table-cell").stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> !cell.isEmpty()
                        && "column-grade".equals(cell.getTableColumn().getId()))
                .map(cell -> String.valueOf(cell.getText()))
                .toList());
    }

    private List<Long> quoting() {
        return OpenWindow.on(() -> open.view().sources().stream()
                .map(source -> open.view().claimsQuoting(source).orElse(-1))
                .toList());
    }

    @Test
    void chosenClaimIsShownWithItsWordsAndAnEditReachesThemAll() {
        Claim claim = rows().get(2);
        open.choose(claim);
        assertEquals(Long.toString(claim.id()), text("#inspector-number"));
        open.focus("#inspector-quantity");
        open.run(() -> open.find("#inspector-quantity", TextField.class).selectAll());
        open.type("at least 12 lorries");
        open.press(KeyCode.ENTER);
        Claim edited = rows().get(2);
        assertEquals("at least 12 lorries", edited.quantity().orElseThrow().verbatim());
        assertEquals(OpenWindow.onDisk(board), rows());
        open.run(open.window::focusClaims);
        open.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(OpenWindow.onDisk(board), rows());
        assertFalse(rows().get(2).equals(edited));
    }

    @Test
    void removedClaimLeavesTableAndMapAndComesBackToItsPlace() {
        List<Claim> before = rows();
        open.choose(before.get(4));
        open.run(open.window::focusClaims);
        open.press(KeyCode.DELETE);
        open.type("Said twice");
        open.press(KeyCode.ENTER);
        assertEquals(before.size() - 1, rows().size());
        assertEquals(
                "Said twice",
                open.view().trash().getFirst().removed().orElseThrow().reason());
        List<Long> shown = OpenWindow.on(() -> open.window.map().pane().getContent().claims().stream()
                .map(Claim::id)
                .toList());
        assertFalse(shown.contains(before.get(4).id()));
        open.act("undo");
        assertEquals(
                before.stream().map(Claim::id).toList(),
                rows().stream().map(Claim::id).toList());
    }

    @Test
    void searchNarrowsTableAndMapByTheBoardsOwnIndex() {
        open.run(() -> {
            open.window.claims().searchField().setText("tanks");
            open.window.claims().searchNow();
        });
        List<Claim> found = rows();
        assertTrue(!found.isEmpty() && found.size() < OpenWindow.onDisk(board).size());
        assertTrue(found.stream().noneMatch(LeanClaims::isSketch));
        assertEquals(
                found.size(),
                OpenWindow.on(
                        () -> open.window.map().pane().getContent().claims().size()));
    }

    @Test
    void columnIsSortedByTheBoardBothWays() {
        TableView<Claim> table = open.window.claims().table();
        TableColumn<Claim, ?> statement = OpenWindow.on(() -> table.getColumns().get(1));
        open.run(() -> table.getSortOrder().setAll(List.of(statement)));
        List<String> sorted = rows().stream().map(Claim::statement).toList();
        Comparator<String> order = Comparator.comparing(words -> words.toLowerCase(Locale.ROOT));
        assertEquals(sorted.stream().sorted(order).toList(), sorted);
        open.run(() -> statement.setSortType(TableColumn.SortType.DESCENDING));
        assertEquals(sorted.reversed(), rows().stream().map(Claim::statement).toList());
        open.run(() -> table.getSortOrder().clear());
        assertEquals(OpenWindow.onDisk(board), rows());
    }

    @Test
    void readerMarksTheQuotesOfItsText() {
        Claim claim = rows().getFirst();
        open.choose(claim);
        int start = claim.quotes().getFirst().start();
        assertTrue(OpenWindow.on(
                () -> open.window.reader().area().getStyleAtPosition(start + 1).contains("quote-selected")));
    }
}
