package org.sightline.app.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sightline.briefing.Design;
import org.sightline.briefing.Note;

/** The person's own words on the pages. Window's thread only. */
final class NoteFields extends VBox {
    private final Consumer<UnaryOperator<Design>> tell;
    private final VBox notes = new VBox(6);

    NoteFields(Consumer<UnaryOperator<Design>> tell) {
        super(6);
        this.tell = tell;
        Button note = new Button(DesignerWords.of("addNote"));
        note.setId("designer-addNote");
        note.setOnAction(event -> tell.accept(design -> {
            List<Note> more = new ArrayList<>(design.notes());
            more.add(new Note(DesignerWords.of("newNote"), Optional.empty()));
            return design.noting(more);
        }));
        getChildren().setAll(notes, note);
    }

    void show(List<Note> all) {
        if (notes.getChildren().size() != all.size()) {
            notes.getChildren().clear();
            for (int i = 0; i < all.size(); i++) {
                notes.getChildren().add(note(i));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            TextArea area = (TextArea) notes.getChildren().get(i);
            if (!area.getText().equals(all.get(i).text())) {
                area.setText(all.get(i).text());
            }
        }
    }

    private TextArea note(int index) {
        TextArea area = new TextArea();
        area.setId("designer-noteText-" + index);
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.setAccessibleText(DesignerWords.of("part.note", index + 1));
        area.textProperty()
                .addListener((text, was, is) -> tell.accept(design -> design.withNote(index, note -> note.saying(is))));
        return area;
    }
}
