package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.app.claims.TimeRange;
import org.sightline.board.Change;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Status;
import org.sightline.sample.SampleBoard;
import org.testfx.api.FxRobot;

/** Kinds, a range of time and a condition narrow table, map and timeline at once, on a small board and on a large one. */
class FilteringTest {
    @TempDir
    Path folder;

    private OpenWindow open;
    private List<Claim> all = List.of();

    @BeforeEach
    void openSample() {
        Path board = folder.resolve("sample.gpkg");
        SampleBoard.write(board);
        all = OpenWindow.onDisk(board);
        open = OpenWindow.on(board, folder);
    }

    /** The same board, taken for a large one. */
    private void open(boolean large) {
        if (large) {
            open.close();
            open = OpenWindow.asLarge(folder.resolve("sample.gpkg"), folder);
        }
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** What is shown is what the claims say, in the table, on the map and in the count below. */
    private void assertShown(Predicate<Claim> expected) {
        List<Long> ids = all.stream().filter(expected).map(Claim::id).toList();
        assertEquals(ids, inTable());
        List<Long> placed = all.stream()
                .filter(expected)
                .filter(claim -> claim.place().isPresent())
                .map(Claim::id)
                .toList();
        assertEquals(
                placed,
                OpenWindow.on(() -> open.window.map().pane().getContent().claims().stream()
                        .filter(claim -> claim.place().isPresent())
                        .map(Claim::id)
                        .toList()));
        assertTrue(
                text("#status-count").startsWith(ids.size() + " of " + all.size() + " claims"), text("#status-count"));
    }

    private List<Long> inTable() {
        return OpenWindow.on(() ->
                open.window.claims().table().getItems().stream().map(Claim::id).toList());
    }

    private String text(String selector) {
        return open.find(selector, Label.class).getText();
    }

    private void fill(String selector, String words) {
        open.focus(selector);
        open.run(() -> ((TextField) open.window.lookup(selector)).setText(words));
        open.press(KeyCode.ENTER);
    }

    private void tick(String menu, String item) {
        open.run(() -> {
            MenuButton button = (MenuButton) open.window.lookup(menu);
            button.show();
            button.getItems().stream()
                    .filter(one -> item.equals(box(one).getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            assertTrue(button.isShowing(), "several are chosen one after another");
            button.hide();
        });
    }

    private static CheckBox box(MenuItem item) {
        return (CheckBox)
                ((HBox) ((CustomMenuItem) item).getContent()).getChildren().getFirst();
    }

    private static Predicate<Claim> between(String from, String until) {
        return claim -> claim.when()
                .filter(when -> when.earliest()
                                .map(e -> e.isBefore(Instant.parse(until)))
                                .orElse(true)
                        && when.latest()
                                .map(l -> l.isAfter(Instant.parse(from)))
                                .orElse(true))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void datesThatAreTypedNarrowAllAtOnce(boolean large) {
        open(large);
        open.act("filterClaims");
        fill("#filter-from", "1 October 2022");
        assertShown(claim -> claim.when()
                .filter(when -> when.latest()
                        .map(l -> l.isAfter(Instant.parse("2022-10-01T00:00:00Z")))
                        .orElse(true))
                .isPresent());
        fill("#filter-until", "14 Oct 2022");
        Predicate<Claim> fortnight = between("2022-10-01T00:00:00Z", "2022-10-15T00:00:00Z");
        assertShown(fortnight);
        assertTrue(all.stream().anyMatch(fortnight) && !all.stream().allMatch(fortnight));
        open.run(() -> open.find("#filter-timeless", CheckBox.class).fire());
        assertShown(fortnight.or(claim -> claim.when().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void kindsAndConditionsNarrowTogetherWithWords(boolean large) {
        open(large);
        open.act("filterClaims");
        tick("#filter-category", "Movement");
        assertShown(claim -> claim.category().equals(Category.MOVEMENT));
        tick("#filter-category", "Equipment");
        Predicate<Claim> kinds =
                claim -> Set.of(Category.MOVEMENT, Category.EQUIPMENT).contains(claim.category());
        assertShown(kinds);
        tick("#filter-status", "Unverified");
        Predicate<Claim> unverified = kinds.and(claim -> claim.status() == Status.UNVERIFIED);
        assertShown(unverified);
        fill("#filter-condition", "quantity.lower >= 15");
        Predicate<Claim> many = unverified.and(claim -> claim.quantity()
                .flatMap(quantity -> quantity.lower())
                .filter(lower -> lower.intValue() >= 15)
                .isPresent());
        assertShown(many);
        assertTrue(all.stream().anyMatch(many));
        open.run(() -> open.window.search().words().set("zebra"));
        assertShown(claim -> false);
        open.act("showAllClaims");
        assertShown(claim -> true);
        assertEquals("", open.find("#filter-condition", TextField.class).getText());
        assertEquals("Category", open.find("#filter-category", MenuButton.class).getText());
    }

    @Test
    void aConditionThatCannotBeReadSaysWhyAndKeepsWhatIsShown() {
        open.act("filterClaims");
        fill("#filter-condition", "status = 'unverified'");
        List<Long> before = inTable();
        assertFalse(before.isEmpty());
        fill("#filter-condition", "status == ");
        assertEquals(before, inTable());
        assertTrue(open.shows("#filter-problem"));
        assertFalse(text("#filter-problem").isBlank());
        fill("#filter-condition", "colour = 'red'");
        assertTrue(text("#filter-problem").contains("colour"), text("#filter-problem"));
        fill("#filter-condition", "");
        assertFalse(open.shows("#filter-problem"));
        assertShown(claim -> true);
    }

    /** What is shown follows the board, and words that are searched for, whatever stands in the condition's field. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConditionThatCannotBeReadHoldsNothingUp(boolean large) {
        open(large);
        open.act("filterClaims");
        fill("#filter-condition", "category = 'movement'");
        fill("#filter-condition", "category = 'movement' AND");
        Claim first = all.stream()
                .filter(claim -> claim.category().equals(Category.MOVEMENT))
                .findFirst()
                .orElseThrow();
        open.run(() -> open.workspace.apply(new Change.RemoveClaim(first.uuid(), "a test")));
        List<Long> expected = all.stream()
                .filter(claim -> claim.category().equals(Category.MOVEMENT) && !claim.equals(first))
                .map(Claim::id)
                .toList();
        assertEquals(expected, inTable(), "the last condition that could be read holds");
        assertEquals(
                List.of("category = 'movement'", "condition not applied"),
                OpenWindow.on(() -> open.window.search().parts()));
        open.run(() -> open.window.search().words().set("zebra"));
        assertEquals(List.of(), inTable());
    }

    @Test
    void onlyTheEndThatIsTypedChanges() {
        open.act("filterClaims");
        fill("#filter-until", "2022-10-12T15:30");
        for (String year : List.of("2021", "2022", "2020")) {
            fill("#filter-from", year);
        }
        assertEquals(
                Optional.of(Instant.parse("2022-10-12T15:31:00Z")),
                OpenWindow.on(() -> open.window.search().range().get().until()));
        open.focus("#claim-search");
        open.run(() -> open.window
                .search()
                .range()
                .set(open.window.search().range().get().withTimeless(true)));
        assertEquals(
                "12 Oct 2022 15:30", open.find("#filter-until", TextField.class).getText());
        open.focus("#filter-until");
        open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        assertEquals("", open.find("#filter-until", TextField.class).getText(), "also of the field that has the keys");
        fill("#filter-until", "soonish");
        open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        assertEquals("", text("#filter-problem"));
    }

    /** Faster than the pause after which words are read otherwise. */
    @Test
    void whatIsTypedHoldsAlsoWhenTheFieldIsLeftAtOnce() {
        open.act("filterClaims");
        open.focus("#filter-from");
        OpenWindow.on(() -> {
            TextField from = (TextField) open.window.lookup("#filter-from");
            from.setText("1 October 2022");
            open.window.lookup("#filter-until").requestFocus();
            TextField until = (TextField) open.window.lookup("#filter-until");
            until.setText("14 October 2022");
            open.window.lookup("#filter-condition").requestFocus();
            return "";
        });
        open.settle();
        assertShown(between("2022-10-01T00:00:00Z", "2022-10-15T00:00:00Z"));
        assertEquals("1 Oct 2022", open.find("#filter-from", TextField.class).getText());
        assertEquals("14 Oct 2022", open.find("#filter-until", TextField.class).getText());
        OpenWindow.on(() -> {
            ((TextField) open.window.lookup("#filter-condition")).setText("category = 'zebra'");
            open.window.actions().run("showAllClaims");
            return "";
        });
        open.settle();
        assertShown(claim -> true);
        assertEquals("", open.find("#filter-condition", TextField.class).getText());
    }

    @Test
    void aHandleLeavesTheOtherEndAlone() {
        open.act("showTimeline");
        Instant first = Instant.parse("2021-03-01T00:00:00Z");
        open.run(() -> open.window
                .search()
                .range()
                .set(TimeRange.ALL.between(Optional.of(first), Optional.of(Instant.parse("2022-10-15T00:00:00Z")))));
        Node end = open.find("#time-until", Node.class);
        open.run(end::requestFocus);
        open.press(KeyCode.LEFT);
        assertEquals(
                TimeRange.ALL.between(Optional.of(first), Optional.of(Instant.parse("2022-10-14T00:00:00Z"))),
                OpenWindow.on(() -> open.window.search().range().get()),
                "though it begins before all claims");
    }

    @Test
    void exportFollowsTheFilterWhileItsFormIsOpen() {
        open.act("filterClaims");
        fill("#filter-from", "1 October 2022");
        open.act("export");
        String before = open.find("#export-now", Button.class).getText();
        assertEquals("Export " + inTable().size() + " claims", before);
        fill("#filter-until", "2 October 2022");
        assertEquals(
                inTable().size() == 1 ? "Export 1 claim" : "Export " + inTable().size() + " claims",
                open.find("#export-now", Button.class).getText());
        assertFalse(before.equals(open.find("#export-now", Button.class).getText()));
        open.act("showAllClaims");
        assertEquals(
                "Export " + all.size() + " claims",
                open.find("#export-now", Button.class).getText());
    }

    @Test
    void inTheSmallestWindowTheFilterCanBeUsed() throws IOException {
        open.resize(760, 480);
        open.act("showTimeline");
        open.picture("timeline-small");
        assertFalse(open.shows("#command-findings"), "the keys went to the field for commands");
        Node brush = open.find("#time-brush", Node.class);
        assertTrue(OpenWindow.on(() -> brush.getLayoutBounds().getWidth()) > 180);
        open.act("filterClaims");
        fill("#filter-from", "2021");
        open.picture("filter-small");
        Bounds toggle = OpenWindow.on(() -> {
            Node node = open.window.lookup("#filter-toggle");
            return node.localToScene(node.getLayoutBounds());
        });
        Bounds middle = OpenWindow.on(() -> {
            Node node = open.window.claims();
            return node.localToScene(node.getLayoutBounds());
        });
        assertTrue(middle.contains(toggle), toggle + " beyond " + middle);
        open.act("export");
        open.picture("export-small");
        Bounds status = OpenWindow.on(() -> {
            Node node = open.window.lookup(".status-bar");
            return node.localToScene(node.getLayoutBounds());
        });
        assertTrue(status.getMaxY() <= OpenWindow.on(() -> open.window.getHeight()), status.toString());
    }

    @Test
    void severalKindsAreTickedByKeysOneAfterAnother() {
        open.act("filterClaims");
        open.press(KeyCode.SPACE);
        open.press(KeyCode.DOWN);
        open.press(KeyCode.SPACE);
        open.press(KeyCode.DOWN);
        open.press(KeyCode.SPACE);
        MenuButton menu = open.find("#filter-category", MenuButton.class);
        assertTrue(OpenWindow.on(menu::isShowing));
        Set<Category> ticked =
                OpenWindow.on(() -> open.window.search().kinds().get().categories());
        assertEquals(2, ticked.size(), ticked.toString());
        assertShown(claim -> ticked.contains(claim.category()));
        open.press(KeyCode.ESCAPE);
        assertFalse(OpenWindow.on(menu::isShowing));
        assertTrue(open.shows("#filter-bar"));
    }

    @Test
    void severalKindsAreTickedByThePointer() {
        open.act("filterClaims");
        MenuButton menu = open.find("#filter-status", MenuButton.class);
        open.run(menu::show);
        for (int item = 0; item < 2; item++) {
            CheckBox box = box(menu.getItems().get(item));
            FxRobot robot = new FxRobot();
            robot.clickOn(OpenWindow.on(() -> box.localToScreen(box.getBoundsInLocal())));
            open.settle();
            assertTrue(OpenWindow.on(box::isSelected));
            assertTrue(OpenWindow.on(menu::isShowing));
        }
        assertEquals(
                Set.of(Status.UNVERIFIED, Status.CORROBORATED),
                OpenWindow.on(() -> open.window.search().kinds().get().statuses()));
        open.run(menu::hide);
    }

    @Test
    void tabbingPastTheFieldForCommandsShowsNoList() {
        open.focus("#command-field");
        assertFalse(open.shows("#command-findings"));
        open.act("finder");
        assertTrue(open.shows("#command-findings"));
        open.press(KeyCode.ESCAPE);
        assertFalse(open.shows("#command-findings"));
    }

    @Test
    void openingTheOpenBoardAgainLeavesItWritable() {
        open.run(() -> open.workspace.open(folder.resolve("sample.gpkg")));
        assertEquals(Optional.empty(), open.view().readOnlyReason());
        assertShown(claim -> true);
    }

    @Test
    void datesThatCannotBeReadSayWhy() {
        open.act("filterClaims");
        fill("#filter-from", "soonish");
        assertTrue(text("#filter-problem").contains("soonish"), text("#filter-problem"));
        assertShown(claim -> true);
        fill("#filter-from", "2023");
        fill("#filter-until", "2022");
        assertEquals("This range ends before it begins.", text("#filter-problem"));
        assertShown(claim -> false);
        open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        assertShown(claim -> true);
        assertFalse(open.shows("#filter-problem"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRangeIsDrawnMovedAndTakenBackOnTheTimeline(boolean large) {
        open(large);
        open.act("showTimeline");
        Node brush = open.find("#time-brush", Node.class);
        double width = OpenWindow.on(() -> brush.getLayoutBounds().getWidth());
        drag(brush, width * 0.6, width - 10);
        TimeRange drawn = OpenWindow.on(() -> open.window.search().range().get());
        assertTrue(drawn.from().isPresent() && drawn.until().isEmpty(), drawn.toString());
        assertEquals(0, drawn.from().orElseThrow().getEpochSecond() % 86_400);
        assertShown(claim -> claim.when()
                .filter(when -> when.latest()
                        .map(l -> l.isAfter(drawn.from().orElseThrow()))
                        .orElse(true))
                .isPresent());
        assertTrue(inTable().size() < all.size());
        Node handle = open.find("#time-from", Node.class);
        open.run(handle::requestFocus);
        open.press(KeyCode.RIGHT);
        TimeRange later = OpenWindow.on(() -> open.window.search().range().get());
        assertEquals(
                drawn.from().orElseThrow().plusSeconds(86_400), later.from().orElseThrow());
        assertEquals(
                "Range of time begins: " + text("#timeline-range").replace("from ", ""),
                OpenWindow.on(handle::getAccessibleText));
        open.press(KeyCode.ESCAPE);
        assertShown(claim -> true);
        assertEquals("All", text("#timeline-range"));
    }

    private void drag(Node node, double from, double to) {
        open.run(() -> {
            fire(node, MouseEvent.MOUSE_PRESSED, from);
            fire(node, MouseEvent.MOUSE_DRAGGED, (from + to) / 2);
            fire(node, MouseEvent.MOUSE_DRAGGED, to);
            fire(node, MouseEvent.MOUSE_RELEASED, to);
        });
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x) {
        Point2D scene = node.localToScene(x, 10);
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    @Test
    void anotherBoardBeginsWithAllOfItsClaims() {
        open.run(() -> open.window
                .search()
                .range()
                .set(TimeRange.ALL.between(Optional.of(Instant.parse("2030-01-01T00:00:00Z")), Optional.empty())));
        assertTrue(inTable().size() < all.size());
        Path other = folder.resolve("other.gpkg");
        SampleBoard.write(other);
        open.run(() -> open.workspace.open(other));
        assertShown(claim -> true);
    }

    @Test
    void exportOffersWhatTheFilterFinds() {
        open.run(() -> open.window.search().range().set(TimeRange.ALL.withTimeless(false)));
        List<Claim> timed =
                all.stream().filter(claim -> claim.when().isPresent()).toList();
        assertEquals(Optional.of(timed), OpenWindow.on(() -> open.window.foundClaims()));
    }
}
