package org.sightline.app.map;

import java.util.List;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sightline.map.MapPainter;

/**
 * One pin or cluster as a screen reader meets it: an item of the map's list, over the painted pin. It paints nothing but,
 * while it is the one the keys are at, the ring about it.
 *
 * <p>Thread rule: window's thread.
 */
final class PinItem extends Region {
    private static final double RING = 5;

    private final MapPane map;
    private final int index;
    private final int count;
    private final List<Long> claimIds;
    private final List<MapPainter.Share> categories;

    /**
     * @param index among the pins in sight, from 0
     * @param count of the pins in sight
     */
    PinItem(MapPane map, MapPainter.Target target, int index, int count) {
        this.map = map;
        this.index = index;
        this.count = count;
        this.claimIds = target.claimIds();
        this.categories = target.categories();
        getStyleClass().add("map-pin-item");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleRoleDescription(MapPane.WORDS.getString(claimIds.size() == 1 ? "pin.role" : "pin.clusterRole"));
        stand(target);
    }

    List<Long> claimIds() {
        return claimIds;
    }

    /** Where the pin is painted now. */
    void stand(MapPainter.Target target) {
        double reach = target.radius() + RING;
        resizeRelocate(target.x() - reach, target.y() - reach, 2 * reach, 2 * reach);
    }

    private String words() {
        String which = MapWords.say("pin.index", index + 1, count);
        if (claimIds.size() > 1) {
            return MapWords.say("pin.cluster", claimIds.size(), MapWords.mix(categories)) + " " + which;
        }
        return map.told(claimIds.getFirst())
                        .map(claim -> MapWords.pin(map.numberOf(claim.id()), claim))
                        .orElse("") + " " + which;
    }

    private boolean selected() {
        return claimIds.size() == 1 && map.selection().contains(claimIds.getFirst());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> words();
            case INDEX -> index;
            case SELECTED -> selected();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case REQUEST_FOCUS -> map.pins().goTo(index);
            case FIRE -> {
                map.pins().goTo(index);
                map.pins().open();
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
