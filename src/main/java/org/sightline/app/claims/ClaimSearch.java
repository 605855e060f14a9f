package org.sightline.app.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.sightline.analysis.ClaimFilter;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Notices;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.ClaimQuery;
import org.sightline.claim.Claim;
import org.sightline.claim.ClaimCondition;
import org.sightline.claim.ClaimTerms;
import org.sightline.jobs.Jobs;

/**
 * Which claims are shown: all of them, or those that the words in the search field find, that meet a condition, that are
 * of some kinds, and of some time. Words and condition are looked up in the background, and what was found for those that
 * have changed since is dropped; kinds and time are told from what is at hand, at once.
 *
 * <p>Thread rule: window's thread only.
 */
public final class ClaimSearch {
    /** Progress is told after so many claims. */
    private static final int TOLD = 1_000;

    private final Workspace workspace;
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final StringProperty condition = new SimpleStringProperty(this, "condition", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ObjectProperty<ClaimKinds> kinds = new SimpleObjectProperty<>(this, "kinds", ClaimKinds.ALL);
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(this, "range", TimeRange.ALL);
    private final ReadOnlyObjectWrapper<List<Claim>> ofAnyTime =
            new ReadOnlyObjectWrapper<>(this, "ofAnyTime", List.of());
    private final ReadOnlyObjectWrapper<List<Claim>> found = new ReadOnlyObjectWrapper<>(this, "found", List.of());
    private final ObjectProperty<Optional<List<Claim>>> narrowedTo =
            new SimpleObjectProperty<>(this, "narrowedTo", Optional.empty());
    private final BooleanProperty unread = new SimpleBooleanProperty(this, "unread");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
    private final List<Runnable> onClear = new ArrayList<>();
    private List<Claim> matched = List.of();
    private Optional<Applied> applied = Optional.empty();
    private String stopped = "";
    private final AtomicLong asked = new AtomicLong();
    private boolean clearing;
    private boolean limiting;
    private long limits;

    /** A condition that could be read, and its words. */
    private record Applied(String words, ClaimFilter filter) {}

    public ClaimSearch(Workspace workspace) {
        this.workspace = workspace;
        words.addListener((property, before, now) -> refresh());
        condition.addListener((property, before, now) -> refresh());
        kinds.addListener((property, before, now) -> sift());
        range.addListener((property, before, now) -> limit());
        workspace.view().addListener((view, before, now) -> {
            if (before.map(BoardView::file).equals(now.map(BoardView::file))) {
                refresh();
            } else {
                clear();
            }
        });
        onNarrowing(() -> narrowedTo.set(narrowed() ? Optional.of(found.get()) : Optional.empty()));
        refresh();
    }

    public StringProperty words() {
        return words;
    }

    /** In ECQL, as the command line's; blank for none. */
    public StringProperty condition() {
        return condition;
    }

    /**
     * Why the condition cannot be read or is not looked for, in a sentence; until then the last one holds that could be
     * read.
     */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public ObjectProperty<ClaimKinds> kinds() {
        return kinds;
    }

    public ObjectProperty<TimeRange> range() {
        return range;
    }

    /** By number, or by rank when words are searched for; {@link LeanClaims} on a large board. */
    public ReadOnlyObjectProperty<List<Claim>> found() {
        return found.getReadOnlyProperty();
    }

    /** What is found; empty while all claims are shown because nothing is asked for. */
    public ObservableValue<Optional<List<Claim>>> narrowedTo() {
        return narrowedTo;
    }

    /** What would be found if there were no range of time. */
    public ReadOnlyObjectProperty<List<Claim>> ofAnyTime() {
        return ofAnyTime.getReadOnlyProperty();
    }

    public boolean searching() {
        return !words.get().isBlank();
    }

    /** Whether something is being looked for just now. */
    public ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /** Whether anything but the search for words keeps claims from being shown. */
    public boolean filtering() {
        return !condition.get().isBlank()
                || !kinds.get().isAll()
                || !range.get().isAll();
    }

    /** Whether something was typed into the filter's dates that could not be read, and so does not hold. */
    public BooleanProperty unread() {
        return unread;
    }

    /** Whether there is anything to be cleared. */
    public boolean clearable() {
        return narrowed() || unread.get();
    }

    /** Whether some claims may not be shown. */
    public boolean narrowed() {
        return searching() || filtering();
    }

    /** @param listener runs whenever something else is searched for, and when something else is found */
    public void onNarrowing(Runnable listener) {
        for (ObservableValue<?> value : List.of(words, condition, problem, kinds, range, found, looking, unread)) {
            value.addListener((property, before, now) -> listener.run());
        }
    }

    /** What the filter asks for, in words, a part each; the words that are searched for are not among them. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(partsBesideTime());
        String time = range.get().inWords();
        if (!time.isEmpty()) {
            parts.add(kinds.get().words().size(), time);
        }
        return parts;
    }

    /** The same without the range of time. */
    public List<String> partsBesideTime() {
        List<String> parts = new ArrayList<>(kinds.get().words());
        applied.ifPresent(now -> parts.add(now.words()));
        if (!problem.get().isEmpty()) {
            parts.add(Words.of("filter.notApplied"));
        }
        return parts;
    }

    /** @param listener runs when all claims are shown again, whatever was asked for */
    public void onClear(Runnable listener) {
        onClear.add(listener);
    }

    /** Shows all claims. */
    public void clear() {
        clearing = true; // each would otherwise be looked up by itself
        words.set("");
        condition.set("");
        kinds.set(ClaimKinds.ALL);
        range.set(TimeRange.ALL);
        stopped = "";
        clearing = false;
        refresh();
        onClear.forEach(Runnable::run);
    }

    private void refresh() {
        if (clearing) {
            return;
        }
        long mine = asked.incrementAndGet();
        looking.set(false);
        String typed = condition.get().strip();
        Optional<BoardView> view = workspace.view().get();
        if (typed.isEmpty() || view.isEmpty()) {
            applied = Optional.empty();
            problem.set("");
        }
        if (view.isEmpty() || (!searching() && typed.isEmpty())) {
            show(view.map(BoardView::claims).orElse(List.of()));
        } else if (typed.isEmpty()
                || typed.equals(stopped)
                || applied.filter(now -> now.words().equals(typed)).isPresent()) {
            look(applied, view.get(), mine);
        } else {
            workspace.inBackground(() -> ClaimFilter.parse(typed)).whenComplete((filter, failure) -> {
                if (mine == asked.get()) {
                    problem.set("");
                    stopped = "";
                    if (failure != null) {
                        Notices.onFailure(failure, problem::set);
                    }
                    look(failure == null ? Optional.of(new Applied(typed, filter)) : applied, view.get(), mine);
                }
            });
        }
    }

    /** Of a large board only the numbers are asked for, and looked up in what is at hand. */
    private void look(Optional<Applied> wanted, BoardView view, long mine) {
        ClaimQuery query =
                ClaimQuery.ALL.searching(Optional.of(words.get().strip())).matching(wanted.map(Applied::filter));
        CompletableFuture<? extends List<Claim>> reading;
        if (!(view.claims() instanceof LeanClaims all)) {
            reading = workspace.read(snapshot -> snapshot.claims(query));
        } else if (wanted.isEmpty()) {
            reading = workspace.read(snapshot -> snapshot.claimIds(query)).thenApply(all::among);
        } else {
            reading = workspace
                    .readAs(
                            Words.of("job.filter"),
                            (snapshot, progress) -> snapshot.claimIds(watched(query, all.size(), mine, progress)))
                    .thenApply(all::among);
        }
        looking.set(true);
        workspace.telling(reading).whenComplete((claims, failure) -> {
            if (mine != asked.get()) {
                return;
            }
            looking.set(false);
            if (failure == null) {
                applied = wanted;
                show(claims);
            } else if (Notices.causeOf(failure) instanceof CancellationException) {
                problem.set(Words.of("filter.stopped"));
                stopped = wanted.map(Applied::words).orElse("");
            }
        });
    }

    /** Looks for what the condition asks once more, where that was stopped before. */
    public void again() {
        if (!stopped.isEmpty()) {
            stopped = "";
            refresh();
        }
    }

    /**
     * The same query, which tells how far it is and ends when something else is asked for: a condition may have to look
     * at every claim of a large board.
     */
    private ClaimQuery watched(ClaimQuery query, int all, long mine, Jobs.Progress progress) {
        return query.matching(query.filter().map(whole -> new ClaimCondition() {
            @Override
            public ClaimTerms terms() {
                return whole.terms();
            }

            @Override
            public Predicate<Claim> over(Surroundings board) {
                Predicate<Claim> test = whole.over(board);
                int[] looked = {0};
                return claim -> {
                    if (looked[0]++ % TOLD == 0) {
                        progress.check();
                        if (mine != asked.get()) {
                            throw new CancellationException();
                        }
                        progress.report((double) looked[0] / all, "");
                    }
                    return test.test(claim);
                };
            }
        }));
    }

    private void show(List<Claim> claims) {
        matched = claims;
        sift();
    }

    private void sift() {
        if (clearing) {
            return;
        }
        ClaimKinds wanted = kinds.get();
        put(ofAnyTime, wanted.isAll() ? matched : of(wanted));
        limit();
    }

    private List<Claim> of(ClaimKinds wanted) {
        return matched instanceof LeanClaims lean
                ? lean.where(row -> wanted.take(lean.category(row), lean.status(row), lean.modality(row)))
                : matched.stream().filter(wanted::take).toList();
    }

    private void limit() {
        if (clearing) {
            return;
        }
        TimeRange time = range.get();
        List<Claim> all = ofAnyTime.get();
        if (time.isAll()) {
            put(found, all);
        } else if (all instanceof LeanClaims lean) {
            limits++;
            if (!limiting) {
                limit(lean);
            }
        } else {
            put(found, all.stream().filter(time::meets).toList());
        }
    }

    /** One after another in the background: of ranges that follow a hand, those are passed over that it has left. */
    private void limit(LeanClaims all) {
        limiting = true;
        long mine = limits;
        TimeRange time = range.get();
        workspace
                .telling(workspace.inBackground(() -> all.where(row -> time.meets(all.earliest(row), all.latest(row)))))
                .whenComplete((within, failure) -> {
                    limiting = false;
                    boolean same = ofAnyTime.get().equals(all); // by identity, for they are many
                    if (failure == null && same && !range.get().isAll()) {
                        put(found, within);
                    }
                    if (mine != limits) {
                        limit();
                    }
                });
    }

    /** The same claims are not shown anew: a map of a million would be painted for nothing. */
    private static void put(ReadOnlyObjectWrapper<List<Claim>> where, List<Claim> claims) {
        boolean shown =
                claims instanceof LeanClaims now && where.get() instanceof LeanClaims before && before.shows(now);
        if (!shown) {
            where.set(claims);
        }
    }
}
