package org.sightline.app.map;

import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.sightline.geo.Position;

/** What can be done at a place on the map. */
final class MapMenu {
    private MapMenu() {}

    static ContextMenu at(MapPane map, double x, double y) {
        Optional<Position> position = map.getView().position(x, y);
        ContextMenu menu = new ContextMenu();
        position.ifPresent(here -> {
            map.onPinHere().ifPresent(pin -> menu.getItems().add(item("menu.pin", () -> pin.accept(here))));
            menu.getItems().add(copy(map, here));
            menu.getItems().add(item("menu.measure", () -> map.measure(Optional.of(here))));
            menu.getItems().add(item("menu.rings", () -> map.showRings(here)));
            map.onWhatIsHere().ifPresent(ask -> menu.getItems().add(item("menu.what", () -> ask.accept(here))));
            menu.getItems().add(new SeparatorMenuItem());
        });
        menu.getItems().add(item("menu.zoom", () -> map.look(map.getView().zoomed(2, x, y))));
        menu.getItems().add(item("zoom.claims", map::zoomToClaims));
        return menu;
    }

    /** The item shows what it will copy. */
    private static MenuItem copy(MapPane map, Position here) {
        String coordinates =
                map.notationProperty().get().write(here, map.getView().groundMetresPerPixel());
        MenuItem item = item("menu.copy", () -> {
            ClipboardContent words = new ClipboardContent();
            words.putString(coordinates);
            Clipboard.getSystemClipboard().setContent(words);
        });
        item.setText(item.getText() + "  " + coordinates);
        return item;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(MapPane.WORDS.getString(words));
        item.setId("map-" + words.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
