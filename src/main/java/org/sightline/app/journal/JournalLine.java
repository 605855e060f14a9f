package org.sightline.app.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Words;
import org.sightline.board.EntityChange;
import org.sightline.board.FieldDifference;
import org.sightline.board.JournalEntry;

/**
 * One line of the journal, unfolded: who, when, what, and each thing before and after.
 *
 * <p>Thread rule: window's thread only.
 */
final class JournalLine extends ScrollPane {
    /** More things than this are only counted. */
    static final int MOST_THINGS = 20;

    private final BiConsumer<String, UUID> goTo;
    private final Predicate<UUID> there;
    private final VBox body = new VBox();

    /**
     * @param goTo chooses a claim or source on the board
     * @param there whether a thing is on the board, and not in the trash
     */
    JournalLine(BiConsumer<String, UUID> goTo, Predicate<UUID> there) {
        this.goTo = goTo;
        this.there = there;
        setId("journal-line");
        setFitToWidth(true);
        setMinWidth(0);
        body.getStyleClass().add("journal-line");
        setContent(body);
    }

    void show(JournalEntry entry, List<EntityChange> changes) {
        Label summary = new Label(entry.summary());
        summary.setWrapText(true);
        summary.getStyleClass().add("pane-title");
        Label by = new Label(Words.of("journal.by", entry.actor(), JournalPane.time(entry.at())));
        by.setWrapText(true);
        by.getStyleClass().add("muted");
        body.getChildren().setAll(summary, by);
        if (changes.isEmpty()) {
            body.getChildren().add(muted(Words.of("journal.nothingChanged")));
        }
        changes.stream().limit(MOST_THINGS).map(this::thing).forEach(body.getChildren()::add);
        if (changes.size() > MOST_THINGS) {
            body.getChildren().add(muted(Words.of("journal.moreThings", MOST_THINGS)));
        }
        setVvalue(0);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private Node thing(EntityChange change) {
        Label name = new Label(Differences.name(change.entity()) + " \u00b7 " + happened(change));
        name.getStyleClass().add("section-title");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox heading = new HBox(8, name);
        heading.getStyleClass().add("journal-thing");
        UUID uuid = UUID.fromString(change.uuid());
        if (there.test(uuid)) {
            Button go = new Button(Words.of("journal.goTo"));
            go.setId("journal-go-to");
            go.getStyleClass().add("small-menu");
            go.setMinWidth(USE_PREF_SIZE);
            go.setAccessibleText(Words.of("journal.goTo") + ": " + change.entity());
            go.setOnAction(event -> goTo.accept(change.entity(), uuid));
            heading.getChildren().add(go);
        }
        List<FieldDifference> differences = FieldDifference.between(change.before(), change.after());
        Node fields = differences.isEmpty()
                ? muted(Words.of("journal.sameFields"))
                : new Differences(Words.of("difference.before"), Words.of("difference.after"), differences);
        VBox whole = new VBox(4, heading, fields);
        whole.getStyleClass().add("section");
        return whole;
    }

    private static String happened(EntityChange change) {
        Optional<String> before = change.before();
        return Words.of(
                        before.isEmpty()
                                ? "journal.added"
                                : change.after().isEmpty() ? "journal.gone" : "journal.changed")
                .toLowerCase(Locale.ROOT);
    }
}
