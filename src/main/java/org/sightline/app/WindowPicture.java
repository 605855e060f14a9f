package org.sightline.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.sightline.DomainException;
import org.sightline.app.desk.FileQuestions;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.SettingsFile;
import org.sightline.app.desk.Workspace;
import org.sightline.claim.Claim;
import org.sightline.jobs.Jobs;

/**
 * Draws the real window on a board into a picture, without a display: in a scene that is on no stage, so that it may be
 * of any size. Called from any thread but the window's.
 */
public final class WindowPicture {
    private static final long PATIENCE_SECONDS = 60;
    private static final int LAYOUTS = 3;

    private WindowPicture() {}

    /**
     * Opens a board, chooses the first claim that has a place, and draws the window as PNG.
     *
     * @param width pixels
     * @param height pixels
     * @throws DomainException when the board cannot be opened or the picture cannot be written
     */
    public static void write(Path board, Path png, int width, int height, boolean dark) {
        startToolkit();
        Workspace workspace =
                onWindow(() -> new Workspace(Jobs.background(), Platform::runLater, SettingsFile.forgetful()));
        Scene scene = onWindow(() -> scene(workspace, width, height, dark ? Theme.DARK : Theme.LIGHT));
        try {
            await(onWindow(() -> workspace.open(board)));
            onWindow(() -> choose(workspace));
            write(picture(scene), png);
        } finally {
            close(scene);
        }
    }

    /** Closes the board and lets go of the window that a scene shows. */
    static void close(Scene scene) {
        MainWindow window = (MainWindow) scene.getRoot();
        Workspace workspace = window.workspace();
        await(onWindow(workspace::idle));
        onWindow(() -> {
            window.dispose();
            return scene;
        });
        workspace.close();
        workspace.jobs().close();
    }

    /** The window in a scene without a stage. Window's thread. */
    static Scene scene(Workspace workspace, int width, int height, Theme theme) {
        workspace
                .settings()
                .set(workspace
                        .settings()
                        .get()
                        .with(theme == Theme.DARK ? Settings.Appearance.DARK : Settings.Appearance.LIGHT));
        MainWindow window = new MainWindow(workspace, new NoFiles(), () -> {});
        Scene scene = new Scene(window, width, height);
        theme.dress(scene);
        window.listenTo(scene);
        return scene;
    }

    private static Optional<Claim> choose(Workspace workspace) {
        Optional<Claim> first = workspace
                .view()
                .get()
                .flatMap(view -> view.claims().stream()
                        .filter(claim -> claim.place().isPresent())
                        .findFirst());
        first.ifPresent(claim -> workspace.selection().chooseClaim(claim.uuid()));
        return first;
    }

    /** The scene once everything in it has come to rest. */
    static WritableImage picture(Scene scene) {
        MainWindow window = (MainWindow) scene.getRoot();
        for (int i = 0; i < LAYOUTS; i++) { // a layout may ask for more to be read, and what was read for a layout
            onWindow(() -> scene.snapshot(null));
            await(window.workspace().idle());
            await(onWindow(() -> window.map().settled()));
        }
        return onWindow(() -> {
            // what a scroll pane keeps painted is not painted anew in a scene that is on no stage
            scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
            return scene.snapshot(null);
        });
    }

    /** @throws DomainException when it cannot be written */
    static void write(WritableImage picture, Path png) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try (OutputStream out = Files.newOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new DomainException(
                    "The picture cannot be written to " + png + "; check that the folder is there and writable.", e);
        }
    }

    /** Starts JavaFX, without a display where there is none. */
    static void startToolkit() {
        if (System.getenv("DISPLAY") == null
                && System.getProperty("os.name", "").startsWith("Linux")) {
            setUnlessSet("glass.platform", "Headless");
            setUnlessSet("prism.order", "sw");
        }
        CompletableFuture<String> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(""));
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyRunning) { // which is as good
            started.complete("");
        }
        await(started);
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    static <T> T onWindow(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) { // handed to the caller
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Notices.causeOf(e);
            if (cause instanceof DomainException domain) {
                throw domain;
            }
            throw new CompletionException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (TimeoutException e) {
            throw new DomainException("The window did not come to rest within a minute; try again.", e);
        }
    }

    /** Nobody is there to be asked. */
    private static final class NoFiles implements FileQuestions {
        @Override
        public Optional<Path> boardToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newBoard(String suggestion) {
            return Optional.empty();
        }

        @Override
        public List<java.io.File> filesToCapture() {
            return List.of();
        }

        @Override
        public List<Path> placeNamesToAdd() {
            return List.of();
        }

        @Override
        public List<Path> layersToAdd() {
            return List.of();
        }

        @Override
        public Optional<Path> fileToImport() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> exportTo(String suggestion, String kind, String extension) {
            return Optional.empty();
        }
    }
}
