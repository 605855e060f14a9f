package org.sightline.map;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.sightline.claim.Claim;

/**
 * What is to be seen on a map.
 *
 * @param claims claims without a place are passed over
 * @param numbers what stands in a pin, by claim id; claims that are missing here show their category's symbol alone
 * @param selected claim ids
 * @param hovered claim id under the pointer
 * @param clustered whether close pins are gathered into clusters that open; print spreads them with leader lines instead
 */
public record MapContent(
        List<Claim> claims, Map<Long, String> numbers, Set<Long> selected, OptionalLong hovered, boolean clustered) {

    public static MapContent of(List<Claim> claims) {
        return new MapContent(claims, Map.of(), Set.of(), OptionalLong.empty(), true);
    }
}
