package org.sightline.briefing;

import java.util.Locale;
import java.util.Optional;
import org.sightline.DomainException;

/**
 * The code in a sheet's colophon: it names the state of the board and the design that the sheet was printed from, short
 * enough to be typed. Ten characters are the first 50 bits of the hash of the journal's last line, which stands for all
 * that was ever done to the board and when; four are the first 20 bits of the design's hash; the last one is a check on
 * the others. Written in Crockford's base 32, without I, L, O and U. Immutable.
 *
 * @param board the ten
 * @param design the four
 */
public record SheetCode(String board, String design) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BOARD = 10;
    private static final int DESIGN = 4;
    private static final int BITS = 5;

    /**
     * @param journalHash SHA-256 of the journal's last line, hexadecimal
     * @param designHash SHA-256 of the design, hexadecimal
     */
    public static SheetCode of(String journalHash, String designHash) {
        return new SheetCode(digits(journalHash, BOARD), digits(designHash, DESIGN));
    }

    private static String digits(String hex, int count) {
        java.math.BigInteger bits = new java.math.BigInteger(hex.substring(0, 16), 16).shiftRight(64 - count * BITS);
        StringBuilder digits = new StringBuilder();
        for (int i = count - 1; i >= 0; i--) {
            digits.append(DIGITS.charAt(bits.shiftRight(i * BITS).intValue() & 31));
        }
        return digits.toString();
    }

    /** As printed: {@code 7K2QX-M40PA-3DZ8F}. */
    public String words() {
        String all = board + design;
        String checked = all + check(all);
        return checked.substring(0, 5) + "-" + checked.substring(5, 10) + "-" + checked.substring(10);
    }

    /** Each character counts with another weight, so that a wrong one and two exchanged are noticed (31 is prime). */
    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i + 1) * (DIGITS.indexOf(digits.charAt(i)) + 1);
        }
        return DIGITS.charAt(sum % 31);
    }

    /**
     * Reads a code as it is typed: small letters, other dividing characters and the likes of O for 0 are taken as meant.
     *
     * @throws DomainException when it is no code, or mistyped
     */
    public static SheetCode parse(String typed) {
        String digits = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}._]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (digits.length() != BOARD + DESIGN + 1 || digits.chars().anyMatch(c -> DIGITS.indexOf(c) < 0)) {
            throw new DomainException(Phrases.of("error.code", typed.strip()));
        }
        String all = digits.substring(0, BOARD + DESIGN);
        if (check(all) != digits.charAt(BOARD + DESIGN)) {
            throw new DomainException(Phrases.of("error.code.mistyped", typed.strip()));
        }
        return new SheetCode(all.substring(0, BOARD), all.substring(BOARD));
    }

    /** Whether the board's journal ended with this line when the sheet was printed. @param journalHash hexadecimal */
    public boolean isOfLine(String journalHash) {
        return digits(journalHash, BOARD).equals(board);
    }

    /** Whether the sheet was printed from this design. */
    public boolean isOf(Design other) {
        return digits(DesignFile.sha256(other), DESIGN).equals(design);
    }

    /** Of a board that has a journal. */
    static Optional<SheetCode> of(Optional<String> journalHash, Design design) {
        return journalHash.map(hash -> of(hash, DesignFile.sha256(design)));
    }
}
