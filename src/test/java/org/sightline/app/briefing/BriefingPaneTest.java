package org.sightline.app.briefing;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingSpec.Paper;
import org.sightline.briefing.MadeUpDossier;
import org.sightline.jobs.Jobs;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The briefing pane under mouse and keys; its jobs run in the window's thread, so that each is done when it returns. */
@ExtendWith(ApplicationExtension.class)
class BriefingPaneTest {
    private static final BriefingMaterial MATERIAL = new BriefingMaterial(
            MadeUpDossier::sixteenClaims,
            () -> Optional.of(new Envelope(28, 30, 51, 53)),
            () -> Set.of(4L, 5L),
            () -> new BriefingMaterial.Layers(List.of(), List.of(), List::of));

    @TempDir
    Path folder;

    private Optional<Path> answer = Optional.empty();
    private boolean closed;

    @SuppressWarnings("NullAway.Init") // made on the window's thread, before each test
    private BriefingPane pane;

    @Start
    void start(Stage stage) {
        pane = pane();
        pane.onClose(() -> closed = true);
        Scene scene = new Scene(pane, 980, 760);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    private BriefingPane pane() {
        return new BriefingPane(Jobs.inline(), MATERIAL, Optional.of(format -> answer));
    }

    @Test
    void thePagesAreLaidOutOnOpening() {
        Briefing briefing = pane.briefing().orElseThrow();
        assertEquals(briefing.pages(), pages().getItems().size());
        assertFalse(find(Node.class, "#briefing-savePdf").isDisabled());
    }

    @Test
    void aChangedSettingLaysThePagesOutAnew() throws TimeoutException {
        act(() -> {
            find(ComboBox.class, "#briefing-paper").getSelectionModel().select(1);
            return true;
        });
        until(() -> Math.abs(briefing().width() - Paper.A3.height()) < 1);
    }

    @Test
    void theTitleThatIsTypedStandsOnThePages(FxRobot robot) throws TimeoutException {
        robot.clickOn("#briefing-title").write("Night trains");
        until(() -> briefing().title().equals("Night trains"));
    }

    @Test
    void anEmptyTitleFieldShowsTheBoardsTitle() {
        assertEquals(
                "Southern border, autumn 2022",
                find(TextField.class, "#briefing-title").getPromptText());
        assertEquals("Southern border, autumn 2022", briefing().title());
    }

    @Test
    void savingWritesTheFileAndSaysSo(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("south.pdf");
        answer = Optional.of(file);
        robot.clickOn("#briefing-savePdf");
        until(() -> Files.exists(file) && said().contains("south.pdf"));
    }

    @Test
    void aNameWithoutEndingGetsOne(FxRobot robot) throws TimeoutException {
        answer = Optional.of(folder.resolve("south"));
        robot.clickOn("#briefing-saveSvg");
        until(() -> Files.exists(folder.resolve("south.svg")) && Files.exists(folder.resolve("south-2.svg")));
    }

    @Test
    void aFailureIsToldInThePane(FxRobot robot) throws TimeoutException {
        answer = Optional.of(folder.resolve("missing").resolve("south.pdf"));
        robot.clickOn("#briefing-savePdf");
        until(() -> said().contains("missing"));
        assertTrue(find(Label.class, "#briefing-state").getStyleClass().contains("danger"));
    }

    @Test
    void pageDownTurnsThePage(FxRobot robot) throws TimeoutException {
        robot.clickOn("#briefing-pages").push(KeyCode.HOME).push(KeyCode.PAGE_DOWN);
        until(() -> pages().getSelectionModel().getSelectedIndex() == 1);
        robot.push(KeyCode.PAGE_UP);
        until(() -> pages().getSelectionModel().getSelectedIndex() == 0);
    }

    @Test
    void escapeCloses(FxRobot robot) throws TimeoutException {
        robot.clickOn("#briefing-pages").push(KeyCode.ESCAPE);
        until(() -> closed);
    }

    @Test
    void everySettingIsReachedByTabAndHasAName() {
        for (String id : List.of("title", "extent", "paper", "orientation", "tlp", "colours", "notation", "dpi")) {
            Node field = find(Node.class, "#briefing-" + id);
            assertTrue(field.isFocusTraversable(), id);
            assertNotNull(field.getAccessibleHelp(), id);
        }
    }

    @Test
    void thePaneIsDrawnLightAndDark() throws IOException {
        Files.createDirectories(Path.of("target", "screens"));
        draw("light", new PrimerLight().getUserAgentStylesheet());
        draw("dark", new PrimerDark().getUserAgentStylesheet());
    }

    private void draw(String name, String style) throws IOException {
        WritableImage picture = act(() -> {
            Scene scene = new Scene(pane(), 1280, 800);
            scene.setUserAgentStylesheet(style);
            scene.getStylesheets().setAll(sheet("window.css"), sheet(name + ".css"));
            scene.snapshot(null);
            scene.snapshot(null);
            return scene.snapshot(null);
        });
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = Path.of("target", "screens", "briefing-" + name + ".png");
        ImageIO.write(image, "png", file.toFile());
        assertTrue(Files.size(file) > 20_000, name + " is nearly empty");
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(BriefingPaneTest.class.getResource("/org/sightline/app/" + name))
                .toExternalForm();
    }

    private Briefing briefing() {
        return pane.briefing().orElseThrow();
    }

    private ListView<?> pages() {
        return find(ListView.class, "#briefing-pages");
    }

    private String said() {
        return find(Label.class, "#briefing-state").getText();
    }

    private <T extends Node> T find(Class<T> kind, String selector) {
        return kind.cast(Objects.requireNonNull(pane.lookup(selector), selector));
    }

    private static <T> T act(Callable<T> act) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, act);
    }

    private static void until(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, holds);
    }
}
