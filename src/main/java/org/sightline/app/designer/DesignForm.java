package org.sightline.app.designer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.locationtech.jts.geom.Envelope;
import org.sightline.DomainException;
import org.sightline.briefing.Design;
import org.sightline.briefing.Part;
import org.sightline.briefing.Start;

/**
 * All of a design that is not a place on the page: starting point, paper, claims, maps, and which parts there are.
 * Whatever is changed is told at once.
 *
 * <p>Thread rule: window's thread only.
 */
final class DesignForm extends VBox {
    private final Consumer<UnaryOperator<Design>> change;
    private final Consumer<String> wrong;
    private final Map<Start, RadioButton> starts = new EnumMap<>(Start.class);
    private final Map<Part, CheckBox> parts = new EnumMap<>(Part.class);
    private final PaperFields paper = new PaperFields(this::tell);
    private final ClaimFields claims;
    private final MapFields maps;
    private final NoteFields notes = new NoteFields(this::tell);
    private boolean showing;

    /**
     * What the window has at this moment. Asked on its thread.
     *
     * @param view what its map shows, degrees; empty before it is painted
     * @param selected ids of the selected claims
     * @param aroundSelected an extent about them; empty where none is selected
     */
    record AtHand(
            Supplier<Optional<Envelope>> view,
            Supplier<Set<Long>> selected,
            Supplier<Optional<Envelope>> aroundSelected) {}

    /**
     * @param change is given every change
     * @param wrong is told what cannot be
     */
    DesignForm(Consumer<UnaryOperator<Design>> change, Consumer<String> wrong, AtHand window) {
        super(16);
        this.change = change;
        this.wrong = wrong;
        this.claims = new ClaimFields(this::tell, window.view(), window.selected());
        this.maps = new MapFields(this::tell, window.view(), window.aroundSelected());
        getStyleClass().add("designer-form");
        setPadding(new Insets(12));
        ToggleGroup group = new ToggleGroup();
        VBox starting = new VBox(5);
        for (Start start : Start.values()) {
            starting.getChildren().add(start(start, group));
        }
        VBox shown = new VBox(5);
        for (Part part : Part.values()) {
            shown.getChildren().add(part(part));
        }
        getChildren()
                .setAll(
                        Fields.section("starts", starting),
                        Fields.section("pages", paper),
                        Fields.section("claims.heading", claims),
                        Fields.section("maps", maps),
                        Fields.section("parts", shown),
                        Fields.section("notes", notes));
    }

    private RadioButton start(Start start, ToggleGroup group) {
        RadioButton button = new RadioButton(DesignerWords.of("start", start));
        button.setId("designer-start-" + start.key());
        button.setToggleGroup(group);
        button.selectedProperty().addListener((on, was, is) -> {
            if (is) {
                tell(design -> design.start() == start ? design : design.startingFrom(start));
            }
        });
        starts.put(start, button);
        return button;
    }

    private CheckBox part(Part part) {
        CheckBox box = new CheckBox(DesignerWords.of("part", part));
        box.setId("designer-part-" + part.key());
        box.selectedProperty()
                .addListener((on, was, is) -> tell(design -> design.with(part, element -> element.shown(is))));
        parts.put(part, box);
        return box;
    }

    private void tell(UnaryOperator<Design> what) {
        if (!showing) {
            try {
                change.accept(what);
            } catch (DomainException e) {
                wrong.accept(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Shows a design, telling nobody. */
    void show(Design design, String boardTitle) {
        showing = true;
        try {
            starts.forEach((start, button) -> button.setSelected(design.start() == start));
            parts.forEach((part, box) -> {
                boolean offered = design.start().offers(part);
                box.setSelected(design.shows(part));
                box.setVisible(offered);
                box.setManaged(offered);
            });
            paper.show(design, boardTitle);
            claims.show(design);
            maps.show(design.look());
            notes.show(design.notes());
        } finally {
            showing = false;
        }
    }

    /** Whether a list hangs open; Esc then closes that list. */
    boolean choosing() {
        return paper.choosing() || claims.choosing() || maps.choosing();
    }
}
