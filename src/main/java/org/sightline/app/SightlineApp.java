package org.sightline.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.SettingsFile;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.jobs.Jobs;

/** The desktop program. */
public final class SightlineApp extends Application {
    private static final long CLOSING_SECONDS = 2;

    /** Pixels; in a smaller window nothing has room. */
    private static final double LEAST_WIDTH = 760;

    private static final double LEAST_HEIGHT = 480;

    /** JavaFX makes the application itself, so what is begun before it does waits for it here. */
    private static @Nullable Workspace begun;

    private static final WindowTurn TURN = new WindowTurn();

    private @Nullable Workspace workspace;
    private @Nullable MainWindow shown;

    /**
     * Opens the window, on a board where one is named, and returns when it is closed. The board is read while JavaFX
     * starts and the window is made.
     */
    public static void open(Optional<Path> board) {
        Workspace made = new Workspace(Jobs.background(), TURN, SettingsFile.ofUser());
        begun = made;
        board.ifPresent(file -> made.telling(made.open(file)));
        try {
            launch(SightlineApp.class);
        } catch (RuntimeException e) { // no window came, so nothing else closes the board
            made.close();
            made.jobs().close();
            throw e;
        }
    }

    @Override
    public void start(Stage stage) {
        Workspace made = Objects.requireNonNull(begun);
        workspace = made;
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, failure) -> made.notices().tell(failure));
        MainWindow window = new MainWindow(made, new SystemFileQuestions(() -> stage), stage::close);
        shown = window;
        Settings settings = made.settings().get();
        Scene scene = new Scene(window, settings.windowWidth(), settings.windowHeight());
        window.listenTo(scene);
        followAppearance(made, scene);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(settings.maximized());
        followTitle(made, stage);
        addIcons(stage);
        stage.setOnCloseRequest(event -> {
            if (!window.mayClose()) {
                event.consume();
            }
        });
        stage.setOnHiding(event -> rememberSize(made, stage));
        stage.show();
        Moments.watch(window);
        TURN.begin();
    }

    private static void followAppearance(Workspace workspace, Scene scene) {
        Theme[] now = {Theme.of(workspace.settings().get().appearance())};
        now[0].dress(scene);
        Runnable follow = () -> {
            Theme wanted = Theme.of(workspace.settings().get().appearance());
            if (wanted != now[0]) {
                now[0] = wanted;
                wanted.dress(scene);
            }
        };
        workspace.settings().addListener((settings, before, after) -> follow.run());
        Platform.getPreferences().colorSchemeProperty().addListener((scheme, before, after) -> follow.run());
    }

    private static void followTitle(Workspace workspace, Stage stage) {
        stage.setTitle(Words.of("window.name"));
        workspace.view().addListener((view, before, now) -> stage.setTitle(titleOf(now)));
    }

    static String titleOf(Optional<BoardView> view) {
        return view.map(v -> Words.of("window.title", v.info().title(), v.file().getFileName()))
                .orElse(Words.of("window.name"));
    }

    private static void addIcons(Stage stage) {
        for (int size : new int[] {16, 32, 48, 128, 256}) {
            java.io.InputStream icon =
                    SightlineApp.class.getResourceAsStream("/assets/icon/sightline-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
    }

    private static void rememberSize(Workspace workspace, Stage stage) {
        Settings settings = workspace.settings().get();
        boolean large = stage.isMaximized();
        double width = large ? settings.windowWidth() : stage.getScene().getWidth();
        double height = large ? settings.windowHeight() : stage.getScene().getHeight();
        workspace.settings().set(settings.withWindow(width, height, large));
    }

    @Override
    public void stop() {
        Workspace open = workspace;
        MainWindow window = shown;
        if (open != null && window != null) {
            window.dispose()
                    .handle((closed, failure) -> "")
                    .completeOnTimeout("", CLOSING_SECONDS, TimeUnit.SECONDS)
                    .join();
            open.close();
            open.jobs().close();
        }
    }
}
