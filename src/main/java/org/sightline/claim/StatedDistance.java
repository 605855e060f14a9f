package org.sightline.claim;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A distance that the words state ("17 km from the border"). It is checked against the map and never used to compute a
 * position.
 *
 * @param value in {@code unit}
 * @param unit "km", "m" or "mi"
 * @param reference what it is measured from: a place name, or {@code border:UA}
 * @param direction compass direction as stated, such as "north"
 */
public record StatedDistance(
        String verbatim, BigDecimal value, String unit, String reference, Optional<String> direction) {}
