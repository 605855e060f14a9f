package org.sightline.source;

import java.util.Optional;

/**
 * The one passage that equals the words once spaces, quotation marks, dashes and capitals are made alike. It is for
 * messages only ("it has ... at 120:154"): a quote is never anchored to it.
 */
final class Lookalike {
    private Lookalike() {}

    static Optional<Anchoring.Range> of(String text, String words) {
        Folded inText = Folded.of(text);
        String sought = Folded.of(words.strip()).letters;
        int at = inText.letters.indexOf(sought);
        if (sought.isEmpty() || at < 0 || inText.letters.indexOf(sought, at + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Anchoring.Range(inText.offsets[at], inText.offsets[at + sought.length() - 1] + 1));
    }

    /** Text made alike, with the offset each remaining code unit had. */
    private record Folded(String letters, int[] offsets) {
        static Folded of(String text) {
            StringBuilder letters = new StringBuilder(text.length());
            int[] offsets = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                char c = folded(text.charAt(i));
                boolean repeatedSpace = c == ' ' && !letters.isEmpty() && letters.charAt(letters.length() - 1) == ' ';
                if (!repeatedSpace) {
                    offsets[letters.length()] = i;
                    letters.append(c);
                }
            }
            return new Folded(letters.toString(), offsets);
        }

        private static char folded(char c) {
            return switch (c) {
                case '“', '”', '„', '«', '»', '″' -> '"';
                case '’', '‘', '‚', 'ʼ', '`', '′' -> '\'';
                case '–', '—', '‑', '−' -> '-';
                case '\u00A0', '\u202F', '\u2009' -> ' ';
                default -> Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
            };
        }
    }
}
