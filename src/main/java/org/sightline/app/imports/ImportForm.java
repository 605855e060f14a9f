package org.sightline.app.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.FormLayout;
import org.sightline.app.fields.OneOf;
import org.sightline.exchange.Arrived;
import org.sightline.exchange.Import;
import org.sightline.exchange.KnownMappings;
import org.sightline.exchange.Mapping;

/**
 * A file of claims before it is imported: which column is what, the first rows as claims, and, when asked, how many would
 * come in. The mapping is remembered for tables of the same headings.
 *
 * <p>Thread rule: window's thread only; the file is read in the background.
 */
public final class ImportForm extends VBox {
    private static final int SAMPLES = 8;

    private final Workspace workspace;
    private final Path file;
    private final KnownMappings known;
    private final Runnable leave;
    private final Runnable undo;
    private final Label explain = new Label();
    private final FormLayout fields = new FormLayout();
    private final Map<String, OneOf<String>> roles = new LinkedHashMap<>();
    private final OneOf<Mapping.Dates> dates = new OneOf<>(
            "import-dates",
            Words.of("import.dates"),
            List.of(Mapping.Dates.values()),
            order -> Words.of("dates." + order.key()));
    private final CheckBox comma = new CheckBox(Words.of("import.comma"));
    private final SampleList samples = new SampleList();
    private final Label outcome = new Label();
    private final Button importButton = new Button(Words.of("import.import"));
    private final Button countButton = new Button(Words.of("import.count"));
    private Mapping mapping = Mapping.GUESSED;
    private int readings;

    /** @param undo takes back what was imported */
    public ImportForm(Workspace workspace, Path file, KnownMappings known, Runnable leave, Runnable undo) {
        this.workspace = workspace;
        this.file = file;
        this.known = known;
        this.leave = leave;
        this.undo = undo;
        setId("import-form");
        getStyleClass().addAll("side-form", "form-body");
        Label heading = new Label(Words.of("import.heading", file.getFileName()));
        heading.getStyleClass().add("form-heading");
        heading.setWrapText(true);
        for (Label label : List.of(explain, outcome)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("muted");
        }
        explain.setText(Words.of("import.reading"));
        outcome.setId("import-outcome");
        comma.setId("import-comma");
        importButton.setId("import-now");
        importButton.getStyleClass().add("accent");
        importButton.setOnAction(event -> bring());
        countButton.setId("import-count");
        countButton.setOnAction(event -> count());
        Button back = new Button(Words.of("form.back"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, explain, scroll, samples, outcome);
        getChildren().add(new FlowPane(8, 8, importButton, countButton, back));
        enable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean choosing = roles.values().stream().anyMatch(OneOf::isShowing) || dates.isShowing();
            if (event.getCode() == KeyCode.ESCAPE && !choosing) {
                leave.run();
                event.consume();
            }
        });
    }

    /** Reads the file's headings and first rows. */
    public void begin() {
        workspace
                .job(Words.of("job.readTable", file.getFileName()), progress -> {
                    Import opened = Import.open(file, Mapping.GUESSED);
                    if (opened.isOwn()) {
                        return new Reading(opened, opened.sample(SAMPLES));
                    }
                    Import mapped =
                            known.of(opened.headings()).map(opened::with).orElse(opened);
                    return new Reading(mapped, mapped.sample(SAMPLES));
                })
                .whenComplete((reading, failure) -> {
                    if (failure != null) {
                        leave.run();
                        workspace.notices().tell(failure);
                    } else {
                        show(reading);
                    }
                });
    }

    private record Reading(Import table, List<Import.Sample> samples) {}

    private void show(Reading reading) {
        Import table = reading.table();
        mapping = table.mapping();
        if (table.isOwn()) {
            explain.setText(Words.of("import.own"));
        } else {
            explain.setText(Words.of("import.explain")
                    + table.leftOut().map(left -> " " + left + ".").orElse(""));
            chooseRoles(table);
        }
        samples.show(reading.samples());
        enable(true);
        importButton.requestFocus();
    }

    private void chooseRoles(Import table) {
        List<String> choices = new ArrayList<>();
        choices.add("");
        choices.addAll(table.headings());
        for (String role : Mapping.roles()) {
            OneOf<String> choice = new OneOf<>(
                    "import-" + role,
                    Words.of("role." + role),
                    choices,
                    heading -> heading.isEmpty() ? Words.of("import.none") : heading);
            choice.show(mapping.columns().getOrDefault(role, ""));
            choice.onChosen(heading -> remap(mapping.with(role, heading)));
            roles.put(role, choice);
            fields.row(Words.of("role." + role), choice);
        }
        dates.show(mapping.dates());
        dates.onChosen(order -> remap(mapping.withDates(order)));
        comma.setSelected(mapping.decimalComma());
        comma.setOnAction(event -> remap(mapping.withDecimalComma(comma.isSelected())));
        fields.row(Words.of("import.dates"), dates).row("", comma);
    }

    /** Shows the first rows under another mapping. */
    private void remap(Mapping wanted) {
        mapping = wanted;
        int reading = ++readings;
        outcome.setText("");
        workspace.inBackground(() -> Import.open(file, wanted).sample(SAMPLES)).whenComplete((found, failure) -> {
            if (reading == readings) {
                samples.show(failure == null ? found : List.of());
                if (failure != null) {
                    Notices.onFailure(failure, outcome::setText);
                }
                importButton.setDisable(failure != null);
                countButton.setDisable(failure != null);
            }
        });
    }

    private void enable(boolean on) {
        importButton.setDisable(!on);
        countButton.setDisable(!on);
    }

    private void count() {
        enable(false);
        Mapping wanted = mapping;
        workspace
                .inspect(
                        Words.of("job.countTable", file.getFileName()),
                        (board, progress) -> Import.open(file, wanted).rehearse(board, progress))
                .whenComplete((arrived, failure) -> {
                    enable(true);
                    if (failure == null) {
                        outcome.setText(told("import.would", arrived) + reasons(arrived));
                    } else {
                        Notices.onFailure(failure, outcome::setText);
                    }
                });
    }

    private static String told(String key, Arrived arrived) {
        String counts = Words.of(
                key, arrived.claims(), arrived.sources(), arrived.unchanged() + arrived.differing(), arrived.failed());
        String uncited = arrived.uncited() > 0 ? " " + Words.of("import.uncited", arrived.uncited()) : "";
        String unplaced = arrived.unplaced() > 0 ? " " + Words.of("import.unplaced", arrived.unplaced()) : "";
        return counts + uncited + unplaced;
    }

    private static String reasons(Arrived arrived) {
        return arrived.failures().isEmpty() ? "" : "\n" + String.join("\n", arrived.failures());
    }

    private void bring() {
        Mapping wanted = mapping;
        leave.run();
        workspace.telling(workspace
                .change(Words.of("job.importTable", file.getFileName()), (board, progress) -> {
                    Import table = Import.open(file, wanted);
                    Arrived arrived = table.into(board, progress);
                    if (!table.isOwn()) {
                        known.remember(table.headings(), wanted);
                    }
                    return arrived;
                })
                .thenApply(arrived -> {
                    tell(arrived);
                    return arrived;
                }));
    }

    private void tell(Arrived arrived) {
        String kept =
                arrived.kept().map(path -> " " + Words.of("import.kept", path)).orElse("");
        Notice done = arrived.claims() > 0
                ? Notice.done(
                        told("import.brought", arrived) + kept, new Notice.Offer(Words.of("act.undo.short"), undo))
                : Notice.done(told("import.brought", arrived) + kept);
        workspace.notices().tell(done);
    }
}
