package org.sightline.exchange;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.analysis.Dossier;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Holds quotes against the texts they were read in. The texts that were read last are kept in UTF-8, up to a share of
 * the memory, each with the number of bytes before every {@value #STEP}th UTF-16 code unit, so that a quote far into a long
 * text costs no more than one at its beginning. One thread.
 */
final class CaptureTexts {
    private static final int STEP = 256;
    /** Bytes that the first half of a pair of surrogates counts; the second one counts the fourth. */
    private static final int FIRST_HALF = 3;

    /** Of the memory that the program may take: one part in so many. */
    private static final int SHARE = 2;

    /** Kept free all the same, for what else is held of a board. */
    private static final long SPARED = 48L << 20;

    private static final long LEAST = 16L << 20;

    private final Function<UUID, byte[]> textOf;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private final long most = Math.max(LEAST, Runtime.getRuntime().maxMemory() / SHARE - SPARED);
    private long bytes;

    /** @param textOf a capture's text in UTF-8 */
    CaptureTexts(Function<UUID, byte[]> textOf) {
        this.textOf = textOf;
    }

    /**
     * A text and the bytes before each step of it.
     *
     * @param units its length in UTF-16 code units
     * @param before empty when each unit is one byte
     */
    private record Measured(byte[] utf8, int units, int[] before) {
        static Measured of(byte[] utf8) {
            int units = 0;
            for (byte b : utf8) {
                units += units(b);
            }
            return new Measured(utf8, units, units == utf8.length ? new int[0] : before(utf8, units));
        }

        private static int[] before(byte[] utf8, int units) {
            int[] before = new int[units / STEP + 1];
            int unit = 0;
            for (int at = 0; at < utf8.length; at++) {
                int more = units(utf8[at]);
                for (int i = 1; i <= more; i++) {
                    if (++unit % STEP == 0) {
                        before[unit / STEP] = at + (i == more ? length(utf8[at]) : FIRST_HALF);
                    }
                }
            }
            return before;
        }

        /** Code units that begin with this byte: none inside a character, two for one beyond the basic plane. */
        private static int units(byte b) {
            return (b & 0xC0) == 0x80 ? 0 : (b & 0xF8) == 0xF0 ? 2 : 1;
        }

        private static int length(byte first) {
            return first >= 0 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
        }

        int bytesBefore(int unit) {
            if (before.length == 0) {
                return unit;
            }
            int at = before[unit / STEP];
            int left = unit % STEP;
            while (left > 0 && at < utf8.length) {
                boolean half = (utf8[at] & 0xC0) == 0x80; // the second one, where a step divides the pair
                int more = half ? 1 : units(utf8[at]);
                if (more > left) {
                    return at + FIRST_HALF;
                }
                at += half ? 1 : length(utf8[at]);
                left -= more;
            }
            return at;
        }
    }

    Dossier.Citation cite(Quote quote, Source source, Capture capture) {
        Measured text = measured(capture.uuid());
        if (quote.start() < 0 || quote.end() > text.units() || quote.start() > quote.end()) {
            return new Dossier.Citation(quote, source, capture, false, -1, -1);
        }
        byte[] exact = quote.exact().getBytes(StandardCharsets.UTF_8);
        int start = text.bytesBefore(quote.start());
        int end = start + exact.length;
        boolean intact = quote.exact().length() == quote.end() - quote.start()
                && end <= text.utf8().length
                && Arrays.equals(text.utf8(), start, end, exact, 0, exact.length);
        return new Dossier.Citation(quote, source, capture, intact, intact ? start : -1, intact ? end : -1);
    }

    private Measured measured(UUID capture) {
        Kept known = kept.get(capture);
        Measured there = known == null ? null : known.text().get();
        if (there != null) {
            return there;
        }
        Measured read = Measured.of(textOf.apply(capture));
        kept.put(capture, new Kept(new SoftReference<>(read), read.utf8().length));
        bytes += read.utf8().length - (known == null ? 0 : known.bytes());
        var oldest = kept.entrySet().iterator();
        while (bytes > most && kept.size() > 1) {
            Map.Entry<UUID, Kept> last = oldest.next();
            bytes -= last.getValue().bytes();
            oldest.remove();
        }
        return read;
    }

    /** Given up by the JVM when memory runs short, and then read again. */
    private record Kept(SoftReference<Measured> text, int bytes) {}
}
