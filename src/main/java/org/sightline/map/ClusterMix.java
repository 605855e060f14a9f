package org.sightline.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.claim.Category;
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

    @SuppressWarnings("EnumOrdinal") // numbers within this method
    static ClusterMix of(IntSlice members, ClaimField field) {
        int[] statuses = new int[STATUSES.length]; // there may be a million, of which no object is made
        Map<Category, int[]> categories = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            int member = members.at(i);
            statuses[field.status(member).ordinal()]++;
            categories.computeIfAbsent(field.category(member), category -> new int[1])[0]++;
        }
        Map<Status, Integer> met = new EnumMap<>(Status.class);
        for (Status status : STATUSES) {
            if (statuses[status.ordinal()] > 0) {
                met.put(status, statuses[status.ordinal()]);
            }
        }
        return new ClusterMix(members.size(), met, mostFrequentFirst(categories));
    }

    /** As many of each shape, the most frequent first: people's own categories share one. */
    List<MapPainter.Share> shapes() {
        Map<Category, int[]> shapes = new HashMap<>();
        categories.forEach(
                share -> shapes.computeIfAbsent(share.category().symbol(), shape -> new int[1])[0] += share.claims());
        return mostFrequentFirst(shapes);
    }

    private static List<MapPainter.Share> mostFrequentFirst(Map<Category, int[]> counts) {
        List<MapPainter.Share> shares = new ArrayList<>();
        counts.forEach((category, count) -> shares.add(new MapPainter.Share(category, count[0])));
        shares.sort(Comparator.comparingInt((MapPainter.Share share) -> -share.claims())
                .thenComparing(share -> PinShape.of(share.category()))
                .thenComparing(share -> share.category().key()));
        return List.copyOf(shares);
    }
}
