package org.sightline.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.scene.layout.StackPane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.sightline.app.claims.ClaimSearch;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.LeanClaims;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Workspace;
import org.sightline.app.fields.ClaimReaders;
import org.sightline.app.layers.BoardLayers;
import org.sightline.app.map.MapPane;
import org.sightline.app.pin.Pinning;
import org.sightline.app.where.GoTo;
import org.sightline.app.where.ViewProjection;
import org.sightline.board.Change;
import org.sightline.claim.Claim;
import org.sightline.claim.Place;
import org.sightline.geo.Position;
import org.sightline.map.MapContent;
import org.sightline.map.MapTheme;

/**
 * The map with the shown claims on it, tied to the one selection, and with the claim that is being written.
 *
 * <p>Thread rule: window's thread only.
 */
final class MapDesk extends StackPane {
    private static final String BEING_WRITTEN = "+";

    /** Of very many chosen claims, so many are marked. */
    private static final int MOST_MARKED = 200;

    private final Workspace workspace;
    private final ClaimSearch search;
    private final Pinning pinning;
    private final MapPane map;
    private final GoTo goTo;
    private final ViewProjection projection;
    private final BoardLayers layers;
    private final ObservableValue<String> pointer;
    private final ObservableValue<String> scale;
    private boolean following;

    MapDesk(Workspace workspace, ClaimSearch search, Pinning pinning) {
        this.workspace = workspace;
        this.search = search;
        this.pinning = pinning;
        map = new MapPane(workspace.jobs());
        map.setId("map");
        getStyleClass().add("map-desk");
        goTo = new GoTo(workspace, map);
        projection = new ViewProjection(workspace, map);
        layers = new BoardLayers(workspace, map);
        StackPane.setAlignment(goTo, javafx.geometry.Pos.TOP_CENTER);
        StackPane.setMargin(goTo, new javafx.geometry.Insets(12, 56, 0, 56));
        getChildren().addAll(map, goTo);
        pointer = Bindings.createStringBinding(
                this::pointerWords, map.pointerPositionProperty(), workspace.settings(), map.viewProperty());
        scale = Bindings.createStringBinding(this::scaleWords, map.scaleDenominatorProperty());
        followSettings(workspace.settings().get());
        workspace.settings().addListener((settings, before, now) -> followSettings(now));
        search.found().addListener((found, before, now) -> showClaims());
        pinning.proposed().addListener((proposed, before, now) -> {
            showClaims();
            now.flatMap(Claim::place).ifPresent(this::bringIntoView);
        });
        workspace.selection().claims().addListener((claims, before, now) -> followSelection());
        workspace.view().addListener((view, before, now) -> boardChanged(before, now));
        map.selection().addListener((SetChangeListener<Long>) change -> publishSelection());
        map.setOnPinHere(pinning::beginAt);
        map.setWords(id -> workspace.view().get().flatMap(view -> view.claim(id)));
        workspace.arrivals().addListener((arrivals, before, now) -> map.wordsFound());
        map.setOnOpen(
                id -> map.claim(id).ifPresent(claim -> workspace.selection().chooseClaim(claim.uuid())));
        showClaims();
    }

    private void followSettings(Settings settings) {
        map.notationProperty().set(settings.notation());
        map.gridProperty().set(settings.grid());
        map.symbolsProperty().set(settings.symbols());
        map.themeProperty().set(Theme.of(settings.appearance()) == Theme.DARK ? MapTheme.DARK : MapTheme.LIGHT);
    }

    private void boardChanged(Optional<BoardView> before, Optional<BoardView> now) {
        boolean writable = now.isPresent() && now.get().readOnlyReason().isEmpty();
        if (writable) {
            map.setOnMove(this::move);
        }
        if (!before.map(BoardView::file).equals(now.map(BoardView::file))) {
            zoomToAll();
            projection.showRemembered();
        }
    }

    private void showClaims() {
        if (search.found().get() instanceof LeanClaims lean) {
            map.setContent(MapContent.of(lean.pins(pinning.proposed().get())).numbered(Map.of(0L, BEING_WRITTEN)));
            followSelection();
            return;
        }
        List<Claim> shown = new ArrayList<>(search.found().get());
        pinning.proposed().get().ifPresent(shown::add);
        Map<Long, String> numbers = new HashMap<>();
        shown.forEach(claim -> numbers.put(claim.id(), claim.id() == 0 ? BEING_WRITTEN : Long.toString(claim.id())));
        map.setContent(MapContent.of(shown).numbered(numbers));
        followSelection();
    }

    private void followSelection() {
        following = true;
        Set<Long> wanted = new LinkedHashSet<>();
        pinning.proposed().get().ifPresent(claim -> wanted.add(claim.id()));
        wanted.addAll(chosen());
        map.selection().retainAll(wanted);
        map.selection().addAll(wanted);
        following = false;
        if (pinning.proposed().get().isEmpty()) {
            chosen().stream()
                    .findFirst()
                    .flatMap(map::claim)
                    .flatMap(Claim::place)
                    .ifPresent(this::bringIntoView);
        }
    }

    /** Numbers of the chosen claims. */
    private List<Long> chosen() {
        Optional<BoardView> view = workspace.view().get();
        List<UUID> chosen = workspace.selection().claims().get();
        if (view.isPresent() && view.get().claims() instanceof LeanClaims all) {
            return chosen.stream()
                    .limit(MOST_MARKED)
                    .map(all::indexOf)
                    .filter(row -> row >= 0)
                    .map(all::id)
                    .toList();
        }
        return view.map(v -> chosen.stream()
                        .flatMap(uuid -> v.claim(uuid).stream())
                        .map(Claim::id)
                        .toList())
                .orElse(List.of());
    }

    private void publishSelection() {
        if (following) {
            return;
        }
        List<UUID> ids = map.selection().stream()
                .flatMap(id -> map.claim(id).stream())
                .map(Claim::uuid)
                .toList();
        if (!ids.isEmpty() || map.selection().isEmpty()) {
            workspace.selection().chooseClaims(ids);
        }
    }

    /** Pans when nothing of the place is in sight. */
    private void bringIntoView(Place place) {
        Envelope seen = map.getView().degrees();
        if (map.getWidth() > 1 && !seen.intersects(place.geometry().getEnvelopeInternal())) {
            Coordinate middle = place.geometry().getInteriorPoint().getCoordinate();
            map.centreOn(new Position(middle.y, middle.x));
        }
    }

    void move(long id, Position to) {
        workspace.telling(workspace
                .read(snapshot -> snapshot.claim(id)
                        .filter(claim -> claim.place().filter(MapDesk::isPoint).isPresent())
                        .map(claim -> moved(claim, to)))
                .thenCompose(
                        moved -> moved.<CompletableFuture<?>>map(claim -> workspace.apply(new Change.EditClaim(claim)))
                                .orElse(CompletableFuture.completedFuture(""))));
    }

    private static Claim moved(Claim claim, Position to) {
        return claim.withPlace(claim.place().map(place -> ClaimReaders.movedTo(place, to)));
    }

    private static boolean isPoint(Place place) {
        return place.geometry() instanceof Point;
    }

    private String pointerWords() {
        return map.pointerPositionProperty()
                .get()
                .map(position -> workspace
                        .settings()
                        .get()
                        .notation()
                        .write(position, Math.max(1, map.getView().groundMetresPerPixel())))
                .orElse("");
    }

    private String scaleWords() {
        double exact = map.scaleDenominatorProperty().get();
        if (!(exact > 0) || Double.isInfinite(exact)) {
            return "";
        }
        double unit = Math.pow(10, Math.floor(Math.log10(exact)) - 1);
        long rounded = Math.round(Math.rint(exact / unit) * unit);
        return "1:" + String.format(Locale.ENGLISH, "%,d", rounded).replace(',', '\u202f');
    }

    GoTo goTo() {
        return goTo;
    }

    ViewProjection projection() {
        return projection;
    }

    BoardLayers layers() {
        return layers;
    }

    MapPane pane() {
        return map;
    }

    ObservableValue<String> pointer() {
        return pointer;
    }

    ObservableValue<String> scale() {
        return scale;
    }

    /** Completes when what is shown is what was asked for. */
    CompletableFuture<?> settled() {
        return completedBy(map::whenSettled);
    }

    /** The same, but for names that are still being loaded. */
    CompletableFuture<?> drawn() {
        return completedBy(map::whenDrawn);
    }

    private static CompletableFuture<?> completedBy(Consumer<Runnable> moment) {
        CompletableFuture<String> future = new CompletableFuture<>();
        moment.accept(() -> future.complete(""));
        return future;
    }

    /** What is seen of the world, degrees; empty before the map is painted. */
    Optional<Envelope> extent() {
        return map.getWidth() > 1 ? Optional.of(map.getView().degrees()) : Optional.empty();
    }

    void zoomToAll() {
        map.zoomToClaims();
    }

    void goToChosen() {
        map.zoomToSelection();
    }
}
