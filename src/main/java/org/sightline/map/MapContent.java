package org.sightline.map;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.claim.Claim;

/**
 * What is to be seen on a map. The painter keeps what it worked out for a list of claims as long as it is given the
 * same list: a change of selection or hover should keep the list and not copy it.
 *
 * @param claims claims without a place are passed over; {@link PinRows} when they are very many
 * @param numbers what stands in a pin, by claim id; claims that are missing here show their category's symbol alone,
 *     but those of {@link PinRows} their ids
 * @param selected claim ids
 * @param hovered claim id under the pointer
 * @param clustered whether close pins are gathered into clusters that open; print spreads them with leader lines instead
 * @param opened claims that stand each on its own although others are clustered
 * @param density whether it is shown how densely claims lie, with no pins but those of selected claims
 * @param symbols which signs stand for the claims
 */
public record MapContent(
        List<Claim> claims,
        Map<Long, String> numbers,
        Set<Long> selected,
        OptionalLong hovered,
        boolean clustered,
        Set<Long> opened,
        boolean density,
        SymbolSet symbols) {

    public MapContent {
        claims = claims instanceof PinRows ? claims : List.copyOf(claims); // a no-op for immutable lists
        symbols = claims instanceof PinRows ? SymbolSet.PINS : symbols; // what others are made of is not at hand
    }

    public MapContent(
            List<Claim> claims,
            Map<Long, String> numbers,
            Set<Long> selected,
            OptionalLong hovered,
            boolean clustered) {
        this(claims, numbers, selected, hovered, clustered, Set.of(), false, SymbolSet.PINS);
    }

    public static MapContent of(List<Claim> claims) {
        return new MapContent(claims, Map.of(), Set.of(), OptionalLong.empty(), true);
    }

    /** What stands in a claim's pin; empty for its category's symbol. */
    String number(long id) {
        String number = numbers.get(id);
        return number != null ? number : claims instanceof PinRows ? Long.toString(id) : "";
    }

    /** The same with other claims selected. */
    public MapContent selecting(Set<Long> ids) {
        return new MapContent(claims, numbers, Set.copyOf(ids), hovered, clustered, opened, density, symbols);
    }

    /** The same with another claim, or none, under the pointer. */
    public MapContent hovering(OptionalLong id) {
        return new MapContent(claims, numbers, selected, id, clustered, opened, density, symbols);
    }

    /** The same with numbers in the pins. */
    public MapContent numbered(Map<Long, String> numberById) {
        return new MapContent(claims, Map.copyOf(numberById), selected, hovered, clustered, opened, density, symbols);
    }

    /** The same with every pin on its own, spread with leader lines where they would hide one another. */
    public MapContent spread() {
        return new MapContent(claims, numbers, selected, hovered, false, opened, density, symbols);
    }

    /** The same with some claims taken out of their clusters. */
    public MapContent opening(Set<Long> ids) {
        return new MapContent(claims, numbers, selected, hovered, clustered, Set.copyOf(ids), density, symbols);
    }

    /** The same as pins and clusters, or as density. */
    public MapContent asDensity(boolean shown) {
        return new MapContent(claims, numbers, selected, hovered, clustered, opened, shown, symbols);
    }

    /** The same with other signs; of {@link PinRows} always as pins. */
    public MapContent as(SymbolSet set) {
        return new MapContent(claims, numbers, selected, hovered, clustered, opened, density, set);
    }

    /** What has a pin: all claims, or those that are selected where the rest is shown as density. */
    MapContent pinned() {
        if (!density) {
            return this;
        }
        List<Claim> chosen = claims instanceof PinRows rows
                ? selected.stream()
                        .map(rows::rowOf)
                        .filter(row -> row >= 0)
                        .map(rows::get)
                        .toList()
                : claims.stream().filter(claim -> selected.contains(claim.id())).toList();
        Map<Long, String> named = claims instanceof PinRows
                ? chosen.stream().collect(Collectors.toMap(Claim::id, claim -> Long.toString(claim.id())))
                : numbers;
        return new MapContent(chosen, named, selected, hovered, clustered, opened, false, symbols);
    }
}
