package org.sightline.app.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sightline.board.NamedBriefing;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingSpec;
import org.sightline.briefing.Crowding;
import org.sightline.briefing.Design;
import org.sightline.briefing.DesignFile;
import org.sightline.briefing.Look;
import org.sightline.briefing.MadeUpDossier;
import org.sightline.briefing.Part;
import org.sightline.briefing.Start;
import org.sightline.jobs.Jobs;
import org.sightline.map.SymbolSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The designer under mouse and keys; its jobs run in the window's thread, so that each is done when it returns. */
@ExtendWith(ApplicationExtension.class)
class DesignerPaneTest {
    private final List<NamedBriefing> kept = new ArrayList<>();

    @TempDir
    Path folder;

    private Optional<Path> answer = Optional.empty();
    private Design.Chosen wanted = Design.Chosen.ALL;
    private boolean closed;

    @SuppressWarnings("NullAway.Init") // made on the window's thread, before each test
    private DesignerPane pane;

    @org.testfx.framework.junit5.Start
    void start(Stage stage) {
        pane = pane();
        pane.onClose(() -> closed = true);
        Scene scene = new Scene(pane, 980, 760);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    private DesignerPane pane() {
        return new DesignerPane(
                Jobs.inline(),
                new DesignerMaterial(
                        Design.of(BriefingSpec.titled("")),
                        chosen -> {
                            wanted = chosen;
                            return MadeUpDossier.sixteenClaims();
                        },
                        () -> new PrintedLayers(List.of(), List.of(), List::of),
                        () -> Optional.of(new Envelope(28, 30, 51, 53)),
                        () -> Set.of(4L, 5L),
                        () -> List.copyOf(kept),
                        briefing -> {
                            kept.removeIf(other -> other.uuid().equals(briefing.uuid()));
                            kept.add(briefing);
                            return CompletableFuture.completedFuture("");
                        },
                        uuid -> {
                            kept.removeIf(other -> other.uuid().equals(uuid));
                            return CompletableFuture.completedFuture("");
                        }),
                Optional.of(format -> answer));
    }

    private Briefing briefing() {
        return pane.briefing().orElseThrow();
    }

    private <T extends Node> T find(Class<T> type, String selector) {
        return type.cast(Objects.requireNonNull(pane.lookup(selector), selector));
    }

    private static <T> T act(Callable<T> what) throws TimeoutException {
        T result = WaitForAsyncUtils.waitForAsyncFx(20_000, what);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> act(condition));
    }

    private Briefing.Spot spot(Part part) {
        return briefing().spots(0).stream()
                .filter(spot -> spot.part() == part && spot.note() < 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachStartingPointIsLaidOutWhenItIsChosen() throws TimeoutException {
        for (Start start : Start.values()) {
            act(() -> {
                find(RadioButton.class, "#designer-start-" + start.key()).setSelected(true);
                return true;
            });
            until(() -> briefing().design().start() == start);
        }
    }

    @Test
    void aPartIsDraggedAndTheDragIsTakenBack(FxRobot robot) throws TimeoutException {
        double before = spot(Part.SCALE).box().y();
        robot.drag("#designer-scale").moveBy(-60, -120).drop();
        until(() -> spot(Part.SCALE).put());
        assertTrue(spot(Part.SCALE).box().y() < before - 10);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> !spot(Part.SCALE).put());
        assertEquals(before, spot(Part.SCALE).box().y(), 0.01);
        act(() -> {
            find(Button.class, "#designer-redo").fire();
            return true;
        });
        until(() -> spot(Part.SCALE).put());
        act(() -> {
            find(Button.class, "#designer-tidy").fire();
            return true;
        });
        until(() -> !spot(Part.SCALE).put());
    }

    @Test
    void arrowKeysMoveAndDeleteTakesOff(FxRobot robot) throws TimeoutException {
        act(() -> {
            find(Node.class, "#designer-scale").requestFocus();
            return true;
        });
        double before = spot(Part.SCALE).box().y();
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        until(() -> Math.abs(spot(Part.SCALE).box().y() - (before - 10)) < 0.5);
        assertTrue(act(() -> find(Node.class, "#designer-scale").isFocused()), "the part keeps the focus");
        robot.type(KeyCode.DELETE);
        until(() -> !briefing().design().shows(Part.SCALE));
        assertFalse(find(CheckBox.class, "#designer-part-scale").isSelected());
    }

    @Test
    void aBoxAtTheLeftTakesAPartOffThePage() throws TimeoutException {
        act(() -> {
            find(CheckBox.class, "#designer-part-legend").setSelected(false);
            return true;
        });
        until(() -> briefing().spots(0).stream().noneMatch(s -> s.part() == Part.LEGEND));
    }

    @Test
    void aBriefingIsKeptAndOpenedAgain() throws TimeoutException {
        act(() -> {
            find(RadioButton.class, "#designer-start-strip").setSelected(true);
            find(TextField.class, "#designer-name").setText("Weekly");
            find(Button.class, "#designer-keep").fire();
            return true;
        });
        until(() -> kept.size() == 1 && list().getItems().size() == 1);
        assertEquals(Start.STRIP, DesignFile.read(kept.getFirst().settings()).start());
        act(() -> {
            find(RadioButton.class, "#designer-start-map").setSelected(true);
            return true;
        });
        until(() -> briefing().design().start() == Start.MAP);
        act(() -> {
            list().getSelectionModel().select(0);
            list().getOnKeyPressed()
                    .handle(new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
            return true;
        });
        until(() -> briefing().design().start() == Start.STRIP);
        act(() -> {
            find(Button.class, "#designer-remove").fire();
            return true;
        });
        until(() -> kept.isEmpty() && list().getItems().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private ListView<NamedBriefing> list() {
        return (ListView<NamedBriefing>) find(ListView.class, "#designer-kept");
    }

    @Test
    void paperThatIsNoneIsToldAndNothingChanges() throws TimeoutException {
        Design before = briefing().design();
        act(() -> {
            @SuppressWarnings("unchecked")
            var paper = (javafx.scene.control.ComboBox<String>)
                    find(javafx.scene.control.ComboBox.class, "#designer-paper");
            paper.setValue("B99");
            return true;
        });
        until(() -> find(Label.class, "#designer-state").getText().contains("B99"));
        assertEquals(before, briefing().design());
    }

    @Test
    void savingWritesThePages(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("wall.pdf");
        answer = Optional.of(file);
        robot.clickOn("#designer-savePdf");
        until(() -> Files.exists(file)
                && find(Label.class, "#designer-state").getText().contains("wall.pdf"));
    }

    @Test
    void aNameWithoutEndingGetsOneAndEachPageAFile() throws TimeoutException {
        answer = Optional.of(folder.resolve("south"));
        act(() -> {
            find(Button.class, "#designer-savePng").fire();
            return true;
        });
        until(() -> said().contains("more, to " + folder));
        assertTrue(Files.exists(folder.resolve("south.png")) && Files.exists(folder.resolve("south-2.png")));
    }

    @Test
    void aFailureIsToldInThePane() throws TimeoutException {
        answer = Optional.of(folder.resolve("missing").resolve("south.pdf"));
        act(() -> {
            find(Button.class, "#designer-savePdf").fire();
            return true;
        });
        until(() -> said().contains("missing"));
        assertTrue(find(Label.class, "#designer-state").getStyleClass().contains("danger"));
    }

    private String said() {
        return find(Label.class, "#designer-state").getText();
    }

    @Test
    void itBeginsWithTheDesignItIsGivenAndTheBoardsTitle() {
        assertEquals(Design.of(BriefingSpec.titled("")), pane.design());
        assertEquals(pane.design(), briefing().design());
        assertEquals(
                "Southern border, autumn 2022",
                find(TextField.class, "#designer-title").getPromptText());
    }

    @Test
    void theTitleThatIsTypedStandsOnThePages(FxRobot robot) throws TimeoutException {
        robot.clickOn("#designer-title").write("Night trains");
        until(() -> briefing().title().equals("Night trains"));
    }

    @Test
    void pagesAreTurnedByKeysAndInTheList(FxRobot robot) throws TimeoutException {
        act(() -> {
            pages().requestFocus();
            return true;
        });
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> pages().getSelectionModel().getSelectedIndex() == 1);
        robot.type(KeyCode.PAGE_UP);
        until(() -> pages().getSelectionModel().getSelectedIndex() == 0);
        act(() -> {
            pages().getSelectionModel().select(1);
            return true;
        });
        until(() -> find(Label.class, "#designer-page").getText().startsWith("2 /"));
        assertEquals(briefing().wholes(), pages().getItems().size());
    }

    private ListView<?> pages() {
        return find(ListView.class, "#designer-pages");
    }

    @Test
    void escapeCloses(FxRobot robot) throws TimeoutException {
        act(() -> {
            pages().requestFocus();
            return true;
        });
        robot.type(KeyCode.ESCAPE);
        until(() -> closed);
    }

    @Test
    void theMapIsTakenFromTheWindowAndGivenBackToItsClaims() throws TimeoutException {
        choose("#designer-extent", 1);
        until(() -> briefing().design().look().extent().equals(Optional.of(new Envelope(28, 30, 51, 53))));
        choose("#designer-extent", 2);
        Envelope around = briefing().design().look().extent().orElseThrow();
        assertTrue(around.getWidth() < 20 && !around.equals(new Envelope(28, 30, 51, 53)), around.toString());
        choose("#designer-extent", 0);
        until(() -> briefing().design().look().extent().isEmpty());
    }

    @Test
    void chosenClaimsAndThoseInViewBecomeACondition() throws TimeoutException {
        choose("#designer-claims", 1);
        until(() -> wanted.filter().equals("number IN (4, 5)"));
        choose("#designer-claims", 2);
        until(() -> wanted.filter().equals("BBOX(place, 28.0000, 51.0000, 30.0000, 53.0000)"));
        assertEquals(wanted.filter(), find(TextField.class, "#designer-filter").getText());
        choose("#designer-claims", 0);
        until(() -> wanted.isAll());
    }

    private void choose(String menu, int item) throws TimeoutException {
        act(() -> {
            find(MenuButton.class, menu).getItems().get(item).fire();
            return true;
        });
    }

    @Test
    void signsCrowdingProjectionAndResolutionAreOfTheDesign() throws TimeoutException {
        act(() -> {
            find(CheckBox.class, "#designer-military").setSelected(true);
            @SuppressWarnings("unchecked")
            var crowding = (ComboBox<Crowding>) find(ComboBox.class, "#designer-crowding");
            crowding.setValue(Crowding.GATHERED);
            @SuppressWarnings("unchecked")
            var crs = (ComboBox<String>) find(ComboBox.class, "#designer-crs");
            crs.setValue("epsg:32635");
            Spinner<?> dpi = find(Spinner.class, "#designer-dpi");
            dpi.requestFocus();
            dpi.getEditor().setText("300");
            find(Button.class, "#designer-savePdf").requestFocus();
            return true;
        });
        Look wanted = Look.PLAIN
                .as(SymbolSet.MILITARY)
                .crowded(Crowding.GATHERED)
                .projected(OptionalInt.of(32635))
                .at(300);
        until(() -> briefing().design().look().equals(wanted));
    }

    @Test
    void everyPartAndFieldHasANameForScreenReaders() {
        pane.lookupAll(".designer-frame")
                .forEach(frame -> assertTrue(
                        Objects.requireNonNull(frame.getAccessibleText()).length() > 5));
        for (String field : List.of(
                "title",
                "paper",
                "tlp",
                "classification",
                "notation",
                "numbering",
                "tiles",
                "lap",
                "claims",
                "search",
                "filter",
                "extent",
                "crs",
                "crowding",
                "dpi")) {
            assertNotNull(find(Node.class, "#designer-" + field).getAccessibleHelp(), field);
        }
    }
}
