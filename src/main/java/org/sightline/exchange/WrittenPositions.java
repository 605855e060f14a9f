package org.sightline.exchange;

import java.util.Optional;
import org.sightline.DomainException;
import org.sightline.geo.Notation;
import org.sightline.geo.Position;

/** Finds positions that stand among other words, in any notation that {@link Notation} reads. Stateless. */
final class WrittenPositions {
    /** Letters of the longest that is written without an address. */
    private static final int LONGEST = 64;

    private WrittenPositions() {}

    /**
     * A position in the words that tells more than a cell of the size given; all of the words are looked at first.
     *
     * @param near where short codes are completed
     * @param metres size of the cell
     */
    static Optional<Position> finer(String words, Optional<Position> near, double metres) {
        String text = words.strip();
        if (text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Optional<Position> whole = reading(text, near).map(Notation.Reading::position);
        return whole.or(() -> address(text, near)).or(() -> part(text, near, metres));
    }

    private static Optional<Position> address(String text, Optional<Position> near) {
        for (String word : text.split("[\\s<>()\"]+", -1)) {
            if (word.contains(":")) {
                Optional<Position> read = reading(word, near).map(Notation.Reading::position);
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Position> part(String text, Optional<Position> near, double metres) {
        for (int from = 0; from < text.length(); from++) {
            if (!begins(text, from)) {
                continue;
            }
            for (int to = Math.min(text.length(), from + LONGEST); to > from + 3; to--) {
                if (to == text.length() || isEdge(text, to)) {
                    Optional<Notation.Reading> read = reading(text.substring(from, to), near);
                    if (read.isPresent() && read.get().metres() < metres) {
                        return Optional.of(read.get().position());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        return (Character.isLetterOrDigit(c) || c == '-' || c == '+') && (at == 0 || isEdge(text, at));
    }

    /** Between letters, digits and everything else; not within a word or a number's digits. */
    private static boolean isEdge(String text, int at) {
        int before = kind(text.charAt(at - 1));
        return before == 0 || before != kind(text.charAt(at));
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 2 : Character.isLetter(c) ? 1 : 0;
    }

    private static Optional<Notation.Reading> reading(String text, Optional<Position> near) {
        try {
            return near.isPresent() ? Notation.reading(text, near.get()) : Notation.reading(text);
        } catch (DomainException e) { // looks like coordinates and is none
            return Optional.empty();
        }
    }
}
