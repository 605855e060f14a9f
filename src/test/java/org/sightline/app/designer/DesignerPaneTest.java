package org.sightline.app.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.app.briefing.BriefingMaterial;
import org.sightline.board.NamedBriefing;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.Design;
import org.sightline.briefing.DesignFile;
import org.sightline.briefing.MadeUpDossier;
import org.sightline.briefing.Part;
import org.sightline.briefing.Start;
import org.sightline.jobs.Jobs;
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

    @SuppressWarnings("NullAway.Init") // made on the window's thread, before each test
    private DesignerPane pane;

    @org.testfx.framework.junit5.Start
    void start(Stage stage) {
        pane = pane();
        Scene scene = new Scene(pane, 980, 760);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    private DesignerPane pane() {
        return new DesignerPane(
                Jobs.inline(),
                new DesignerMaterial(
                        chosen -> MadeUpDossier.sixteenClaims(),
                        () -> new BriefingMaterial.Layers(List.of(), List.of(), List::of),
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
    void everyPartAndFieldHasANameForScreenReaders() {
        pane.lookupAll(".designer-frame")
                .forEach(frame -> assertTrue(
                        Objects.requireNonNull(frame.getAccessibleText()).length() > 5));
        for (String field : List.of("title", "paper", "tlp", "classification", "notation", "numbering", "tiles")) {
            assertNotNull(find(Node.class, "#designer-" + field).getAccessibleHelp(), field);
        }
    }

    @Test
    void theScreenInLightAndDark() throws IOException, TimeoutException {
        for (boolean dark : new boolean[] {false, true}) {
            WritableImage image = act(() -> {
                DesignerPane other = pane();
                Scene scene = new Scene(other, 1280, 820);
                scene.setUserAgentStylesheet(
                        dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
                other.applyCss();
                other.layout();
                other.refresh();
                other.applyCss();
                other.layout();
                return scene.snapshot(null);
            });
            write(image, Path.of("target", "screens", "designer-" + (dark ? "dark" : "light") + ".png"));
        }
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        ImageIO.write(picture, "png", file.toFile());
    }
}
