package org.sightline.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.app.claims.ClaimKinds;
import org.sightline.app.claims.TimeRange;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Selection.Passage;
import org.sightline.app.desk.SettingsFile;
import org.sightline.app.desk.Workspace;
import org.sightline.app.imports.ImportForm;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.exchange.KnownMappings;
import org.sightline.geo.DrawnShape;
import org.sightline.geo.Position;
import org.sightline.jobs.Jobs;
import org.sightline.overlay.LayerAdding;
import org.sightline.sample.SampleBoard;
import org.sightline.source.Quote;

/** Draws the main screens to {@code target/screens}, to be looked at. */
class ScreensTest {
    private static final Path SCREENS = Path.of("target", "screens");

    @TempDir
    static Path folder;

    private static final TimeRange OCTOBER = TimeRange.ALL.between(
            Optional.of(Instant.parse("2022-10-01T00:00:00Z")), Optional.of(Instant.parse("2022-10-15T00:00:00Z")));

    private static Path sample;

    @BeforeAll
    static void makeSample() throws IOException {
        Files.createDirectories(SCREENS);
        sample = folder.resolve("sample.gpkg");
        SampleBoard.write(sample);
        WindowPicture.startToolkit();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void emptyStartIsDrawn(Theme theme) throws IOException {
        draw("start", theme, 1280, 800, Optional.empty(), window -> {});
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void windowOnTheSampleBoardIsDrawn(Theme theme) throws IOException {
        draw("window", theme, 1280, 800, Optional.of(sample), window -> chooseClaim(window, 0));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void largeWindowOnTheSampleBoardIsDrawn(Theme theme) throws IOException {
        draw("window-large", theme, 1920, 1080, Optional.of(sample), window -> chooseClaim(window, 2));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pinFormIsDrawn(Theme theme) throws IOException {
        draw("pin", theme, 1280, 800, Optional.of(sample), ScreensTest::beginPin);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void timelineAndNoticeAreDrawn(Theme theme) throws IOException {
        draw("timeline", theme, 1280, 800, Optional.of(sample), window -> {
            window.showTab("timeline");
            window.workspace().notices().tell(Notice.done("Pinned as claim 15.", new Notice.Offer("Undo", () -> {})));
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void filterAndRangeOfTimeAreDrawn(Theme theme) throws IOException {
        draw("filter", theme, 1280, 800, Optional.of(sample), window -> {
            window.actions().run("filterClaims");
            window.search()
                    .kinds()
                    .set(new ClaimKinds(Set.of(Category.MOVEMENT, Category.EQUIPMENT), Set.of(), Set.of()));
            window.search().range().set(OCTOBER);
        });
        draw("timeline-range", theme, 1280, 800, Optional.of(sample), window -> {
            window.showTab("timeline");
            window.search().range().set(OCTOBER);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void journalAndExportAreDrawn(Theme theme) throws IOException {
        draw("journal-export", theme, 1280, 800, Optional.of(sample), window -> {
            window.showTab("journal");
            window.actions().run("export");
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void importIsDrawn(Theme theme) throws IOException {
        Path table = Files.writeString(folder.resolve("events.csv"), """
                Headline,Where,Y,X,Day,Words,Link
                Trucks at the yard,Mazyr,52.04,29.24,13.10.2022,Twelve trucks.,https://example.org/a
                A train with tanks on flat wagons,Homel,52.43,31.01,14.10.2022,A train.,
                A road,Nowhere,far,away,3/4/2022,,
                """);
        draw("import", theme, 1280, 800, Optional.of(sample), window -> {
            ImportForm form = new ImportForm(
                    window.workspace(),
                    table,
                    new KnownMappings(folder.resolve("mappings")),
                    window.aside()::close,
                    () -> {});
            window.aside().show(form);
            form.begin();
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void removalAndSearchAreDrawn(Theme theme) throws IOException {
        draw("removal-search", theme, 1280, 800, Optional.of(sample), window -> {
            chooseClaim(window, 3);
            window.claims().searchField().setText("Yelsk");
            window.actions().run("removeClaim");
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void briefingIsDrawn(Theme theme) throws IOException {
        int width = theme == Theme.DARK ? 1600 : 1280;
        int height = theme == Theme.DARK ? 1000 : 800;
        draw(
                "briefing",
                theme,
                width,
                height,
                Optional.of(sample),
                window -> window.actions().run("briefing"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whereAndTheMgrsGridAreDrawn(Theme theme) throws IOException {
        draw("where", theme, 1280, 800, Optional.of(sample), window -> {
            var settings = window.workspace().settings();
            settings.set(settings.get().with(org.sightline.geo.Notation.MGRS).withGrid(true));
            window.actions().run("whatIsHere");
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void goingToAPlaceAndProjectionsAreDrawn(Theme theme) throws IOException {
        draw("go-to", theme, 1280, 800, Optional.of(sample), window -> {
            window.workspace()
                    .settings()
                    .set(window.workspace().settings().get().withGrid(true));
            window.actions().run("projection");
            window.actions().run("goTo");
            ((javafx.scene.control.TextField) window.lookup("#go-to-field")).setText("gomel");
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void layersAreDrawn(Theme theme) throws IOException {
        Path board = folder.resolve("layers-" + theme + ".gpkg");
        SampleBoard.write(board);
        List<Path> files = SampleLayers.write(Files.createDirectories(folder.resolve("layers-" + theme)));
        drawLayers("layers", theme, board, window -> window.layers().adder().add(files));
        Files.delete(files.get(1));
        drawLayers(
                "layers-broken",
                theme,
                board,
                window -> ((ListView<?>) window.lookup("#layers"))
                        .getSelectionModel()
                        .select(2));
        drawLayers(
                "layers-asked",
                theme,
                board,
                window -> window.layers()
                        .adder()
                        .add(List.of(SampleLayers.inMetres(files.getFirst().resolveSibling("grid.csv")))));
        drawLayers(
                "layers-columns",
                theme,
                board,
                window -> window.layers()
                        .adder()
                        .add(List.of(SampleLayers.unlabelled(files.getFirst().resolveSibling("posts.csv")))));
        drawLayers("layers-address", theme, board, window -> ((Button) window.lookup("#layers-server")).fire());
        drawLayers(
                "layers-server",
                theme,
                board,
                window -> window.workspace()
                        .apply(LayerAdding.server("https://tiles.invalid/{z}/{x}/{y}.png", "Satellite", "", 19, 4)));
        drawLayers("layers-empty", theme, sample, window -> {});
    }

    private static void drawLayers(String name, Theme theme, Path board, Consumer<MainWindow> then) throws IOException {
        draw(name, theme, 1280, 800, Optional.of(board), window -> {
            window.actions().run("layers");
            then.accept(window);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void anAreaBeingDrawnAndRangeRingsAreDrawn(Theme theme) throws IOException {
        draw("drawing", theme, 1280, 800, Optional.of(sample), window -> {
            var map = window.map().pane();
            map.drawArea(
                    "Area of claim 6",
                    Optional.of(DrawnShape.area(List.of(
                            new Position(53.4, 30.6),
                            new Position(53.1, 31.9),
                            new Position(52.5, 31.4),
                            new Position(52.6, 30.3)))),
                    CompletableFuture::completedFuture);
            map.showRings(new Position(53.9, 27.57));
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void densityIsDrawn(Theme theme) throws IOException {
        draw(
                "density",
                theme,
                1280,
                800,
                Optional.of(sample),
                window -> window.actions().run("showDensity"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void militarySymbolsAreDrawn(Theme theme) throws IOException {
        Path board = folder.resolve("military-" + theme + ".gpkg");
        SampleBoard.write(board);
        draw("military", theme, 1280, 800, Optional.of(board), window -> {
            tag(window, 0, "affiliation:hostile");
            tag(window, 2, "affiliation:hostile");
            tag(window, 4, "affiliation:friend");
            tag(window, 7, "affiliation:neutral");
            window.actions().run("militarySymbols");
        });
    }

    private static void tag(MainWindow window, int index, String tag) {
        Claim claim = window.workspace().view().get().orElseThrow().claims().get(index);
        window.workspace().apply(new org.sightline.board.Change.EditClaim(claim.withTags(List.of(tag))));
    }

    /** Until the page is as large as the window lets it be. */
    private static boolean busyWithBriefing(Scene scene) {
        boolean large = scene.lookup("#designer-preview") instanceof ImageView page && page.getFitWidth() > 600;
        return scene.lookup("#designer") != null && !large;
    }

    private static void chooseClaim(MainWindow window, int index) {
        Claim claim = window.workspace().view().get().orElseThrow().claims().get(index);
        window.workspace().selection().chooseClaim(claim.uuid());
    }

    private static void beginPin(MainWindow window) {
        Quote quote = window.workspace()
                .view()
                .get()
                .orElseThrow()
                .claims()
                .get(1)
                .quotes()
                .getFirst();
        window.reader().reveal(quote);
        window.workspace()
                .selection()
                .choosePassage(Optional.of(new Passage(quote.capture(), quote.start(), quote.end(), quote.exact())));
        window.actions().run("pin");
    }

    private static void draw(
            String name, Theme theme, int width, int height, Optional<Path> board, Consumer<MainWindow> prepare)
            throws IOException {
        Workspace workspace = WindowPicture.onWindow(
                () -> new Workspace(Jobs.background(), Platform::runLater, SettingsFile.forgetful()));
        Scene scene = WindowPicture.onWindow(() -> WindowPicture.scene(workspace, width, height, theme));
        board.ifPresent(file -> WindowPicture.await(WindowPicture.onWindow(() -> workspace.open(file))));
        WindowPicture.picture(scene);
        WindowPicture.onWindow(() -> {
            prepare.accept((MainWindow) scene.getRoot());
            return "";
        });
        while (WindowPicture.onWindow(() -> busyWithBriefing(scene))) {
            WindowPicture.picture(scene);
        }
        Path png = SCREENS.resolve(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
        WindowPicture.write(WindowPicture.picture(scene), png);
        WindowPicture.close(scene);
        assertTrue(Files.size(png) > 10_000, name + " is nearly empty");
    }
}
