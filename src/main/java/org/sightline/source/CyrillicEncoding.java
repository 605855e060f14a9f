package org.sightline.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Which of the single-byte Cyrillic encodings bytes are in. General detectors take KOI8 for windows-1251 and short
 * Ukrainian or Belarusian texts for western ones; how letters and capitals fall settles it. A text is Cyrillic when
 * nearly all of its bytes above ASCII decode to letters of these alphabets, small after small and common after common.
 */
final class CyrillicEncoding {
    private static final List<Charset> CANDIDATES = List.of(
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-U"),
            Charset.forName("IBM866"),
            Charset.forName("ISO-8859-5"));

    /** The commonest small letters of Russian, Ukrainian and Belarusian, which cover some nine tenths of running text. */
    private static final String COMMON = "оаеинтсрвлкмдпуяьызбгчйіхжшюцєїўё";

    private static final int LOOKED_AT = 64 * 1024;
    private static final double ENOUGH = 0.8;

    private CyrillicEncoding() {}

    static Optional<Charset> of(byte[] bytes) {
        Charset best = CANDIDATES.get(0);
        double bestScore = -1;
        for (Charset candidate : CANDIDATES) {
            double score = score(new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), candidate));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return bestScore >= ENOUGH ? Optional.of(best) : Optional.empty();
    }

    /** Share of the characters above ASCII that stand where a Cyrillic letter would, 0 to 1. */
    private static double score(String text) {
        int above = 0;
        double right = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                above++;
                right += worth(c, i == 0 ? ' ' : text.charAt(i - 1));
            }
        }
        return above < 4 ? 0 : right / above;
    }

    private static double worth(char c, char before) {
        if (c < 0x0400 || c > 0x04FF) {
            return "«»“”„–—…’№\u00A0".indexOf(c) >= 0 ? 1 : -1;
        }
        if (Character.isUpperCase(c)) {
            return Character.isLowerCase(before) ? -1 : 0.9;
        }
        if (Character.isLetter(before) && before < 0x7F) {
            return -1;
        }
        return COMMON.indexOf(c) >= 0 ? 1 : 0.5;
    }
}
