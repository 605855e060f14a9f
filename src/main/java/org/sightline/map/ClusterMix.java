package org.sightline.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sightline.claim.Status;

/**
 * What a cluster is made of. Immutable.
 *
 * @param size how many claims
 * @param statuses how many of each status that occurs, in the order of statuses
 * @param categories how many of each category that occurs, the most frequent first
 */
record ClusterMix(int size, Map<Status, Integer> statuses, List<MapPainter.Share> categories) {
    private static final Status[] STATUSES = Status.values();
    private static final PinShape[] SHAPES = PinShape.values();

    @SuppressWarnings("EnumOrdinal") // numbers within this method
    static ClusterMix of(IntSlice members, ClaimField field) {
        int[] statuses = new int[STATUSES.length]; // there may be a million, of which no object is made
        int[] shapes = new int[SHAPES.length];
        for (int i = 0; i < members.size(); i++) {
            int member = members.at(i);
            statuses[field.status(member).ordinal()]++;
            shapes[PinShape.of(field.category(member)).ordinal()]++;
        }
        Map<Status, Integer> met = new EnumMap<>(Status.class);
        for (Status status : STATUSES) {
            if (statuses[status.ordinal()] > 0) {
                met.put(status, statuses[status.ordinal()]);
            }
        }
        List<MapPainter.Share> categories = new ArrayList<>();
        for (PinShape shape : SHAPES) {
            if (shapes[shape.ordinal()] > 0) {
                categories.add(new MapPainter.Share(shape.category(), shapes[shape.ordinal()]));
            }
        }
        categories.sort(Comparator.comparingInt(share -> -share.claims())); // equal ones in the order of shapes
        return new ClusterMix(members.size(), met, List.copyOf(categories));
    }
}
