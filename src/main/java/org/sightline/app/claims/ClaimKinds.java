package org.sightline.app.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.app.desk.Words;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Status;

/**
 * Which kinds of claims are looked at. Immutable.
 *
 * @param categories none for any
 * @param statuses none for any
 * @param modalities none for any
 */
public record ClaimKinds(Set<Category> categories, Set<Status> statuses, Set<Modality> modalities) {
    public static final ClaimKinds ALL = new ClaimKinds(Set.of(), Set.of(), Set.of());

    public ClaimKinds {
        categories = Set.copyOf(categories);
        statuses = Set.copyOf(statuses);
        modalities = Set.copyOf(modalities);
    }

    public boolean isAll() {
        return categories.isEmpty() && statuses.isEmpty() && modalities.isEmpty();
    }

    boolean take(Category category, Status status, Modality modality) {
        return among(categories, category) && among(statuses, status) && among(modalities, modality);
    }

    boolean take(Claim claim) {
        return take(claim.category(), claim.status(), claim.modality());
    }

    private static <T> boolean among(Set<T> wanted, T one) {
        return wanted.isEmpty() || wanted.contains(one);
    }

    /** For people, a part each: "movement or strike", "disputed". */
    List<String> words() {
        List<String> parts = new ArrayList<>();
        add(parts, Category.KNOWN, categories, Words::of);
        add(parts, List.of(Status.values()), statuses, Words::of);
        add(parts, List.of(Modality.values()), modalities, Words::of);
        return parts;
    }

    private static <T> void add(List<String> parts, Collection<T> order, Set<T> wanted, Function<T, String> words) {
        if (!wanted.isEmpty()) {
            List<T> all = new ArrayList<>(order);
            wanted.stream().filter(one -> !all.contains(one)).forEach(all::add);
            parts.add(all.stream()
                    .filter(wanted::contains)
                    .map(words)
                    .collect(Collectors.joining(" " + Words.of("filter.or") + " ")));
        }
    }
}
