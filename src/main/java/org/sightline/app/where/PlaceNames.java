package org.sightline.app.where;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.Words;
import org.sightline.geo.PlaceBooks;

/** The place names that were added: what there is, how to add more, and how to remove them. */
final class PlaceNames extends VBox {
    private final Button addButton = new Button(Words.of("act.addPlaceNames"));

    PlaceNames(List<PlaceBooks.Book> books, Runnable add, Consumer<PlaceBooks.Book> remove, Runnable leave) {
        setId("place-names");
        getStyleClass().addAll("side-form", "form-body");
        Label head = new Label(Words.of("placeNames.heading"));
        head.getStyleClass().add("form-heading");
        Label explain = new Label(Words.of("placeNames.explain"));
        explain.getStyleClass().add("muted");
        explain.setWrapText(true);
        VBox list = new VBox(8);
        list.setId("place-names-list");
        books.forEach(book -> list.getChildren().add(row(book, remove)));
        addButton.setId("place-names-add");
        addButton.setOnAction(event -> add.run());
        Button back = new Button(Words.of("form.close"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        getChildren().addAll(head, explain, list, new HBox(8, addButton, back));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    void begin() {
        addButton.requestFocus();
    }

    private static HBox row(PlaceBooks.Book book, Consumer<PlaceBooks.Book> remove) {
        Label name = new Label(book.name());
        Label about = new Label(
                book.problem().orElseGet(() -> Words.of("placeNames.about", book.places(), book.names(), book.from())));
        about.getStyleClass().add(book.problem().isPresent() ? "problem" : "muted");
        about.setWrapText(true);
        VBox words = new VBox(name, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button removeButton = new Button("", new FontIcon(Feather.TRASH_2));
        removeButton.getStyleClass().addAll("flat", "small-icon");
        removeButton.setAccessibleText(Words.of("placeNames.remove", book.name()));
        removeButton.setTooltip(new javafx.scene.control.Tooltip(Words.of("placeNames.remove", book.name())));
        removeButton.setOnAction(event -> remove.accept(book));
        HBox row = new HBox(8, words, removeButton);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
