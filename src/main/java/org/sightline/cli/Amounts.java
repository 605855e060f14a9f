package org.sightline.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as the commands say them. Stateless. */
final class Amounts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Amounts() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** "1 claim", "12,000 claims". */
    static String count(long value, String one, String many) {
        return (number(value) + " " + (value == 1 ? one : many)).strip();
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return count(bytes, "byte", "bytes");
        }
        double value = bytes / 1024.0;
        String unit = "KiB";
        for (String larger : new String[] {"MiB", "GiB"}) {
            if (value >= 1024) {
                value /= 1024;
                unit = larger;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** "850 m", "16.6 km", "5,570 km". */
    static String distance(double metres) {
        if (metres < 1000) {
            return String.format(Locale.ROOT, "%.0f m", metres);
        }
        String text = String.format(Locale.ROOT, metres < 100_000 ? "%,.1f km" : "%,.0f km", metres / 1000);
        return text.replace(".0 km", " km");
    }
}
