package org.sightline.geo;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

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
        return needsRomanisation(name) ? Romanisation.ANY_TO_LATIN.transliterate(name) : name;
    }

    /** Whether there are letters in it that are neither Latin nor Cyrillic. */
    static boolean needsRomanisation(String name) {
        for (int i = 0; i < name.length(); i++) {
            int c = name.charAt(i);
            // either half of a pair is no letter by itself; those scripts are for ICU as well
            boolean letter = c >= 0x80 && (Character.isLetter(c) || Character.isSurrogate((char) c));
            if (letter && folded(c).length == 0 && SILENT.indexOf(c) < 0) {
                return true;
            }
        }
        return false;
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
     * Letters that are merged: what stands for them, and what they come to. Of those that start alike, longer ones first.
     */
    private static final String MERGED =
            "sch s sh s sz s ck k ch c cz c tsch c tch c ts c tz c th t zh z kh g gh g ph f h g w v q k x ks "
                    + "ye e je e ie e y i j i";

    /** For each letter the merges that start with it: what is merged, then what it comes to, in turn. */
    private static final byte[][][] MERGES = merges();

    private static byte[][][] merges() {
        byte[][][] merges = new byte[128][0][];
        String[] words = MERGED.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            int letter = words[i].charAt(0);
            int length = merges[letter].length;
            merges[letter] = Arrays.copyOf(merges[letter], length + 2);
            merges[letter][length] = words[i].getBytes(StandardCharsets.US_ASCII);
            merges[letter][length + 1] = words[i + 1].getBytes(StandardCharsets.US_ASCII);
        }
        return merges;
    }

    /**
     * Merges a strict key into a loose one at {@code out[start]}; returns how many bytes were written, at most twice as
     * many as came in.
     */
    static int loose(byte[] strict, int length, byte[] out, int start) {
        int end = start;
        int at = 0;
        while (at < length) {
            byte[][] merges = MERGES[strict[at]];
            int merge = 0;
            while (merge < merges.length && !stands(merges[merge], strict, at, length)) {
                merge += 2;
            }
            if (merge == merges.length) {
                end = append(out, start, end, strict[at++]);
            } else {
                for (byte letter : merges[merge + 1]) {
                    end = append(out, start, end, letter);
                }
                at += merges[merge].length;
            }
        }
        return end - start;
    }

    private static boolean stands(byte[] letters, byte[] key, int at, int length) {
        return at + letters.length <= length && Arrays.equals(key, at, at + letters.length, letters, 0, letters.length);
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
