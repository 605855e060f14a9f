package org.sightline.app.pin;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sightline.analysis.ClaimReading;
import org.sightline.app.desk.Aside;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Selection.Passage;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.ClaimReaders;
import org.sightline.board.Change;
import org.sightline.board.JournalEntry;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.Position;
import org.sightline.source.Anchoring;
import org.sightline.source.PublicationDate;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Makes claims of the words selected in the reader.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Pinning {
    private final Workspace workspace;
    private final Aside aside;
    private final Runnable returnToReader;
    private final Runnable undo;
    private final BooleanSupplier narrowed;
    private final ReadOnlyObjectWrapper<Optional<Claim>> proposed =
            new ReadOnlyObjectWrapper<>(this, "proposed", Optional.empty());

    /**
     * @param returnToReader puts the focus back to the words
     * @param undo takes back what was pinned
     * @param narrowed whether some claims may not be shown
     */
    public Pinning(Workspace workspace, Aside aside, Runnable returnToReader, Runnable undo, BooleanSupplier narrowed) {
        this.workspace = workspace;
        this.aside = aside;
        this.returnToReader = returnToReader;
        this.undo = undo;
        this.narrowed = narrowed;
    }

    /** The claim in the form as it would be pinned; empty when no form is open, or it has no place. */
    public ReadOnlyObjectProperty<Optional<Claim>> proposed() {
        return proposed.getReadOnlyProperty();
    }

    /** Opens the form on the selected words. */
    public void begin() {
        workspace.telling(begin(passage(), Optional.empty(), () -> {}));
    }

    private Passage passage() {
        return workspace.selection().passage().get().orElseThrow();
    }

    /**
     * Opens the form on words, with the place that was drawn for them.
     *
     * @param drawn makes the place, in the background
     * @param left told when the form is left without pinning, by which the drawing would be lost
     * @return fails, with a sentence, when the form cannot be opened
     */
    public CompletableFuture<?> beginDrawn(Passage words, Supplier<Place> drawn, Runnable left) {
        return begin(words, Optional.of(drawn), left);
    }

    /** The same at a place pointed at on the map; says what to do when no words are selected. */
    public void beginAt(Position position) {
        if (workspace.selection().passage().get().isEmpty()) {
            workspace.notices().tell(Notice.hint(Words.of("pin.selectFirst")));
        } else {
            workspace.telling(begin(passage(), Optional.of(() -> ClaimReaders.at(position)), () -> {}));
        }
    }

    private record Read(Quote quote, Source source, ClaimReading reading, Optional<Place> here) {}

    private CompletableFuture<?> begin(Passage passage, Optional<Supplier<Place>> here, Runnable left) {
        BoardView view = workspace.view().get().orElseThrow();
        Source source = view.capture(passage.capture())
                .flatMap(capture -> view.source(capture.source()))
                .orElseThrow();
        return workspace
                .read(snapshot -> snapshot.text(passage.capture()))
                .thenCompose(text -> workspace.inBackground(() -> read(text, passage, source, here)))
                .thenApply(read -> open(read, left));
    }

    private static Read read(String text, Passage passage, Source source, Optional<Supplier<Place>> here) {
        int start = passage.start();
        int end = passage.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        Quote quote = Anchoring.quote(passage.capture(), text, start, end, Optional.empty());
        Optional<PublicationDate> published = source.published();
        return new Read(quote, source, ClaimReading.of(text, start, end, published), here.map(Supplier::get));
    }

    private PinForm open(Read read, Runnable left) {
        PinForm form =
                new PinForm(workspace, read.quote(), read.source(), read.reading(), read.here(), this::pin, () -> {
                    leave();
                    left.run();
                });
        proposed.bind(form.proposed());
        aside.show(form);
        form.begin();
        return form;
    }

    private CompletableFuture<?> pin(Claim claim) {
        return workspace.apply(new Change.AddClaim(claim)).thenApply(line -> pinned(claim, line));
    }

    private JournalEntry pinned(Claim claim, JournalEntry line) {
        leave();
        workspace.selection().chooseClaim(claim.uuid());
        long number = workspace
                .view()
                .get()
                .flatMap(view -> view.claim(claim.uuid()))
                .map(Claim::id)
                .orElse(0L);
        String said = narrowed.getAsBoolean() ? "pin.pinnedNarrowed" : "pin.pinned";
        workspace
                .notices()
                .tell(Notice.done(Words.of(said, number), new Notice.Offer(Words.of("act.undo.short"), undo)));
        return line;
    }

    private void leave() {
        proposed.unbind();
        proposed.set(Optional.empty());
        aside.close();
        returnToReader.run();
    }

    /** Adds the selected words to a claim as one more quote. */
    public void addQuoteTo(Claim claim) {
        Passage passage = workspace.selection().passage().get().orElseThrow();
        workspace.telling(workspace
                .text(passage.capture())
                .thenApply(text ->
                        Anchoring.quote(passage.capture(), text, passage.start(), passage.end(), Optional.empty()))
                .thenCompose(quote -> workspace.apply(new Change.EditClaim(claim.plusQuote(quote)))));
    }
}
