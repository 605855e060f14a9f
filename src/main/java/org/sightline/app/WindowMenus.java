package org.sightline.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.sightline.app.act.Actions;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;

/** The menu bar: every act of the window has its place here. */
final class WindowMenus extends MenuBar {
    private static final String LINE = "-";

    private final Actions actions;

    WindowMenus(Actions actions, Workspace workspace, Consumer<Path> open) {
        this.actions = actions;
        setUseSystemMenuBar(true);
        Menu recent = new Menu(Words.of("menu.recent"));
        workspace.settings().addListener((settings, before, now) -> fillRecent(recent, now, open));
        fillRecent(recent, workspace.settings().get(), open);
        Menu board = menu(
                "board",
                "newBoard",
                "openBoard",
                "sampleBoard",
                LINE,
                "import",
                "restoreBackup",
                LINE,
                "placeNames",
                "addPlaceNames",
                LINE,
                "export",
                "briefing",
                "verify",
                LINE,
                "quit");
        board.getItems().add(2, recent);
        getMenus()
                .addAll(
                        board,
                        menu(
                                "edit",
                                "undo",
                                "redo",
                                LINE,
                                "copyClaim",
                                "editStatement",
                                "removeClaim",
                                LINE,
                                "finder",
                                "searchClaims",
                                "filterClaims",
                                "showAllClaims",
                                "findInText"),
                        menu("source", "capture", "paste", LINE, "sourceDetails", "removeSource"),
                        menu(
                                "claim",
                                "pin",
                                "pinRoute",
                                "pinArea",
                                "addQuote",
                                LINE,
                                "goToMap",
                                "drawRoute",
                                "drawArea",
                                LINE,
                                "claimHistory"),
                        menu(
                                "view",
                                "focusMap",
                                "zoomToAll",
                                "goTo",
                                "whatIsHere",
                                "rangeRings",
                                "showGrid",
                                "gatherClaims",
                                "showDensity",
                                "militarySymbols",
                                "projection",
                                "layers",
                                "addLayer",
                                LINE,
                                "showClaims",
                                "showTimeline",
                                "showJournal",
                                "showTrash",
                                LINE,
                                "foldLeft",
                                "foldBelow",
                                "foldRight",
                                LINE,
                                "lightTheme",
                                "darkTheme",
                                "systemTheme",
                                "nextNotation"));
    }

    private Menu menu(String key, String... acts) {
        Menu menu = new Menu(Words.of("menu." + key));
        List<MenuItem> items = Arrays.stream(acts)
                .map(act -> act.equals(LINE) ? new SeparatorMenuItem() : actions.menuBarItem(act))
                .toList();
        menu.getItems().setAll(items);
        return menu;
    }

    private static void fillRecent(Menu menu, Settings settings, Consumer<Path> open) {
        menu.getItems()
                .setAll(settings.recentBoards().stream()
                        .map(path -> item(path, open))
                        .toList());
        menu.setDisable(menu.getItems().isEmpty());
    }

    private static MenuItem item(String path, Consumer<Path> open) {
        MenuItem item = new MenuItem(path);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> open.accept(Path.of(path)));
        return item;
    }
}
