package org.sightline.app.layers;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.sightline.overlay.OverlayFile;

/** Files that can be laid over the map may be dropped on a node. */
final class LayerDrop {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private LayerDrop() {}

    /** @param take is given the files that a layer can be made of; what belongs to them lies beside them */
    static void on(Node node, BooleanSupplier possible, Consumer<List<Path>> take) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (possible.getAsBoolean() && !usable(files(event)).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                node.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> node.pseudoClassStateChanged(DROPPING, false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = possible.getAsBoolean() ? usable(files(event)) : List.of();
            if (!files.isEmpty()) {
                take.accept(files);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static List<File> files(DragEvent event) {
        Dragboard board = event.getDragboard();
        return board.hasFiles() ? board.getFiles() : List.of();
    }

    /** Those whose endings are known. */
    static List<Path> usable(List<File> files) {
        return files.stream()
                .filter(file -> OverlayFile.ENDINGS.contains(ending(file.getName())))
                .map(File::toPath)
                .toList();
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
