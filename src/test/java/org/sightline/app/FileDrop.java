package org.sightline.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/** Files dragged over a node and dropped there: the headless screen brings no drag of its own to a scene. */
final class FileDrop {
    private FileDrop() {}

    /** On the window's thread. */
    static void on(Node target, Path... files) {
        try {
            Dragboard board = holding(Arrays.stream(files).map(Path::toFile).toList());
            for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
                PickResult where = new PickResult(target, 5, 5);
                Event.fireEvent(target, new DragEvent(type, board, 5, 5, 5, 5, TransferMode.COPY, null, target, where));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JavaFX has its drag board elsewhere now", e);
        }
    }

    private static Dragboard holding(List<?> files) throws ReflectiveOperationException {
        Constructor<?> made = Dragboard.class.getDeclaredConstructors()[0];
        made.setAccessible(true);
        Class<?> peer = made.getParameterTypes()[0];
        Object clipboard = Proxy.newProxyInstance(
                peer.getClassLoader(), new Class<?>[] {peer}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> files;
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (Dragboard) made.newInstance(clipboard);
    }
}
