package org.sightline.app.where;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Words;
import org.sightline.app.fields.FormLayout;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.Notation;
import org.sightline.geo.Surroundings;

/** What is at a place of the map: its coordinates in every notation, to be copied, its country, and the places near it. */
public final class WhatIsHere extends VBox {
    private static final String[] POINTS = {"n", "ne", "e", "se", "s", "sw", "w", "nw"};
    private final Button back = new Button(Words.of("form.close"));

    /** @param go shows a place that was chosen */
    public WhatIsHere(Surroundings around, Consumer<Gazetteer.Entry> go, Runnable leave) {
        setId("what-is-here");
        getStyleClass().addAll("side-form", "form-body");
        Label head = new Label(Words.of("here.heading"));
        head.getStyleClass().add("form-heading");
        FormLayout rows = new FormLayout();
        for (Notation notation : Notation.values()) {
            rows.row(Words.of("here." + notation), copyable(notation, around));
        }
        Label country =
                new Label(around.country().map(Gazetteer.builtIn()::countryName).orElse(Words.of("here.noCountry")));
        country.setId("here-country");
        country.getStyleClass().add("here-value");
        rows.row(Words.of("here.country"), country);
        around.border().ifPresent(border -> {
            Label words = new Label(Words.of(
                    "here.borderAway",
                    Words.of("here.kilometres", kilometres(border.metres())),
                    border.neighbour().isEmpty()
                            ? Words.of("here.borderUnassigned")
                            : Gazetteer.builtIn().countryName(border.neighbour())));
            words.setId("here-border");
            words.setWrapText(true);
            words.getStyleClass().add("here-value");
            rows.row(Words.of("here.border"), words);
        });
        Label caption = new Label(Words.of("here.near"));
        caption.getStyleClass().add("caption");
        VBox near = new VBox(6);
        near.setId("here-near");
        around.near().forEach(each -> near.getChildren().add(row(each, go)));
        Label source = new Label(Words.of("here.source"));
        source.getStyleClass().add("muted");
        source.setWrapText(true);
        back.getStyleClass().add("flat");
        back.setOnAction(event -> leave.run());
        VBox told = new VBox(8, rows, caption, near, source);
        ScrollPane scroll = new ScrollPane(told);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(head, scroll, back);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    public void begin() {
        back.requestFocus();
    }

    private static TextField copyable(Notation notation, Surroundings around) {
        TextField field = new TextField(notation.write(around.position(), 1));
        field.setId("here-" + notation.name().toLowerCase(Locale.ROOT));
        field.setEditable(false);
        field.getStyleClass().add("here-value");
        field.focusedProperty().addListener((focus, before, now) -> {
            if (now) {
                field.selectAll();
            }
        });
        return field;
    }

    private static VBox row(Surroundings.Near near, Consumer<Gazetteer.Entry> go) {
        Hyperlink name = new Hyperlink(near.place().name());
        name.setOnAction(event -> go.accept(near.place()));
        String point = POINTS[Math.floorMod((int) Math.round(near.bearing() / 45), POINTS.length)];
        String away = near.metres() < 50
                ? Words.of("here.at")
                : Words.of("here.away", kilometres(near.metres()), Words.of("compass." + point));
        String detail = Destination.detail(near.place());
        Label where = new Label(detail.isEmpty() ? away : away + " · " + detail);
        where.getStyleClass().add("muted");
        where.setWrapText(true);
        return new VBox(name, where);
    }

    /** To a tenth below a hundred. */
    private static double kilometres(double metres) {
        double kilometres = metres / 1000;
        return kilometres < 100 ? Math.round(kilometres * 10) / 10.0 : Math.round(kilometres);
    }
}
