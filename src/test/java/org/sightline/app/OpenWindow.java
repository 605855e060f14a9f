package org.sightline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.SettingsFile;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Board;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, shown on the headless screen, driven by keys. */
final class OpenWindow implements AutoCloseable {
    private static final int WHOLE = 10_000;
    private static final int WIDTH = 990;
    private static final int HEIGHT = 900;

    final Workspace workspace;
    final MainWindow window;
    final ScriptedAnswers answers = new ScriptedAnswers();
    private final Stage stage;
    private final FxRobot robot = new FxRobot();

    private OpenWindow(Path settings, int whole) {
        WindowPicture.startToolkit();
        workspace = on(() -> new Workspace(Jobs.background(), Platform::runLater, new SettingsFile(settings), whole));
        window = on(() -> new MainWindow(workspace, answers, () -> {}));
        stage = on(this::show);
    }

    private Stage show() {
        Stage shown = new Stage();
        Scene scene = new Scene(window, WIDTH, HEIGHT);
        Theme.LIGHT.dress(scene);
        window.listenTo(scene);
        shown.setScene(scene);
        shown.setX(0);
        shown.setY(0);
        shown.show();
        shown.requestFocus();
        return shown;
    }

    /** The window with no board in it. */
    static OpenWindow empty(Path folder) {
        return new OpenWindow(folder.resolve("settings.json"), WHOLE);
    }

    /** The window on a board that it takes for a large one, however small it is. */
    static OpenWindow asLarge(Path board, Path folder) {
        OpenWindow open = new OpenWindow(folder.resolve("settings.json"), 0);
        WindowPicture.await(on(() -> open.workspace.open(board)));
        open.settle();
        return open;
    }

    static OpenWindow on(Path board, Path folder) {
        OpenWindow open = empty(folder);
        WindowPicture.await(on(() -> open.workspace.open(board)));
        open.settle();
        return open;
    }

    static <T> T on(Callable<T> work) {
        if (!Platform.isFxApplicationThread()) {
            return WindowPicture.onWindow(work);
        }
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void run(Runnable work) {
        on(() -> {
            work.run();
            return "";
        });
        settle();
    }

    /** Waits until nothing is under way and everything that was read is shown. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForFxEvents(1);
            WindowPicture.await(on(workspace::idle));
        }
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    /** Presses keys together, such as Shortcut and Z. */
    void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    /** Types letters one after another, faster than any person: the window does not come to rest between them. */
    void type(String words) {
        words.chars()
                .forEach(letter -> robot.robotContext()
                        .getBaseRobot()
                        .typeKeyboard(stage.getScene(), KeyCode.UNDEFINED, String.valueOf((char) letter)));
        settle();
    }

    void act(String id) {
        run(() -> window.actions().run(id));
    }

    BoardView view() {
        return on(() -> workspace.view().get().orElseThrow());
    }

    Claim claim(long id) {
        return view().claim(id).orElseThrow();
    }

    void choose(Claim claim) {
        run(() -> workspace.selection().chooseClaim(claim.uuid()));
    }

    <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(on(() -> window.lookup(selector)));
    }

    void resize(double width, double height) {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    /** Draws the window to {@code target/screens}, to be looked at. */
    void picture(String name) throws IOException {
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        WindowPicture.await(on(() -> window.map().settled()));
        WindowPicture.write(on(() -> window.getScene().snapshot(null)), screens.resolve(name + ".png"));
    }

    /** The whole window in dark, the map included. */
    void darken() {
        run(() -> {
            workspace.settings().set(workspace.settings().get().with(Settings.Appearance.DARK));
            Theme.DARK.dress(window.getScene());
        });
    }

    boolean shows(String selector) {
        return on(
                () -> window.lookup(selector) != null && window.lookup(selector).isVisible());
    }

    void focus(String selector) {
        run(() -> window.lookup(selector).requestFocus());
    }

    /** The claims as another program would read them from the file. */
    static List<Claim> onDisk(Path board) {
        try (Board reading = Board.open(board, Board.Mode.READ);
                Snapshot snapshot = reading.snapshot()) {
            return snapshot.claims(ClaimQuery.ALL);
        }
    }

    @Override
    public void close() {
        settle();
        WindowPicture.await(on(() -> window.map().settled()));
        Scene scene = stage.getScene();
        on(() -> {
            stage.close();
            return "";
        });
        WindowPicture.close(scene);
    }
}
