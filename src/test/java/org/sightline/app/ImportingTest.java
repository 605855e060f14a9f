package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.app.fields.OneOf;
import org.sightline.board.Board;
import org.sightline.exchange.Export;

/** Claims come in from a table and leave again, in the window. */
class ImportingTest {
    private static final String TABLE = """
            Headline,Where,Y,X,Day,Words,Link
            Trucks at the yard,Mazyr,52.04,29.24,13.10.2022,"Twelve trucks, they said.",https://example.org/a
            A train,Homel,"52,43",31.01,14.10.2022,A train stood there.,https://example.org/a
            Not a place,Nowhere,far,away,15.10.2022,,
            """;

    @TempDir
    Path folder;

    private OpenWindow open;
    private Path table;

    @BeforeEach
    void open() throws IOException {
        Path board = folder.resolve("board.gpkg");
        Board.create(board, "Board").close();
        table = Files.writeString(folder.resolve("events.csv"), TABLE);
        open = OpenWindow.on(board, folder);
        open.answers.next(table);
        open.act("import");
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void choose(String role, String heading) {
        OneOf<?> choice = open.find("#import-" + role, OneOf.class);
        open.run(() -> {
            for (int i = 0; i < choice.getItems().size(); i++) {
                if (choice.getItems().get(i).equals(heading)) {
                    choice.getSelectionModel().select(i);
                }
            }
        });
    }

    private String sample(int row) {
        VBox samples = open.find("#import-samples", VBox.class);
        return OpenWindow.on(() -> ((Label) samples.getChildren().get(row)).getText());
    }

    @Test
    void columnsAreGuessedAndChosenAndTheFirstRowsAreShown() {
        choose("when", "Day");
        choose("place", "Where");
        choose("quote", "Words");
        choose("source", "Link");
        assertEquals("Trucks at the yard · 13 October 2022 · Mazyr", sample(1));
        assertTrue(sample(3).startsWith("Not read: "), sample(3));
        open.run(() -> open.find("#import-count", Button.class).fire());
        String would =
                OpenWindow.on(() -> open.find("#import-outcome", Label.class).getText());
        assertTrue(would.startsWith("Would bring 2 claims from 1 source; none is here already, 1 row cannot"), would);
        assertEquals(0, open.view().claims().size());
        assertFalse(Files.exists(folder.resolve("events.not-imported.csv")));
    }

    @Test
    void whatIsImportedIsOneStepOfUndoAndTheMappingIsRemembered() {
        choose("when", "Day");
        open.run(() -> open.find("#import-now", Button.class).fire());
        assertEquals(2, open.view().claims().size());
        assertTrue(Files.exists(folder.resolve("events.not-imported.csv")));
        open.act("undo");
        assertEquals(0, open.view().claims().size());
        open.act("import");
        assertEquals(
                "Day",
                OpenWindow.on(() -> open.find("#import-when", OneOf.class).getValue()));
    }

    @Test
    void claimsAreExportedWithoutWhatIsHeldBack() throws IOException {
        choose("claimant", "Where");
        open.run(() -> open.find("#import-now", Button.class).fire());
        Path csv = folder.resolve("out.csv");
        open.answers.next(csv);
        open.act("export");
        OneOf<?> format = open.find("#export-format", OneOf.class);
        assertEquals(Export.Format.CSV, OpenWindow.on(format::getValue));
        Label stays = open.find("#export-stays", Label.class);
        assertFalse(OpenWindow.on(stays::isVisible));
        open.run(() -> open.find("#export-no-claimants", CheckBox.class).fire());
        assertTrue(OpenWindow.on(stays::isVisible));
        assertTrue(OpenWindow.on(stays::getText).startsWith("The words of statements"));
        OneOf<?> positions = open.find("#export-positions", OneOf.class);
        open.run(() -> positions.getSelectionModel().select(2));
        assertTrue(OpenWindow.on(stays::getText).startsWith("Stated distances are left out"));
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        WindowPicture.write(
                OpenWindow.on(() -> open.window.getScene().snapshot(null)), screens.resolve("export-held-back.png"));
        open.run(() -> positions.getSelectionModel().select(0));
        open.run(() -> open.find("#export-now", Button.class).fire());
        String written = Files.readString(csv);
        assertTrue(written.contains("Trucks at the yard"), written);
        assertFalse(written.contains("other,Mazyr"), written); // the claimant; the place of that name stays
        assertTrue(OpenWindow.on(() -> open.window.lookupAll(".radio-button").stream()
                .noneMatch(node -> node instanceof RadioButton button && button.isSelected() && button.isDisabled())));
    }
}
