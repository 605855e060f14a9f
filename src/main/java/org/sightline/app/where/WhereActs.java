package org.sightline.app.where;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.Aside;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.FileQuestions;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.map.MapPane;
import org.sightline.geo.Gazetteer;
import org.sightline.geo.PlaceBooks;
import org.sightline.geo.Position;
import org.sightline.geo.Surroundings;
import org.sightline.map.SymbolSet;

/**
 * The acts that have to do with places: going somewhere, what is here, the grid, and adding place names.
 *
 * <p>Thread rule: window's thread only.
 */
public final class WhereActs {
    private static final int NEAR = 8;
    private static final double METRES_PER_PIXEL = 60;

    private final Workspace workspace;
    private final Aside aside;
    private final FileQuestions files;
    private final MapPane map;
    private final GoTo goTo;
    private final ViewProjection projection;

    public WhereActs(
            Workspace workspace, Aside aside, FileQuestions files, MapPane map, GoTo goTo, ViewProjection projection) {
        this.workspace = workspace;
        this.aside = aside;
        this.files = files;
        this.map = map;
        this.goTo = goTo;
        this.projection = projection;
        map.setOnWhatIsHere(this::tell);
    }

    /** @param noBoard why there is no map to act on, when there is none */
    public void declare(
            Actions actions, ObservableValue<Optional<String>> noBoard, ObservableValue<Optional<String>> none) {
        actions.declare("goTo", Feather.NAVIGATION, "Shortcut+G", noBoard, goTo::begin);
        actions.declare("whatIsHere", Feather.HELP_CIRCLE, "W", noBoard, this::tellOfMiddle);
        actions.declare("showGrid", Feather.GRID, "Shift+G", noBoard, this::toggleGrid);
        actions.declare(
                "showDensity",
                Feather.DROPLET,
                "D",
                noBoard,
                () -> map.densityProperty().set(!map.densityProperty().get()));
        actions.declare("militarySymbols", Feather.SHIELD, "Shift+S", noBoard, this::toggleSymbols);
        actions.declare(
                "gatherClaims",
                Feather.CIRCLE,
                "C",
                noBoard,
                () -> map.gatheredProperty().set(!map.gatheredProperty().get()));
        actions.declare("projection", Feather.GLOBE, "", noBoard, this::showProjections);
        actions.declare("placeNames", Feather.BOOK_OPEN, "", noBoard, this::showPlaceNames);
        actions.declare("addPlaceNames", Feather.MAP, "", none, this::addPlaceNames);
    }

    private void showProjections() {
        ProjectionForm form = new ProjectionForm(workspace, projection, this::leave);
        aside.show(form);
        form.begin();
    }

    private void toggleGrid() {
        Settings settings = workspace.settings().get();
        workspace.settings().set(settings.withGrid(!settings.grid()));
    }

    private void toggleSymbols() {
        Settings settings = workspace.settings().get();
        boolean military = settings.symbols() == SymbolSet.PINS;
        workspace.settings().set(settings.with(military ? SymbolSet.MILITARY : SymbolSet.PINS));
        boolean large = workspace.view().get().filter(BoardView::lean).isPresent();
        if (military && large) {
            workspace.notices().tell(Notice.hint(Words.of("symbols.tooMany")));
        }
    }

    private void tellOfMiddle() {
        map.getView().position(map.getWidth() / 2, map.getHeight() / 2).ifPresent(this::tell);
    }

    private void tell(Position position) {
        workspace.telling(workspace
                .inBackground(() -> Surroundings.of(position, NEAR))
                .thenApply(around -> {
                    WhatIsHere here = new WhatIsHere(around, this::show, this::leave);
                    aside.show(here);
                    here.begin();
                    return around;
                }));
    }

    private void leave() {
        aside.close();
        map.requestFocus();
    }

    private void show(Gazetteer.Entry entry) {
        map.pointOut(entry.position(), entry.name(), Destination.detail(entry), METRES_PER_PIXEL);
    }

    private void showPlaceNames() {
        workspace.telling(workspace
                .inBackground(() -> PlaceBooks.ofUser().list())
                .thenApply(books -> {
                    PlaceNames shown = new PlaceNames(books, this::addPlaceNames, this::remove, this::leave);
                    aside.show(shown);
                    shown.begin();
                    return books;
                }));
    }

    private void addPlaceNames() {
        List<Path> chosen = files.placeNamesToAdd();
        if (!chosen.isEmpty()) {
            add(chosen);
        }
    }

    private void add(List<Path> dumps) {
        String name = Words.of("job.placeNames", dumps.getFirst().getFileName());
        workspace.telling(workspace
                .job(
                        name,
                        progress -> PlaceBooks.ofUser().add(dumps, (share, count) -> {
                            progress.check();
                            progress.report(share, Words.of("placeNames.soFar", count));
                        }))
                .thenApply(book -> {
                    refreshPlaceNames();
                    workspace
                            .notices()
                            .tell(Notice.done(
                                    Words.of("placeNames.added", book.places(), book.name()),
                                    new Notice.Offer(Words.of("placeNames.show"), this::showPlaceNames)));
                    return book;
                }));
    }

    private void remove(PlaceBooks.Book book) {
        workspace.telling(workspace
                .inBackground(() -> {
                    PlaceBooks.ofUser().remove(book.name());
                    return book;
                })
                .thenApply(removed -> {
                    refreshPlaceNames();
                    workspace.notices().tell(Notice.done(Words.of("placeNames.removed", removed.name())));
                    return removed;
                }));
    }

    private void refreshPlaceNames() {
        if (aside.form().get().filter(form -> form instanceof PlaceNames).isPresent()) {
            showPlaceNames();
        }
    }
}
