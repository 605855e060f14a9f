package org.sightline.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.claim.PlacePrecision;

/**
 * How precisely coordinates were written: the size of their last digit on the ground, and never finer than that. One
 * degree of latitude is taken as 111 km. Stateless.
 */
final class CoordinateDigits {
    private static final Pattern GRID = Pattern.compile("(?i)\\s*[0-9]{1,2}[C-X]\\s*[A-Z]{2}\\s*([0-9\\s]*)");
    private static final Pattern UTM = Pattern.compile("(?i)\\s*[0-9]{1,2}\\s*[C-X]\\s+[0-9]{5,}.*");
    private static final Pattern SECONDS = Pattern.compile("[\"\u2033\u201D]|''");
    private static final Pattern MINUTES = Pattern.compile("['\u2032\u2019]");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]+(?:[.]([0-9]+))?");

    private CoordinateDigits() {}

    static PlacePrecision precision(String words) {
        double metres = lastDigit(words);
        return Arrays.stream(PlacePrecision.values())
                .filter(p -> p.radiusMetres() >= metres * 0.5)
                .min(Comparator.comparingDouble(PlacePrecision::radiusMetres))
                .orElse(PlacePrecision.COUNTRY);
    }

    private static double lastDigit(String words) {
        Matcher grid = GRID.matcher(words);
        if (grid.matches()) {
            int pairs = grid.group(1).replaceAll("\\s", "").length() / 2;
            return 100_000 / Math.pow(10, pairs);
        }
        if (UTM.matcher(words).matches()) {
            return 1;
        }
        if (SECONDS.matcher(words).find()) {
            return 31;
        }
        return MINUTES.matcher(words).find() ? 1_850 : 111_000 / Math.pow(10, decimals(words));
    }

    /** The fewest decimals of any of the numbers. */
    private static int decimals(String words) {
        Matcher numbers = DECIMALS.matcher(words);
        int fewest = Integer.MAX_VALUE;
        while (numbers.find()) {
            fewest = Math.min(
                    fewest, numbers.group(1) == null ? 0 : numbers.group(1).length());
        }
        return fewest == Integer.MAX_VALUE ? 0 : fewest;
    }
}
