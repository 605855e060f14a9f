package org.sightline.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * Bytes made characters. In order: the encoding a person named; a byte order mark; UTF-16 and UTF-32 without one;
 * UTF-8 where every byte agrees; an encoding the content declares; what ICU's detector finds likeliest, with the
 * Cyrillic encodings weighed against each other. Stateless.
 *
 * @param text without a byte order mark
 */
record Decoding(String text, Charset charset) {
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final int DETECTION_BYTES = 64 * 1024;

    /**
     * @param name of the file, for messages
     * @param declared what the content says of itself, as in an HTML meta element; believed when the bytes agree
     */
    static Decoding of(byte[] bytes, String name, Optional<String> given, Optional<String> declared) {
        if (given.isPresent()) {
            return asGiven(bytes, name, given.get());
        }
        return byMark(bytes)
                .or(() -> Wide.withoutMark(bytes).flatMap(c -> strictly(bytes, c)))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> declared.flatMap(Decoding::known).flatMap(c -> strictly(bytes, asBrowsersRead(c))))
                .or(() -> damagedUtf8(bytes))
                .orElseGet(() -> detected(bytes, name));
    }

    private static Decoding asGiven(byte[] bytes, String name, String charsetName) {
        Charset charset = known(charsetName)
                .orElseThrow(() -> new DomainException("The encoding \"" + charsetName
                        + "\" is not known; use a name such as UTF-8, windows-1251, KOI8-R or ISO-8859-1."));
        Optional<Decoding> marked = byMark(bytes).filter(d -> d.charset.equals(charset));
        return marked.or(() -> strictly(bytes, charset))
                .orElseThrow(() -> new DomainException("\"" + name + "\" cannot be read as " + charset.name()
                        + ": its bytes do not fit that encoding; leave the encoding out to have it detected."));
    }

    private static Optional<Charset> known(String charsetName) {
        try {
            return Optional.of(Charset.forName(charsetName.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A page that says ISO-8859-1 means windows-1252 (WHATWG Encoding, 4.2). */
    private static Charset asBrowsersRead(Charset declared) {
        return declared.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : declared;
    }

    private static Optional<Decoding> byMark(byte[] b) {
        if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
            return strictly(b, StandardCharsets.UTF_8);
        }
        if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
            return strictly(b, UTF_32LE);
        }
        if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
            return strictly(b, UTF_32BE);
        }
        if (startsWith(b, 0xFF, 0xFE)) {
            return strictly(b, StandardCharsets.UTF_16LE);
        }
        return startsWith(b, 0xFE, 0xFF) ? strictly(b, StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Decoding> strictly(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new Decoding(withoutMark(text), charset));
        } catch (CharacterCodingException e) {
            // the answer to "does it fit?" is no, and that is what is asked here
            return Optional.empty();
        }
    }

    private static Decoding leniently(byte[] bytes, Charset charset) {
        return new Decoding(withoutMark(new String(bytes, charset)), charset);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** UTF-8 with a few broken bytes, as after a cut download: they show as U+FFFD rather than spoiling the rest. */
    private static Optional<Decoding> damagedUtf8(byte[] bytes) {
        Decoding decoding = leniently(bytes, StandardCharsets.UTF_8);
        long broken = decoding.text.chars().filter(c -> c == '\uFFFD').count();
        long whole =
                decoding.text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return whole >= 20 * broken && broken > 0 ? Optional.of(decoding) : Optional.empty();
    }

    private static Decoding detected(byte[] bytes, String name) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length <= DETECTION_BYTES ? bytes : Arrays.copyOf(bytes, DETECTION_BYTES));
        // the Unicode forms have been tried by now: what is left of them would be a guess over binary data
        CharsetMatch match = Arrays.stream(detector.detectAll())
                .filter(m -> !m.getName().startsWith("UTF-"))
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        "The encoding of \"" + name + "\" cannot be told; name it, such as windows-1251."));
        Optional<Charset> cyrillic = CyrillicEncoding.of(bytes);
        Charset charset = cyrillic.or(() -> known(match.getName()))
                .orElseThrow(() -> new DomainException("\"" + name + "\" seems to be in "
                        + match.getName().toUpperCase(Locale.ROOT) + ", which cannot be read here; save it as UTF-8."));
        return leniently(bytes, charset);
    }

    /** UTF-16 and UTF-32 that carry no byte order mark: told by where the zero bytes of spaces and digits fall. */
    private static final class Wide {
        private Wide() {}

        static Optional<Charset> withoutMark(byte[] bytes) {
            int[] zeros = new int[4];
            int looked = Math.min(bytes.length, DETECTION_BYTES) & ~3;
            for (int i = 0; i < looked; i++) {
                zeros[i & 3] += bytes[i] == 0 ? 1 : 0;
            }
            int quarters = looked / 4;
            if (quarters == 0 || zeros[0] + zeros[1] + zeros[2] + zeros[3] == 0) {
                return Optional.empty();
            }
            List<Charset> likely = List.of(
                    zeros[2] == quarters && zeros[3] == quarters ? UTF_32LE : StandardCharsets.UTF_16LE,
                    zeros[0] == quarters && zeros[1] == quarters ? UTF_32BE : StandardCharsets.UTF_16BE);
            return likely.stream()
                    .filter(c ->
                            strictly(bytes, c).filter(d -> readable(d.text)).isPresent())
                    .findFirst();
        }

        /** Mostly letters of alphabets, spaces and punctuation, and none of the controls. */
        private static boolean readable(String text) {
            long plain = text.chars()
                    .filter(c -> c == '\n'
                            || c == '\r'
                            || c == '\t'
                            || c >= 0x20 && c < 0x0600
                            || c >= 0x2010 && c <= 0x203A)
                    .count();
            return text.indexOf('\0') < 0 && plain * 10 >= text.length() * 9L;
        }
    }
}
