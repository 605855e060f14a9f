package org.sightline.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a number is a count, by its neighbours: not the 5 of Article 5, the 2 of Leopard 2, the 2022 of "the 2022
 * invasion", the one of "no one", or three days.
 */
final class NumberContext {
    private static final Lexicon WORDS = Lexicon.ENGLISH;
    private static final Set<String> TIME_UNITS = WORDS.set("time.units");
    private static final Set<String> MEASURES = WORDS.set("measures");
    private static final Set<String> DESIGNATORS = WORDS.set("designators");
    private static final Set<String> ONE_BEFORE = WORDS.set("one.before");
    private static final Set<String> ONE_AFTER = WORDS.set("one.after");

    private final List<Token> tokens;
    private final boolean lenient;

    /** @param lenient the words were typed as a quantity, so years and lengths of time count too */
    NumberContext(List<Token> tokens, boolean lenient) {
        this.tokens = tokens;
        this.lenient = lenient;
    }

    Optional<Numeral> countAt(int i) {
        return countAfterJoint(i).filter(n -> standsFree(i));
    }

    /** The second number of a range: what stands before it has been judged. */
    Optional<Numeral> countAfterJoint(int i) {
        return Numeral.at(tokens, i).filter(n -> endsFree(n.next()) && isCount(i, n));
    }

    private boolean isCount(int i, Numeral n) {
        if (isOne(i, n)) {
            return oneIsCount(i, n);
        }
        return lenient || !isDesignated(i, n) && !looksLikeYear(i, n);
    }

    /** Nothing but a blank, a quotation mark or an opening bracket touches it from before. */
    private boolean standsFree(int i) {
        if (i == 0 || !tokens.get(i - 1).touches(tokens.get(i))) {
            return true;
        }
        return tokens.get(i - 1).isMark("(\"“«„'‘[~≈><≥≤$€£₴₽¥—–");
    }

    /** Not the 24 of 24/7, the 3 of 3:1, the 51 of 51° or the 8 of 8-year-old. */
    private boolean endsFree(int next) {
        if (next >= tokens.size() || !tokens.get(next - 1).touches(tokens.get(next))) {
            return true;
        }
        Token mark = tokens.get(next);
        if (mark.isMark("°º′″")) {
            return false;
        }
        boolean continued = next + 1 < tokens.size() && mark.touches(tokens.get(next + 1));
        return !(continued && mark.isMark("/:.'’") && startsWithDigit(tokens.get(next + 1))
                || continued && mark.isMark("-") && tokens.get(next + 1).isWord());
    }

    private static boolean startsWithDigit(Token token) {
        return Character.isDigit(token.text().charAt(0));
    }

    /** The 30 of "30-15" is half of a score or a part number, and no count. */
    boolean runsOn(int next) {
        return next + 1 < tokens.size()
                && tokens.get(next).isMark("-–")
                && tokens.get(next - 1).touches(tokens.get(next))
                && tokens.get(next).touches(tokens.get(next + 1))
                && tokens.get(next + 1).isNumber();
    }

    private boolean isDesignated(int i, Numeral n) {
        if (i == 0) {
            return false;
        }
        Token before = tokens.get(i - 1).isMark(".") && i > 1 ? tokens.get(i - 2) : tokens.get(i - 1);
        if (before.isMark("№#§")) {
            return true;
        }
        boolean named = DESIGNATORS.contains(before.lower()) && before.isWord();
        return named && (n.digits() ? !n.scaled() : tokens.get(i).isCapitalised());
    }

    /** Four digits without a separator, of this age, unless a plural follows at once: "2000 soldiers". */
    private boolean looksLikeYear(int i, Numeral n) {
        boolean ofThisAge =
                n.digits() && n.next() == i + 1 && tokens.get(i).text().matches("(?:19|20)\\d\\d");
        if (!ofThisAge) {
            return false;
        }
        boolean countsSomething = n.next() < tokens.size()
                && tokens.get(n.next()).isWord()
                && !ItemPhrase.at(tokens, n.next()).isEmpty()
                && (i == 0 || !tokens.get(i - 1).lower().equals("the"));
        return !countsSomething;
    }

    private static final BigDecimal ONE = BigDecimal.ONE;

    private boolean isOne(int i, Numeral n) {
        return !n.digits()
                && !n.scaled()
                && n.value().compareTo(ONE) == 0
                && tokens.get(i).lower().equals("one");
    }

    private boolean oneIsCount(int i, Numeral n) {
        boolean before = i > 0 && ONE_BEFORE.contains(tokens.get(i - 1).lower());
        boolean after = n.next() >= tokens.size()
                ? !lenient
                : !tokens.get(n.next()).isWord()
                        || ONE_AFTER.contains(tokens.get(n.next()).lower());
        return !before && !after;
    }

    boolean isTimeUnit(int i) {
        return !lenient
                && i < tokens.size()
                && TIME_UNITS.contains(tokens.get(i).lower());
    }

    boolean isMeasure(int i) {
        return !lenient && i < tokens.size() && MEASURES.contains(tokens.get(i).lower());
    }

    /** Neither "three days" nor "the last few weeks" nor "30 miles" is a count. */
    boolean notATime(int next, int from) {
        if (isTimeUnit(next) || isMeasure(next)) {
            return false;
        }
        // a noun phrase may have swallowed the unit: "several long weeks"
        return lenient
                || next == 0
                || next - 1 <= from
                || !TIME_UNITS.contains(tokens.get(next - 1).lower());
    }

    /** Passes over the digits of "eight (8) tanks". */
    int afterRepetition(int next) {
        boolean repeated = next + 2 < tokens.size()
                && tokens.get(next).isMark("(")
                && tokens.get(next + 2).isMark(")")
                && Numeral.at(tokens, next + 1).isPresent();
        return repeated ? next + 3 : next;
    }
}
