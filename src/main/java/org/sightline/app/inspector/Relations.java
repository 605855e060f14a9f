package org.sightline.app.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Change;
import org.sightline.board.ClaimQuery;
import org.sightline.board.Snapshot;
import org.sightline.claim.Claim;
import org.sightline.claim.Relation;

/** How other claims bear on this one, and this one on others. A new relation is made by choosing its kind, then the other claim. */
final class Relations extends VBox {
    private static final int MOST_CANDIDATES = 6;
    private static final int MOST_OFFERED = 50;

    private final Workspace workspace;
    private final VBox rows = new VBox(2);
    private long offered;
    private final VBox picking = new VBox(4);
    private final MenuButton add = new MenuButton(Words.of("relation.add"), new FontIcon(Feather.PLUS));

    Relations(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("section");
        Label title = new Label(Words.of("inspector.relations"));
        title.getStyleClass().add("section-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        add.getStyleClass().addAll("flat", "small-menu");
        add.setId("relation-add");
        getChildren().addAll(new HBox(8, title, add), rows, picking);
        rows.managedProperty().bind(rows.visibleProperty());
        picking.managedProperty().bind(picking.visibleProperty());
        picking.setVisible(false);
    }

    void show(BoardView view, Claim claim) {
        picking.setVisible(false);
        showRows(view, claim);
        add.setDisable(view.readOnlyReason().isPresent() || view.claims().size() < 2);
        add.getItems().clear();
        for (Relation.Kind kind : Relation.Kind.values()) {
            MenuItem item = new MenuItem(Words.of("relation." + kind) + " …");
            item.setOnAction(event -> pick(view, claim, kind));
            add.getItems().add(item);
        }
    }

    /** The relations alone; those with claims that are not at hand are shown when these come. */
    void showRows(BoardView view, Claim claim) {
        rows.getChildren().clear();
        for (Relation relation : view.relations()) {
            if (relation.from().equals(claim.uuid())) {
                row(view, relation, "relation." + relation.kind(), relation.to());
            } else if (relation.to().equals(claim.uuid())) {
                row(view, relation, "relation." + relation.kind() + ".by", relation.from());
            }
        }
        rows.setVisible(!rows.getChildren().isEmpty());
    }

    private void row(BoardView view, Relation relation, String key, UUID otherUuid) {
        view.claim(otherUuid).ifPresent(other -> {
            Label kind = new Label(Words.of(key));
            kind.getStyleClass().add("muted");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            Hyperlink link = new Hyperlink(other.id() + "  " + other.statement());
            link.setMinWidth(0);
            link.setOnAction(event -> workspace.selection().chooseClaim(otherUuid));
            HBox.setHgrow(link, Priority.ALWAYS);
            link.setMaxWidth(Double.MAX_VALUE);
            Node remove = QuoteCards.iconButton(
                    Feather.X,
                    Words.of("relation.remove"),
                    () -> workspace.telling(workspace.apply(new Change.RemoveRelation(relation.uuid()))));
            remove.setDisable(view.readOnlyReason().isPresent());
            HBox line = new HBox(4, kind, link, remove);
            line.getStyleClass().add("relation-row");
            rows.getChildren().add(line);
        });
    }

    private void pick(BoardView view, Claim claim, Relation.Kind kind) {
        TextField field = new TextField();
        field.setId("relation-other");
        field.setPromptText(Words.of("relation.other", Words.of("relation." + kind)));
        ListView<Claim> candidates = new ListView<>();
        candidates.getStyleClass().add("candidates");
        candidates.setFixedCellSize(26);
        candidates.setPrefHeight(26 * MOST_CANDIDATES + 4);
        candidates.setCellFactory(list -> new ClaimCell());
        offer(view, claim, "", candidates);
        field.textProperty().addListener((text, before, now) -> offer(view, claim, now, candidates));
        candidates.setOnMouseClicked(event -> relate(claim, kind, candidates));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, claim, kind, candidates));
        picking.getChildren().setAll(field, candidates);
        picking.setVisible(true);
        field.requestFocus();
    }

    private void onKey(KeyEvent event, Claim claim, Relation.Kind kind, ListView<Claim> candidates) {
        switch (event.getCode()) {
            case ENTER -> relate(claim, kind, candidates);
            case ESCAPE -> picking.setVisible(false);
            case DOWN -> candidates.getSelectionModel().selectNext();
            case UP -> candidates.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void relate(Claim claim, Relation.Kind kind, ListView<Claim> candidates) {
        Claim other = candidates.getSelectionModel().getSelectedItem();
        if (other != null) {
            picking.setVisible(false);
            workspace.telling(workspace.apply(
                    new Change.AddRelation(new Relation(0, UUID.randomUUID(), claim.uuid(), kind, other.uuid()))));
        }
    }

    private void offer(BoardView view, Claim claim, String words, ListView<Claim> candidates) {
        long mine = ++offered;
        if (!view.lean()) {
            show(candidatesFor(view, claim, words), candidates);
            return;
        }
        workspace.telling(workspace
                .read(snapshot -> candidatesFrom(snapshot, claim, words.strip()))
                .thenApply(found -> {
                    if (mine == offered) {
                        show(found, candidates);
                    }
                    return found;
                }));
    }

    private static void show(List<Claim> found, ListView<Claim> candidates) {
        candidates.getItems().setAll(found);
        candidates.getSelectionModel().selectFirst();
    }

    /** The same from a large board: by number, or by words as the search field finds them. */
    private static List<Claim> candidatesFrom(Snapshot snapshot, Claim claim, String words) {
        Optional<Claim> numbered =
                words.matches("[0-9]{1,18}") ? snapshot.claim(Long.parseLong(words)) : Optional.empty();
        Optional<String> sought = words.isEmpty() ? Optional.empty() : Optional.of(words);
        return Stream.concat(
                        numbered.filter(other -> !other.isRemoved()).stream(),
                        snapshot.claims(ClaimQuery.ALL.searching(sought).limitedTo(MOST_OFFERED)).stream())
                .filter(other -> !other.uuid().equals(claim.uuid()))
                .distinct()
                .limit(MOST_OFFERED)
                .toList();
    }

    private static List<Claim> candidatesFor(BoardView view, Claim claim, String words) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        return view.claims().stream()
                .filter(other -> !other.uuid().equals(claim.uuid()))
                .filter(other -> Long.toString(other.id()).equals(sought)
                        || other.statement().toLowerCase(Locale.ROOT).contains(sought))
                .limit(MOST_OFFERED)
                .toList();
    }

    private static final class ClaimCell extends ListCell<Claim> {
        ClaimCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Claim claim, boolean empty) {
            super.updateItem(claim, empty);
            setText(empty || claim == null ? null : claim.id() + "  " + claim.statement());
        }
    }
}
