package org.sightline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.analysis.Dossier;
import org.sightline.source.Capture;
import org.sightline.source.Quote;
import org.sightline.source.Source;

/**
 * Holds quotes against the texts they were read in. The texts that were looked at last are kept, up to
 * {@value #MOST_UNITS} code units together, each with the number of UTF-8 bytes before every {@value #STEP}th unit, so
 * that a quote far into a long text costs no more than one at its beginning. One thread.
 */
final class CaptureTexts {
    private static final int MOST_UNITS = 24 << 20;
    private static final int STEP = 1024;

    private final Function<UUID, String> textOf;
    private final LinkedHashMap<UUID, Measured> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long units;

    CaptureTexts(Function<UUID, String> textOf) {
        this.textOf = textOf;
    }

    /** A text and the bytes before each step of it. */
    private record Measured(String text, int[] bytes) {
        static Measured of(String text) {
            int[] bytes = new int[text.length() / STEP + 1];
            for (int i = 1; i < bytes.length; i++) {
                bytes[i] = bytes[i - 1] + utf8Length(text, (i - 1) * STEP, i * STEP);
            }
            return new Measured(text, bytes);
        }

        int bytesBefore(int unit) {
            int step = unit / STEP;
            return bytes[step] + utf8Length(text, step * STEP, unit);
        }
    }

    /** Bytes of the units; of a pair of surrogates the first counts three and the second one. */
    private static int utf8Length(String text, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isLowSurrogate(c) ? 1 : 3;
        }
        return length;
    }

    Dossier.Citation cite(Quote quote, Source source, Capture capture) {
        Measured measured = measured(capture.uuid());
        if (!quote.intactIn(measured.text())) {
            return new Dossier.Citation(quote, source, capture, false, -1, -1);
        }
        int start = measured.bytesBefore(quote.start());
        int length = quote.exact().getBytes(StandardCharsets.UTF_8).length;
        return new Dossier.Citation(quote, source, capture, true, start, start + length);
    }

    private Measured measured(UUID capture) {
        Measured known = kept.get(capture);
        if (known != null) {
            return known;
        }
        Measured read = Measured.of(textOf.apply(capture));
        kept.put(capture, read);
        units += read.text().length();
        var oldest = kept.entrySet().iterator();
        while (units > MOST_UNITS && kept.size() > 1) {
            Map.Entry<UUID, Measured> last = oldest.next();
            units -= last.getValue().text().length();
            oldest.remove();
        }
        return read;
    }
}
