package org.sightline.app.designer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.locationtech.jts.geom.Envelope;
import org.sightline.briefing.Design;
import org.sightline.briefing.Numbering;

/**
 * Which claims a design is of, and how they are numbered. What is chosen in the window or seen on its map becomes a
 * condition, which the command line understands as well.
 *
 * <p>Thread rule: window's thread only.
 */
final class ClaimFields extends VBox {
    private final MenuButton which = new MenuButton();
    private final TextField search = new TextField();
    private final TextField filter = new TextField();
    private final ComboBox<Numbering> numbering = new ComboBox<>();

    /**
     * @param tell is told of every change
     * @param view what the window's map shows; empty before it is painted
     * @param selected ids of the claims that are selected in the window
     */
    ClaimFields(Consumer<UnaryOperator<Design>> tell, Supplier<Optional<Envelope>> view, Supplier<Set<Long>> selected) {
        super(8);
        Fields.offer(numbering, List.of(Numbering.values()), n -> DesignerWords.of("numbering", n));
        which.setMaxWidth(Double.MAX_VALUE);
        search.setPromptText(DesignerWords.of("search.prompt"));
        filter.setPromptText(DesignerWords.of("filter.prompt"));
        offer(tell, view, selected);
        getChildren()
                .setAll(
                        Fields.field("claims", which, which),
                        Fields.field("search", search, search),
                        Fields.field("filter", filter, filter),
                        Fields.field("numbering", numbering, numbering));
        Fields.whenTyped(
                search,
                words -> tell.accept(design ->
                        design.of(new Design.Chosen(words, design.claims().filter()))));
        Fields.whenTyped(
                filter,
                words -> tell.accept(
                        design -> design.of(new Design.Chosen(design.claims().search(), words))));
        numbering.valueProperty().addListener((value, was, is) -> tell.accept(design -> design.numbered(is)));
    }

    private void offer(
            Consumer<UnaryOperator<Design>> tell, Supplier<Optional<Envelope>> view, Supplier<Set<Long>> selected) {
        MenuItem all = new MenuItem(DesignerWords.of("claims.all"));
        all.setId("designer-claims-all");
        all.setOnAction(event -> tell.accept(design -> design.of(Design.Chosen.ALL)));
        MenuItem chosen = new MenuItem(DesignerWords.of("claims.selected"));
        chosen.setId("designer-claims-selected");
        chosen.setOnAction(event -> tell.accept(design -> design.of(Design.Chosen.numbered(selected.get()))));
        MenuItem seen = new MenuItem(DesignerWords.of("claims.view"));
        seen.setId("designer-claims-view");
        seen.setOnAction(event ->
                view.get().ifPresent(now -> tell.accept(design -> design.of(Design.Chosen.within(now)))));
        which.getItems().setAll(all, chosen, seen);
        which.setOnShowing(event -> {
            int count = selected.get().size();
            boolean many = count > Design.Chosen.MOST_NUMBERED;
            chosen.setDisable(count == 0 || many);
            chosen.setText(DesignerWords.of(
                    count == 0 ? "claims.selected.none" : many ? "claims.selected.many" : "claims.selected"));
            seen.setDisable(view.get().isEmpty());
        });
    }

    void show(Design design) {
        Design.Chosen claims = design.claims();
        which.setText(DesignerWords.of(claims.isAll() ? "claims.all" : "claims.own"));
        if (!search.isFocused()) {
            search.setText(claims.search());
        }
        if (!filter.isFocused()) { // what is being typed stays
            filter.setText(claims.filter());
        }
        numbering.setValue(design.numbering());
    }

    /** Whether a list hangs open; Esc then closes that list. */
    boolean choosing() {
        return which.isShowing() || numbering.isShowing();
    }
}
