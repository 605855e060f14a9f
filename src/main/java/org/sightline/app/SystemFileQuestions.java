package org.sightline.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.sightline.app.desk.FileQuestions;
import org.sightline.app.desk.Words;
import org.sightline.exchange.Import;
import org.sightline.overlay.OverlayFile;

/** Asks with the system's own file dialogs, and begins where the last one ended. */
final class SystemFileQuestions implements FileQuestions {
    private final Supplier<@Nullable Window> owner;
    private @Nullable File folder;

    SystemFileQuestions(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> boardToOpen() {
        FileChooser chooser = chooser("files.openBoard");
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Words.of("files.board"), "*.gpkg"),
                        new ExtensionFilter(Words.of("files.all"), "*"));
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> newBoard(String suggestion) {
        FileChooser chooser = chooser("files.newBoard");
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters().add(new ExtensionFilter(Words.of("files.board"), "*.gpkg"));
        return path(chooser.showSaveDialog(owner.get())).map(file -> ending(file, "gpkg"));
    }

    @Override
    public List<File> filesToCapture() {
        FileChooser chooser = chooser("files.capture");
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Words.of("files.texts"), "*.txt", "*.html", "*.htm", "*.md", "*.xhtml"),
                        new ExtensionFilter(Words.of("files.all"), "*"));
        return several(chooser);
    }

    @Override
    public List<Path> placeNamesToAdd() {
        FileChooser chooser = chooser("files.placeNames");
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Words.of("files.dumps"), "*.zip", "*.txt", "*.gz"),
                        new ExtensionFilter(Words.of("files.all"), "*"));
        return several(chooser).stream().map(File::toPath).toList();
    }

    @Override
    public List<Path> layersToAdd() {
        FileChooser chooser = chooser("files.layers");
        List<String> endings = OverlayFile.ENDINGS.stream()
                .flatMap(ending -> Stream.of("*." + ending, "*." + ending.toUpperCase(Locale.ROOT)))
                .toList();
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Words.of("files.overlays"), endings),
                        new ExtensionFilter(Words.of("files.all"), "*"));
        return several(chooser).stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> fileToImport() {
        FileChooser chooser = chooser("files.import");
        List<String> endings = Import.Format.allEndings().stream()
                .flatMap(ending -> Stream.of("*." + ending, "*." + ending.toUpperCase(Locale.ROOT)))
                .toList();
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(Words.of("files.claims"), endings),
                        new ExtensionFilter(Words.of("files.all"), "*"));
        return path(chooser.showOpenDialog(owner.get()));
    }

    private List<File> several(FileChooser chooser) {
        List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        folder = chosen.getFirst().getParentFile();
        return chosen;
    }

    @Override
    public Optional<Path> exportTo(String suggestion, String kind, String extension) {
        FileChooser chooser = chooser("files.export");
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*." + extension));
        return path(chooser.showSaveDialog(owner.get())).map(file -> ending(file, extension));
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of(titleKey));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> path(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    private static Path ending(Path file, String extension) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith("." + extension) ? file : file.resolveSibling(name + "." + extension);
    }
}
