package org.sightline.app.claims;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Workspace;
import org.sightline.board.ClaimQuery;
import org.sightline.claim.Claim;

/**
 * Which claims are shown: all of them, or those the words in the search field find. Searching goes on in the
 * background; what was found for words that have changed since is dropped.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ClaimSearch {
    private final Workspace workspace;
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ReadOnlyObjectWrapper<List<Claim>> found = new ReadOnlyObjectWrapper<>(this, "found", List.of());
    private long asked;

    public ClaimSearch(Workspace workspace) {
        this.workspace = workspace;
        words.addListener((property, before, now) -> refresh());
        workspace.view().addListener((view, before, now) -> {
            if (before.map(BoardView::file).equals(now.map(BoardView::file))) {
                refresh();
            } else {
                words.set("");
                refresh();
            }
        });
        refresh();
    }

    public StringProperty words() {
        return words;
    }

    /** By number, or by rank when words are searched for; {@link LeanClaims} on a large board. */
    public ReadOnlyObjectProperty<List<Claim>> found() {
        return found.getReadOnlyProperty();
    }

    public boolean searching() {
        return !words.get().isBlank();
    }

    private void refresh() {
        long mine = ++asked;
        Optional<BoardView> view = workspace.view().get();
        if (view.isEmpty() || !searching()) {
            show(view.map(BoardView::claims).orElse(List.of()));
            return;
        }
        String sought = words.get().strip();
        if (view.get().claims() instanceof LeanClaims all) {
            searchAmong(all, sought, mine);
            return;
        }
        workspace.telling(workspace
                .read(snapshot -> snapshot.claims(ClaimQuery.search(sought)))
                .thenApply(claims -> {
                    if (mine == asked) {
                        found.set(claims);
                    }
                    return claims;
                }));
    }

    /** The same claims are not shown anew: a map of a million would be painted for nothing. */
    private void show(List<Claim> claims) {
        boolean shown =
                claims instanceof LeanClaims now && found.get() instanceof LeanClaims before && before.shows(now);
        if (!shown) {
            found.set(claims);
        }
    }

    /** Of a large board only the numbers are asked for, and looked up in what is at hand. */
    private void searchAmong(LeanClaims all, String sought, long mine) {
        workspace.telling(workspace
                .read(snapshot -> snapshot.claimIds(ClaimQuery.search(sought)))
                .thenApply(ids -> {
                    if (mine == asked) {
                        found.set(all.among(ids));
                    }
                    return ids;
                }));
    }
}
