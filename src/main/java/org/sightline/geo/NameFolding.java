package org.sightline.geo;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Folds names of places so that different spellings meet. Two keys, both of the letters a to z and digits:
 *
 * <ul>
 *   <li>the <em>strict</em> key: lower case, Cyrillic romanised letter by letter, diacritics, apostrophes, blanks and
 *       hyphens dropped;
 *   <li>the <em>loose</em> key: the strict key with letters merged that romanisations choose between: y, j and i; ye,
 *       je, ie and e; h, kh and g; w and v; sh, sz and s; ch, cz and c; ts, tz and c; doubled letters and single.
 * </ul>
 *
 * <p>Latin and Cyrillic are folded by table, some ten million letters a second; other scripts go through ICU first.
 * Stateless, safe for any thread.
 */
final class NameFolding {
    private static final int TABLE_SIZE = 0x2000;

    private static final byte[] NOTHING = {};

    /** Letters that stand for no sound of their own; others of which nothing is left are for ICU to read. */
    private static final String SILENT = "ъьЪЬʻʼ";

    private static final String CYRILLIC =
            "а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r "
                    + "с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya ѣ e ј y љ lj њ nj ђ dj ћ c џ dz ѓ g ќ k ѕ z "
                    + "ә a ғ g қ k ң n ө o ұ u ү u һ h";
    private static final String LATIN = "ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ħ h ŋ ng ə a";

    private static final byte[][] TABLE = table();

    private NameFolding() {}

    private static byte[][] table() {
        byte[][] table = new byte[TABLE_SIZE][];
        for (int c = 0; c < TABLE_SIZE; c++) {
            String lower = new String(Character.toChars(c)).toLowerCase(java.util.Locale.ROOT);
            String base = Normalizer.normalize(lower, Normalizer.Form.NFD);
            StringBuilder kept = new StringBuilder();
            for (int i = 0; i < base.length(); i++) {
                char b = base.charAt(i);
                if (b >= 'a' && b <= 'z' || b >= '0' && b <= '9') {
                    kept.append(b);
                }
            }
            table[c] = kept.toString().getBytes(StandardCharsets.US_ASCII);
        }
        put(table, LATIN);
        put(table, CYRILLIC);
        return table;
    }

    private static void put(byte[][] table, String pairs) {
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            byte[] latin = words[i + 1].getBytes(StandardCharsets.US_ASCII);
            int lower = words[i].codePointAt(0);
            table[lower] = latin;
            int upper = Character.toUpperCase(lower);
            if (upper < TABLE_SIZE) {
                table[upper] = latin;
            }
        }
    }

    static String strict(String name) {
        byte[] utf8 = inLatinOrCyrillic(name).getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[4 * utf8.length + 4];
        return new String(out, 0, strict(utf8, 0, utf8.length, out), StandardCharsets.US_ASCII);
    }

    static String loose(String name) {
        byte[] strict = strict(name).getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[2 * strict.length + 2];
        return new String(out, 0, loose(strict, strict.length, out, 0), StandardCharsets.US_ASCII);
    }

    /** Names in other scripts (Greek, Arabic, Georgian...) as ICU romanises them. */
    private static String inLatinOrCyrillic(String name) {
        boolean other = name.codePoints()
                .anyMatch(c -> Character.isLetter(c) && folded(c).length == 0 && SILENT.indexOf(c) < 0);
        return other ? Romanisation.ANY_TO_LATIN.transliterate(name) : name;
    }

    /** Made only when such a name comes, since ICU takes some tenths of a second to load it. */
    private static final class Romanisation {
        static final Transliterator ANY_TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }

    private static byte[] folded(int codePoint) {
        return codePoint < TABLE_SIZE ? TABLE[codePoint] : NOTHING;
    }

    /** Folds UTF-8 into {@code out}, which has room for four bytes for each byte; returns how many were written. */
    static int strict(byte[] utf8, int from, int to, byte[] out) {
        int length = 0;
        int at = from;
        while (at < to) {
            int b = utf8[at] & 0xff;
            int codePoint;
            if (b < 0x80) {
                codePoint = b;
                at += 1;
            } else if (b < 0xe0) {
                codePoint = (b & 0x1f) << 6 | utf8[at + 1] & 0x3f;
                at += 2;
            } else if (b < 0xf0) {
                codePoint = (b & 0x0f) << 12 | (utf8[at + 1] & 0x3f) << 6 | utf8[at + 2] & 0x3f;
                at += 3;
            } else {
                codePoint = TABLE_SIZE;
                at += 4;
            }
            for (byte letter : folded(codePoint)) {
                out[length++] = letter;
            }
        }
        return length;
    }

    /**
     * Merges a strict key into a loose one at {@code out[start]}; returns how many bytes were written, at most twice as
     * many as came in.
     */
    static int loose(byte[] strict, int length, byte[] out, int start) {
        int end = start;
        int at = 0;
        while (at < length) {
            int b = strict[at];
            int next = at + 1 < length ? strict[at + 1] : 0;
            int afterNext = at + 2 < length ? strict[at + 2] : 0;
            int taken = 1;
            int written = b;
            switch (b) {
                case 's' -> {
                    if (next == 'c' && afterNext == 'h') {
                        taken = 3;
                    } else if (next == 'h' || next == 'z') {
                        taken = 2;
                    }
                }
                case 'c' -> {
                    if (next == 'k') {
                        written = 'k';
                        taken = 2;
                    } else if (next == 'h' || next == 'z') {
                        taken = 2;
                    }
                }
                case 't' -> {
                    if (next == 's' && afterNext == 'c') {
                        taken = 2; // tsch: the rest is read as ch
                        written = 0;
                    } else if (next == 's' || next == 'z') {
                        written = 'c';
                        taken = 2;
                    } else if (next == 'c' && afterNext == 'h') {
                        written = 0;
                    } else if (next == 'h') {
                        taken = 2;
                    }
                }
                case 'z' -> taken = next == 'h' ? 2 : 1;
                case 'k', 'g' -> {
                    taken = next == 'h' ? 2 : 1;
                    written = b == 'k' && next == 'h' ? 'g' : b;
                }
                case 'p' -> {
                    if (next == 'h') {
                        written = 'f';
                        taken = 2;
                    }
                }
                case 'h' -> written = 'g';
                case 'w' -> written = 'v';
                case 'q' -> written = 'k';
                case 'x' -> {
                    end = append(out, start, end, 'k');
                    written = 's';
                }
                case 'y', 'j', 'i' -> {
                    written = 'i';
                    if (next == 'e') {
                        written = 'e';
                        taken = 2;
                    }
                }
                default -> {
                    // the letter itself
                }
            }
            if (written != 0) {
                end = append(out, start, end, written);
            }
            at += taken;
        }
        return end - start;
    }

    /** Doubled letters count once; digits do not. */
    private static int append(byte[] out, int start, int end, int letter) {
        if (end > start && out[end - 1] == letter && letter > '9') {
            return end;
        }
        out[end] = (byte) letter;
        return end + 1;
    }
}
