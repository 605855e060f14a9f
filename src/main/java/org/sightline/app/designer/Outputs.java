package org.sightline.app.designer;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.briefing.Briefing;
import org.sightline.briefing.BriefingFile;
import org.sightline.briefing.BriefingFile.Format;
import org.sightline.briefing.BriefingPrint;
import org.sightline.jobs.Jobs;

/**
 * The ways onto paper: files of three kinds, and the printer.
 *
 * <p>Thread rule: window's thread only; writing and printing go through {@link Jobs}.
 */
final class Outputs extends HBox {
    private final Jobs jobs;
    private final Telling telling;
    private final Function<Format, Optional<Path>> askWhere;
    private final List<Button> buttons = List.of(
            act("saveSvg", Feather.PEN_TOOL, () -> save(Format.SVG)),
            act("savePng", Feather.IMAGE, () -> save(Format.PNG)),
            act("print", Feather.PRINTER, this::print),
            act("savePdf", Feather.FILE_TEXT, () -> save(Format.PDF)));
    private Optional<Finished> briefing = Optional.empty();

    /** A briefing that can be printed, and what lies over its maps. */
    record Finished(Briefing briefing, PrintedLayers layers) {}

    /** Who says how it goes. */
    interface Telling {
        void working(String what);

        /** @param work completes with what is to be said */
        void done(CompletableFuture<String> work);
    }

    /** @param where stands for the system's file dialog */
    Outputs(Jobs jobs, Telling telling, Optional<Function<Format, Optional<Path>>> where) {
        super(8);
        this.jobs = jobs;
        this.telling = telling;
        this.askWhere = where.orElse(this::chooseFile);
        buttons.getLast().getStyleClass().add("accent");
        getChildren().setAll(buttons);
        setMinWidth(Region.USE_PREF_SIZE);
        enable();
    }

    private static Button act(String key, Feather icon, Runnable run) {
        Button button = new Button(DesignerWords.of(key), new FontIcon(icon));
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("designer-" + key);
        button.setTooltip(new Tooltip(DesignerWords.keyed(key + ".tooltip")));
        button.setOnAction(event -> run.run());
        return button;
    }

    void show(Finished finished) {
        briefing = Optional.of(finished);
        enable();
    }

    private void enable() {
        buttons.forEach(button -> button.setDisable(briefing.isEmpty()));
    }

    void save(Format format) {
        if (briefing.isEmpty()) {
            return;
        }
        Finished finished = briefing.get();
        askWhere.apply(format).map(file -> withEnding(file, format)).ifPresent(file -> {
            String name = String.valueOf(file.getFileName());
            telling.working(DesignerWords.of("state.saving", name));
            telling.done(jobs.start(DesignerWords.of("job.save", name), progress -> {
                finished.briefing().complete(progress::check);
                List<Path> files = BriefingFile.write(finished.briefing(), file, done -> {
                    progress.check();
                    progress.report((double) done / finished.briefing().pages(), "");
                });
                // tiles that did not come are known when the pages have been painted
                List<String> lacking = finished.layers().lacking().get();
                return String.join(" ", saved(files), String.join(" ", lacking)).strip();
            }));
        });
    }

    private static String saved(List<Path> files) {
        return files.size() == 1
                ? DesignerWords.of("state.saved", files.getFirst())
                : DesignerWords.of(
                        "state.savedMany",
                        files.getFirst().getFileName(),
                        files.size() - 1,
                        String.valueOf(files.getFirst().getParent()));
    }

    private static Path withEnding(Path file, Format format) {
        String ending = "." + format.name().toLowerCase(Locale.ROOT);
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }

    private Optional<Path> chooseFile(Format format) {
        FileChooser chooser = new FileChooser();
        String ending = format.name().toLowerCase(Locale.ROOT);
        chooser.setInitialFileName(DesignerWords.of("file.name") + "." + ending);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(DesignerWords.of("file", format), "*." + ending));
        File file = chooser.showSaveDialog(getScene().getWindow());
        return Optional.ofNullable(file).map(File::toPath);
    }

    void print() {
        briefing.ifPresent(finished -> {
            telling.working(DesignerWords.of("state.printing"));
            telling.done(jobs.start(DesignerWords.of("job.print"), progress -> {
                boolean printed = new BriefingPrint(finished.briefing()).withDialog();
                return printed ? DesignerWords.of("state.printed") : "";
            }));
        });
    }
}
