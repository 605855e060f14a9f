package org.sightline.app.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The one selection of the window: what is chosen in one pane is chosen in all.
 *
 * <p>Thread rule: window's thread only.
 */
public final class Selection {

    /**
     * Words selected in the reader.
     *
     * @param start UTF-16 code unit of the capture's text, inclusive
     * @param end exclusive
     */
    public record Passage(UUID capture, int start, int end, String words) {}

    private final ReadOnlyObjectWrapper<List<UUID>> claims = new ReadOnlyObjectWrapper<>(this, "claims", List.of());
    private final ReadOnlyObjectWrapper<Optional<UUID>> source =
            new ReadOnlyObjectWrapper<>(this, "source", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Passage>> passage =
            new ReadOnlyObjectWrapper<>(this, "passage", Optional.empty());

    /** The selected claims, the leading one first. */
    public ReadOnlyObjectProperty<List<UUID>> claims() {
        return claims.getReadOnlyProperty();
    }

    /** The source shown in the reader. */
    public ReadOnlyObjectProperty<Optional<UUID>> source() {
        return source.getReadOnlyProperty();
    }

    /** The words selected in the reader. */
    public ReadOnlyObjectProperty<Optional<Passage>> passage() {
        return passage.getReadOnlyProperty();
    }

    /** The claim the inspector shows. */
    public Optional<UUID> claim() {
        return claims.get().stream().findFirst();
    }

    public void chooseClaim(UUID claim) {
        chooseClaims(List.of(claim));
    }

    public void chooseClaims(List<UUID> chosen) {
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(chosen));
        if (!distinct.equals(claims.get())) {
            claims.set(distinct);
        }
    }

    public void chooseSource(Optional<UUID> chosen) {
        if (!chosen.equals(source.get())) {
            passage.set(Optional.empty());
            source.set(chosen);
        }
    }

    public void choosePassage(Optional<Passage> chosen) {
        if (!chosen.equals(passage.get())) {
            passage.set(chosen);
        }
    }

    public void clear() {
        chooseClaims(List.of());
        chooseSource(Optional.empty());
        choosePassage(Optional.empty());
    }

    /** Lets go of what the board no longer holds. */
    void keep(Predicate<UUID> knownClaim, Predicate<UUID> knownSource) {
        chooseClaims(claims.get().stream().filter(knownClaim).toList());
        source.get().filter(s -> !knownSource.test(s)).ifPresent(gone -> chooseSource(Optional.empty()));
    }
}
